"""MUC-4 development reports with their keys: roles wherever a filler's words stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.muc4.templates import Fill, Template, read_templates
from bench.muc4.texts import texts

from .example import Example, Place, found, sentences, touches

_SLOTS = {9: "doer", 10: "organisation", 12: "thing", 18: "person", 19: "person", 6: "weapon"}
ROLES = frozenset({*_SLOTS.values(), "place"})
_EFFECTS = {"DEATH": "killed", "INJURY": "injured", "NO INJURY OR DEATH": "other", "NO INJURY": "other"}


def examples(folder: Path) -> Iterator[Example]:
    """The reports of a folder (dev, tst1 ...) that its keys speak of. Raises NoData."""
    keys: dict[str, tuple[Template, ...]] = {}
    for path in sorted(folder.glob("key*")):
        keys |= read_templates(path)
    for name, text in sorted(texts(folder).items()):
        if name in keys:
            yield _example(name, text, keys[name])


def _example(name: str, text: str, templates: tuple[Template, ...]) -> Example:
    spans: dict[str, list[Place]] = {role: [] for role in ROLES}
    doubtful: dict[str, list[Place]] = {role: [] for role in ROLES}
    effects: list[tuple[Place, str]] = []
    told = [template for template in templates if not template.irrelevant]
    for template in told:
        for slot, role in _SLOTS.items():
            for fill in template.of(slot):
                unsure = fill.optional or template.optional
                for place in _places(text, fill):
                    (doubtful if unsure else spans)[role].append(place)
        effects += _effects(text, template)
        for fill in template.of(3):
            *wider, last = fill.heads[0].split(":")
            spans["place"] += found(text, _bare(last))
            for name_ in wider:
                doubtful["place"] += found(text, _bare(name_))
    marked = [place for role in ROLES - {"place"} for place in spans[role]]
    unsure = [place for role in ROLES for place in doubtful[role]]
    lines = []
    for line in sentences(text):
        if touches(line, marked):
            lines.append((line, True))
        elif not told and not touches(line, unsure):
            lines.append((line, False))
    return Example(
        f"muc4 {name}",
        text,
        {r: sorted(set(p)) for r, p in spans.items()},
        ROLES,
        doubtful,
        effects,
        told=lines,
    )


def _places(text: str, fill: Fill) -> list[Place]:
    return [place for head in fill.heads for place in found(text, head.strip('"').replace('\\"', '"'))]


def _effects(text: str, template: Template) -> Iterator[tuple[Place, str]]:
    kidnapped = any("KIDNAPPING" in head for fill in template.of(4) for head in fill.heads)
    for fill in template.of(23):
        effect = _EFFECTS.get(fill.heads[0])
        if effect is None or len(fill.heads) > 1:
            continue
        for tag in fill.tags:
            for place in found(text, tag.strip('"')):
                yield place, effect
    if kidnapped:
        hurt = {tag for fill in template.of(23) for tag in fill.tags}
        for slot in (18, 19):
            for fill in template.of(slot):
                if not set(fill.heads) & hurt:
                    for place in _places(text, fill):
                        yield place, "abducted"


def _bare(place: str) -> str:
    return place.split("(")[0].strip()
