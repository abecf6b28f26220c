"""The outcome of attacks on ships: how it is read from a record and what the figures come to."""

import pytest

from bench.outcome import NoData, Options
from bench.pirates import figures, measure


def test_figures_of_pairs():
    pairs = [("boarded", "boarded"), ("boarded", None), ("attempted", "boarded"), ("hijacked", "hijacked")]
    found = {figure.name: figure.value for figure in figures(pairs)}
    assert found["found"] == 0.75
    assert found["right"] == 0.5
    assert found["boarded F1"] == 0.5
    assert found["attempted F1"] == 0.0
    assert found["hijacked F1"] == 1.0
    assert found["macro F1"] == 0.5


def test_narratives_are_read_and_other_files_refused(tmp_path):
    path = tmp_path / "attacks.csv"
    rows = [
        "date,attack_type,attack_description",
        '2019-11-07,Attempted,"Gunmen tried to hijack a tanker off Lagos, but the attempted hijack failed."',
        "2019-11-08,Suspicious,A skiff was seen.",
        "2019-11-09,Boarded,NA",
    ]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    outcome = measure(Options(data=path, workers=1))
    assert outcome.figure.n == 1
    assert outcome.figure.value == 1.0
    path.write_text("when,what\n1,2\n", encoding="utf-8")
    with pytest.raises(NoData, match="not the pirate attacks"):
        measure(Options(data=path, workers=1))
