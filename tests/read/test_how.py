"""Weapons that only an act's words tell of, and bare words that fuller ones tell better."""

from __future__ import annotations

import pytest

from dateline.run import read_text


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Two men were shot dead in Kano on Monday.", ["firearms"]),
        ("Soldiers and rebels exchanged fire near Kano on Monday, killing two.", ["firearms"]),
        ("Rioters set fire to the market in Kano on Monday.", ["fire"]),
        ("An explosion killed two people in Kano on Monday.", ["explosive_unspecified"]),
        ("A bomb exploded in Kano on Monday, killing two people.", ["ied"]),
        ("A lorry packed with explosives blew up in Kano on Monday, killing two.", ["vehicle_bomb"]),
        ("A suicide car bomber killed two people in Kano on Monday.", ["suicide_vehicle"]),
        ("Police beat two men in Kano on Monday; no gun was seen.", []),
        ("Police in Kano arrested two men on criminal charges on Monday.", []),
        ("Police raided an underground bar in Kano on Monday and beat two men.", []),
    ],
)
def test_the_weapon_that_words_tell(text: str, types: list[str]) -> None:
    record = read_text(text, published="2024-05-15")
    assert [weapon.type for incident in record.incidents for weapon in incident.weapons] == types
    told = [claim for claim in record.claims if claim.field == "weapons"]
    assert all(record.report.words(span) for claim in told for span in claim.spans)
