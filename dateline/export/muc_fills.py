"""What fills the slots of a MUC-4 template: dates, places, people, things, in MUC-4's forms."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.knowledge.enumerations import code, values
from dateline.knowledge.gazetteer import country
from dateline.knowledge.language import section
from dateline.knowledge.lexicon.counts import CountWords
from dateline.knowledge.lexicon.where import WhereWords
from dateline.knowledge.muc import muc_rules

Row = Mapping[str, Any]
NOTHING = "-"
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


@dataclass(frozen=True, slots=True)
class Human:
    """A human target: quoted strings or None, MUC-4's type, number, nation and effect or None."""

    name: str | None
    description: str | None
    type: str
    number: str
    nation: str | None
    effect: str | None

    @property
    def tag(self) -> str:
        """What other slots refer to: the name, else the description."""
        return self.name or self.description or '"-"'


@dataclass(frozen=True, slots=True)
class Thing:
    """A physical target: quoted string, MUC-4's type, number, nation and effect or None."""

    id: str
    type: str
    number: str
    nation: str | None
    effect: str | None


def day(incident: Row, published: str | None, weekday: bool) -> str:
    """The date in one of the three forms: "21 JAN 89", "15 JAN 89 - 21 JAN 89", "- 21 JAN 89".

    `weekday`: the words name only a day of the week, which MUC-4 writes as on or before the report's day.
    """
    start, end = incident["date"]["start"], incident["date"]["end"]
    if published is not None and (start is None or weekday):
        return f"- {_day(published)}"
    if start is None:
        return NOTHING
    return _day(start) if start == end else f"{_day(start)} - {_day(end)}"


def _day(iso: str) -> str:
    told = date.fromisoformat(iso)
    return f"{told.day:02d} {_MONTHS[told.month - 1]} {told.year % 100:02d}"


def location(place: Row, quotes: Sequence[str]) -> str:
    """ "COLOMBIA: ANTIOQUIA (DEPARTMENT): MEDELLIN (CITY)"; `quotes` are the words for the place."""
    rules = muc_rules()
    nation, area, town, precision = (place[k] for k in ("country", "admin1", "locality", "precision"))
    if nation is None:
        return NOTHING
    told = " ".join(_ascii(quote) for quote in quotes)
    levels = [nation_name(nation)]
    named = {levels[0], _ascii(town or "")}
    if area and (precision == "admin1" or _ascii(area) in told) and _ascii(area) not in named:
        levels.append(f"{_ascii(area)} ({rules.areas.get(nation, rules.default_area)})")
    if town and (precision != "neighbourhood" or _ascii(town) in told):
        kind = "locality" if precision == "neighbourhood" else precision
        levels.append(f"{_as_told(town, place['name'])} ({rules.places.get(kind, rules.places['locality'])})")
    if precision in rules.places and place["name"] and (not town or precision == "neighbourhood"):
        levels.append(f"{_ascii(place['name'])} ({rules.places[precision]})")
    return ": ".join(levels)


def _as_told(town: str, name: str | None) -> str:
    """A town as the report spells it, if the report names it and no wider words: "Santa Cruz"."""
    known = _ascii(town)
    return _ascii(name) if name is not None and known not in _ascii(name) and _ascii(name) in known else known


def _ascii(words: str) -> str:
    """Upper case without accents, as MUC-4 writes names."""
    parts = unicodedata.normalize("NFD", _flat(words))
    return "".join(char for char in parts if not unicodedata.combining(char))


def nation_name(iso: str) -> str:
    """A country as MUC-4's list has it."""
    known = country(iso)
    return muc_rules().countries.get(iso) or (known.name.upper() if known is not None else iso)


def humans(incident: Row, language: str, stage: str, kind: str) -> Iterator[Human]:
    """People hurt, then people aimed at who are not among them; people no words name come as an effect."""
    seen: set[str] = set()
    for row in (*incident["victims"], *(t for t in incident["targets"] if t["kind"] != "object")):
        who = row.get("who") or row.get("description")
        words = {_uncounted(word, language) for word in (row["name"], who) if word}
        if words & seen or not words or (row.get("subset_of") and not row["name"]):
            continue
        seen |= words
        human = _human(row, incident, (language, stage, kind))
        if human is not None:
            yield human


def _uncounted(words: str, language: str) -> str:
    """Words without articles and numbers, to tell whether two descriptions are of the same people."""
    idle = muc_rules().articles | set(section(language, "counts", CountWords).numbers)
    told = [word for word in _flat(words).split() if word.lower() not in idle and not word.isdigit()]
    return " ".join(told) or _flat(words)


def _human(row: Row, incident: Row, about: tuple[str, str, str]) -> Human | None:
    language, stage, kind = about
    rules = muc_rules()
    if row["type"] in rules.armed_side - {"military"}:
        return None
    who = row.get("who") or row.get("description")
    name = quoted(row["name"]) if row["name"] else None
    described = quoted(who) if who and who != row["name"] else None
    told = code("effect_people", row["effect"], "muc") if row["effect"] in values("effect_people") else None
    return Human(
        name,
        described,
        str(code("target", row["type"], "muc_human") or rules.default_people),
        "1" if name else number(row.get("count"), who or "", language),
        foreign(f"{who or ''} {row['name'] or ''}", incident["place"]["country"], language),
        effect_of(told, stage, kind),
    )


def effect_of(effect: int | str | None, stage: str, kind: str) -> str | None:
    """An effect as a type and stage of incident write it, None where it may not stand."""
    if effect is None:
        return None
    rules = muc_rules()
    for where in (kind, stage):
        effect = rules.effects.get(where, {}).get(str(effect), effect)
    allowed = rules.only_in.get(str(effect))
    return str(effect) if allowed is None or {stage, kind} & allowed else None


def things(incident: Row, language: str) -> Iterator[Thing]:
    """What was hit or aimed at and is no person."""
    rules = muc_rules()
    seen: set[str] = set()
    for row in incident["targets"]:
        words = row["name"] or row["description"]
        if row["kind"] != "object" or not words or _flat(words) in seen:
            continue
        seen.add(_flat(words))
        effect = code("effect_things", row["effect"], "muc")
        yield Thing(
            quoted(words),
            str(code("target", row["type"], "muc_thing") or rules.default_things),
            number(None, words, language),
            foreign(words, incident["place"]["country"], language),
            str(effect) if effect is not None else None,
        )


def number(count: Row | None, words: str, language: str) -> str:
    """How many: "3", "5 - 7", "6 -", "~100" or PLURAL; from the words' own form where no count is told."""
    if count is None:
        return _by_words(words, language)
    low, high, best = count["low"], count["high"], count.get("best")
    if high is None:
        return "PLURAL" if low <= 3 and not any(char.isdigit() for char in words) else f"{low} -"
    if low == high:
        return str(low)
    return f"~{best}" if best is not None else f"{low} - {high}"


def _by_words(words: str, language: str) -> str:
    rules = muc_rules()
    told = words.lower().split()
    counts = section(language, "counts", CountWords).numbers
    for word in told[:2]:
        if word.isdigit() or word in counts:
            return word if word.isdigit() else str(counts[word])
    head = told[-1] if told else ""
    return "PLURAL" if head.endswith(rules.several) and not head.endswith(rules.one) else "1"


def foreign(words: str, nation: str | None, language: str) -> str | None:
    """A nationality the words tell that is not the country of the incident."""
    known = section(language, "where", WhereWords).demonyms
    for word in words.lower().replace("-", " ").split():
        if word in known and known[word] != nation:
            return nation_name(known[word])
    return None


def quoted(words: str) -> str:
    """Words of the report in upper case and double quotes, on one line, without a leading article."""
    told = _flat(words).split()
    while len(told) > 1 and told[0].lower() in muc_rules().articles:
        told = told[1:]
    inner = " ".join(told).replace('"', '\\"')
    return f'"{inner}"'


def _flat(words: str) -> str:
    return " ".join(words.upper().split())
