"""A brief's three paragraphs: what the week came to, its gravest incidents, who is said to have done it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.export import words
from dateline.knowledge.taxonomy import label
from dateline.record import Count, Merged

from .ledger import Figure, Ledger, Text
from .week import Week

_HELD = frozenset({"claimed", "admitted", "convicted", "reported_as_fact"})
_ACCUSED = frozenset({"accused_by_authority", "accused_by_other", "suspected"})
_GRAVEST = 3


def paragraphs(chosen: Sequence[Merged], ledger: Ledger, week: Week) -> tuple[Text, ...]:
    """Three paragraphs of text and figures; `chosen` are the week's incidents, the gravest first."""
    if not chosen:
        return ((f"No countable incident is known for {week.name}.",),)
    return _sums(chosen, ledger), _gravest(chosen, ledger), _doers(chosen, ledger)


def place(one: Merged) -> str:
    """ "Goma, Congo", or "place not told"."""
    at = one.incident.place
    told = [part for part in (at.locality or at.name, at.admin1, words.country(at.country)) if part]
    return ", ".join(dict.fromkeys(told)) or "place not told"


def _sums(chosen: Sequence[Merged], ledger: Ledger) -> Text:
    text: list[str | Figure] = [_counted(chosen, "incidents of the week", ledger)]
    text.append(" incident" if len(chosen) == 1 else " incidents")
    countries = dict.fromkeys(words.country(m.incident.place.country) for m in chosen)
    named = [country for country in countries if country]
    if named:
        text.append(f" in {_listed(named)}")
    text += [": ", *_types(chosen, ledger), ". ", *_toll("killed", chosen, ledger), "; "]
    text += [*_toll("injured", chosen, ledger), "."]
    silent = [one for one in chosen if one.incident.killed.state == "not_reported"]
    if silent:
        number = _counted(silent, "incidents whose reports are silent on deaths", ledger)
        text += [" On deaths the reports of ", number, " are silent, which is not the same as none."]
    return tuple(text)


def _types(chosen: Sequence[Merged], ledger: Ledger) -> list[str | Figure]:
    common = Counter(one.incident.type.code for one in chosen).most_common()
    text: list[str | Figure] = []
    for number, (code, _) in enumerate(sorted(common, key=lambda pair: (-pair[1], pair[0]))):
        group = [one for one in chosen if one.incident.type.code == code]
        text += [", " if number else "", label(code), " (", _counted(group, label(code), ledger), ")"]
    return text


def _toll(field: str, chosen: Sequence[Merged], ledger: Ledger) -> list[str | Figure]:
    """The lowest and highest sum of what is told; open where any figure is; numbers not told said apart."""
    told = [(one, ledger.behind(one, field)) for one in chosen if getattr(one.incident, field).low]
    worded = [(getattr(one.incident, field), items) for one, items in told if items]
    unknown = [one for one in chosen if getattr(one.incident, field).state == "unknown_number"]
    if not worded:
        return [f"some {field}, their number not told" if unknown else f"no figure is told for {field}"]
    whole = sum((Count(t.low, t.high) for t, _ in worded), Count(0, 0))
    if unknown:
        whole = Count(whole.low, None)
    parts = [number for _, items in worded for number in items[:1]]
    return [ledger.total(words.count(whole), f"{field}, the sum of these", parts), f" {field}"]


def _gravest(chosen: Sequence[Merged], ledger: Ledger) -> Text:
    text: list[str | Figure] = []
    for number, one in enumerate(chosen[:_GRAVEST]):
        incident = one.incident
        text.append("Gravest: " if number == 0 else " Then: ")
        text += [
            ledger.value(one, "type", label(incident.type.code)),
            ", ",
            ledger.value(one, "place", place(one)),
        ]
        text += [", ", ledger.value(one, "date", words.when(incident.date)), "; "]
        for field in ("killed", "injured"):
            toll = getattr(incident, field)
            shown = words.toll(toll)
            silent = toll.state == "not_reported"
            text += [f"{field}: ", shown if silent else ledger.value(one, field, shown)]
            text.append("; " if field == "killed" else "")
        differ = list(dict.fromkeys(words.spaced(d.field) for d in one.disagreements))
        text.append(f"; reports differ on {_listed(differ)}." if differ else ".")
    return tuple(text)


def _doers(chosen: Sequence[Merged], ledger: Ledger) -> Text:
    """Who did it as far as it is told, accusations as accusations."""
    text: list[str | Figure] = []
    for title, statuses in (("Held or claimed by", _HELD), ("Only accused or suspected", _ACCUSED)):
        named: dict[str, list[Merged]] = {}
        for one in chosen:
            for actor in one.incident.perpetrators:
                if actor.name and actor.status in statuses:
                    named.setdefault(actor.name, []).append(one)
        if named:
            text.append(f"{title}: ")
            for number, (name, group) in enumerate(sorted(named.items(), key=lambda i: (-len(i[1]), i[0]))):
                text += [", " if number else "", _named(name, group, ledger)]
            text.append(". ")
    nobody = [one for one in chosen if not any(actor.name for actor in one.incident.perpetrators)]
    if nobody:
        told = _counted(nobody, "incidents without a named actor", ledger)
        text += ["No group or person is named for ", told, " of them. "]
    weak = [one for one in chosen if one.independent_sources == 1]
    if weak:
        told = _counted(weak, "incidents with one source", ledger)
        text += ["One source alone stands behind ", told, " of them."]
    return tuple(text)


def _named(name: str, group: Sequence[Merged], ledger: Ledger) -> str | Figure:
    items = [number for one in group for number in ledger.behind(one, "perpetrators")]
    return Figure(name, tuple(dict.fromkeys(items))) if items else "–"


def _counted(group: Sequence[Merged], meaning: str, ledger: Ledger) -> str | Figure:
    """How many, with one quote for each."""
    parts = [number for one in group for number in ledger.behind(one, "type")]
    return ledger.total(str(len(group)), meaning, parts)


def _listed(parts: Iterable[str]) -> str:
    *most, last = list(parts)
    return f"{', '.join(most)} and {last}" if most else last
