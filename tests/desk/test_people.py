"""A team's desk: signing in, roles, what is written down, and double coding to the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import httpx
import pytest

from dateline.desk import passwords
from dateline.desk.sessions import Person
from dateline.errors import DeskError
from dateline.run import people

from .conftest import Open

PASSWORD = "correct horse battery"
SignIn = Callable[..., tuple[httpx.Client, httpx.Response]]


@pytest.fixture
def staffed(team: Open) -> Open:
    for name, role in (("ana", "lead"), ("ben", "coder"), ("cleo", "coder"), ("rita", "reader")):
        people.put_account(team.case, name, role, (passwords.hashed(PASSWORD), "test"))
    return team


@pytest.fixture
def sign_in(staffed: Open) -> Iterator[SignIn]:
    """Signs a fresh client in; all of them are closed in the end."""
    with ExitStack() as held:

        def one(name: str, password: str = PASSWORD) -> tuple[httpx.Client, httpx.Response]:
            client = held.enter_context(httpx.Client(base_url=staffed.address))
            return client, client.post("/signin", data={"name": name, "password": password, "back": "/map"})

        yield one


def test_signing_in_out_and_the_audit(staffed: Open, sign_in: SignIn) -> None:
    client, answer = sign_in("ben")
    assert (answer.status_code, answer.headers["location"]) == (303, "/map")
    token = client.get("/api/session").json()["csrf"]
    assert client.post("/signout", data={"csrf": token}).headers["location"] == "/signin"
    assert client.get("/queue").headers["location"].startswith("/signin?back=")
    for name in ("ben", "nobody"):
        assert sign_in(name, "wrong password")[1].status_code == 401
    told = [(one.name, one.outcome) for one in people.sign_ins(staffed.case)]
    assert told == [
        ("nobody", "wrong name or password"), ("ben", "wrong name or password"), ("ben", "signed out"),
        ("ben", "signed in"),
    ]  # fmt: skip
    assert {one.address for one in people.sign_ins(staffed.case)} == {"127.0.0.1"}


def test_guessing_must_wait(sign_in: SignIn) -> None:
    codes = [sign_in("ben", f"guess number {number}")[1].status_code for number in range(10)]
    assert codes[:8] == [401] * 8 and codes[8:] == [429] * 2
    assert sign_in("ben")[1].status_code == 429  # even with the right one


def test_passwords_are_kept_as_hashes_and_have_a_length(staffed: Open) -> None:
    account = people.account(staffed.case, "ben")
    assert account is not None and account.secret.startswith("$argon2id$") and PASSWORD not in account.secret
    with pytest.raises(DeskError, match="10 to 200 characters"):
        passwords.hashed("short")
    assert not passwords.is_right(None, "nobody has this password")
    assert not passwords.is_right("", PASSWORD)


def test_a_lead_keeps_the_people(staffed: Open, sign_in: SignIn) -> None:
    with staffed.client(Person("ana", "lead")) as ana:
        assert (
            ana.post("/people", data={"name": "dora", "role": "coder", "password": PASSWORD}).status_code
            == 303
        )
        assert people.account(staffed.case, "dora").by == "ana"
        ben, _ = sign_in("ben")
        ana.post("/people", data={"name": "ben", "role": "reader", "password": ""})
        assert ben.get("/queue").status_code == 303  # a change of role ends the sessions
        refused = ana.post("/people", data={"name": "ana", "role": "coder", "password": ""})
        assert refused.status_code == 422 and "only lead" in refused.text
        assert (
            ana.post("/people", data={"name": "eve", "role": "king", "password": PASSWORD}).status_code == 422
        )
    with staffed.client(Person("ben", "coder")) as ben_again:
        data = {"name": "ben", "role": "lead", "password": ""}
        assert ben_again.post("/people", data=data).status_code == 403


def test_two_code_blind_a_lead_decides(staffed: Open) -> None:
    case = staffed.case
    name = case.incidents(text="Midsayap")[0].id
    people.draw(case, [name], ["ben", "cleo"])
    with staffed.client(Person("ben", "coder")) as ben, staffed.client(Person("cleo", "coder")) as cleo:
        assert ben.get(f"/incident/{name}").headers["location"] == f"/coding/{name}"  # not before coding it
        form = ben.get(f"/coding/{name}").text
        assert "fragmentation grenade" in form and 'value="explosive.grenade" selected' not in form
        answers = {
            "type.value": "explosive.grenade",
            "date.start": "2023-09-18",
            "killed.state": "not_reported",
        }
        assert ben.post(f"/coding/{name}", data=answers | {"date.start": "no day"}).status_code == 422
        assert ben.post(f"/coding/{name}", data=answers).status_code == 303
        assert cleo.post(f"/coding/{name}", data=answers | {"date.start": "2023-09-17"}).status_code == 303
        assert ben.get(f"/incident/{name}").status_code == 200
        late = ben.post(f"/coding/{name}", data=answers | {"date.start": "2023-09-17"})
        assert late.status_code == 422 and "coded by all" in late.text
    with staffed.client(Person("ana", "lead")) as ana:
        assert "1 field differ" in ana.get("/coding").text
        page = ana.get(f"/coding/{name}/compare").text
        assert page.count(">differ<") == 1 and "17 September 2023" in page
        decided = ana.post(f"/coding/{name}/adjudicate", data={"field": "date", "coder": "cleo"})
        assert decided.status_code == 303
    whole = case.incident(name).incident
    assert whole.date.start == "2023-09-17" and dict(whole.resolution)["date"] == "analyst"


def test_a_sample_is_drawn_for_coders_only(staffed: Open) -> None:
    with staffed.client(Person("ana", "lead")) as ana:
        assert ana.post("/coding/draw", data={"coder": "ben", "number": "3"}).status_code == 422
        bad = ana.post("/coding/draw", data={"coder": ["ben", "rita"], "number": "3"})
        assert bad.status_code == 422
        assert ana.post("/coding/draw", data={"coder": ["ben", "cleo"], "number": "3"}).status_code == 303
    held = people.codings(staffed.case)
    assert len(held) == 6 and len({one.incident for one in held}) == 3
