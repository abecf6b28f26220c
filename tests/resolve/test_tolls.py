"""Tolls and victims added up from claims."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.intake import from_text
from dateline.read.page import Page
from dateline.read.toll import casualties
from dateline.record import Count, Report, Span
from dateline.record.casualty import Casualty
from dateline.resolve.tolls import toll
from dateline.resolve.victims import victims


def claim(effect: str, low: int, head: str = "people", sentence: int = 0) -> Casualty:
    """A claim of exactly `low` people, whose words are wherever its sentence is."""
    return Casualty(
        effect=effect,
        count=Count(low, low, low),
        who=head,
        type={"soldiers": "military", "villagers": "civilian"}.get(head, "civilian"),
        name=None,
        words=Span(sentence * 100, sentence * 100 + 50),
        people=Span(sentence * 100, sentence * 100 + 20),
        cue=Span(sentence * 100 + 30, sentence * 100 + 36),
        sentence=sentence,
        head=head,
        general=head == "people",
    )


def figure(*claims: Casualty, effect: str = "killed") -> tuple[str, int | None, int | None]:
    answer = toll(claims, effect).toll
    return answer.state, answer.low, answer.high


def test_silent_zero_and_unknown_differ() -> None:
    assert figure() == ("not_reported", None, None)
    assert figure(claim("killed", 0)) == ("stated_zero", 0, 0)
    assert figure(claim("killed_or_injured", 0)) == ("stated_zero", 0, 0)
    assert figure(replace(claim("killed_or_injured", 1), count=None)) == ("not_reported", None, None)
    assert figure(claim("killed_or_injured", 12)) == ("unknown_number", None, None)


def test_a_retold_figure_counts_once() -> None:
    assert figure(claim("killed", 7), claim("killed", 7, sentence=1)) == ("stated", 7, 7)


def test_parts_do_not_add() -> None:
    assert figure(claim("killed", 11), replace(claim("killed", 4, "family"), part=True)) == ("stated", 11, 11)


def test_people_of_other_kinds_add() -> None:
    told = (claim("killed", 15, "soldiers"), claim("killed", 2, "villagers", sentence=1))
    assert figure(*told) == ("stated", 17, 17)


def test_further_deaths_add() -> None:
    later = replace(claim("killed", 2, sentence=1), more=True, later=True)
    assert figure(claim("killed", 5), later) == ("stated", 7, 7)


def test_at_least_meets_the_exact_figure() -> None:
    vague = replace(claim("killed", 9), count=Count(9, None))
    assert figure(vague, claim("killed", 11, sentence=1)) == ("stated", 11, 11)


def test_a_later_part_tightens_a_vague_whole() -> None:
    vague = replace(claim("abducted", 3, "women"), count=Count(3, None))
    part = replace(claim("abducted", 4, "women", sentence=1), part=True)
    assert figure(vague, part, effect="abducted") == ("stated", 4, None)


def test_the_attacker_is_not_counted_with_victims() -> None:
    told = (claim("killed", 4), replace(claim("killed", 1, "bomber", sentence=1), attacker=True))
    assert figure(*told) == ("stated", 4, 4)


def test_plans_and_figures_over_a_period_are_no_tolls() -> None:
    plan = replace(claim("killed", 40), modality="hypothetical")
    running = replace(claim("killed", 143), running=True)
    assert figure(plan, running) == ("not_reported", None, None)


def test_rival_speakers_give_a_range() -> None:
    one = replace(claim("killed", 9), speaker="the army")
    other = replace(claim("killed", 14, sentence=1), speaker="the rebels")
    answer = toll((one, other), "killed")
    assert (answer.toll.low, answer.toll.high, answer.rule) == (9, 14, "range")


def test_the_shot_who_died_are_dead_and_not_injured() -> None:
    shot = replace(claim("injured", 1, "man"), unsure=True)
    died = replace(claim("killed", 1, "man", sentence=1), definite=True)
    assert figure(shot, died, effect="injured") == ("not_reported", None, None)
    assert figure(shot, died) == ("stated", 1, 1)
    assert figure(shot, effect="injured") == ("stated", 1, 1)


def test_parts_above_the_whole_are_flagged() -> None:
    part = replace(claim("killed", 9), part=True, cue=Span(40, 44))
    (flag,) = toll((claim("killed", 5), part), "killed").flags
    assert flag.kind == "subset" and "9" in flag.message and "5" in flag.message


def test_headline_against_body_is_flagged() -> None:
    head = replace(claim("killed", 14), zone="headline")
    (flag,) = toll((head, claim("killed", 4, sentence=1)), "killed").flags
    assert flag.kind == "headline_body"
    assert not toll((head, claim("killed", 14, sentence=1)), "killed").flags


def test_unhurt_and_wounded_is_flagged() -> None:
    safe = replace(claim("unhurt", 1, "mayor"), name="Omar Diallo")
    hurt = replace(claim("injured", 1, "mayor", sentence=1), name="Omar Diallo")
    (flag,) = toll((safe, hurt), "injured").flags
    assert flag.kind == "unhurt_wounded"


def test_a_victim_told_twice_is_listed_once_with_all_words() -> None:
    again = replace(claim("killed", 7, "villagers", sentence=1), definite=True)
    ((victim, spans),) = victims((claim("killed", 7, "villagers"), again))
    assert victim.count == Count(7, 7) and len(spans) == 2


def test_a_part_names_its_whole() -> None:
    part = replace(claim("killed", 2, "children"), part=True, cue=Span(40, 44))
    listed = [victim for victim, _ in victims((claim("killed", 7, "villagers"), part))]
    assert [v.subset_of for v in listed] == [None, "villagers"]


@pytest.mark.parametrize("effect", ["killed", "injured"])
@given(st.lists(st.integers(1, 60), min_size=1, max_size=5))
def test_a_toll_is_never_below_its_largest_figure_nor_above_the_sum(effect: str, figures: list[int]) -> None:
    claims = [claim(effect, low, sentence=index) for index, low in enumerate(figures)]
    answer = toll(claims, effect).toll
    assert answer.low is not None and max(figures) <= answer.low <= sum(figures)


def test_people_of_two_kinds_are_two_victims() -> None:
    guards = replace(claim("injured", 3, "members"), type="security_guard")
    officers = replace(claim("injured", 3, "officers", sentence=4), type="police")
    assert [v.who for v, _ in victims((guards, officers))] == ["members", "officers"]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Two employees, a paramedic and an ambulance driver, were killed in Idlib.", 2),
        ("Two soldiers, a teacher and a driver were killed in Idlib.", 4),
        ("Two soldiers, three teachers and a driver, were killed in Idlib.", 6),
        ("8 shot dead outside a corner store in Ohio.", 8),
        ("A man killed his wife Friday when she came home. Gina Williams died at the scene.", 1),
        ("Two people were killed. Doctors said that a third person, a 14-year-old boy, had died.", 3),
        ("Three people were killed. A third person, a boy of 14, died on the way.", 3),
    ],
)
def test_people_told_twice_are_counted_once(text: str, killed: int) -> None:
    assert figure(*casualties(Page(Report(text)))) == ("stated", killed, killed)


def test_a_headline_and_its_body_tell_of_one_person() -> None:
    told = "Grenade hits house; niece wounded\n\nLAGOS - A schoolgirl was wounded by a grenade on Monday."
    (listed, _), *others = victims(casualties(Page(from_text(told))))
    assert (listed.who, others) == ("schoolgirl", [])
