"""Every value's meet is an algebra: order never matters, and saying it twice adds nothing."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.record import Claim, Count, What, When, Where

days = st.integers(0, 60).map(lambda n: (date(2024, 1, 1) + timedelta(n)).isoformat())
dated = st.tuples(days, days).map(lambda p: When(min(p), max(p)))
whens = st.one_of(dated, st.just(When()))
counts = st.tuples(st.integers(0, 50), st.none() | st.integers(0, 50)).map(
    lambda p: Count(p[0], None if p[1] is None else p[0] + p[1])
)
whats = st.sampled_from(["a", "a.b", "a.bc", "a.b.c", "b", "b.a"]).map(What)
paths = [("IRQ",), ("IRQ", "Baghdad"), ("IRQ", "Baghdad", "Baghdad"), ("IRQ", "Basra"), ("SYR",), ()]
wheres = st.sampled_from(paths).map(
    lambda p: Where(**dict(zip(("country", "admin1", "locality"), p, strict=False)))
)


@given(st.one_of(*[st.tuples(kind, kind, kind) for kind in (whens, counts, whats, wheres)]))
def test_meet_is_idempotent_commutative_and_associative(triple):
    a, b, c = triple
    assert a.meet(a) == a
    assert a.meet(b) == b.meet(a)
    ab, bc = a.meet(b), b.meet(c)
    assert (ab and ab.meet(c)) == (bc and a.meet(bc))


@given(counts, counts)
def test_what_is_left_satisfies_both_counts(a, b):
    left = a.meet(b)
    if left is not None:
        assert left.low >= max(a.low, b.low)
        assert all(left.high is not None and left.high <= n.high for n in (a, b) if n.high is not None)


def test_at_least_nine_and_eleven_is_eleven():
    assert Count(9).meet(Count(11, 11)) == Count(11, 11)
    assert Count(12).meet(Count(11, 11)) is None


def test_a_claim_without_words_is_refused():
    with pytest.raises(ValueError, match="needs words behind it"):
        Claim("E1", "killed", Count(3, 3), ())
