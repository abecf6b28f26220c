"""Floors: figures hold them, and nobody lowers one in silence."""

from pathlib import Path

import pytest

from bench import golden
from bench.floors import below, explained, floors, history, lowered, raised
from bench.outcome import Figure, Options, Outcome

CHANGELOG = Path(__file__).parent.parent.parent / "CHANGELOG.md"


def outcome(value: float | None) -> Outcome:
    return Outcome("gold", "three articles", (Figure("headline", value, 3),), "headline")


def test_our_own_articles_hold_their_floors() -> None:
    found = golden.measure(Options(workers=1))
    assert not found.failed
    assert list(below(found, floors())) == []


def test_no_floor_was_lowered_without_a_word_in_the_changelog() -> None:
    told = CHANGELOG.read_text(encoding="utf-8")
    silent = [
        f"{measure} {name} -> {value:g}"
        for before in history()
        for measure, name, value in lowered(floors(), before)
        if not explained(told, measure, name, value)
    ]
    assert silent == [], "say why in CHANGELOG.md: `- Floor of MEASURE FIGURE lowered to VALUE: reason`"


def test_a_figure_below_its_floor_is_told() -> None:
    pinned = {"gold": {"headline": 0.5}}
    assert list(below(outcome(0.5), pinned)) == []
    assert list(below(outcome(0.49), pinned)) == ["gold headline: 0.4900 is below the floor 0.5"]
    assert list(below(outcome(None), pinned)) == ["gold headline: nothing measured, floor 0.5"]


@pytest.mark.parametrize("now", [{"gold": {"headline": 0.4}}, {"gold": {}}, {}])
def test_lowering_and_taking_away_are_both_seen(now: dict[str, dict[str, float]]) -> None:
    before = {"gold": {"headline": 0.5}}
    [(measure, name, value)] = lowered(now, before)
    assert (measure, name) == ("gold", "headline")
    assert not explained("- Floors are good.", measure, name, value)
    assert explained(f"- Floor of gold headline lowered to {value:g}: new articles.", measure, name, value)
    assert list(lowered(before, now)) == []


def test_pinning_raises_and_never_lowers() -> None:
    pinned = {"gold": {"headline": 0.5}}
    assert raised(outcome(0.61279), pinned) == {"headline": 0.612}
    assert raised(outcome(0.3), pinned) == {"headline": 0.5}
