"""Several tellings to one incident: every field by a named rule, nothing lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.knowledge.resolving import resolving
from dateline.record import (
    Actor,
    Claim,
    Count,
    Flag,
    Says,
    Span,
    Target,
    Toll,
    Victim,
    Weapon,
    What,
    When,
    Where,
)
from dateline.resolve import merged
from tests.merge.told import DARABAN, KULACHI, QUETTA, day, dead, told, toll


def later(report: str, published: str, **changes):
    return told(report, head={"published": published}, **changes)


def rule(whole, field: str) -> str:
    return dict(whole.incident.resolution)[field]


def test_one_telling_is_itself_under_another_name() -> None:
    one = told()
    whole = merged.merge([one])
    assert whole.members == (one.member,) and whole.id == one.member.name
    for field in ("type", "date", "place", "killed", "injured", "weapons", "stage"):
        assert getattr(whole.incident, field) == getattr(one.incident, field)
    assert whole.disagreements == () and whole.independent_sources == 1
    assert rule(whole, "killed") == "single"


def test_what_one_report_alone_tells_keeps_the_rule_it_was_read_by() -> None:
    one = told(resolution=(("killed", "sum"), ("type", "typing 3")))
    other = told("r_2", killed=Toll(), injured=Toll(), resolution=(("type", "typing 9"),))
    assert rule(merged.merge([one, other]), "killed") == "sum"


def test_no_telling_is_no_incident() -> None:
    with pytest.raises(ValueError, match="needs a report"):
        merged.merge([])


def test_the_order_in_which_tellings_come_changes_nothing() -> None:
    tellings = [told(), later("r_2", "2016-04-13", killed=toll(5)), later("r_3", "2016-04-14", place=KULACHI)]
    assert merged.merge(tellings) == merged.merge(tellings[::-1])


def test_figures_that_nest_agree_on_the_narrower() -> None:
    whole = merged.merge([told(killed=toll(4, None)), told("r_2", killed=toll(5))])
    assert whole.incident.killed == toll(5)
    assert rule(whole, "killed") == "agree"


def test_a_toll_that_rises_is_a_series_and_the_newest_stands() -> None:
    tellings = [
        told(),
        later("r_2", "2016-04-13", killed=toll(7)),
        later("r_3", "2016-04-14", killed=toll(9)),
    ]
    whole = merged.merge(tellings)
    assert whole.incident.killed == toll(9)
    assert rule(whole, "killed") == "latest"
    assert [(p.value.low, p.published) for p in whole.series if p.field == "killed"] == [
        (4, "2016-04-12"), (7, "2016-04-13"), (9, "2016-04-14"),
    ]  # fmt: skip
    (differs,) = [one for one in whole.disagreements if one.field == "killed"]
    assert differs.verdict == "update"
    assert not [raised for raised in whole.flags if raised.flag.field == "killed"]


def test_a_toll_that_falls_without_a_reason_is_flagged() -> None:
    whole = merged.merge([told(killed=toll(9)), later("r_2", "2016-04-13", killed=toll(4))])
    assert whole.incident.killed == toll(4)
    (raised,) = [raised for raised in whole.flags if raised.flag.field == "killed"]
    assert "falls" in raised.flag.message and raised.report is None


def test_one_outlet_s_newer_figure_replaces_its_own() -> None:
    one = told(killed=toll(4), head={"publisher": "Radio"})
    two = told("r_2", killed=toll(5), head={"publisher": "Radio", "published": "2016-04-13"})
    three = told("r_3", killed=toll(5), head={"publisher": "Other"})
    whole = merged.merge([one, two, three])
    assert whole.incident.killed == toll(5)
    assert rule(whole, "killed") == "latest_same_source"
    assert whole.independent_sources == 2


def test_figures_of_one_day_that_clash_are_a_range() -> None:
    whole = merged.merge([told(killed=toll(4)), told("r_2", killed=toll(9))])
    assert whole.incident.killed == toll(4, 9)
    assert rule(whole, "killed") == "range"
    assert [one.verdict for one in whole.disagreements if one.field == "killed"] == ["contested"]


def test_a_correction_with_its_reason_beats_what_it_corrects_though_others_repeat_it() -> None:
    old = Claim("E1", "killed", toll(9), (Span(0, 4),), status="corrected")
    last = replace(later("r_3", "2016-04-14", killed=toll(8)), claims=(old,))
    whole = merged.merge([told(killed=toll(9)), told("r_2", killed=toll(9)), last])
    assert whole.incident.killed == toll(8)
    assert rule(whole, "killed") == "explained_correction"


def test_a_report_that_only_recalls_does_not_overrule_those_about_it() -> None:
    recalls = later("r_2", "2016-05-30", killed=toll(2), role="background")
    assert merged.merge([told(killed=toll(5)), recalls]).incident.killed == toll(5)


def test_the_wounded_one_who_died_is_not_counted_twice() -> None:
    first = told(killed=Toll(), injured=toll(1))
    whole = merged.merge([first, later("r_2", "2016-04-13", killed=toll(1), injured=Toll())])
    assert whole.incident.killed == toll(1)
    assert whole.incident.injured == toll(0)


def test_dates_that_clash_go_with_the_better_vouched_and_say_so() -> None:
    wrong = told("r_3", date=replace(day("2016-04-13"), basis="inferred"))
    whole = merged.merge([told(), told("r_2"), wrong])
    assert whole.incident.date.start == "2016-04-12"
    assert whole.incident.date.alternatives == ("2016-04-13",)
    assert rule(whole, "date") == "constraint_repair"
    assert any(raised.flag.kind == "date_conflict" for raised in whole.flags)


def test_dates_that_nobody_vouches_for_better_are_a_span() -> None:
    whole = merged.merge([told(), told("r_2", date=day("2016-04-13"))])
    assert (whole.incident.date.start, whole.incident.date.end) == ("2016-04-12", "2016-04-13")
    assert rule(whole, "date") == "range"


def test_a_month_and_a_day_inside_it_agree_on_the_day() -> None:
    month = When("2016-04-01", "2016-04-30", "month", None, "normalised", "2016-04")
    whole = merged.merge([told(date=month), told("r_2")])
    assert whole.incident.date.start == whole.incident.date.end == "2016-04-12"


def test_places_in_two_spellings_are_one_and_the_spellings_are_shown() -> None:
    other = Where("Darābin", "Darābin", None, "PAK", "culvert", "in", precision="locality")
    whole = merged.merge([told(), told("r_2", place=other)])
    assert whole.incident.place.locality == "Daraban"
    assert whole.incident.place.site == "culvert"
    assert [(d.field, d.verdict) for d in whole.disagreements] == [("place", "spelling")]


def test_the_finer_place_wins_and_keeps_what_contains_it() -> None:
    province = Where("Khyber Pakhtunkhwa", None, "Khyber Pakhtunkhwa", "PAK", precision="admin1")
    whole = merged.merge([told(place=province), told("r_2", place=replace(DARABAN, admin1=None))])
    assert (whole.incident.place.locality, whole.incident.place.admin1) == ("Daraban", "Khyber Pakhtunkhwa")


def test_two_towns_against_one_go_by_majority_and_one_against_one_by_what_holds_both() -> None:
    whole = merged.merge([told(), told("r_2"), told("r_3", place=QUETTA)])
    assert whole.incident.place.locality == "Daraban" and rule(whole, "place") == "majority"
    whole = merged.merge([told(), told("r_2", place=QUETTA)])
    assert whole.incident.place.locality is None and whole.incident.place.country == "PAK"
    assert whole.incident.place.alternatives == ("Daraban", "Quetta")
    assert rule(whole, "place") == "contested"


def test_the_narrower_type_is_agreed_on_and_another_is_an_alternative() -> None:
    whole = merged.merge([told(), told("r_2"), told("r_3", type=What("explosive.suicide"))])
    assert whole.incident.type == What("explosive.remote_ied")
    assert whole.incident.type_alternatives == ("explosive.suicide",)


def test_types_one_against_one_on_one_day_are_contested_and_the_incident_still_has_one() -> None:
    whole = merged.merge([told(), told("r_2", type=What("explosive.suicide"))])
    assert whole.incident.type == What("explosive.remote_ied")
    assert rule(whole, "type") == "contested"


def test_actors_are_listed_once_on_the_firmest_rung_and_the_nameless_yield() -> None:
    gunmen = Actor(None, "gunmen", "unidentified_armed", "reported_as_fact")
    accused = Actor("Lashkar-e-Nishan", None, "rebel_group", "accused_by_authority")
    claims = Actor("Lashkar-i-Nishan", None, "rebel_group", "claimed")
    whole = merged.merge([
        told(perpetrators=(gunmen,)), told("r_2", perpetrators=(accused,)),
        told("r_3", perpetrators=(claims,), claim_of_responsibility="claimed"),
    ])  # fmt: skip
    (actor,) = whole.incident.perpetrators
    assert (actor.status, actor.kind) == ("claimed", "rebel_group")
    assert whole.incident.claim_of_responsibility == "claimed"


def test_two_claimants_compete_and_the_record_is_contested() -> None:
    one = Actor("Red Front", None, "rebel_group", "claimed")
    two = Actor("Blue Brigade", None, "rebel_group", "claimed")
    whole = merged.merge([
        told(perpetrators=(one,), claim_of_responsibility="claimed"),
        told("r_2", perpetrators=(two,), claim_of_responsibility="claimed"),
    ])  # fmt: skip
    assert whole.incident.claim_of_responsibility == "competing"
    assert whole.incident.grade == "contested"


def test_accusation_and_denial_are_a_disagreement() -> None:
    accused = Actor("Red Front", None, "rebel_group", "accused_by_authority")
    denies = Actor("Red Front", None, "rebel_group", "denied")
    whole = merged.merge([told(perpetrators=(accused,)), told("r_2", perpetrators=(denies,))])
    (differs,) = [one for one in whole.disagreements if one.field == "perpetrators"]
    assert {side.reports for side in differs.sides} == {("r_1",), ("r_2",)}


def test_weapons_and_targets_are_united() -> None:
    whole = merged.merge([
        told(targets=(Target("group", "police", None, "policemen", "killed"),)),
        told("r_2", weapons=(Weapon("ied", "a bomb"), Weapon("firearms")),
             targets=(Target("group", "police", None, "police guards"),)),
    ])  # fmt: skip
    assert [(weapon.type, weapon.description) for weapon in whole.incident.weapons] == [
        ("ied", "a bomb"), ("firearms", None),
    ]  # fmt: skip
    assert [target.effect for target in whole.incident.targets] == ["killed"]


def test_victims_in_two_spellings_are_one_and_the_dead_are_no_longer_wounded() -> None:
    hurt = (Victim("Syed Marwat", "civilian", "Syed Marwat", "injured", Count(1, 1)),)
    whole = merged.merge(
        [
            told(victims=hurt),
            told("r_2", victims=dead("Saeed Marwat")),
            told("r_3", victims=dead("Saeed Marwat")),
        ]
    )
    assert [(victim.name, victim.effect) for victim in whole.incident.victims] == [("Saeed Marwat", "killed")]
    assert [one.verdict for one in whole.disagreements if one.field == "victims"] == ["spelling"]


def test_copies_and_relays_are_one_source() -> None:
    text = " ".join(f"word{number}" for number in range(120))
    one = told(head={"text": text, "publisher": "Agency Press"})
    copy = told("r_2", head={"text": f"KARACHI - {text}", "publisher": "Morning Post"})
    relay = replace(
        told("r_3", head={"publisher": "Evening Star"}),
        claims=(Claim("E1", "killed", toll(4), (Span(0, 4),), Says("Agency Press")),),
    )
    alone = told("r_4", head={"publisher": "Radio"})
    whole = merged.merge([one, copy, relay, alone])
    assert whole.independent_sources == 2
    assert whole.copies == ("r_2",)


def test_two_independent_sources_that_agree_make_it_fair_and_an_admission_confirms_it() -> None:
    assert merged.merge([told()]).incident.grade == "weak"
    assert merged.merge([told(), told("r_2")]).incident.grade == "fair"
    admits = told("r_2", perpetrators=(Actor("the army", None, "state_military", "admitted"),))
    assert merged.merge([told(), admits]).incident.grade == "confirmed"


def test_claims_and_flags_of_every_member_are_kept_and_what_lost_says_so() -> None:
    old = Claim("E1", "killed", toll(4), (Span(0, 4),))
    new = Claim("E1", "killed", toll(5), (Span(0, 4),))
    flag = Flag("sum", "the parts do not add up", (Span(0, 4),), "E1", "killed")
    one = replace(told(), claims=(old,), flags=(flag,))
    two = replace(later("r_2", "2016-04-13", killed=toll(5)), claims=(new,))
    whole = merged.merge([one, two])
    assert [(t.report, t.claim.status) for t in whole.claims] == [("r_1", "dissenting"), ("r_2", "current")]
    assert whole.flags[0].flag == flag and whole.flags[0].report == "r_1"


def test_history_told_beside_news_still_counts() -> None:
    history = later(
        "r_2", "2017-04-12", role="historical", countable=False, not_countable_because="historical"
    )
    whole = merged.merge([told(), history])
    assert whole.incident.countable and whole.incident.role == "main"


@pytest.mark.parametrize(
    ("first", "value"), [("conservative", toll(4)), ("independent_first", toll(6)), ("contested", Toll())]
)
def test_the_codebook_chooses_the_rule(monkeypatch: pytest.MonkeyPatch, first: str, value: Toll) -> None:
    fields = dict(resolving().fields) | {"killed": (first, "range")}
    changed = resolving().model_copy(update={"fields": fields})
    monkeypatch.setattr("dateline.resolve.merged.rules.resolving", lambda: changed)
    tellings = []
    for number, (low, by) in enumerate([(9, "the army"), (4, "the army spokesman"), (6, "Dr Gul")]):
        claim = Claim("E1", "killed", toll(low), (Span(0, 4),), Says(by))
        tellings.append(replace(told(f"r_{number}", killed=toll(low)), claims=(claim,)))
    whole = merged.merge(tellings)
    assert whole.incident.killed == value
    assert rule(whole, "killed") == first
