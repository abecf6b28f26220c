"""What the desk asks of a case, the same from every store."""

from __future__ import annotations

import pytest

import dateline
from dateline.errors import DeskError
from dateline.intake import Options, from_captures
from dateline.run import looking, people, reviewing
from dateline.run.looking import Box, Filter
from tests.desk import casework


def test_the_desk_asks_every_store_alike(case: str) -> None:
    with dateline.open(case, create=True) as held:
        held.add(
            from_captures(casework.golden_reports(casework.REPORTS[:5]), Options(isolated=False)), workers=1
        )
        people.put_up(held)
        people.put_up(held)  # a second time changes nothing
        looking.prepare(held)
        ids = held.incidents().ordered("urgency").ids()
        assert looking.page(held, Filter(), "urgency", (0, 100)) == ids
        first = looking.next_after(held, Filter(status="open"), "")
        assert first == ids[0]
        done = reviewing.decide(held.store, reviewing.accept(first), "ana", seen="")
        assert looking.next_after(held, Filter(status="open"), first) == ids[1]
        with pytest.raises(reviewing.Outdated):
            reviewing.decide(held.store, reviewing.reject(first), "ben", seen="")
        whole = held.incident(first)
        assert looking.decisions(held, whole).seen == done.id
        assert looking.latest(held, "ana", None, (0, 10)) == ([done], 1)
        reviewing.undo(held.store, done.id, "ana")
        assert looking.undone(held, [done]) == {done.id}

        placed = sum(one.incident.place.latitude is not None for one in held.incidents())
        seen = looking.ground(held, Filter(), Box(-180.0, -90.0, 180.0, 90.0), 2.0)
        assert sum(cell.count for cell in seen.cells) == placed == seen.placed
        history = looking.histogram(held, Filter())
        assert history is not None
        assert sum(one.number for one in history.counts) == sum(
            one.incident.date.start is not None for one in held.incidents()
        )
        words = Filter(text="killed")
        assert looking.page_of_common(held, words, (0, 50)) == looking.page(held, words, "urgency", (0, 50))
        assert looking.of_days(held, Filter(), history.last, history.last)
        assert set(looking.told_by(held, [whole])) == {member.report for member in whole.members}


def test_the_people_of_a_desk_are_kept_in_every_store(case: str) -> None:
    with dateline.open(case, create=True) as held:
        people.put_up(held)
        for name, role in (("ana", "lead"), ("ben", "coder"), ("cleo", "coder")):
            people.put_account(held, name, role, ("a hash", "test"))
        with pytest.raises(DeskError, match="only lead"):
            people.put_account(held, "ana", "reader", (None, "ana"))
        people.put_account(held, "ben", "reader", (None, "ana"))
        changed = people.account(held, "ben")
        assert changed is not None and (changed.role, changed.secret) == ("reader", "a hash")
        people.note_sign_in(held, "ben", "10.0.0.1", "signed in")
        assert [one.outcome for one in people.sign_ins(held)] == ["signed in"]
        people.keep_view(held, "ben", "mine", "country=IRQ")
        people.keep_view(held, "ben", "mine", "country=SYR")
        assert people.views(held, "ben") == (("mine", "country=SYR"),)
        people.drop_view(held, "ben", "mine")
        assert people.views(held, "ben") == ()
        assert people.draw(held, ["i_1", "i_2"], ["ana", "cleo"]) == 4
        assert people.draw(held, ["i_1"], ["ana", "cleo"]) == 0
        people.code(held, "i_1", "ana", {"type": "explosive.grenade"})
        with pytest.raises(DeskError, match="was not given"):
            people.code(held, "i_1", "ben", {})
        assert [bool(one.on) for one in people.codings(held)] == [True, False, False, False]
