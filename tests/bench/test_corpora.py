"""The corpus measures on a few lines made up in each corpus's form."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from bench import asam, awsd, case2021, factuality, gvdb, hrds, relevance, sentences, speed
from bench.distance import kilometres
from bench.first import leading
from bench.outcome import Figure, NoData, Options, Outcome


def values(outcome: Outcome | list[Figure]) -> dict[str, float | None]:
    return {
        figure.name: figure.value for figure in (outcome.figures if isinstance(outcome, Outcome) else outcome)
    }


def written(path: Path, rows: list[dict[str, Any]]) -> Options:
    text = "\n".join(json.dumps(row) for row in rows)
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(text.encode()))
    else:
        path.write_text(text, encoding="utf-8")
    return Options(data=path, workers=1)


def incident(**changed: Any) -> dict[str, Any]:
    return {"id": "E1", "countable": True, "role": "other", "type": "battle.armed_clash"} | changed


def test_the_leading_incident_counts_first_and_is_the_main_one_second() -> None:
    old, main, other = incident(countable=False, role="main"), incident(role="main"), incident()
    assert leading({"incidents": [old, other, main]}) is main
    assert leading({"incidents": [old, other]}) is other
    assert leading({"incidents": [old]}) is old
    assert leading({"incidents": []}) is None


def test_weighted_f1_weighs_labels_by_their_number() -> None:
    found = values(list(case2021.figures([("A", "A"), ("A", "A"), ("A", "A"), ("B", "A")])))
    assert found["accuracy"] == 0.75
    assert found["weighted F1"] == pytest.approx((6 / 7) * 3 / 4)
    assert found["macro F1"] == pytest.approx((6 / 7) / 2)


def test_snippets_are_read_and_labelled(tmp_path: Path) -> None:
    text = "A suicide bomber blew himself up at a market in Kabul on Monday, killing six people."
    options = written(tmp_path / "dev.jsonl", [{"id": 1, "text": text, "type": "SUIC_BOMB"}])
    assert values(case2021.measure(options))["accuracy"] == 1.0
    options = written(tmp_path / "dev.jsonl", [{"id": 1, "text": text, "type": "GRENADE"}])
    assert values(case2021.measure(options))["accuracy"] == 0.0


def test_muc_texts_and_keys_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "tst9-muc4").write_text(
        "TST9-MUC4-0001\n\n   CALI, 3 MAY 90 (AFP) -- [TEXT] GUERRILLAS KILLED TWO POLICEMEN HERE TODAY.\n\n"
        "TST9-MUC4-0002\n\n   LIMA, 3 MAY 90 (AFP) -- [TEXT] THE COPPER PRICE ROSE.\n"
    )
    key = "0.  MESSAGE: ID    TST9-MUC4-0001\n1.  MESSAGE: TEMPLATE   1\n\n"
    key += "0.  MESSAGE: ID    TST9-MUC4-0002\n1.  MESSAGE: TEMPLATE   *\n"
    (tmp_path / "key-tst9").write_text(key)
    assert relevance.relevant_texts(key) == {"TST9-MUC4-0001"}
    assert relevance.relevant_texts(key.replace("   1\n", "   1 (OPTIONAL)\n")) == frozenset()
    assert values(relevance.measure(Options(data=tmp_path, workers=1)))["muc4 F1"] == 1.0


def test_flags_are_counted_against_labels() -> None:
    found = values(list(relevance.figures([(True, True), (True, False), (False, True), (False, False)])))
    assert found["muc4 P"] == found["muc4 R"] == found["muc4 F1"] == found["muc4 irrelevant flagged"] == 0.5


def test_aid_worker_tolls_are_compared(tmp_path: Path) -> None:
    row = {
        "Incident ID": "1", "Year": "2019", "Month": "3", "Day": "4", "Country": "Mali", "Total killed": "2",
        "Total wounded": "0", "Total kidnapped": "0", "Means of attack": "Shooting",
        "Details": "Two aid workers were shot dead by gunmen in Mopti, Mali, on 4 March 2019.",
    }  # fmt: skip
    found = values(awsd.measure(written(tmp_path / "dev.jsonl", [row])))
    assert found["killed"] == found["wounded"] == found["country of told"] == found["date of told"] == 1.0
    found = values(awsd.measure(written(tmp_path / "dev.jsonl", [row | {"Total killed": "3", "Day": "5"}])))
    assert found["killed"] == found["date of told"] == 0.0 and found["mean of tolls"] == pytest.approx(2 / 3)


def test_ship_positions_and_days(tmp_path: Path) -> None:
    assert asam.position("4°46'00\"S \n10°08'00\"E") == (
        pytest.approx(-4.7667, abs=1e-3),
        pytest.approx(10.1333, abs=1e-3),
    )
    assert asam.position("unknown") is None
    row = {
        "reference": "2019-1", "date": "2019-03-04", "position": "18°34'00\"N 72°24'00\"W",
        "description": "HAITI: On 4 March, pirates fired on a tanker off Port-au-Prince, killing a sailor.",
    }  # fmt: skip
    assert values(asam.measure(written(tmp_path / "dev.jsonl.gz", [row])))["day"] == 1.0
    wrong = row | {"date": "2019-03-05"}
    assert values(asam.measure(written(tmp_path / "dev.jsonl.gz", [wrong])))["day"] == 0.0


def test_distance_of_two_cities() -> None:
    assert kilometres((48.8566, 2.3522), (51.5074, -0.1278)) == pytest.approx(344, abs=1)
    assert kilometres((0, 179.5), (0, -179.5)) == pytest.approx(111.2, abs=0.1)


def test_names_in_local_news(tmp_path: Path) -> None:
    tokens = [["John", "Garrow", ",", "34", ",", "was", "shot", "dead", "in", "Denver", "on", "Monday", "."]]
    assert gvdb.joined(tokens) == "John Garrow, 34, was shot dead in Denver on Monday."
    row = {
        "doc_key": "7",
        "date": "2015-3-4",
        "full_text": tokens,
        "spans": [[0, 1, "VIC-NAME", "John Garrow ", []]],
    }
    assert values(gvdb.measure(written(tmp_path / "dev.json", [row])))["victim name exact F1"] == 1.0
    other = row | {"spans": [[0, 1, "VIC-NAME", "Mary Field ", []]]}
    assert values(gvdb.measure(written(tmp_path / "dev.json", [other])))["victim name near F1"] == 0.0


def test_attacks_on_defenders(tmp_path: Path) -> None:
    body = "<p>Gunmen killed the journalist Peter Omondi in Nairobi, Kenya, on 4 March 2020, police said.</p>"
    gold: dict[str, Any] = {
        "perpetrator_mention": True, "perpetrator_type": "other actors without permissions", "year": "2020.0",
        "month": "March", "date": "4.0", "city": "Nairobi", "region": "None", "country": "Kenya",
        "victims": [{"victim_name": "Peter Omondi"}],
    }  # fmt: skip
    sample = {
        "Input.article_interface": body, "Input.title": "Journalist killed in Kenya",
        "Input.publish_date": "2020-03-06 05:00:00", "Input.GLOBALEVENTID": 5,
    }  # fmt: skip
    path = tmp_path / "dev.json"
    path.write_text(json.dumps([{"sample": sample, "merged_sample": gold}]))
    found = values(hrds.measure(Options(data=path, workers=1)))
    for part in ("victim name F1", "year", "month", "day", "city", "country"):
        assert found[part] == 1.0, part
    assert "region" not in found
    path.write_text("[{}]")
    with pytest.raises(NoData, match="not an HRDsAttack file"):
        hrds.measure(Options(data=path, workers=1))


def test_coded_sentences(tmp_path: Path) -> None:
    path = tmp_path / "gold.txt"
    rows = [
        {"event": "FIGHT", "text": "Rebels shelled the town on Monday, killing 20 people."},
        {"event": "AGREE", "text": "The two countries agreed to cooperate on trade."},
    ]
    path.write_text(",\n".join(json.dumps(row) for row in rows))
    found = values(sentences.plover(Options(data=path, workers=1)))
    assert found["ASSAULT F1"] == 1.0 and found["others flagged"] == 0.0
    path.write_text(
        '<Sentence id="1"><EventCoding eventcode="040"><Text>Rebels shelled the town.</Text></Sentence>'
    )
    found = values(sentences.petrarch(Options(data=path, workers=1)))
    assert found["ASSAULT P"] == 0.0 and found["others flagged"] == 1.0


def claim(start: int, modality: str = "asserted", incident_id: str = "E1") -> dict[str, Any]:
    spans = [{"start": start, "end": start + 4, "quote": "shot"}]
    return {"field": "type", "incident": incident_id, "modality": modality, "spans": spans}


def test_what_happened_is_told_by_stage_and_modality() -> None:
    record = {
        "incidents": [{"id": "E1", "stage": "carried_out"}, {"id": "E2", "stage": "planned"}],
        "claims": [claim(0), claim(10, "hypothetical"), claim(20, incident_id="E2")],
        "not_incidents": [
            {"reason": "explicit_negative", "span": {"start": 30, "end": 34}},
            {"reason": "sport_metaphor", "span": {"start": 40, "end": 44}},
        ],
    }
    assert factuality.happened(record) == [(0, 4, True), (10, 14, False), (20, 24, False), (30, 34, False)]


def test_factuality_is_fair_to_both_sides() -> None:
    found = values(list(factuality.figures([(True, True), (True, True), (True, True), (False, True)])))
    assert found["accuracy"] == found["accuracy of always 'happened'"] == 0.75
    assert found["did not F1"] == 0.0 and found["macro F1"] == pytest.approx((6 / 7) / 2)


def test_the_mix_is_the_same_every_time() -> None:
    first, second = speed.mix(speed.ARTICLES, 6), speed.mix(speed.ARTICLES, 6)
    assert first == second and [len(first[kind]) for kind in ("short", "typical", "long")] == [6, 6, 2]
    lengths = [sum(len(item.text) for item in first[kind]) / len(first[kind]) for kind in first]
    assert lengths == sorted(lengths)
    assert speed._step("/somewhere/dateline/read/toll/count.py") == "read/toll"
