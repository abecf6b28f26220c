"""Fresh records go on the shelf with what people decided kept in its place."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from dateline.record import Member
from dateline.store import Store, records, reviews
from dateline.store.plain import line
from dateline.store.records import Made

from .deciding import accepted_members, standing
from .gathering import file_tellings, prepared
from .settling import settled


def shelve(store: Store, batch: Sequence[Made], again: bool = False) -> int:
    """Shelves records and failures in one turn; returns how many it took.

    A record that is there is not replaced by one of the same maker (unless `again`: another run was quicker),
    nor by a failure, which is written down beside it.
    """
    ids = [one.report for one in batch]
    with store.write() as turn:
        kept = reviews.kept_by_report(turn, ids)
        there = records.makers_by_report(turn, ids)
        before = records.rows_by_report(turn, there)
        fresh = []
        for one in batch:
            if there.get(one.report) == one.maker and not again:
                continue
            if one.body is not None and one.report in before:
                own = kept.get(one.report, [])
                members = [Member(one.report, incident) for incident, _ in own]
                held = accepted_members(standing(reviews.about(turn, members)))
                accepted = {member.incident for member in held if member.report == one.report}
                row = settled(json.loads(one.body), own, accepted, before[one.report]["incidents"])
                one = replace(one, body=line(row))
            fresh.append(one)
        records.keep(turn, fresh)
        replaced = [one.report for one in fresh if one.body is not None and one.report in there]
        file_tellings(turn, prepared(turn, replaced))
    return len(fresh)
