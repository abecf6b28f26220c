"""The form that is handed to a language model, and its answer held to the form."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from dateline.knowledge.enumerations import values
from dateline.knowledge.language import section
from dateline.knowledge.lexicon.what import WhatWords
from dateline.knowledge.source import HERE, Shape, load

_LISTS = {
    "stage": "stage",
    "weapon": "weapon",
    "casualty": "effect_people",
    "perpetrator": "actor_kind",
    "responsibility": "claim_of_responsibility",
    "target": "target",
    "damage": "effect_things",
}


class Asking(Shape):
    """codebook/asking.yaml: what a model is told to do, and what each role means."""

    instructions: str
    roles: dict[str, str]


class Mark(BaseModel):
    """Words of one sentence with a role; `code` from the role's list, `status` for a perpetrator's ladder."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    role: str
    quote: str
    sentence: int = -1
    code: str = ""
    status: str = ""
    people: str = ""


class Marked(BaseModel):
    """One incident as its marks."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    marks: tuple[Mark, ...]


class Aside(BaseModel):
    """Words that only sound like an incident, with the reason code of handbook rule 64."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    reason: str
    quote: str
    sentence: int = -1


class Form(BaseModel):
    """A whole answer."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    incidents: tuple[Marked, ...] = ()
    not_incidents: tuple[Aside, ...] = ()


def parse(answer: str) -> Form:
    """The form a model filled in. Raises ValueError in one line for text that is no such form."""
    try:
        return Form.model_validate_json(_bare(answer))
    except ValidationError as problem:
        first = problem.errors()[0]
        place = ".".join(map(str, first["loc"])) or "the answer"
        raise ValueError(f"{place}: {first['msg']}") from None


def _bare(answer: str) -> str:
    """The answer without a fence of back-ticks, which some models put around it whatever they are told."""
    told = answer.strip()
    if told.startswith("```"):
        told = told.partition("\n")[2].rpartition("```")[0]
    return told


@cache
def codes(role: str, language: str) -> tuple[str, ...]:
    """The codes a role may take; none for a role that has no list."""
    if role == "act":
        return tuple(act for act in section(language, "what", WhatWords).root if act != "nothing")
    return values(_LISTS[role]) if role in _LISTS else ()


@cache
def asking() -> Asking:
    """What codebook/asking.yaml says. Raises KnowledgeError."""
    return load(HERE / "codebook" / "asking.yaml", Asking)


@cache
def instructions(language: str) -> str:
    """What a model is told before it sees the report: the task, each role, each role's codes."""
    told = asking()
    lines = [told.instructions.strip(), "", "Roles:"]
    for role, meaning in told.roles.items():
        listed = codes(role, language)
        lines.append(f"- {role}: {meaning}" + (f" Codes: {', '.join(listed)}." if listed else ""))
    lines.append(f"Statuses of a perpetrator: {', '.join(values('perpetrator_status'))}.")
    lines.append(f"Reasons of not_incidents: {', '.join(values('negative'))}.")
    return "\n".join(lines)


@cache
def _schema() -> str:
    text, number = {"type": "string"}, {"type": "integer"}
    mark = _object({
        "role": {"type": "string", "enum": list(asking().roles)}, "code": text, "status": text,
        "people": text, "sentence": number, "quote": text,
    })  # fmt: skip
    aside = _object({
        "reason": {"type": "string", "enum": list(values("negative"))}, "sentence": number, "quote": text,
    })  # fmt: skip
    incident = _object({"marks": {"type": "array", "items": mark}})
    whole = _object({
        "incidents": {"type": "array", "items": incident},
        "not_incidents": {"type": "array", "items": aside},
    })  # fmt: skip
    return json.dumps(whole)


def answer_schema() -> dict[str, Any]:
    """The JSON Schema of an answer, for servers that hold a model to one."""
    schema: dict[str, Any] = json.loads(_schema())
    return schema


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
