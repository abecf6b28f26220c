"""Makes the JSON Schema of `dateline/1` from the codebook's values: `python -m dateline.knowledge.schema`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from .contract import SCHEMA
from .enumerations import values
from .fields import claimed_fields
from .taxonomy import taxonomy

Part = dict[str, Any]

TEXT: Part = {"type": "string"}
WORDS: Part = {"type": "string", "minLength": 1}
OFFSET: Part = {"type": "integer", "minimum": 0}
FLAG: Part = {"type": "boolean"}
DAY: Part = {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"}


def generated() -> Part:
    """The JSON Schema (2020-12) as the codebook's values make it; a test holds the shipped file to it."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:dateline:record:1",
        "title": "dateline/1",
        "description": "One report's incident record. docs/record.md tells what each key means.",
    }
    body = _object({
        "schema": {"const": "dateline/1"},
        "report": _ref("report"),
        "incidents": _list(_ref("incident")),
        "claims": _list(_ref("claim")),
        "not_incidents": _list(_object({"reason": _enum(values("negative")), "span": _ref("span")})),
        "flags": _list(_ref("flag")),
        "coder": _object({"program": WORDS, "model": _nullable(WORDS), "codebook": WORDS}),
    })  # fmt: skip
    return head | body | {"$defs": _definitions()}


def _definitions() -> Part:
    value_shapes = {field: _ref(f"claimed_{field}") for field in _CLAIMED}
    return _page() | _parts() | {"incident": _incident(), "claim": _claim(value_shapes)} | _claimed()


def _page() -> Part:
    return {
        "span": _object({"start": OFFSET, "end": OFFSET, "quote": WORDS}),
        "report": _object({
            "id": {"type": "string", "pattern": "^r_"},
            "title": _nullable(TEXT),
            "publisher": _nullable(TEXT),
            "url": _nullable(TEXT),
            "language": {"type": "string", "pattern": "^[a-z]{2,3}$"},
            "published": _nullable(DAY),
            "published_basis": _nullable(_one_of("published_basis")),
            "retrieved": _nullable(TEXT),
            "text_sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "text": TEXT,
            "zones": _list(_object({"kind": _one_of("zone"), "start": OFFSET, "end": OFFSET})),
        }),
        "flag": _object({
            "kind": _one_of("flag"),
            "incident": _nullable(TEXT),
            "field": _nullable(_enum(claimed_fields())),
            "message": WORDS,
            "spans": _list(_ref("span")),
            "suggestion": _nullable(TEXT),
        }),
    }  # fmt: skip


def _parts() -> Part:
    count = {"low": OFFSET, "high": _nullable(OFFSET), "best": OFFSET}
    return {
        "event_type": _enum(taxonomy()),
        "count": _object(count, optional=("best",)),
        "toll": _object({
            "state": _one_of("toll_state"), "low": _nullable(OFFSET), "best": _nullable(OFFSET),
            "high": _nullable(OFFSET),
        }),
        "date": _object(_DATE),
        "place": _object(_PLACE),
        "perpetrator": _object({
            "name": _nullable(WORDS), "description": _nullable(WORDS), "kind": _one_of("actor_kind"),
            "status": _one_of("perpetrator_status"), "said_by": _nullable(WORDS),
            "nationality": _nullable(WORDS), "number": _nullable(_ref("count")),
        }),
        "weapon": _object({
            "type": _one_of("weapon"), "description": _nullable(WORDS), "count": _nullable(_ref("count")),
        }),
        "target": _object({
            "kind": _one_of("target_kind"), "type": _one_of("target"), "name": _nullable(WORDS),
            "description": _nullable(WORDS), "effect": _one_of("effect_people", "effect_things"),
        }),
        "victim": _object({
            "who": WORDS, "type": _one_of("target"), "name": _nullable(WORDS),
            "effect": _one_of("effect_people"), "count": _nullable(_ref("count")),
            "subset_of": _nullable(WORDS),
        }),
    }  # fmt: skip


def _incident() -> Part:
    return _object({
        "id": {"type": "string", "pattern": "^E[1-9][0-9]*$"},
        "role": _one_of("role"),
        "countable": FLAG,
        "not_countable_because": _nullable(_one_of("not_countable")),
        "type": _ref("event_type"),
        "type_alternatives": _list(_ref("event_type")),
        "stage": _one_of("stage"),
        "objective": _nullable(_one_of("objective")),
        "objective_met": _nullable(FLAG),
        "date": _ref("date"),
        "place": _ref("place"),
        "perpetrators": _list(_ref("perpetrator")),
        "claim_of_responsibility": _one_of("claim_of_responsibility"),
        "weapons": _list(_ref("weapon")),
        "targets": _list(_ref("target")),
        "victims": _list(_ref("victim")),
        "killed": _ref("toll"),
        "injured": _ref("toll"),
        "grade": _one_of("grade"),
        "mentions": _list(_object({"start": OFFSET, "end": OFFSET})),
        "summary": TEXT,
    })  # fmt: skip


def _claim(value_shapes: Part) -> Part:
    claim = _object({
        "id": {"type": "string", "pattern": "^c[1-9][0-9]*$"},
        "incident": {"type": "string", "pattern": "^E[1-9][0-9]*$"},
        "field": _enum(claimed_fields()),
        "value": {},
        "said_by": _nullable(WORDS),
        "via": _nullable(WORDS),
        "channel": _nullable(_one_of("channel")),
        "modality": _one_of("modality"),
        "status": _one_of("claim_status"),
        "spans": _list(_ref("span")) | {"minItems": 1},
    })  # fmt: skip
    return claim | {
        "allOf": [
            {"if": {"properties": {"field": {"const": field}}}, "then": {"properties": {"value": shape}}}
            for field, shape in value_shapes.items()
        ]
    }


def _claimed() -> Part:
    """The shape of a claim's value, by the field it is about."""
    return {f"claimed_{field}": shape for field, shape in _CLAIMED.items()}


def _object(properties: Part, optional: tuple[str, ...] = ()) -> Part:
    required = [name for name in properties if name not in optional]
    return {
        "type": "object", "properties": properties, "required": required, "additionalProperties": False,
    }  # fmt: skip


def _list(item: Part) -> Part:
    return {"type": "array", "items": item}


def _nullable(kind: Part) -> Part:
    return {"anyOf": [kind, {"type": "null"}]}


def _ref(name: str) -> Part:
    return {"$ref": f"#/$defs/{name}"}


def _enum(names: Iterable[str]) -> Part:
    return {"enum": list(names)}


def _one_of(*lists: str) -> Part:
    return _enum(dict.fromkeys(value for name in lists for value in values(name)))


_DATE: Part = {
    "start": _nullable(DAY), "end": _nullable(DAY), "precision": _one_of("date_precision"),
    "time_of_day": _nullable(WORDS), "basis": _one_of("date_basis"), "edtf": _nullable(WORDS),
    "alternatives": _list(WORDS),
}  # fmt: skip
_PLACE: Part = {
    "name": _nullable(WORDS),
    "locality": _nullable(WORDS),
    "admin1": _nullable(WORDS),
    "country": _nullable({"type": "string", "pattern": "^[A-Z]{3}$"}),
    "site": _nullable(WORDS),
    "relation": _nullable(_one_of("relation")),
    "latitude": _nullable({"type": "number", "minimum": -90, "maximum": 90}),
    "longitude": _nullable({"type": "number", "minimum": -180, "maximum": 180}),
    "radius_km": _nullable({"type": "number", "minimum": 0}),
    "precision": _nullable(_one_of("place_precision")),
    "gazetteer_id": _nullable(WORDS),
    "alternatives": _list(WORDS),
}
_CLAIMED: Part = {
    "type": _ref("event_type"),
    "stage": _one_of("stage"),
    "objective": _one_of("objective"),
    "objective_met": FLAG,
    "date": _object(_DATE, optional=("start", "end", "time_of_day", "edtf", "alternatives")),
    "place": _object(_PLACE, optional=tuple(_PLACE)) | {"minProperties": 1},
    "perpetrators": _ref("perpetrator"),
    "claim_of_responsibility": _one_of("claim_of_responsibility"),
    "weapons": _ref("weapon"),
    "targets": _ref("target"),
    "victims": _ref("victim"),
    "killed": _object(
        {"state": _one_of("toll_state"), "low": _nullable(OFFSET), "best": _nullable(OFFSET),
         "high": _nullable(OFFSET)},
        optional=("state", "best"),
    ),
    "injured": _ref("claimed_killed"),
}  # fmt: skip


if __name__ == "__main__":
    SCHEMA.write_text(json.dumps(generated(), indent=1) + "\n", encoding="utf-8")
