"""What holds for every store: one suite, run on SQLite and on a real PostgreSQL server."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import text

import dateline
from dateline.errors import CaseError
from dateline.intake.source import Capture, refused
from dateline.record import Member, rows
from dateline.run import reviewing
from dateline.run.read import read
from dateline.run.settling import settled
from tests.store.story import BRIDGE, MARKET, MARKET_LATER, found, founds, many, report


def test_what_is_added_is_read_and_merged(case):
    with dateline.open(case, create=True) as held:
        added = held.add(founds(MARKET, MARKET_LATER, BRIDGE))
        assert (len(added.new), added.read, added.failed) == (3, 3, ())
        (market,) = held.incidents(place="Goma")
        (bridge,) = held.incidents(place="Kandahar")
        assert market.incident.injured.high == 14
        assert len({member.report for member in market.members}) == 2
        assert bridge.incident.place.country == "AFG"
        for told in market.claims:
            text = held.report(told.report).text
            assert all(text[span.start : span.end] for span in told.claim.spans)


def test_a_record_comes_back_whole(case):
    one = report(MARKET)
    with dateline.open(case, create=True) as held:
        held.add([found(one)])
        assert held.record(one.id).to_dict() == read(one).to_dict()
        assert held.report(one.id) == one


def test_adding_twice_changes_nothing(case):
    with dateline.open(case, create=True) as held:
        held.add(founds(MARKET, BRIDGE))
        before = dump(held)
        again = held.add(founds(MARKET, BRIDGE))
        assert (again.new, len(again.known), again.read) == ((), 2, 0)
        assert dump(held) == before


def test_the_order_of_adding_does_not_matter(case, tmp_path):
    with dateline.open(case, create=True) as held:
        for one in founds(MARKET, MARKET_LATER, BRIDGE):
            held.add([one])
        together = [rows.plain(one) for one in held.incidents()]
    with dateline.open(tmp_path / "other", create=True) as other:
        other.add(list(reversed(founds(MARKET, MARKET_LATER, BRIDGE))))
        assert [rows.plain(one) for one in other.incidents()] == together


FILTERS = [
    ({}, 3), ({"country": "COD"}, 1), ({"country": "Afghanistan"}, 2), ({"country": "afg"}, 2),
    ({"since": "2024-05"}, 1), ({"until": "2024-05-02"}, 2), ({"since": "2024-W18", "until": "2024-W18"}, 2),
    ({"since": "2024", "until": "2024"}, 3), ({"type": "explosive"}, 2), ({"type": "explosive.grenade"}, 1),
    ({"actor": "taliban"}, 1), ({"actor": "TALIBAN"}, 1), ({"min_killed": 3}, 2), ({"min_killed": 100}, 0),
    ({"text": "grenade market"}, 1), ({"text": '"crowded market"'}, 1), ({"text": '"market crowded"'}, 0),
    ({"text": "gren*"}, 1), ({"text": "GRENADE"}, 1), ({"text": "nowhere"}, 0), ({"text": "--"}, 0),
    ({"place": "goma"}, 1), ({"status": "open"}, 3), ({"status": "accepted"}, 0), ({"flag": "sum"}, 0),
    ({"country": "COD", "min_killed": 5, "text": "grenade"}, 1), ({"country": "COD", "type": "battle"}, 0),
    ({"place": "%"}, 0), ({"countable": None}, 3),
]  # fmt: skip


def test_filters(case):
    with dateline.open(case, create=True) as held:
        held.add([*founds(MARKET, BRIDGE), many(2)[1]])
        for asked, number in FILTERS:
            chosen = held.incidents(**asked)
            assert len(chosen) == number, (asked, [one.incident for one in chosen])
            assert len(list(chosen)) == number, asked


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"country": "Atlantis"}, "no country"), ({"since": "yesterday"}, "no date"),
        ({"type": "bang"}, "no type"),
        ({"grade": "good"}, "no grade"), ({"status": "done"}, "no status"), ({"colour": "red"}, "no filter"),
        ({"since": "2024-02-30"}, "no date"),
    ],
)  # fmt: skip
def test_a_filter_that_cannot_be_meant(case, asked, told):
    with dateline.open(case, create=True) as held, pytest.raises(CaseError, match=told):
        len(held.incidents(**asked))


def test_incidents_are_a_lazy_sequence(case):
    with dateline.open(case, create=True) as held:
        held.add(many(7))
        every = held.incidents()
        ids = [one.id for one in every]
        assert len(every) == 7
        assert [one.incident.date.start for one in every] == sorted(one.incident.date.start for one in every)
        assert every[0].id == ids[0]
        assert every[-1].id == ids[-1]
        assert [one.id for one in every[2:5]] == ids[2:5]
        assert [one.id for one in every[2:5][1:]] == ids[3:5]
        assert [one.id for one in every[::2]] == ids[::2]
        assert len(every[5:100]) == 2
        with pytest.raises(IndexError):
            every[7]
        assert [one.id for one in every.where(min_killed=5)] == [
            one.id for one in every if one.incident.killed.low >= 5
        ]
        worst = every.ordered("urgency")[0]
        assert worst.incident.killed.low == max(one.incident.killed.low for one in every)
        assert sum(every.counts("country").values()) == 7


def test_a_member_leads_to_its_incident(case):
    with dateline.open(case, create=True) as held:
        first = held.add(founds(MARKET)).new[0]
        name = Member(first, "E1").name
        assert held.incident(name).id == name
        later = held.add(founds(MARKET_LATER)).new[0]
        for member in (Member(first, "E1"), Member(later, "E1")):
            assert len(held.incident(member.name).members) == 2
        with pytest.raises(CaseError, match="no incident i_none"):
            held.incident("i_none")


def test_a_persons_save_is_one_turn(case):
    """What fails half way leaves nothing behind."""
    with dateline.open(case, create=True) as held:
        held.add(founds(MARKET))
        (one,) = held.incidents()
        with pytest.raises(CaseError, match="lowest figure"):
            held.review(reviewing.correct(one.id, "killed", {"state": "stated"}), by="ana")
        assert held.log() == ()


def test_decisions_can_never_be_changed(case):
    with dateline.open(case, create=True) as held:
        held.add(founds(MARKET))
        held.review(reviewing.accept(held.incidents()[0].id), by="ana")
        for statement in ("UPDATE reviews SET kind = 'reject'", "DELETE FROM reviews"):
            with pytest.raises(Exception, match="never"), held.store.write() as turn:
                turn.execute(text(statement))
        assert [one.kind for one in held.log()] == ["accept"]


def test_a_case_by_a_newer_version_is_refused(case):
    with dateline.open(case, create=True) as held, held.store.write() as turn:
        turn.execute(text("UPDATE case_facts SET value = '999' WHERE name = 'schema'"))
    with pytest.raises(CaseError, match="made by a newer Dateline"):
        dateline.open(case)


def test_verify_finds_what_was_tampered_with(case):
    with dateline.open(case, create=True) as held:
        held.add(founds(MARKET, BRIDGE))
        checked = held.verify()
        assert checked.problems == ()
        assert (checked.captures, checked.reports) == (2, 2)
        assert checked.quotes > 10
        with held.store.write() as turn:
            turn.execute(text("UPDATE reports SET text = replace(text, 'five people', 'nine people')"))
            turn.execute(text("UPDATE captures SET packed = :junk"), {"junk": b"junk"})
        problems = "\n".join(held.verify().problems)
        assert "its text, day or origin" in problems
        assert "five" in problems
        assert "its bytes are not those" in problems


def test_what_cannot_be_kept_is_told(case):
    nul = report(MARKET.replace("police", "po\x00lice"))
    half = report(MARKET.replace("police", "po\ud800lice"))
    with dateline.open(case, create=True) as held:
        broken = refused(Capture("broken.pdf", b"%PDF nothing"), "broken.pdf: no PDF", "pdf")
        added = held.add([found(nul, "nul.txt"), *founds(BRIDGE), broken, found(half, "half.txt")])
        assert len(added.new) == 1
        assert [line.partition(":")[0] for line in added.unreadable] == ["nul.txt", "broken.pdf", "half.txt"]
        assert len(held.counts().unreadable) == 3


def dump(held):
    with held.store.read() as view:
        return {
            table: sorted(map(repr, view.execute(text(f"SELECT * FROM {table}"))))
            for table in (
                "captures",
                "arrivals",
                "reports",
                "records",
                "tellings",
                "merge_keys",
                "judgements",
                "incidents",
            )
        }


def test_settling_is_a_pure_function():
    row = read(report(MARKET)).to_dict()
    assert settled(row, (), ()) == row
    assert json.dumps(settled(row, (), ())) == json.dumps(row)
