"""New tellings find the incident they tell of: keys, judgements, groups, one incident for each group.

In short turns, so that nobody waits long: the tellings are filed; what they may be the same as is judged
from a view, without holding up a writer; then only the groups touched are put together again, a few at a
time. Killed in between, the marks `merged` and `unsettled` tell the next run what is left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from time import monotonic

from sqlalchemy import Connection

from dateline import merge
from dateline.record import Member, Merged, Review
from dateline.record.telling import Telling
from dateline.resolve import merged
from dateline.store import Store, incidents, judgements, records, reports, reviews, tellings

from . import deciding
from .correcting import corrected

BATCH = 32  # reports kept and read together
MERGED_AT_ONCE = 256  # reports; a third less work for each than with 32
MERGER = merge.JUDGED_BY  # the stamp of an incident
_TURN = 0.03  # seconds after which a turn to write is passed on
_AT_ONCE = 8  # tellings whose incidents are put together at once
_CROWD = 200  # tellings of one key that are looked at
_EACH = 8  # first and last tellings of one incident that a new one is compared with


@dataclass(frozen=True, slots=True)
class Prepared:
    """Tellings and the keys of each, from records made by `makers` (report id to stamp)."""

    tellings: tuple[Telling, ...]
    keys: tuple[tuple[str, ...], ...]
    makers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Gathered:
    """How many incidents were put together, and the keys so crowded that not all of them were compared."""

    incidents: int = 0
    crowded: tuple[str, ...] = ()


def gather(store: Store, report_ids: Sequence[str]) -> Gathered:
    """Merges the tellings of records that are not merged yet. Done twice it changes nothing."""
    with store.read() as view:
        ready = prepared(view, records.waiting(view, report_ids))
    with store.write() as turn:
        waiting = records.waiting(turn, report_ids)
        if records.makers_by_report(turn, waiting) != ready.makers:  # another run was here meanwhile
            ready = prepared(turn, waiting)
        file_tellings(turn, ready)
    if not ready.makers:
        return Gathered()
    members = [telling.member for telling in ready.tellings]
    with store.read() as view:
        asked = [key for telling in ready.tellings for key in merge.asks(telling)]
        near, crowded = tellings.sharing(view, asked, _CROWD)
        known = tellings.load(view, _some_of_each(view, near - set(members)))
    judged = merge.judge_new(ready.tellings, known.values())
    with store.write() as turn:
        judgements.keep(turn, judged.judgements)
        unsettled = tellings.unsettled_clusters(turn)
        left = [member for held in tellings.members_of(turn, unsettled).values() for member in held]
    count = _regroup_in_turns(store, [*members, *left])
    with store.write() as turn:
        incidents.remove(turn, set(unsettled) - set(tellings.members_of(turn, unsettled)))
        tellings.settle(turn, unsettled)
        now = records.makers_by_report(turn, ready.makers)  # a rebuild may have put other records there
        records.set_merged(
            turn, [report for report, maker in ready.makers.items() if now.get(report) == maker]
        )
    more = (one.key for one in judged.overflow)
    return Gathered(count, tuple(sorted({*crowded, *more})))


def prepared(view: Connection, report_ids: Sequence[str]) -> Prepared:
    """The tellings of records, with their keys: the slow part of filing them, for which nobody need wait."""
    made = records.records_by_report(view, report_ids)
    fresh = tuple(telling for report in report_ids for telling in merge.tellings(made[report]))
    keys = tuple(merge.keys(telling) for telling in fresh)
    return Prepared(fresh, keys, records.makers_by_report(view, report_ids))


def file_tellings(turn: Connection, ready: Prepared) -> None:
    """Puts tellings in place of the reports' earlier ones, and notes which incidents that unsettles.

    To be done in the turn in which a record is replaced, so that no telling is ever without its record.
    """
    before = tellings.members_in(turn, ready.makers)
    homes = tellings.clusters_of(turn, before)
    tellings.unsettle(turn, homes.values())
    judgements.remove(turn, before)
    tellings.remove(turn, ready.makers)
    tellings.keep(turn, ready.tellings, homes)
    members = (telling.member for telling in ready.tellings)
    tellings.keep_keys(turn, dict(zip(members, ready.keys, strict=True)))


def _regroup_in_turns(store: Store, touched: Iterable[Member]) -> int:
    """Groups again what hangs together with these, a few at a time, so that a person is soon served."""
    waiting = dict.fromkeys(touched)
    count = 0
    while waiting:
        with store.write() as turn:
            until = monotonic() + _TURN
            while waiting and monotonic() < until:
                some = list(islice(waiting, _AT_ONCE))
                members, made = regroup(turn, some)
                count += made
                for member in (*some, *members):
                    waiting.pop(member, None)
    return count


def _some_of_each(view: Connection, near: Iterable[Member]) -> list[Member]:
    """Of each incident in the neighbourhood its first and last tellings, by name: enough to know it by.

    Without this the hundredth report of one incident would be compared with ninety-nine.
    """
    held: dict[str, list[Member]] = defaultdict(list)
    for member, cluster in sorted(tellings.clusters_of(view, near).items()):
        held[cluster].append(member)
    some = ((*members[:_EACH], *members[-_EACH:]) for members in held.values())
    return [one for members in some for one in dict.fromkeys(members)]


def regroup(turn: Connection, touched: Iterable[Member]) -> tuple[list[Member], int]:
    """Groups again whatever hangs together with these tellings: (all those, how many incidents they are)."""
    members, decisions = _hanging_together(turn, touched)
    stand = deciding.standing(decisions)
    told = [*judgements.about(turn, members), *deciding.judgements(stand)]
    before = tellings.clusters_of(turn, members)
    groups = merge.clusters(members, told)
    loaded = tellings.load(turn, members)
    made = [_made([loaded[member] for member in group], stand) for group in groups]
    for group, one in zip(groups, made, strict=True):
        tellings.assign(turn, group, one.id)
    incidents.remove(turn, set(before.values()) - {one.id for one in made})
    texts = reports.reports_by_id(turn, (member.report for member in members))
    incidents.keep(turn, made, texts, MERGER)
    for one in made:
        own = _about(one.members, stand)
        if own:
            incidents.set_status(turn, one.id, deciding.status(one, own))
    return members, len(made)


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


def _made(group: Sequence[Telling], stand: Sequence[Review]) -> Merged:
    whole = merged.merge(group)
    return corrected(whole, deciding.corrections(_about(whole.members, stand)))


def _about(members: Iterable[Member], stand: Iterable[Review]) -> list[Review]:
    inside = set(members)
    return [one for one in stand if inside & set(one.members)]
