"""What decisions come to: later ones win, undone ones never were, nothing a person said is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline import merge
from dateline.record import Incident, Judgement, Member, Merged, Review, Toll, What
from dateline.run.deciding import accepted_members, accepted_values, judgements, standing, status

TELLINGS = tuple(Member(f"r_{letter}", "E1") for letter in "abcdef")


def review(number: int, kind: str, members, apart=(), **rest) -> Review:
    return Review(f"d_{number}", kind, "ana", "2024-05-06", tuple(members), tuple(apart), **rest)


def merged(*members: Member, killed: int = 5) -> Merged:
    toll = Toll("stated", killed, killed, killed)
    return Merged(Incident(members[0].name, What("explosive.grenade"), killed=toll), members, ())


SETS = st.sets(st.sampled_from(TELLINGS), min_size=1, max_size=5)


@st.composite
def decisions(draw) -> list[Review]:
    made: list[Review] = []
    for number in range(draw(st.integers(1, 7))):
        members = draw(SETS)
        kind = draw(st.sampled_from(["merge", "split", "undo"]))
        if kind == "undo" and made:
            about = draw(st.sampled_from(made))
            made.append(review(number, "undo", about.members, about.apart_from, undoes=about.id))
        elif kind == "split" and len(members) < len(TELLINGS):
            apart = draw(st.sets(st.sampled_from([m for m in TELLINGS if m not in members]), min_size=1))
            made.append(review(number, "split", sorted(members), sorted(apart)))
        else:
            made.append(review(number, "merge", sorted(members)))
    return made


MACHINE = st.lists(
    st.tuples(st.sampled_from(TELLINGS), st.sampled_from(TELLINGS), st.floats(-9, 9)), max_size=12
)


def homes(told) -> dict[Member, int]:
    groups = merge.clusters(TELLINGS, told)
    return {member: number for number, group in enumerate(groups) for member in group}


@given(decisions(), MACHINE)
def test_the_last_decision_stands_whatever_a_machine_says(made, pairs):
    machine = [Judgement(a, b, score > 0, score, ("x",), "merge-1") for a, b, score in pairs if a != b]
    stand = standing(made)
    if not stand:
        assert judgements(stand) == ()
        return
    home = homes([*machine, *judgements(stand)])
    last = stand[-1]
    if last.kind == "merge":
        assert len({home[member] for member in last.members}) == 1
    else:
        assert not {home[m] for m in last.members} & {home[m] for m in last.apart_from}


@given(decisions())
def test_an_undone_decision_never_was(made):
    last = made[-1]
    undone = [*made, review(99, "undo", last.members, last.apart_from, undoes=last.id)]
    assert judgements(standing(undone)) == judgements(standing(made[:-1]))


@given(decisions())
def test_no_pair_is_both(made):
    told = judgements(standing(made))
    same = {(one.left, one.right) for one in told if one.same}
    apart = {(one.left, one.right) for one in told if not one.same}
    assert not same & apart


def test_redoing():
    first = review(1, "merge", TELLINGS[:2])
    undo = review(2, "undo", TELLINGS[:2], undoes="d_1")
    redo = review(3, "undo", TELLINGS[:2], undoes="d_2")
    assert standing([first, undo]) == ()
    assert standing([first, undo, redo]) == (first,)


def test_splitting_one_out_leaves_the_others_merged():
    made = [review(1, "merge", TELLINGS[:3]), review(2, "split", TELLINGS[1:2], (TELLINGS[0], TELLINGS[2]))]
    home = homes(judgements(made))
    assert home[TELLINGS[0]] == home[TELLINGS[2]] != home[TELLINGS[1]]


def test_the_status_of_an_incident():
    a, b = TELLINGS[:2]
    one = merged(a)
    accept = review(1, "accept", [a], after=accepted_values(one))
    assert status(one, []) == "open"
    assert status(one, [review(1, "comment", [a])]) == "open"
    assert status(one, [accept]) == "accepted"
    assert status(merged(a, b), [accept]) == "changed"
    assert status(merged(a, killed=6), [accept]) == "changed"
    correct = review(2, "correct", [a], field="killed", after={"state": "stated", "low": 6})
    assert status(merged(a, killed=6), [accept, correct]) == "accepted"
    assert status(one, [accept, review(2, "reject", [a])]) == "rejected"
    assert status(merged(a, b), [review(2, "reject", [a])]) == "changed"


def test_what_a_person_vouched_for():
    a, b = TELLINGS[:2]
    assert accepted_members([review(1, "accept", [a, b])]) == {a, b}
    assert accepted_members([review(1, "accept", [a, b]), review(2, "reject", [b])]) == {a}
