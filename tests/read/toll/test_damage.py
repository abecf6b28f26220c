"""What became of things."""

import pytest

from dateline.read.page import Page
from dateline.read.toll import damages
from dateline.record import Report


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "It resulted in some damage to nearby buildings and civilian cars.",
            [("some_damage", "nearby buildings"), ("some_damage", "civilian cars")],
        ),
        (
            "The blast destroyed two houses and damaged a mosque.",
            [("destroyed", "two houses"), ("some_damage", "a mosque")],
        ),
        ("Windows were shattered.", [("some_damage", "Windows")]),
        ("A parked car was set on fire.", [("destroyed", "A parked car")]),
        ("Two soldiers were killed.", []),
        ("They planned to destroy the bridge.", [("destroyed", "the bridge")]),
    ],
)
def test_damages(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(d.effect, d.what) for d in damages(Page(Report(text)))] == wanted


def test_planned_damage_is_hypothetical() -> None:
    (damage,) = damages(Page(Report("They planned to destroy the bridge.")))
    assert damage.modality == "hypothetical"
