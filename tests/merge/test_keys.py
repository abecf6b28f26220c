"""Who meets whom: a telling asks for what another is filed under, and the other way about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import merge
from dateline.merge.ground import distance, squares
from dateline.record import What, When, Where

from .told import DARABAN, KULACHI, QUETTA, day, dead, told

MONTH = When("2016-04-01", "2016-04-30", "month", None, "normalised", "2016-04")
PROVINCE = Where("Khyber Pakhtunkhwa", None, "Khyber Pakhtunkhwa", "PAK", precision="admin1")


def meet(one, other) -> bool:
    """Whether two tellings meet, which must be the same from either side."""
    there = bool(set(merge.asks(one)) & set(merge.keys(other)))
    back = bool(set(merge.asks(other)) & set(merge.keys(one)))
    assert there == back
    return there


def test_the_same_day_and_town_meet_and_two_days_or_two_provinces_do_not() -> None:
    assert meet(told(), told("r_2"))
    assert meet(told(), told("r_2", date=day("2016-04-13")))
    assert not meet(told(), told("r_2", date=day("2016-04-14")))
    assert not meet(told(), told("r_2", place=QUETTA))


def test_towns_less_than_25_km_apart_meet() -> None:
    assert distance((31.73, 70.33, 0), (31.93, 70.46, 0)) < 26
    assert meet(told(), told("r_2", place=KULACHI))


def test_what_is_vague_meets_what_lies_inside_it() -> None:
    assert meet(told(), told("r_2", place=PROVINCE))
    assert meet(told(), told("r_2", place=Where("Pakistan", None, None, "PAK", precision="country")))
    assert meet(told(), told("r_2", place=Where()))
    assert meet(told(), told("r_2", date=MONTH))
    assert not meet(told(), told("r_2", date=MONTH, place=QUETTA))
    assert not meet(told(date=day("2016-06-12")), told("r_2", date=MONTH))


def test_a_report_without_a_day_meets_by_its_own_day() -> None:
    assert meet(told(), told("r_2", date=When()))
    assert not meet(told(), told("r_2", date=When(), head={"published": "2016-04-19"}))


def test_protests_do_not_meet_bombs_but_force_against_protesters_meets_attacks() -> None:
    assert not meet(told(), told("r_2", type=What("protest.peaceful")))
    assert meet(told(), told("r_2", type=What("protest.excessive_force")))


def test_a_person_named_in_full_brings_reports_together_whatever_their_ground() -> None:
    one = told(victims=dead("Saeed Akhtar"))
    assert meet(one, told("r_2", place=QUETTA, date=day("2016-04-20"), victims=dead("Syed Akhtar")))
    assert not meet(one, told("r_2", place=QUETTA, victims=dead("Akhtar")))


def test_what_does_not_count_is_filed_nowhere_but_history_is() -> None:
    threat = told(countable=False, not_countable_because="threat")
    assert merge.keys(threat) == merge.asks(threat) == ()
    assert merge.keys(told(countable=False, not_countable_because="historical"))


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(-3, 3))
def test_days_meet_exactly_when_they_are_at_most_one_apart(first: date, gap: int) -> None:
    one, other = (
        told(date=day(first.isoformat())),
        told("r_2", date=day((first + timedelta(gap)).isoformat())),
    )
    assert meet(one, other) == (abs(gap) <= 1)


@settings(deadline=None)
@given(st.floats(-80, 80), st.floats(-180, 180), st.floats(-0.2, 0.2), st.floats(-0.2, 0.2), st.floats(0, 20))
def test_spots_within_25_km_share_a_square(
    lat: float, lon: float, up: float, right: float, radius: float
) -> None:
    one, other = (lat, lon, radius), (lat + up, lon + right, 0.0)
    if distance(one, other) <= 24.9:
        assert set(squares(one)) & set(squares(other))
        near = replace(DARABAN, latitude=other[0], longitude=other[1], radius_km=0.0)
        assert meet(
            told(place=replace(DARABAN, latitude=lat, longitude=lon, radius_km=radius)),
            told("r_2", place=near),
        )
