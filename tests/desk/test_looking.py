"""What the desk asks of a whole case: the order of work, map, timeline, words that stand everywhere."""

from __future__ import annotations

import pytest

from dateline.run import looking, reviewing
from dateline.run.case import Case
from dateline.run.looking import Box, Filter

WORLD = Box(-180.0, -90.0, 180.0, 90.0)


def walk(case: Case, act: str | None) -> list[str]:
    """The incidents in the order that `next` leads through them; each is decided on where an act is given."""
    seen: list[str] = []
    at = looking.next_after(case, Filter(status="open"), "")
    while at is not None and at not in seen:
        seen.append(at)
        if act:
            reviewing.decide(case.store, reviewing.Act(act, (at,)), "ana")
        at = looking.next_after(case, Filter(status="open"), at)
    return seen


@pytest.mark.parametrize("act", [None, "accept", "reject"])
def test_next_leads_through_all_that_is_left_once_in_order(case: Case, act: str | None) -> None:
    wanted = case.incidents(status="open").ordered("urgency").ids()
    assert len(wanted) > 5
    assert walk(case, act) == wanted


def test_what_was_skipped_comes_again(case: Case) -> None:
    first, second, *_ = looking.page(case, Filter(), "urgency", (0, 3))
    assert looking.next_after(case, Filter(), first) == second
    reviewing.decide(case.store, reviewing.accept(second), "ana")
    last = looking.page(case, Filter(status="open"), "urgency", (0, 1000))[-1]
    assert looking.next_after(case, Filter(status="open"), last) == first


@pytest.mark.parametrize("step", [0.01, 2.0, 400.0])
def test_cells_hold_every_placed_incident_once(case: Case, step: float) -> None:
    placed = [one.incident for one in case.incidents() if one.incident.place.latitude is not None]
    seen = looking.ground(case, Filter(), WORLD, step)
    cells, box = seen.cells, seen.box
    assert sum(cell.count for cell in cells) == len(placed) == seen.placed
    assert sum(cell.killed for cell in cells) == sum(one.killed.low or 0 for one in placed)
    assert box is not None
    assert all(box.west <= c.longitude <= box.east and box.south <= c.latitude <= box.north for c in cells)


def test_a_box_over_the_date_line_holds_both_sides(case: Case) -> None:
    everywhere = looking.ground(case, Filter(), WORLD, 1.0).cells
    east_of = Box(90.0, -90.0, -10.0, 90.0)
    found = looking.ground(case, Filter(), east_of, 1.0).cells
    assert {c.example for c in found} == {
        c.example for c in everywhere if c.longitude >= 90 or c.longitude <= -10
    }


def test_the_histogram_counts_what_has_a_date(case: Case) -> None:
    dated = [one for one in case.incidents() if one.incident.date.start]
    found = looking.histogram(case, Filter())
    assert found is not None
    assert sum(one.number for one in found.counts) == len(dated)
    assert (found.first, found.last) == (
        min(one.incident.date.start for one in dated), max(one.incident.date.start for one in dated),
    )  # fmt: skip
    one_day = looking.histogram(case, Filter(since=found.last, until=found.last))
    assert one_day is not None and one_day.unit == "day"
    assert looking.histogram(case, Filter(country="ISL")) is None


def test_common_words_give_the_same_page_without_counting(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = Filter(text="killed", status="open")
    ids = looking.page(case, wanted, "urgency", (0, 50))
    assert len(ids) > 3 and not looking.is_common(case, wanted)
    monkeypatch.setattr(looking, "COMMON", 2)
    assert looking.is_common(case, wanted)
    assert looking.page_of_common(case, wanted, (0, 50)) == ids
    assert looking.page_of_common(case, wanted, (1, 3)) == ids[1:3]


def test_a_week_holds_what_happened_and_what_was_told_in_it(case: Case) -> None:
    one = case.incidents(text="Tonzang")[0]
    days = (one.incident.date.start, case.report(one.members[0].report).published)
    for day in days:
        assert one.id in {found.id for found in looking.of_days(case, Filter(), day, day)}
    assert looking.of_days(case, Filter(), "1999-01-01", "1999-01-07") == []


def test_preparing_changes_nothing_that_is_seen(case: Case) -> None:
    before = looking.page(case, Filter(), "urgency", (0, 100))
    looking.prepare(case)
    assert looking.page(case, Filter(), "urgency", (0, 100)) == before
