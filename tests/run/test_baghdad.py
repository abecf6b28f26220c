"""The Baghdad report: wrong month, nobody claims it, and thirty-four traps."""

import pytest

import dateline


@pytest.fixture(scope="module")
def dated(baghdad):
    return dateline.read(baghdad, published="2021-11-08")


@pytest.fixture(scope="module")
def undated(baghdad):
    return dateline.read(baghdad)


def of_type(record, code):
    return next(incident for incident in record.countable if incident.type.code == code)


@pytest.mark.parametrize("which", ["dated", "undated"])
def test_three_countable_incidents_and_no_more(request, which):
    record = request.getfixturevalue(which)
    assert [incident.type.code for incident in record.countable] == [
        "explosive.air_drone",
        "riot.violent_demonstration",
        "explosive.shelling_missile",
    ]
    assert all(incident.stage == "carried_out" for incident in record.countable)


def test_dates(dated):
    days = [(i.date.start, i.date.end) for i in dated.countable]
    assert days == [("2021-11-07",) * 2, ("2021-11-05",) * 2, ("2021-11-01",) * 2]
    assert of_type(dated, "explosive.air_drone").date.basis == "chosen_from_conflict"
    assert of_type(dated, "explosive.air_drone").date.time_of_day == "early hours"


def test_the_date_flag_explains_itself(dated, baghdad):
    (flag,) = [flag for flag in dated.flags if flag.kind == "date_conflict"]
    assert flag.suggestion == "2021-11-07"
    assert "August 7" in flag.message
    assert "Saturday" in flag.message
    assert any("August 7" in baghdad[span.start : span.end] for span in flag.spans)


def test_without_a_publication_date_the_year_stays_open_and_the_flag_comes(undated):
    strike = of_type(undated, "explosive.air_drone")
    assert strike.date.start is None
    assert strike.date.edtf == "XXXX-11-07"
    (flag,) = [flag for flag in undated.flags if flag.kind == "date_conflict"]
    assert "November 1" in flag.message


@pytest.mark.parametrize("which", ["dated", "undated"])
def test_place_is_the_green_zone(request, which):
    record = request.getfixturevalue(which)
    for incident in record.countable:
        assert (incident.place.name, incident.place.locality, incident.place.country) == (
            "Green Zone",
            "Baghdad",
            "IRQ",
        )


@pytest.mark.parametrize("which", ["dated", "undated"])
def test_nobody_did_it_and_somebody_says_so(request, which):
    strike = of_type(request.getfixturevalue(which), "explosive.air_drone")
    assert strike.perpetrators == ()
    assert strike.claim_of_responsibility == "none"


@pytest.mark.parametrize("which", ["dated", "undated"])
def test_the_prime_minister_is_unhurt_and_guards_are_not(request, which):
    strike = of_type(request.getfixturevalue(which), "explosive.air_drone")
    effects = {(victim.type, victim.effect) for victim in strike.victims}
    assert ("government_head", "unhurt") in effects
    assert ("security_guard", "injured") in effects
    assert (strike.injured.low, strike.injured.high) == (3, None)
    assert strike.killed.state == "not_reported"


@pytest.mark.parametrize("which", ["dated", "undated"])
def test_the_clash_and_the_rockets(request, which):
    record = request.getfixturevalue(which)
    clash, rockets = (
        of_type(record, "riot.violent_demonstration"),
        of_type(record, "explosive.shelling_missile"),
    )
    assert (clash.killed.low, clash.killed.high) == (1, None)
    (weapon,) = [weapon for weapon in rockets.weapons if weapon.type == "rocket"]
    assert weapon.count is not None
    assert (weapon.count.low, weapon.count.high) == (3, 3)
    assert {t.effect for t in rockets.targets} == {"not_stated", "some_damage"}
    assert rockets.killed.state == rockets.injured.state == "not_reported"


def test_missiles_of_treachery_are_rhetoric(dated, baghdad):
    assert any(
        aside.reason == "rhetoric" and "missiles of treachery" in baghdad[aside.span.start : aside.span.end]
        for aside in dated.not_incidents
    )


def test_captions_are_no_evidence(dated):
    captions = [zone for zone in dated.report.zones if zone.kind == "caption"]
    assert captions
    assert not any(
        span.start < zone.end and zone.start < span.end
        for zone in captions
        for claim in dated.claims
        for span in claim.spans
    )
