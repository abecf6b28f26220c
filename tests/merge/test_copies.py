"""Copies of a text are found by a sketch of it, and other texts are not."""

from __future__ import annotations

import random

import pytest

from dateline.merge.copies import HASHES, bands, signature
from dateline.record.telling import Head

WORDS = [f"word{number}" for number in range(3000)]


def article(seed: int, length: int = 300) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def like(one: list[str], other: list[str]) -> float:
    return Head("r_1", signature=signature(" ".join(one)), signed_by="x").likeness(
        Head("r_2", signature=signature(" ".join(other)), signed_by="x")
    )


def test_a_signature_never_changes_since_cases_keep_them() -> None:
    assert signature("a bomb went off " * 20).hex()[:32] == PINNED
    assert len(signature("a bomb went off " * 20)) == 4 * HASHES


PINNED = "5e28c311f828c429eb204f079fd68f8c"


def test_the_same_words_are_wholly_alike_and_others_not_at_all() -> None:
    assert like(article(1), article(1)) == 1.0
    assert like(article(1), article(2)) < 0.05


@pytest.mark.parametrize("kept", [0.5, 0.7, 0.9])
def test_the_estimate_is_near_the_true_share(kept: float) -> None:
    words = article(3, 600)
    cut = words[: int(len(words) * kept)]
    shingles = [{tuple(w[at : at + 4]) for at in range(len(w) - 3)} for w in (words, cut)]
    true = len(shingles[0] & shingles[1]) / len(shingles[0] | shingles[1])
    assert like(words, cut) == pytest.approx(true, abs=0.15)


def test_a_wire_prefix_keeps_a_band_in_common() -> None:
    words = article(4)
    one, other = signature(" ".join(words)), signature(" ".join(["KARACHI", "Agency", *words]))
    assert set(bands(one)) & set(bands(other))
    assert not set(bands(one)) & set(bands(signature(" ".join(article(5)))))


def test_a_short_text_has_no_signature_and_is_like_nothing() -> None:
    assert signature("Sign in to read more.") == b""
    assert bands(b"") == ()
    assert like(["a"], ["a"]) == 0.0


def test_sketches_made_in_different_ways_say_nothing() -> None:
    signed = signature(" ".join(article(1)))
    assert (
        Head("r_1", signature=signed, signed_by="a").likeness(Head("r_2", signature=signed, signed_by="b"))
        == 0.0
    )
