"""Records to incidents, all in memory: what a script wants, and what every engine does at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline import merge
from dateline.merge import Overflow
from dateline.record import Judgement, Merged, Record
from dateline.record.telling import Telling
from dateline.resolve import merged


@dataclass(frozen=True, slots=True)
class Merger:
    """The incidents, each with its members; the judgements; keys under which not every pair was compared."""

    incidents: tuple[Merged, ...]
    judgements: tuple[Judgement, ...]
    overflow: tuple[Overflow, ...]


def merge_records(records: Iterable[Record], decided: Iterable[Judgement] = ()) -> tuple[Merged, ...]:
    """The incidents that these records tell of, each once, sorted by their first members.

    `decided` are analysts' judgements, which nothing overrules. A report given twice counts once.
    """
    return merge_tellings((one for record in records for one in merge.tellings(record)), decided).incidents


def merge_tellings(tellings: Iterable[Telling], decided: Iterable[Judgement] = ()) -> Merger:
    """The same from tellings, with what was judged on the way."""
    known = {telling.member: telling for telling in tellings}
    judged = merge.judge_new([known[member] for member in sorted(known)])
    groups = merge.clusters(known, [*judged.judgements, *decided])
    incidents = tuple(merged.merge([known[member] for member in group]) for group in groups)
    return Merger(incidents, judged.judgements, judged.overflow)
