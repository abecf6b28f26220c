"""New tellings find the incident they tell of: keys, judgements, groups, one incident for each group.

Three turns, so that nobody waits long: the tellings are shelved; what they may be the same as is judged from
a view, without holding up a writer; then only the groups touched are put together again. Killed in between,
the marks `merged` and `unsettled` tell the next run what is left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dateline import merge
from dateline.record import Member, Merged, Review
from dateline.record.telling import Telling
from dateline.resolve import merged
from dateline.store import Store, incidents, judgements, records, reports, reviews, tellings

from . import deciding
from .correcting import corrected

BATCH = 32  # reports; a turn to write then lasts some 50 ms
MERGER = merge.JUDGED_BY  # the stamp of an incident
_CROWD = 200  # tellings of one key that are looked at
_EACH = 8  # first and last tellings of one incident that a new one is compared with


@dataclass(frozen=True, slots=True)
class Gathered:
    """How many incidents were put together, and the keys so crowded that not all of them were compared."""

    incidents: int = 0
    crowded: tuple[str, ...] = ()


def gather(store: Store, report_ids: Sequence[str]) -> Gathered:
    """Merges the tellings of records that are not merged yet. Done twice it changes nothing."""
    with store.read() as view:
        waiting = records.waiting(view, report_ids)
        made = records.records_by_report(view, waiting)
    fresh = [telling for report in waiting for telling in merge.tellings(made[report])]
    if not waiting:
        return Gathered()
    _shelve(store, waiting, fresh)
    members = [telling.member for telling in fresh]
    with store.read() as view:
        asked = [key for telling in fresh for key in merge.asks(telling)]
        near, crowded = tellings.sharing(view, asked, _CROWD)
        known = tellings.load(view, _some_of_each(view, near - set(members)))
    judged = merge.judge_new(fresh, known.values())
    with store.write() as turn:
        judgements.keep(turn, judged.judgements)
        unsettled = tellings.unsettled_clusters(turn)
        touched = [*members, *(m for held in tellings.members_of(turn, unsettled).values() for m in held)]
        count = regroup(turn, touched, unsettled)
        tellings.settle(turn, unsettled)
        records.set_merged(turn, waiting)
    more = (one.key for one in judged.overflow)
    return Gathered(count, tuple(sorted({*crowded, *more})))


def _some_of_each(view: Connection, near: Iterable[Member]) -> list[Member]:
    """Of each incident in the neighbourhood its first and last tellings, by name: enough to know it by.

    Without this the hundredth report of one incident would be compared with ninety-nine.
    """
    held: dict[str, list[Member]] = defaultdict(list)
    for member, cluster in sorted(tellings.clusters_of(view, near).items()):
        held[cluster].append(member)
    some = ((*members[:_EACH], *members[-_EACH:]) for members in held.values())
    return [one for members in some for one in dict.fromkeys(members)]


def _shelve(store: Store, report_ids: Sequence[str], fresh: Sequence[Telling]) -> None:
    """Puts the tellings in place of the reports' earlier ones, and notes which incidents that unsettles."""
    keys = {telling.member: merge.keys(telling) for telling in fresh}
    with store.write() as turn:
        before = tellings.members_in(turn, report_ids)
        tellings.unsettle(turn, tellings.clusters_of(turn, before).values())
        judgements.remove(turn, before)
        tellings.remove(turn, report_ids)
        tellings.keep(turn, fresh)
        tellings.keep_keys(turn, keys)


def regroup(turn: Connection, touched: Iterable[Member], gone: Iterable[str] = ()) -> int:
    """Groups again whatever hangs together with these tellings; returns how many incidents that makes.

    `gone` are incidents that may have no member left.
    """
    changed = frozenset(touched)
    members, decisions = _hanging_together(turn, changed)
    stand = deciding.standing(decisions)
    told = [*judgements.about(turn, members), *deciding.judgements(stand)]
    before = tellings.clusters_of(turn, members)
    groups = merge.clusters(members, told)
    made = [_made(turn, group, stand) for group in groups]
    for group, one in zip(groups, made, strict=True):
        tellings.assign(turn, group, one.id)
    incidents.remove(turn, {*gone, *before.values()} - {one.id for one in made})
    texts = reports.reports_by_id(turn, (member.report for member in members))
    incidents.keep(turn, made, texts, MERGER)
    for one in made:
        own = _about(one.members, stand)
        if own:
            incidents.set_status(turn, one.id, deciding.status(one, own))
    return len(made)


def _hanging_together(turn: Connection, start: Iterable[Member]) -> tuple[list[Member], tuple[Review, ...]]:
    """All tellings that judgements, decisions or a present incident tie to these, and those decisions."""
    held: set[Member] = set()
    edge = set(tellings.clusters_of(turn, start))
    while edge:
        held |= edge
        reached = set(tellings.members_named(turn, judgements.linked(turn, edge)).values())
        for decision in reviews.about(turn, edge):
            if decision.kind in ("merge", "undo"):
                reached.update(decision.members)
        for inside in tellings.members_of(turn, tellings.clusters_of(turn, edge).values()).values():
            reached.update(inside)
        edge = set(tellings.clusters_of(turn, reached - held))
    return sorted(held), reviews.about(turn, held)


def _made(turn: Connection, group: Sequence[Member], stand: Sequence[Review]) -> Merged:
    loaded = tellings.load(turn, group)
    whole = merged.merge([loaded[member] for member in group])
    return corrected(whole, deciding.corrections(_about(group, stand)))


def _about(members: Iterable[Member], stand: Iterable[Review]) -> list[Review]:
    inside = set(members)
    return [one for one in stand if inside & set(one.members)]
