"""People accept, correct, reject, merge, split, comment and undo; nothing machine-made overrules them."""

from __future__ import annotations

from dataclasses import replace

import pytest

import dateline
from dateline.errors import CaseError
from dateline.record import Member, Span
from dateline.run import reading, reviewing
from dateline.run.shelving import shelve
from dateline.store.records import Made
from tests.store.story import BRIDGE, MARKET, MARKET_LATER, found, founds, report

KILLED = {"state": "stated", "low": 6, "best": 6, "high": 6}


@pytest.fixture
def held(case):
    with dateline.open(case, create=True) as made:
        made.add(founds(MARKET, MARKET_LATER, BRIDGE))
        yield made


def market(held):
    return held.incidents(place="goma")[0]


def test_a_correction_wins_with_its_words(held):
    one = market(held)
    told = next(m.report for m in one.members if "five people" in held.report(m.report).text)
    start = held.report(told).text.index("five people")
    span = Span(start, start + len("five people"))
    made = held.review(reviewing.correct(one.id, "killed", KILLED, told, [span]), by="ana", why="recounted")
    assert (made.kind, made.by, made.why, made.after) == ("correct", "ana", "recounted", KILLED)
    assert made.before["low"] == one.incident.killed.low
    now = held.incident(one.id)
    assert now.incident.killed.low == now.incident.killed.high == 6
    assert dict(now.incident.resolution)["killed"] == "analyst"
    assert "killed: 6" in now.incident.summary
    assert now.claims[-1].claim.by == "analyst:ana"
    assert len(held.incidents(min_killed=6)) == 1
    held.undo(made.id, by="ben")
    assert held.incident(one.id) == one
    assert [row.kind for row in held.log()] == ["correct", "undo"]


def test_a_part_of_a_field(held):
    one = market(held)
    held.review(reviewing.correct(one.id, "place.site", "Birere market"), by="ana")
    assert held.incident(one.id).incident.place == replace(one.incident.place, site="Birere market")


def test_a_correction_outlives_new_reports_and_rebuilds(held):
    one = market(held)
    held.review(reviewing.correct(one.id, "killed", KILLED), by="ana")
    more = MARKET_LATER.replace("seven", "nine").replace("Fourteen", "At least fifteen")
    held.add([found(report(more, "2024-05-07"), "more.txt")])
    now = held.incident(one.id)
    assert len(now.members) == 3
    assert now.incident.killed.low == 6
    held.rebuild(everything=True, workers=1)
    assert held.incident(one.id).incident.killed.low == 6


def test_accepting_and_what_changes_it(held):
    one = market(held)
    held.review(reviewing.accept(one.id), by="ana")
    assert held.status(one.id) == "accepted"
    assert len(held.incidents(status="accepted")) == 1
    assert held.incidents().counts("status") == {"accepted": 1, "open": 1}
    more = MARKET_LATER.replace("seven", "nine").replace("Fourteen", "At least fifteen")
    held.add([found(report(more, "2024-05-07"), "more.txt")])
    assert held.status(one.id) == "changed"
    held.review(reviewing.accept(one.id), by="ana")
    assert held.status(one.id) == "accepted"


def test_rejecting(held):
    one = market(held)
    held.review(reviewing.reject(one.id), by="ana", why="metaphor")
    assert held.status(one.id) == "rejected"
    assert held.incidents().ordered("urgency")[-1].id == one.id


def test_merging_and_splitting_are_never_overruled(held):
    one = market(held)
    other = held.incidents(place="kandahar")[0]
    held.review(reviewing.merge(one.id, other.id), by="ana")
    both = held.incident(other.id)
    assert len(both.members) == 3
    held.rebuild(everything=True, workers=1)
    assert len(held.incident(one.id).members) == 3
    (bridge,) = [m for m in both.members if m in other.members]
    held.review(reviewing.split(both.id, [bridge.name]), by="ben", why="another country")
    assert held.incident(bridge.name).members == (bridge,)
    assert len(held.incident(one.members[0].name).members) == 2
    held.review(reviewing.split(one.id, [one.members[0].name]), by="ana")
    held.rebuild(everything=True, workers=1)
    assert held.incident(one.members[0].name).members == (one.members[0],)
    lines = held.why(one.members[0].name, one.members[1].name)
    assert "are two incidents" in lines[0]
    assert any("analyst:ana decided: not the same" in line for line in lines)
    for decision in [row for row in held.log() if row.kind != "undo"]:
        held.undo(decision.id, by="lead")
    assert held.incident(one.members[1].name) == one
    assert held.incident(other.id) == other


def test_two_who_decide_at_once(held):
    one = market(held)
    first = held.review(reviewing.comment(one.id), by="ana", why="look", seen="")
    with pytest.raises(reviewing.Outdated, match="ana decided about incident"):
        held.review(reviewing.accept(one.id), by="ben", seen="")
    held.review(reviewing.accept(one.id), by="ben", seen=first.id)


CANNOT = [
    (lambda i: reviewing.correct(i, "colour", "red"), "cannot be corrected"),
    (lambda i: reviewing.correct(i, "place.colour", "red"), "no part 'colour'"),
    (lambda i: reviewing.correct(i, "type", "explosive.bang"), "no such type"),
    (lambda i: reviewing.correct(i, "killed", {"state": "stated", "low": 5, "high": 2}), "must rise"),
    (lambda i: reviewing.correct(i, "killed", {"state": "stated", "low": -1, "high": 2}), "whole numbers"),
    (lambda i: reviewing.correct(i, "killed", "many"), "no value of killed"),
    (lambda i: reviewing.correct(i, "killed.low", 50), "must rise"),
    (lambda i: reviewing.correct(i, "date", {"start": "2024-05-09", "end": "2024-05-01"}), "after the last"),
    (lambda i: reviewing.correct(i, "date", {"start": "soon", "end": "later"}), "no value of date"),
    (lambda i: reviewing.correct(i, "place.country", "XXX"), "no ISO alpha-3"),
    (lambda i: reviewing.correct(i, "stage", "done"), "one of"),
    (lambda i: reviewing.correct(i, "victims", [{"name": "x"}]), "no value of victims"),
    (lambda i: reviewing.correct(i, "killed", KILLED, "r_none", [Span(0, 4)]), "must be of a report"),
    (lambda i: reviewing.merge(i, i), "one incident already"),
    (lambda i: reviewing.split(i, ["i_none"]), "no telling of incident"),
    (lambda i: reviewing.comment(i), "needs words"),
    (lambda _: reviewing.accept("i_none"), "no incident i_none"),
]  # fmt: skip


def test_what_cannot_be_decided(held):
    one = market(held)
    for act, told in CANNOT:
        with pytest.raises(CaseError, match=told) as refused:
            held.review(act(one.id), by="ana")
        assert "\n" not in str(refused.value)
    with pytest.raises(CaseError, match="needs a name"):
        held.review(reviewing.accept(one.id), by=" ")
    with pytest.raises(CaseError, match="no decision d_none"):
        held.undo("d_none", by="ana")
    made = held.review(reviewing.accept(one.id), by="ana")
    held.undo(made.id, by="ana")
    with pytest.raises(CaseError, match="taken back already"):
        held.undo(made.id, by="ana")
    assert held.incident(one.id) == one


def test_a_reader_upgrade_loses_no_decision(held, monkeypatch):
    """The next version numbers incidents otherwise, reads other figures and cannot read one report."""
    one = market(held)
    bridge = held.incidents(place="kandahar")[0]
    member = bridge.members[0]
    held.review(reviewing.correct(one.id, "injured", {"state": "stated", "low": 99, "high": 99}), by="ana")
    held.review(reviewing.accept(bridge.id), by="ben")
    spoil(monkeypatch, lost=next(m.report for m in one.members))
    done = held.rebuild(workers=1)
    assert (done.read, len(done.failed)) == (2, 1)
    assert [one.role for one in held.record(member.report).incidents] == ["context", "main"]
    again = held.incident(member.name)
    assert again.incident.killed == bridge.incident.killed, "an accepted telling keeps its values"
    assert held.status(member.name) == "accepted"
    assert held.incident(one.id).incident.injured.low == 99
    assert set(one.members) == set(held.incident(one.id).members)
    assert held.verify().problems == ()
    assert held.rebuild(workers=1).read == 0, "what was remade is not remade again"


def spoil(monkeypatch, lost: str) -> None:
    """Another version of the reader: a record begins with an incident that the old one did not see."""
    import json

    first = reading.made

    def made(told, maker):
        if told.id == lost:
            return Made(told.id, maker, None, "the new reader cannot read this")
        body = json.loads(first(told, maker).body)
        extra = json.loads(json.dumps(body["incidents"][0]))
        for number, incident in enumerate(body["incidents"], 1):
            old, incident["id"] = incident["id"], f"E{number + 1}"
            for part in (*body["claims"], *body["flags"]):
                if part["incident"] == old:
                    part["incident"] = f"E{number + 1}"
            incident["killed"] = {"state": "stated", "low": 44, "best": 44, "high": 44}
        extra |= {"id": "E1", "mentions": [{"start": 0, "end": 1}], "role": "context", "countable": False,
                  "not_countable_because": "context"}  # fmt: skip
        body["incidents"].insert(0, extra)
        return Made(told.id, maker, json.dumps(body))

    monkeypatch.setattr(reading, "made", made)
    monkeypatch.setattr("dateline.run.rebuilding.maker", lambda: "the next version")
    monkeypatch.setattr(reading, "maker", lambda: "the next version")


def test_lessons_are_gold_records(held):
    one = market(held)
    (told,) = [m for m in one.members if "five people" in held.report(m.report).text]
    text = held.report(told.report).text
    start = text.index("twelve")
    injured = {"state": "stated", "low": 12, "best": 12, "high": 12}
    held.review(
        reviewing.correct(one.id, "injured", injured, told.report, [Span(start, start + 6)]), by="ana"
    )
    bridge = held.incidents(place="kandahar")[0]
    held.review(reviewing.reject(bridge.id), by="ben", why="ordinary_crime")
    lessons = {lesson["id"]: lesson for lesson in held.lessons()}
    assert len(lessons) == 3
    mine = lessons[told.report]
    assert mine["text"] == text
    assert mine["incidents"][0]["injured"]["low"] == 12
    assert mine["decided_by"] == ["ana"]
    other = next(m.report for m in one.members if m != told)
    assert lessons[other]["incidents"][0]["injured"]["low"] == 14, "a lesson follows its own report's words"
    crime = lessons[bridge.members[0].report]
    assert crime["incidents"] == []
    assert crime["not_incidents"][-1]["reason"] == "ordinary_crime"
    for lesson in lessons.values():
        for quote in quoted(lesson):
            assert quote.partition("@")[0] in lesson["text"]


def quoted(row):
    if isinstance(row, dict):
        for name, part in row.items():
            yield from part if name in ("quotes", "mentions") else quoted(part)
    elif isinstance(row, list):
        for part in row:
            yield from quoted(part)


def test_kept_tellings_have_names_for_ever(held):
    one = market(held)
    assert Member(one.members[0].report, one.members[0].incident).name == one.id


def test_a_decision_in_the_midst_of_a_rebuild(held, monkeypatch):
    """Between the new record and its merging an incident can be decided on, and keeps the decision."""
    one = market(held)
    spoil(monkeypatch, lost="none")
    texts = held.reports(one)
    made = [reading.made(texts[name], "the next version") for name in sorted(texts)]
    assert shelve(held.store, made) == 2
    held.review(reviewing.correct(one.id, "injured", KILLED), by="ana")
    assert held.incident(one.id).incident.injured.low == 6
    held.rebuild(workers=1)
    again = held.incident(one.id)
    assert again.incident.injured.low == 6
    assert set(one.members) <= set(again.members)
    assert held.counts().unmerged == 0
    assert held.verify().problems == ()
