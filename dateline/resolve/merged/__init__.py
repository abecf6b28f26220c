"""Several reports' tellings of one incident to one incident: every field by a named rule, all claims kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.record import Incident, Merged, Raised, Told
from dateline.record.telling import Telling
from dateline.resolve.summary import summary

from .answers import Decided, in_order
from .disagreements import disagreements, flags
from .fields import Answers, decided, told
from .lists import claimed_and_denied
from .sources import Sources, sources
from .tolls import series

__all__ = ["merge"]

_ROLES = ("main", "other", "background", "historical", "context")


def merge(tellings: Sequence[Telling]) -> Merged:
    """The incident that these tellings are of; one is the ordinary case. Raises ValueError on none."""
    if not tellings:
        raise ValueError("an incident needs a report that tells of it")
    ordered = in_order(tellings)
    members = tuple(sorted({telling.member for telling in ordered}))
    folded = sources(ordered)
    answers = told(ordered, folded)
    found = decided(answers)
    points = tuple(series(ordered))
    differ = disagreements(answers, found, points)
    incident = _incident(ordered, found, answers, folded)
    incident = replace(incident, id=members[0].name)
    return Merged(
        incident=replace(incident, summary=summary(incident)),
        members=members,
        claims=_claims(ordered, found),
        flags=(*(Raised(t.member.report, flag) for t in ordered for flag in t.flags), *flags(differ, found)),
        series=points,
        disagreements=differ,
        independent_sources=folded.count,
        copies=folded.copies,
    )


def _incident(
    ordered: Sequence[Telling], found: Mapping[str, Decided], answers: Answers, folded: Sources
) -> Incident:
    first = min(ordered, key=lambda t: (not t.incident.countable, _ROLES.index(t.incident.role))).incident
    others = (one.value.code for one in answers["type"] if one.value != found["type"].value)
    alternatives = (*others, *(code for telling in ordered for code in telling.incident.type_alternatives))
    return replace(
        first,
        **{field: one.value for field, one in found.items()},
        type_alternatives=tuple(dict.fromkeys(alternatives)),
        grade=_grade(ordered, found, answers, folded),
        mentions=(),
        resolution=tuple((field, _rule(field, one, ordered)) for field, one in found.items()),
    )


def _rule(field: str, one: Decided, ordered: Sequence[Telling]) -> str:
    """The rule that decided; for what one report alone tells, the rule by which it was read."""
    if one.rule != "single":
        return one.rule
    own = (dict(t.incident.resolution).get(field) for t in ordered if getattr(t.incident, field) == one.value)
    return next((rule for rule in own if rule is not None), "single")


def _grade(
    ordered: Sequence[Telling], found: Mapping[str, Decided], answers: Answers, folded: Sources
) -> str:
    """How well it is vouched for (handbook 2.4): relays of one text count once."""
    grades = {telling.incident.grade for telling in ordered}
    if found["stage"].value in ("discredited", "hoax") or grades == {"discounted"}:
        return "discounted"
    fought_over = claimed_and_denied(answers["perpetrators"])
    if "contested" in grades or fought_over or found["claim_of_responsibility"].value == "competing":
        return "contested"
    if any(actor.status in ("admitted", "convicted") for actor in found["perpetrators"].value):
        return "confirmed"
    agreed = all(found[field].rule != "contested" for field in ("type", "place", "date"))
    return "fair" if "fair" in grades or (folded.count >= 2 and agreed) else "weak"


def _claims(ordered: Sequence[Telling], found: Mapping[str, Decided]) -> tuple[Told, ...]:
    """All claims; what a report claims for an answer that lost says so."""
    lost = {(one.telling.member, field): made.rule for field, made in found.items() for one in made.lost}
    return tuple(
        Told(
            telling.member.report,
            replace(claim, status=_status(claim.status, lost.get((telling.member, claim.field)))),
        )
        for telling in ordered
        for claim in telling.claims
    )


def _status(status: str, rule: str | None) -> str:
    if rule is None or status != "current":
        return status
    return {"latest_same_source": "superseded_by_same_source", "explained_correction": "corrected"}.get(
        rule, "dissenting"
    )
