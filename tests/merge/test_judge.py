"""What ties two tellings together, what keeps them apart, and what is said about it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline import merge
from dateline.record import Actor, Target, Toll, What, Where

from .told import KULACHI, QUETTA, day, dead, told, toll

TEXT = (
    "Four policemen were killed and six were hurt when a bomb went off under their van near a culvert on "
    "the road to Daraban on Tuesday morning, the district police officer said. The van was taking the guards "
    "of a vaccination team to a village when the device hidden in the culvert exploded beneath it. Nobody "
    "has said that they did it, and a search of the fields around the road had found no one by the evening."
)


def judged(one, other):
    found = merge.judge(one, other)
    assert found == merge.judge(other, one)  # whoever comes first
    return found


def test_the_same_bombing_twice_is_one_with_reasons() -> None:
    found = judged(told(), told("r_2"))
    assert found.same and found.score > 0
    assert "same day" in found.because and "both in Daraban" in found.because
    assert found.by == merge.JUDGED_BY


def test_a_toll_that_rises_is_one_incident_and_says_so() -> None:
    later = told("r_2", killed=toll(5), injured=toll(7), head={"published": "2016-04-13"})
    found = judged(told(), later)
    assert found.same
    assert "killed 4 and 5, rising" in found.because


@pytest.mark.parametrize(
    "other",
    [
        told("r_2", place=QUETTA, killed=toll(9)),
        told("r_2", date=day("2016-04-15"), killed=Toll(), injured=Toll(), weapons=()),
        told("r_2", place=KULACHI, killed=toll(1), injured=Toll()),
        told("r_2", type=What("strategic.arrests"), killed=Toll(), injured=Toll(), weapons=()),
    ],
    ids=["another province", "three days later", "another town", "arrests"],
)
def test_another_place_day_or_kind_is_not_the_same(other) -> None:
    found = judged(told(), other)
    assert found is None or not found.same


def test_two_incidents_of_one_report_are_never_one() -> None:
    found = judged(told(), told(incident="E2"))
    assert not found.same
    assert found.because[0] == "veto: told apart in one report"


def test_clock_times_hours_apart_are_two_incidents_and_half_an_hour_is_one() -> None:
    morning = told(date=replace(day("2016-04-12"), time_of_day="08:00"))
    noon = told("r_2", date=replace(day("2016-04-12"), time_of_day="12:30"))
    soon = told("r_2", date=replace(day("2016-04-12"), time_of_day="08:25"))
    assert "veto: 08:00 and 12:30" in judged(morning, noon).because
    assert judged(morning, soon).same


def test_all_the_dead_named_and_none_the_same_is_a_veto() -> None:
    one = told(killed=toll(1), victims=dead("Saeed Marwat"))
    found = judged(one, told("r_2", killed=toll(1), victims=dead("Imran Gul")))
    assert not found.same and found.because[0].startswith("veto: other dead")
    assert judged(one, told("r_2", killed=toll(1), victims=dead("Syed Marwat"))).same


def test_one_dead_person_ties_reports_whose_places_and_days_differ() -> None:
    one = told(killed=toll(1), victims=dead("Saeed Akhtar Marwat"), names=("akhtar marwat", "karak road"))
    other = told("r_2", killed=toll(1), victims=dead("Syed Akhtar Marwat"), place=KULACHI,
                 date=day("2016-04-14"), names=("akhtar marwat", "karak road"))  # fmt: skip
    assert judged(one, other).same


def test_a_name_alone_does_not_merge() -> None:
    other = told("r_2", place=QUETTA, date=day("2016-05-09"), killed=Toll(), injured=Toll(),
                 weapons=(), perpetrators=(Actor("Saeed Marwat", kind="individual"),))  # fmt: skip
    found = judged(told(perpetrators=(Actor("Saeed Marwat", kind="individual"),)), other)
    assert found is None or not found.same


def test_a_copy_of_a_text_is_told_as_one() -> None:
    one, other = told(head={"text": TEXT}), told("r_2", head={"text": f"KARACHI (Agency) - {TEXT}"})
    assert any("of the text is the same" in reason for reason in judged(one, other).because)


def test_targets_and_doers_by_name_count() -> None:
    one = told(targets=(Target("object", "police", "Bannu Police Lines"),))
    same = judged(one, told("r_2", targets=(Target("object", "police", "the Bannu police lines"),)))
    other = judged(one, told("r_2", targets=(Target("object", "police", "Tank Fort"),)))
    assert same.score > judged(told(), told("r_2")).score > other.score


def test_no_place_at_all_is_less_than_the_same_town() -> None:
    assert judged(told(), told("r_2", place=Where())).score < judged(told(), told("r_2")).score


def test_the_explanation_adds_up() -> None:
    lines = merge.explain(told(), told("r_2"))
    shares = [float(line.split()[0]) for line in lines if line.strip()[0] in "+-"]
    assert shares[-1] == pytest.approx(sum(shares[:-1]), abs=0.06)
    assert "one incident" in lines[-1]
    assert any(line == "compared by day and ground" for line in lines)


def test_the_explanation_names_vetoes_and_near_misses() -> None:
    lines = merge.explain(told(), told(incident="E2"))
    assert any("veto: told apart in one report" in line for line in lines)
    other = told("r_2", place=KULACHI, killed=toll(1), injured=Toll())
    assert "a near miss" in merge.explain(told(), other)[-1]
