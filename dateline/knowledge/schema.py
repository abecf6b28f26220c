"""Makes the JSON Schema of `dateline/1` from the codebook's values: `python -m dateline.knowledge.schema`."""

from __future__ import annotations

import json
from typing import Any

from .contract import SCHEMA
from .enumerations import values
from .taxonomy import taxonomy


def generated() -> dict[str, Any]:
    """The JSON Schema (2020-12) as the codebook's values make it; a test holds the shipped file to it."""
    span = _object({"start": _integer(), "end": _integer(), "quote": _string()})
    place = {name: _nullable(_string()) for name in ("name", "locality", "admin1", "country", "site")}
    count = _object(
        {"low": _integer(), "high": _nullable(_integer()), "best": _integer()}, optional=("best",)
    )
    toll = _object({
        "state": _one_of("toll_state"), "low": _nullable(_integer()), "best": _nullable(_integer()),
        "high": _nullable(_integer()),
    })  # fmt: skip
    text = _nullable(_string())
    incident = _object({
        "id": _string(),
        "role": _one_of("role"),
        "countable": {"type": "boolean"},
        "not_countable_because": text,
        "type": {"enum": list(taxonomy())},
        "type_alternatives": _list({"enum": list(taxonomy())}),
        "stage": _one_of("stage"),
        "objective": _nullable(_one_of("objective")),
        "objective_met": _nullable({"type": "boolean"}),
        "date": _object({
            "start": text, "end": text, "precision": _one_of("date_precision"), "time_of_day": text,
            "basis": _one_of("date_basis"), "edtf": text, "alternatives": _list(_string()),
        }),
        "place": _object(place | {
            "relation": _nullable(_one_of("relation")), "latitude": _nullable({"type": "number"}),
            "longitude": _nullable({"type": "number"}), "radius_km": _nullable({"type": "number"}),
            "precision": _nullable(_one_of("place_precision")), "gazetteer_id": text,
            "alternatives": _list(_string()),
        }),
        "perpetrators": _list(_object({
            "name": text, "description": text, "kind": _one_of("actor_kind"),
            "status": _one_of("perpetrator_status"), "said_by": text, "nationality": text,
            "number": _nullable(count),
        })),
        "claim_of_responsibility": _one_of("claim_of_responsibility"),
        "weapons": _list(_object({
            "type": _one_of("weapon"), "description": text, "count": _nullable(count),
        })),
        "targets": _list(_object({
            "kind": _one_of("target_kind"), "type": _one_of("target"), "name": text, "description": text,
            "effect": _one_of("effect"),
        })),
        "victims": _list(_object({
            "who": _string(), "type": _one_of("target"), "name": text, "effect": _one_of("effect"),
            "count": _nullable(count), "subset_of": text,
        })),
        "killed": toll,
        "injured": toll,
        "grade": _one_of("grade"),
        "mentions": _list(_object({"start": _integer(), "end": _integer()})),
        "summary": _string(),
    })  # fmt: skip
    claim = _object({
        "id": _string(), "incident": _string(), "field": _string(), "value": {}, "said_by": text, "via": text,
        "channel": text, "modality": _one_of("modality"), "status": _one_of("claim_status"),
        "spans": _list(span) | {"minItems": 1},
    })  # fmt: skip
    names = ("title", "publisher", "url", "published", "published_basis", "retrieved")
    report = {"id": _string(), "language": _string(), "text_sha256": _string(), "text": _string()}
    zone = _object({"kind": _string(), "start": _integer(), "end": _integer()})
    flag = _object({
        "kind": _string(), "incident": text, "field": text, "message": _string(), "spans": _list(span),
        "suggestion": text,
    })  # fmt: skip
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "dateline/1",
        "description": "One report's incident record.",
    } | _object({
        "schema": {"const": "dateline/1"},
        "report": _object(report | dict.fromkeys(names, text) | {"zones": _list(zone)}),
        "incidents": _list(incident),
        "claims": _list(claim),
        "not_incidents": _list(_object({"reason": _string(), "span": span})),
        "flags": _list(flag),
        "coder": _object({"program": _string(), "model": text, "codebook": _string()}),
    })  # fmt: skip


def _object(properties: dict[str, Any], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {
        "type": "object", "properties": properties, "required": required, "additionalProperties": False,
    }  # fmt: skip


def _list(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


def _string() -> dict[str, Any]:
    return {"type": "string"}


def _integer() -> dict[str, Any]:
    return {"type": "integer", "minimum": 0}


def _nullable(kind: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [kind, {"type": "null"}]}


def _one_of(field: str) -> dict[str, Any]:
    return {"enum": list(values(field))}


if __name__ == "__main__":
    SCHEMA.write_text(json.dumps(generated(), indent=1) + "\n", encoding="utf-8")
