"""What coders answer blind, how their answers are compared, and what a lead's choice among them comes to."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.desk import forms
from dateline.desk.forms import FORMS, Input
from dateline.desk.show.fields import LABELS, value_in_words
from dateline.record import Incident
from dateline.run.correcting import value_of
from dateline.run.people import Coding


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is coded blind: a field of the record, or a part of one, and its boxes."""

    name: str
    label: str
    inputs: tuple[Input, ...]


def _whole(name: str) -> Question:
    return Question(name, LABELS[name], FORMS[name])


def _part(name: str, label: str) -> Question:
    field, _, part = name.partition(".")
    return Question(name, label, tuple(one for one in FORMS[field] if one.name == part))


QUESTIONS = (
    _whole("type"), _whole("stage"), _whole("date"), _part("place.country", "Country"),
    _part("place.locality", "Town or village"), _whole("killed"), _whole("injured"),
    _whole("claim_of_responsibility"),
)  # fmt: skip


def answers(form: Mapping[str, str]) -> dict[str, Any]:
    """What a coder's form says, question by question; one left empty is not answered. Raises DeskError."""
    found = {}
    for one in QUESTIONS:
        told = {box.name: form.get(f"{one.name}.{box.name}", "").strip() for box in one.inputs}
        if not any(told.values()):
            continue
        if "." in one.name:
            found[one.name] = forms.typed(one.inputs[0], told[one.inputs[0].name])
        else:
            found[one.name] = forms.read(one.name, told)
    return found


def boxes(one: Question, given: Mapping[str, Any]) -> dict[str, str]:
    """What stands in a question's boxes for the answers given so far."""
    if one.name not in given:
        return {box.name: "" for box in one.inputs}
    if "." in one.name:
        return {one.inputs[0].name: str(given[one.name])}
    return forms.shown(one.name, given[one.name])[0]


def comparable(name: str, value: Any) -> str:
    """An answer as it is compared: dates by days, tolls by state and bounds, names without their case."""
    if name == "date":
        return json.dumps([value["start"], value["end"]])
    if name in ("killed", "injured"):
        return json.dumps([value["state"], value["low"], value["high"]])
    return str(value).casefold()


def by_incident(codings: Sequence[Coding]) -> dict[str, list[Coding]]:
    """The codings of each incident that at least two coders were given."""
    found: dict[str, list[Coding]] = {}
    for one in codings:
        found.setdefault(one.incident, []).append(one)
    return {name: held for name, held in found.items() if len(held) > 1}


def differing(held: Sequence[Coding]) -> list[str]:
    """The questions on which coders gave different answers, or only some gave one."""
    return [
        one.name for one in QUESTIONS
        if len({comparable(one.name, c.values[one.name]) if one.name in c.values else "" for c in held}) > 1
    ]  # fmt: skip


def in_words(name: str, value: Any) -> str:
    """An answer in words."""
    return str(value) if "." in name else value_in_words(name, value)


def answer(coding: Coding, name: str) -> str:
    """A coder's answer to a question in words."""
    return in_words(name, coding.values[name]) if name in coding.values else "not told"


def machine(incident: Incident, name: str) -> str:
    """What the record says now to a question, in words."""
    value = value_of(incident, name)
    return "not told" if value is None else in_words(name, value)
