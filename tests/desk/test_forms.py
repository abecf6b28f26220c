"""What is typed at the desk, and the contract's values it comes to."""

from __future__ import annotations

import pytest

from dateline.desk import forms
from dateline.errors import DeskError
from dateline.record import rows, unrows
from dateline.run.case import Case

TOLL = {"state": "stated", "low": "9", "best": "", "high": "11"}


def test_every_value_of_a_real_case_comes_back_as_it_was_shown(case: Case) -> None:
    computed = {"date": ("basis", "edtf", "alternatives"), "place": ("alternatives",)}
    for whole in case.incidents():
        for field in forms.FORMS:
            plain = rows.plain(getattr(whole.incident, field))
            boxes = forms.shown(field, plain)
            if field in forms.LIST_FIELDS:
                typed = {f"{n}.{name}": told for n, box in enumerate(boxes) for name, told in box.items()}
            else:
                typed = boxes[0]
            if field in ("date", "killed", "injured") and not typed.get("start", typed.get("low", "")):
                continue
            back = forms.read(field, typed)
            if isinstance(plain, dict):
                for name in computed.get(field, ()):
                    plain.pop(name), back.pop(name)
            if field in forms.LIST_FIELDS:
                for item in plain:
                    for count in ("count", "number"):
                        if item.get(count):
                            item[count].pop("best", None)
            assert back == plain, (whole.id, field)
            unrows.value(field, back)


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("killed", TOLL | {"high": "4"}, "At most: 4 is less than the least, 9"),
        ("killed", TOLL | {"low": "many"}, "At least: 'many' is not a whole number"),
        ("killed", TOLL | {"low": "-1"}, "At least: '-1' is not a whole number"),
        ("killed", TOLL | {"best": "12"}, "Best figure: 12 lies outside the bounds"),
        ("killed", {"state": "stated"}, "a stated toll needs a number"),
        ("killed", {"state": ""}, "What is told: choose one"),
        ("date", {"start": "2024-06-02", "end": "2024-06-01"}, "Last day: 2024-06-01 lies before the first"),
        ("date", {"start": "June"}, "First day: 'June' is not a day as YYYY-MM-DD"),
        ("type", {"value": "explosive.kiss"}, "'explosive.kiss' is not in the codebook"),
        ("place", {"latitude": "3"}, "give both or neither"),
        ("place", {"latitude": "95", "longitude": "0"}, "must lie within 90 and 180 degrees"),
        ("place", {"country": "Atlantis"}, "Country: 'Atlantis' is not known"),
        ("weapons", {"0.description": "a rifle"}, "Weapon: choose one"),
        ("killed", TOLL | {"low": "9" * 600}, "at most 500 characters"),
        ("grade", {"value": "weak"}, "'grade' is not a field that can be corrected"),
    ],
)
def test_what_cannot_be_is_said_with_the_box_it_stands_in(field: str, typed: dict, told: str) -> None:
    with pytest.raises(DeskError) as problem:
        forms.read(field, typed)
    assert told in str(problem.value)
    assert "\n" not in str(problem.value)


def test_days_make_their_own_precision_and_edtf() -> None:
    day = forms.read("date", {"start": "2024-06-01"})
    assert (day["end"], day["precision"], day["edtf"]) == ("2024-06-01", "day", "2024-06-01")
    span = forms.read("date", {"start": "2024-06-01", "end": "2024-06-03"})
    assert (span["precision"], span["edtf"]) == ("2-6_days", "2024-06-01/2024-06-03")


def test_silence_zero_and_an_unknown_number_stay_apart() -> None:
    zero = forms.read("killed", {"state": "stated_zero"})
    assert (zero["low"], zero["high"]) == (0, 0)
    for state in ("not_reported", "unknown_number"):
        assert forms.read("killed", {"state": state, "low": "3"}) == {
            "state": state, "low": None, "best": None, "high": None,
        }  # fmt: skip


def test_an_empty_set_of_boxes_is_no_item() -> None:
    assert forms.read("weapons", {"0.type": "", "0.description": " "}) == []
