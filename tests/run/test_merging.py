"""Records to incidents in memory, with people's decisions above the machine's."""

from __future__ import annotations

import json

from bench.clusters import STORIES
from bench.clusters_dateline import as_told
from dateline import merge
from dateline.record import Judgement
from dateline.run.merging import merge_records

# A bomb told by four reports, a grenade two days before told by two of them; coded by hand.
STORY = STORIES / "03_pakistan_daraban"
RECORDS = [as_told(json.loads(path.read_text("utf-8"))) for path in sorted(STORY.glob("[0-9]*.json"))]


def test_four_reports_of_one_bomb_are_one_incident_with_its_tolls() -> None:
    bomb, grenade = sorted(merge_records(RECORDS), key=lambda one: -len(one.members))
    assert {member.report for member in bomb.members} == {record.report.id for record in RECORDS}
    assert (bomb.incident.killed.low, bomb.incident.killed.high) == (5, 5)
    assert [point.value.low for point in bomb.series if point.field == "killed"] == [4, 4, 5, 5]
    assert bomb.incident.date.start == "2016-04-12"
    assert len(grenade.members) == 2 and grenade.incident.date.start == "2016-04-10"


def test_the_same_in_any_order_and_when_a_report_comes_twice() -> None:
    once = merge_records(RECORDS)
    assert merge_records(RECORDS[::-1]) == once
    assert merge_records([*RECORDS, RECORDS[0]]) == once


def test_an_analyst_s_not_the_same_is_kept() -> None:
    first, *others = (merge.tellings(record)[0].member for record in RECORDS)
    no = [
        Judgement(first, other, False, float("-inf"), ("a place of that name",), "analyst:ana")
        for other in others
    ]
    assert [len(one.members) for one in merge_records(RECORDS, no) if first in one.members] == [1]


def test_an_analyst_s_same_is_kept() -> None:
    bomb, grenade = (telling.member for telling in merge.tellings(RECORDS[1]))
    same = Judgement(bomb, grenade, True, float("inf"), ("one operation",), "analyst:ana")
    assert len(merge_records(RECORDS, [same])) == 1


def test_what_is_added_later_is_judged_as_it_would_have_been_at_once() -> None:
    """A store adds one report after another: no pair may be missed, and none judged differently."""
    told = [telling for record in RECORDS for telling in merge.tellings(record)]
    at_once = set(merge.judge_new(told).judgements)
    known, bit_by_bit = [], set()
    for telling in told:
        asked = set(merge.asks(telling))
        near = [other for other in known if asked & set(merge.keys(other))]
        bit_by_bit |= set(merge.judge_new([telling], near).judgements)
        known.append(telling)
    assert bit_by_bit == at_once
