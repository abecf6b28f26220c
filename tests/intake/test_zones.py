"""Lines that are no running text, and text in languages we cannot read."""

import pytest

from dateline.intake import from_text
from dateline.intake.language import language_of
from dateline.intake.zones import zones

PAGE = """Two hurt as shells hit harbour town

PORTO NOVO, Benin (Agency) - Two people were hurt on Monday, police said.

Market women in Porto Novo
Market women in Porto Novo Getty

What comes next?

Reporting by A. Writer

Read more: The harbour war
"""


def test_zones_of_a_page():
    told = [(zone.kind, PAGE[zone.start : zone.end]) for zone in zones(PAGE)]
    assert told == [
        ("headline", "Two hurt as shells hit harbour town"),
        ("dateline", "PORTO NOVO, Benin (Agency) - "),
        ("caption", "Market women in Porto Novo"),
        ("caption", "Market women in Porto Novo Getty"),
        ("subhead", "What comes next?"),
        ("credit", "Reporting by A. Writer"),
        ("related", "Read more: The harbour war"),
    ]


def test_the_headline_is_the_title():
    assert from_text(PAGE).title == "Two hurt as shells hit harbour town"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Gunmen killed five in Maiduguri.", "English"),
        ("Abubakar, Fatima, Hauwa, Ibrahim, Musa, Sani, Tanko, Umar, Yusuf, Zainab", "English"),
        ("El ataque dejó cinco muertos en la ciudad, según la policía, que busca a los autores.", "Spanish"),
        (
            "Der Angriff auf die Kaserne in der Stadt wurde von der Polizei bestätigt, und es gab Tote.",
            "German",
        ),
        ("قتل خمسة أشخاص في انفجار وسط المدينة", "Arabic script"),
        ("据警方称,袭击造成五人死亡,数十人受伤", "Chinese"),
    ],
)
def test_language(text, language):
    assert language_of(text) == language
