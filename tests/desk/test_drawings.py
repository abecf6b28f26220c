"""The calendar strip, the toll bars and the timeline: what is drawn is what is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.desk.show.strip import MARGIN, WIDTH, calendar_strip
from dateline.desk.show.timeline import WIDTH as TIMELINE
from dateline.desk.show.timeline import bars
from dateline.desk.show.tolls import LEFT, RIGHT, toll_chart
from dateline.desk.show.tolls import WIDTH as CHART
from dateline.record import (
    Claim,
    Incident,
    Member,
    Merged,
    Report,
    Says,
    SeriesPoint,
    Span,
    Told,
    Toll,
    What,
    When,
)  # fmt: skip
from dateline.run.looking import Count, Histogram

REPORT = Report("On Saturday, May 31, seven died.", "2024-06-03", publisher="The Courier")


def incident(date: When, *clues: When, **more: object) -> Merged:
    told = tuple(Told(REPORT.id, Claim("E1", "date", clue, (Span(3, 11),))) for clue in clues)
    whole = Incident("i_1", What("explosive.grenade"), date=date)
    return Merged(replace(whole, **more), (Member(REPORT.id, "E1"),), told)


def labels(number: int) -> list[tuple[str, str]]:
    return [(f"c{n}", f"clue {n}") for n in range(1, number + 1)]


def test_every_clue_lies_on_its_days() -> None:
    friday, saturday = When("2024-05-31", "2024-05-31"), When("2024-06-01", "2024-06-01")
    drawn = calendar_strip(incident(friday, friday, saturday), ["2024-06-03"], labels(2))
    assert drawn is not None
    chosen, first, second = drawn.bars
    assert (chosen.kind, chosen.x, chosen.width) == ("chosen", first.x, first.width)
    assert second.x == pytest.approx(first.x + first.width, abs=0.2)
    assert drawn.published[0] > second.x + second.width
    assert drawn.title.startswith("Days from 2024-05-29 to 2024-06-05")


@given(
    st.lists(st.tuples(st.dates(), st.integers(0, 60)), max_size=5), st.lists(st.dates(), max_size=3)
)  # fmt: skip
def test_nothing_leaves_the_strip_and_no_two_labels_collide(clues: list, published: list) -> None:
    whens = []
    for start, days in clues:
        if start.year < 9999:
            whens.append(When(start.isoformat(), (start + timedelta(days)).isoformat()))
    if any(w.start[:4] < "0003" or w.end[:4] > "9990" for w in whens):
        return
    drawn = calendar_strip(
        incident(When(), *whens), [d.isoformat() for d in published if 3 < d.year < 9990], labels(len(whens))
    )
    if drawn is None:
        return
    assert all(bar.x >= MARGIN - 1 and bar.x + bar.width <= WIDTH - MARGIN + 1 for bar in drawn.bars)
    places = [tick.x for tick in drawn.ticks]
    assert all(later - earlier >= 36 for earlier, later in pairwise(places))


def test_days_more_than_a_year_apart_are_not_drawn() -> None:
    far = incident(When("2020-01-01", "2020-01-01"), When("2023-01-01", "2023-01-01"))
    assert calendar_strip(far, [], labels(1)) is None
    assert calendar_strip(incident(When()), ["2024-01-01"], []) is None


def series(*tolls: Toll) -> Merged:
    points = tuple(
        SeriesPoint("killed", toll, REPORT.id, None, f"2024-06-0{n}") for n, toll in enumerate(tolls, 1)
    )
    return replace(incident(When(), killed=tolls[-1]), series=points)


def test_bounds_are_bars_open_ends_are_open_and_the_newest_comes_last() -> None:
    drawn = toll_chart(
        series(Toll("stated", 5), Toll("stated", 12, 14, 16)), "killed", {REPORT.id: REPORT}
    )  # fmt: skip
    assert drawn is not None
    record, first, last = drawn.bars
    assert (record.value, first.value, last.value) == ("12 to 16", "at least 5", "12 to 16")
    assert first.open and not last.open
    assert first.label == "2024-06-01, The Courier"
    assert last.width == pytest.approx((CHART - LEFT - RIGHT) * 4 / 16, abs=0.2)
    assert last.best is not None and last.x < last.best < last.x + last.width


def test_silence_draws_nothing() -> None:
    assert toll_chart(series(Toll(), Toll("unknown_number")), "killed", {}) is None


def test_claims_are_drawn_where_there_is_no_series() -> None:
    value = {"state": "stated", "low": 7, "best": 7, "high": 7}
    claim = Claim("E1", "killed", value, (Span(21, 31),), Says("a spokesman"), "dissenting")
    whole = replace(incident(When(), killed=Toll("stated", 7, 7, 7)), claims=(Told(REPORT.id, claim),))
    drawn = toll_chart(whole, "killed", {REPORT.id: REPORT})
    assert drawn is not None
    assert [(bar.label, bar.kind) for bar in drawn.bars] == [
        ("the record", "chosen"),
        ("a spokesman", "lost"),
    ]


@pytest.mark.parametrize(
    ("unit", "first", "last", "counts"),
    [
        ("day", "2024-02-28", "2024-03-01", ("2024-02-28", "2024-02-29", "2024-03-01")),
        ("month", "2023-11-30", "2024-02-02", ("2023-11", "2024-02")),
        ("year", "2001-05-05", "2020-02-02", ("2001", "2010", "2020")),
    ],
)
def test_the_timeline_is_in_order_and_whole(unit: str, first: str, last: str, counts: tuple) -> None:
    found = Histogram(unit, first, last, tuple(Count(when, n + 1) for n, when in enumerate(counts)))
    drawn = bars(found, None, None)
    assert drawn.bars[0].x == 0
    assert drawn.bars[-1].x + drawn.bars[-1].width <= TIMELINE
    assert [bar.x for bar in drawn.bars] == sorted(bar.x for bar in drawn.bars)
    assert max(bar.height for bar in drawn.bars) == drawn.height
    chosen = bars(found, since=last, until=last).bars
    assert [bar.chosen for bar in chosen] == [False] * (len(counts) - 1) + [True]
