"""A new reading meets kept tellings: names stay, what was accepted stays, what is not found again is kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.run.settling import settled


def incident(name: str, *mentions: tuple[int, int], killed: int = 1) -> dict:
    spans = [{"start": start, "end": end} for start, end in mentions]
    return {"id": name, "mentions": spans, "killed": killed}


def record(*incidents: dict) -> dict:
    claims = [
        {"id": f"c{n}", "incident": one["id"], "value": one["killed"]} for n, one in enumerate(incidents, 1)
    ]
    flags = [{"incident": one["id"], "kind": "sum"} for one in incidents] + [
        {"incident": None, "kind": "order"}
    ]
    return {"incidents": list(incidents), "claims": claims, "flags": flags}


def kept(one: dict) -> tuple[str, dict]:
    claims = [{"id": "c9", "incident": one["id"], "value": one["killed"]}]
    return one["id"], {"incident": one, "claims": claims, "flags": []}


def names(row: dict) -> list[str]:
    return [one["id"] for one in row["incidents"]]


def test_a_telling_is_found_again_by_its_words():
    new = record(
        incident("E1", (0, 9)), incident("E2", (50, 60), killed=3), incident("E3", (80, 90), killed=7)
    )
    row = settled(new, [kept(incident("E2", (82, 95)))], ())
    assert names(row) == ["E1", "E4", "E2"]
    assert row["incidents"][2]["killed"] == 7
    assert [(claim["id"], claim["incident"], claim["value"]) for claim in row["claims"]] == [
        ("c1", "E1", 1), ("c2", "E4", 3), ("c3", "E2", 7),
    ]  # fmt: skip
    assert [flag["incident"] for flag in row["flags"]] == ["E1", "E4", "E2", None]


def test_names_stay_though_nobody_decided():
    before = [incident("E1", (0, 9)), incident("E2", (50, 60)), incident("E3", (80, 90))]
    new = record(incident("E1", (30, 40)), incident("E2", (2, 7)), incident("E3", (82, 95)))
    assert names(settled(new, (), (), before)) == ["E4", "E1", "E3"], "what is not found again is gone"


def test_an_accepted_telling_keeps_its_values():
    new = record(incident("E1", (0, 9), killed=4))
    row = settled(new, [kept(incident("E1", (0, 9), killed=5))], {"E1"})
    assert row["incidents"][0]["killed"] == 5
    assert [claim["value"] for claim in row["claims"]] == [5]


def test_what_is_not_found_again_is_kept():
    row = settled(record(incident("E1", (0, 9))), [kept(incident("E1", (50, 60), killed=5))], ())
    assert sorted((one["id"], one["killed"]) for one in row["incidents"]) == [("E1", 5), ("E2", 1)]
    assert settled(record(), [kept(incident("E3", (5, 9)))], ())["incidents"][0]["id"] == "E3"


SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda p: (p[0], p[0] + p[1])), max_size=3
)


@given(
    st.lists(SPANS, max_size=5), st.dictionaries(st.sampled_from(["E1", "E2", "E3", "E7"]), SPANS, max_size=4)
)
def test_nothing_is_lost_or_doubled(new, old):
    reading = record(*(incident(f"E{n}", *spans, killed=n) for n, spans in enumerate(new, 1)))
    held = [kept(incident(name, *spans, killed=100)) for name, spans in sorted(old.items())]
    row = settled(reading, held, ())
    found = names(row)
    assert len(found) == len(set(found))
    assert set(old) <= set(found)
    assert {one["killed"] for one in row["incidents"]} >= {one["killed"] for one in reading["incidents"]}
    assert all(claim["incident"] in found for claim in row["claims"])
