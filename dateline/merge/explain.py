"""Why two tellings are one incident or are not, in lines a person can check (`dateline why A B`)."""

from __future__ import annotations

from dateline.knowledge.merging import merging
from dateline.record.telling import Telling

from .facts import Facts, facts
from .judge import compare
from .keys import asked, filed
from .people import shown


def explain(one: Telling, other: Telling) -> tuple[str, ...]:
    """The two tellings, whether they meet, every sign with its weight, vetoes, and what that comes to."""
    a, b = facts(one), facts(other)
    found = compare(a, b)
    lines = [_told(found.a), _told(found.b), _meeting(a, b)]
    lines.append(f"{merging().weights['prior']:+5.1f}  any two reports that meet")
    lines += [f"{sign.score:+5.1f}  {sign.words}" for sign in found.signs]
    if found.veto is not None:
        lines.append(f"{merging().veto:+5.1f}  veto: {found.veto}")
    near = not found.same and found.veto is None and found.score >= merging().near_miss
    verdict = "one incident" if found.same else f"not one incident{', a near miss' if near else ''}"
    lines.append(f"{found.score:+5.1f}  {verdict} ({merging().threshold:g} and more is one)")
    return tuple(lines)


def _told(one: Facts) -> str:
    incident = one.incident
    where = incident.place.name or incident.place.country or "place not told"
    toll = f"killed {shown(incident.killed)}, injured {shown(incident.injured)}"
    said = f"{incident.type.code}, {incident.date.edtf or 'day not told'}, {where}, {toll}"
    outlet = one.head.publisher or one.head.report
    return f"{one.member.name}: {said} ({outlet}, {one.head.published or 'day of publication not known'})"


def _meeting(a: Facts, b: Facts) -> str:
    """By which keys the two are compared at all."""
    for one in (a, b):
        if not one.meets:
            return f"never merged: {one.member.name} does not count ({one.incident.not_countable_because})"
    shared = sorted({*asked(a)} & {*filed(b)})
    if not shared:
        return "not compared by themselves: no day and ground, person, name or text in common"
    kinds = {"person": "a person named in both", "name": "names in both", "copy": "words of both"}
    by = dict.fromkeys(kinds.get(key.partition("|")[0], "day and ground") for key in shared)
    return f"compared by {', '.join(by)}"
