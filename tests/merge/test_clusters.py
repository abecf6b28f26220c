"""Groups: the best agreements first, no refusal overruled, and people's word above all."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import merge
from dateline.record import Judgement, Member

A, B, C, D = (Member(f"r_{letter}", "E1") for letter in "abcd")
EVERYBODY = (A, B, C, D)


def says(left: Member, right: Member, score: float, by: str = "merge-1") -> Judgement:
    return Judgement(left, right, score >= 0, score, (), by)


def same(left: Member, right: Member, by: str = "ana") -> Judgement:
    return Judgement(left, right, True, float("inf"), (), f"analyst:{by}")


def apart(left: Member, right: Member, by: str = "ana") -> Judgement:
    return Judgement(left, right, False, float("-inf"), (), f"analyst:{by}")


def test_agreement_is_passed_on() -> None:
    assert merge.clusters(EVERYBODY, [says(A, B, 3), says(B, C, 2)]) == ((A, B, C), (D,))


def test_a_veto_across_keeps_two_groups_apart_and_the_stronger_tie_wins() -> None:
    told = [says(A, B, 3), says(B, C, 2), says(A, C, -29)]
    assert merge.clusters((A, B, C), told) == ((A, B), (C,))


def test_one_chance_likeness_does_not_chain_two_groups() -> None:
    told = [says(A, B, 5), says(C, D, 5), says(B, C, 0.5), says(A, C, -3), says(B, D, -3)]
    assert merge.clusters(EVERYBODY, told) == ((A, B), (C, D))


def test_an_analyst_s_same_overrules_a_machine_s_veto() -> None:
    assert merge.clusters((A, B), [says(A, B, -29), same(A, B)]) == ((A, B),)
    assert merge.clusters((A, B), [same(A, B), says(A, B, -29)]) == ((A, B),)


def test_an_analyst_s_not_the_same_overrules_every_likeness_between() -> None:
    told = [says(A, B, 9), says(B, C, 9), says(A, C, 9), apart(A, C)]
    found = merge.united(merge.clusters((A, B, C), told))
    assert found[A] != found[C]


def test_the_later_of_two_analysts_judgements_on_one_pair_stands() -> None:
    assert merge.clusters((A, B), [same(A, B), apart(A, B, "ben")]) == ((A,), (B,))
    assert merge.clusters((A, B), [apart(A, B), same(A, B, "ben")]) == ((A, B),)


SCORES = st.sampled_from([-29.0, -3.0, -0.5, 0.5, 3.0, 9.0])
MEMBERS = tuple(Member(f"r_{number}", "E1") for number in range(6))
KINDS = st.sampled_from(["m", "m", "m", "yes", "no"])
TOLD = st.lists(
    st.tuples(st.sampled_from(list(combinations(MEMBERS, 2))), SCORES, KINDS),
    max_size=14,
    unique_by=lambda one: one[0],
)


def judgements(told) -> list[Judgement]:
    make = {"yes": lambda a, b, _: same(a, b), "no": lambda a, b, _: apart(a, b), "m": says}
    return [make[kind](left, right, score) for (left, right), score, kind in told]


@settings(deadline=None)
@given(TOLD, st.randoms())
def test_the_order_of_judgements_changes_nothing(told, chance) -> None:
    given_ = judgements(told)
    mixed = list(given_)
    chance.shuffle(mixed)
    assert merge.clusters(MEMBERS, given_) == merge.clusters(MEMBERS, mixed)


@settings(deadline=None)
@given(TOLD)
def test_everybody_is_in_one_group_and_no_refusal_is_broken(told) -> None:
    given_ = judgements(told)
    found = merge.clusters(MEMBERS, given_)
    assert sorted(member for group in found for member in group) == sorted(MEMBERS)
    home = merge.united(found)
    for one in given_:
        if not one.same and one.by.startswith("analyst:"):
            assert home[one.left] != home[one.right]
    if not any(j.by.startswith("analyst:") and not j.same for j in given_):
        assert all(home[j.left] == home[j.right] for j in given_ if j.by.startswith("analyst:"))


@settings(deadline=None)
@given(TOLD)
def test_groups_that_nothing_ties_can_be_made_apart(told) -> None:
    """What a store does: only the part that a judgement touches is grouped again."""
    given_ = judgements(told)
    whole = merge.clusters(MEMBERS, given_)
    parts = merge.components(MEMBERS, [(j.left, j.right) for j in given_ if j.same])
    again = [group for part in parts for group in merge.clusters(part, given_)]
    assert tuple(sorted(again)) == whole
