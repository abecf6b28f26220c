"""The gold scorer: a perfect record earns full marks, and each planted fault lowers its own figure."""

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bench.gold.document import Document, documents, place
from bench.gold.judge import Judged, judge
from bench.gold.measure import FIELDS, figures
from bench.gold.perfect import perfect
from bench.gold.words import same_place
from bench.outcome import NoData, Options

from .story import small

GOLDEN = Path(__file__).parent.parent / "golden"
DOCUMENTS = documents(Options(data=GOLDEN / "original", split="all"))
COUNTS = ("forbidden perpetrators", "unsupported values")


def measured(document: Document, record: dict[str, Any]) -> dict[str, float | None]:
    return {figure.name: figure.value for figure in figures([judge(document, record)])}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.key)
def test_a_perfect_record_earns_full_marks(document: Document) -> None:
    for name, value in measured(document, perfect(document)).items():
        assert value in (None, 0.0 if name in COUNTS else 1.0), name


def test_quotes_of_the_golden_articles_lie_in_their_text() -> None:
    for document in DOCUMENTS:
        for incident in document.incidents:
            assert all(place(document.text, quote) for quote in incident["mentions"])


def type_of_the_family(record: dict[str, Any]) -> None:
    record["incidents"][0]["type"] = "explosive.grenade"


def another_stage(record: dict[str, Any]) -> None:
    record["incidents"][0]["stage"] = "attempted"


def the_day_before(record: dict[str, Any]) -> None:
    record["incidents"][0]["date"] = {"start": "2020-05-02", "end": "2020-05-02"}


def another_town(record: dict[str, Any]) -> None:
    record["incidents"][0]["place"] = record["incidents"][0]["place"] | {"locality": "Bule"}


def a_rebel_called_police(record: dict[str, Any]) -> None:
    record["incidents"][0]["perpetrators"][0]["kind"] = "state_police"


def no_claim_read(record: dict[str, Any]) -> None:
    record["incidents"][0]["claim_of_responsibility"] = "not_mentioned"


def another_weapon(record: dict[str, Any]) -> None:
    record["incidents"][0]["weapons"][0]["type"] = "firearms"


def a_target_of_another_type(record: dict[str, Any]) -> None:
    record["incidents"][0]["targets"][0]["type"] = "civilian"


def one_victim_group_lost(record: dict[str, Any]) -> None:
    del record["incidents"][0]["victims"][1]


def seven_killed(record: dict[str, Any]) -> None:
    record["incidents"][0]["killed"] = {"state": "stated", "low": 7, "high": 7}


def silence_on_the_injured(record: dict[str, Any]) -> None:
    record["incidents"][0]["injured"] = {"state": "not_reported", "low": None, "high": None}


@pytest.mark.parametrize(
    ("fault", "lowered"),
    [
        (type_of_the_family, "type"),
        (another_stage, "stage"),
        (the_day_before, "date"),
        (another_town, "place"),
        (a_rebel_called_police, "perpetrators"),
        (no_claim_read, "claim_of_responsibility"),
        (another_weapon, "weapons"),
        (a_target_of_another_type, "targets"),
        (one_victim_group_lost, "victims"),
        (seven_killed, "killed"),
        (silence_on_the_injured, "injured"),
    ],
)
def test_a_fault_lowers_its_own_field_alone(fault: Callable[[dict[str, Any]], None], lowered: str) -> None:
    record = perfect(small())
    fault(record)
    found = measured(small(), record)
    assert {field for field in FIELDS if found[f"{field} F1"] != 1.0} == {lowered}
    headline = found["headline"]
    assert headline is not None and headline < 1.0
    assert found["countable incidents F1"] == 1.0


def test_near_values_earn_half_and_wrong_ones_nothing() -> None:
    record = perfect(small())
    type_of_the_family(record)
    another_stage(record)
    found = measured(small(), record)
    assert (found["type F1"], found["stage F1"]) == (0.5, 0.0)
    assert (found["type right of told"], found["type.family right of told"]) == (0.0, 1.0)


def points(judged: Judged) -> float:
    return sum(verdict.points for _, verdict in judged.values if verdict.field == "killed")


def without_claims(record: dict[str, Any]) -> None:
    record["claims"] = [claim for claim in record["claims"] if claim["field"] != "killed"]


def with_a_slipped_quote(record: dict[str, Any]) -> None:
    for claim in record["claims"]:
        if claim["field"] == "killed":
            claim["spans"][0]["start"] += 1


def with_words_from_elsewhere(record: dict[str, Any]) -> None:
    text = record["report"]["text"]
    at = text.index("a war of words")
    for claim in record["claims"]:
        if claim["field"] == "killed":
            claim["spans"] = [{"start": at, "end": at + 14, "quote": "a war of words"}]


@pytest.mark.parametrize("fault", [without_claims, with_a_slipped_quote, with_words_from_elsewhere])
def test_a_value_without_its_words_is_worse_than_none(fault: Callable[[dict[str, Any]], None]) -> None:
    record = perfect(small())
    fault(record)
    judged = judge(small(), record)
    kinds = [verdict.kind for _, verdict in judged.values if verdict.field == "killed"]
    assert kinds == ["unsupported"]
    empty = perfect(small())
    empty["incidents"][0]["killed"] = {"state": "not_reported", "low": None, "high": None}
    assert points(judged) < points(judge(small(), empty))


def test_a_country_may_be_told_anywhere_but_a_town_may_not() -> None:
    for locality, kind in ((None, "partial"), ("Arba", "unsupported")):
        record = perfect(small())
        record["incidents"][0]["place"] = {
            "country": "ETH",
            "admin1": None,
            "locality": locality,
            "relation": None,
        }
        at = record["report"]["text"].index("a war of words")
        for claim in record["claims"]:
            if claim["field"] == "place":
                claim["spans"] = [{"start": at, "end": at + 5, "quote": "a war"}]
        judged = judge(small(), record)
        assert [verdict.kind for _, verdict in judged.values if verdict.field == "place"] == [kind]


def test_a_missed_incident_misses_all_its_values() -> None:
    record = perfect(small())
    del record["incidents"][0]
    found = measured(small(), record)
    assert found["countable incidents R"] == 0.0 and found["headline"] == 0.0
    assert found["empty documents read as empty"] is None


def test_an_incident_that_should_not_count_has_all_its_values_wrong() -> None:
    record = perfect(small())
    record["incidents"][1]["countable"] = True
    found = measured(small(), record)
    assert found["countable incidents P"] == 0.5 and found["countable incidents R"] == 1.0
    assert found["stage F1"] == pytest.approx(2 / 3)


def test_an_actor_the_gold_does_not_hold_is_forbidden() -> None:
    record = perfect(small())
    record["incidents"][0]["perpetrators"][0] |= {"name": "The Ministry", "description": "The Ministry"}
    assert measured(small(), record)["forbidden perpetrators"] == 1.0


def test_a_wrong_speaker_is_seen_and_an_empty_record_finds_nothing() -> None:
    record = perfect(small())
    for claim in record["claims"]:
        if claim["said_by"]:
            claim["said_by"] = "The mayor"
    found = measured(small(), record)
    assert (found["statements source"], found["statements content R"]) == (0.0, 1.0)
    record["not_incidents"] = []
    assert measured(small(), record)["not-incidents R"] == 0.0


def test_optional_and_acceptable_are_honoured() -> None:
    document = small()
    first = deepcopy(document.incidents[0])
    first["acceptable"] = {"type": ["explosive.grenade"]}
    first["date"] = first["date"] | {"acceptable": ["2020-05-02"]}
    first["victims"][1]["optional"] = True
    lenient = replace(document, incidents=[first])
    record = perfect(small())
    for fault in (type_of_the_family, the_day_before, one_victim_group_lost):
        fault(record)
    del record["incidents"][1]
    found = measured(lenient, record)
    assert found["type F1"] == found["date F1"] == found["victims F1"] == 1.0
    optional = replace(document, incidents=[first | {"optional": True}])
    for kept in (record, perfect(replace(document, incidents=[]))):
        assert measured(optional, kept)["headline"] is None


def test_a_year_less_date_may_be_accepted() -> None:
    document = small()
    first = deepcopy(document.incidents[0])
    first["acceptable"] = {"date": [{"month_day": "05-03", "year": None}]}
    record = perfect(document)
    record["incidents"][0]["date"] = {"start": None, "end": None, "edtf": "XXXX-05-03"}
    assert measured(replace(document, incidents=[first, document.incidents[1]]), record)["date F1"] is None


def test_a_file_that_is_no_gold_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text(json.dumps({"text": "no incidents"}))
    with pytest.raises(NoData, match="not a gold file"):
        documents(Options(data=path))
    with pytest.raises(NoData, match="no data at"):
        documents(Options(data=tmp_path / "nowhere"))


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Az Zawiyah", "Zawiya", True),
        ("Deir ez-Zor", "Deir Ezzor", True),
        ("Maru", "Maru Local Government Area", True),
        ("Bannu", "Bunyan", False),
        ("North Kivu", "South Kivu", False),
        ("Niger", "Nigeria", False),
    ],
)
def test_spellings_of_a_place(left: str, right: str, same: bool) -> None:
    assert same_place(left, right) is same
