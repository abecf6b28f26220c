"""UCDP GED's columns: estimates, deaths by side, dyads, and which incidents are no UCDP event."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export.standards.ucdp import COLUMNS, code_row, priogrid
from dateline.export.written import LEFT_OUT
from dateline.record import Actor, Count, Disagreement, Side, Toll, Victim, What, When

from .merged_story import BANNER, FIVE, NINE, POLICE, REPORTS, SHOPPERS, alone, bombing

SIDES = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
ARMY = Actor("Iraqi army", kind="state_military", status="reported_as_fact")
RIVALS = Actor("Red Banner", kind="rebel_group", status="reported_as_fact")


def row(merged):
    return code_row(merged, REPORTS).row


def why(merged):
    coded = code_row(merged, REPORTS)
    assert coded.row is None
    (note,) = coded.notes
    assert note.kind == LEFT_OUT
    return note.words.removeprefix("UCDP: not eligible, ")


def test_the_columns_are_geds_49():
    assert len(COLUMNS) == len(set(COLUMNS)) == 49
    assert COLUMNS[-5:] == ("best", "high", "low", "gwnoa", "gwnob")


def test_a_deadly_attack_of_a_group_on_police_is_state_based():
    found = row(bombing())
    assert set(found) <= set(COLUMNS)
    assert (found["type_of_violence"], found["side_a"], found["side_b"]) == (
        1, "Government of Iraq", "Black Banner",
    )  # fmt: skip
    assert (found["low"], found["best"], found["high"]) == (9, 9, 9)
    assert (found["deaths_a"], found["deaths_b"]) == (2, 0)
    assert (found["deaths_civilians"], found["deaths_unknown"]) == (3, 4)
    assert found["number_of_sources"] == 2
    assert (found["where_prec"], found["date_prec"], found["event_clarity"]) == (1, 1, 1)
    assert found["geom_wkt"] == "POINT (43.119 36.335)"
    assert found["source_original"] == "a hospital"
    assert found["source_date"] == "2021-11-09;2021-11-15"
    assert found["region"] == "Middle East"


def test_deaths_by_side_and_unknown_add_up_to_best():
    found = row(bombing())
    assert sum(found[side] for side in SIDES) == found["best"]


@given(
    st.lists(
        st.builds(
            Victim,
            st.sampled_from(["a", "b", "c"]),
            st.sampled_from(["police", "military", "militia", "civilian", "unknown"]),
            effect=st.sampled_from(["killed", "injured"]),
            count=st.builds(Count, st.integers(0, 9)),
            subset_of=st.sampled_from([None, "a"]),
        )
    ),
    st.sampled_from([(BANNER,), (ARMY,), (ARMY, BANNER), (BANNER, RIVALS)]),
    st.integers(1, 30),
)
def test_whoever_died_the_sides_add_up(victims, doers, killed):
    found = row(
        bombing(victims=tuple(victims), perpetrators=doers, killed=Toll("stated", killed, killed, killed))
    )
    assert sum(found[side] for side in SIDES) == found["best"] == killed
    assert all(found[side] >= 0 for side in SIDES)
    assert found["low"] <= found["best"] <= found["high"]


def test_parts_that_exceed_the_whole_are_all_unknown():
    coded = code_row(bombing(killed=Toll("stated", 4, 4, 4)), REPORTS)
    assert (coded.row["deaths_a"], coded.row["deaths_civilians"], coded.row["deaths_unknown"]) == (0, 0, 4)
    assert any("exceed the total" in note.words for note in coded.notes)


def test_a_part_of_a_group_is_not_counted_twice():
    women = Victim("women", "civilian", effect="killed", count=Count(2, 2), subset_of="shoppers")
    assert row(bombing(victims=(SHOPPERS, POLICE, women)))["deaths_civilians"] == 3


@pytest.mark.parametrize(
    ("killed", "estimates"),
    [
        (Toll("stated", 5), (5, 5, 5)),
        (Toll("stated", 5, 7, 9), (5, 7, 9)),
        (Toll("stated", 5, None, 9), (5, 5, 9)),
        (Toll("unknown_number"), (1, 1, 1)),
    ],
)
def test_low_best_and_high(killed, estimates):
    found = row(bombing(killed=killed, victims=()))
    assert (found["low"], found["best"], found["high"]) == estimates


def test_a_contested_figure_widens_the_estimates_and_an_update_does_not():
    sides = (Side(FIVE, ("r",), "police"), Side(Toll("stated", 15, 15, 15), ("r",), "pamphlets"))
    contested = replace(bombing(), disagreements=(Disagreement("killed", sides, "contested", "range"),))
    found = row(contested)
    assert (found["low"], found["best"], found["high"]) == (5, 9, 15)
    assert row(bombing())["high"] == 9


@pytest.mark.parametrize(
    ("doers", "victims", "violence", "side_a", "side_b"),
    [
        ((BANNER,), (SHOPPERS,), 3, "Black Banner", "Civilians"),
        ((ARMY,), (SHOPPERS,), 3, "Government of Iraq", "Civilians"),
        ((ARMY, BANNER), (), 1, "Government of Iraq", "Black Banner"),
        ((BANNER, RIVALS), (), 2, "Black Banner", "Red Banner"),
    ],
)
def test_who_fought_whom(doers, victims, violence, side_a, side_b):
    found = row(bombing(perpetrators=doers, victims=victims))
    assert (found["type_of_violence"], found["side_a"], found["side_b"]) == (violence, side_a, side_b)


@pytest.mark.parametrize(
    ("merged", "reason"),
    [
        (bombing(killed=Toll()), "no death (not reported)"),
        (bombing(killed=Toll("stated_zero", 0, 0, 0)), "no death (none (stated))"),
        (bombing(stage="attempted"), "only what was carried out counts (attempted)"),
        (bombing(perpetrators=()), "no organised actor is named"),
        (bombing(perpetrators=(Actor("gunmen", kind="unidentified_armed"),)), "no organised actor is named"),
        (bombing(perpetrators=(replace(BANNER, status="insinuated"),)), "no organised actor is named"),
        (bombing(date=When()), "UCDP needs a year"),
        (bombing(countable=False, not_countable_because="court_report"), "not countable (court report)"),
        (alone("strategic.agreement", killed=NINE), "agreement is no type of violence there"),
    ],
)
def test_what_is_no_ucdp_event_says_why(merged, reason):
    assert why(merged) == reason


def test_an_abduction_counts_once_somebody_died():
    taken = bombing(type=What("civilian.abduction"), victims=())
    assert row(taken)["type_of_violence"] == 3


@pytest.mark.parametrize(
    ("latitude", "longitude", "cell"),
    [(-90, -180, 1), (-89.75, -179.25, 2), (90, 180, 259200), (0, 0, 129961)],
)
def test_the_priogrid_cell_of_a_point(latitude, longitude, cell):
    assert priogrid(latitude, longitude) == cell
