"""What stands before the desk: its own name, its own forms, bounds, and one session a link."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import httpx
import pytest

from dateline.desk.attempts import Attempts
from dateline.desk.context import Settings
from dateline.desk.gate import HEADERS, Limits, RateLimit
from dateline.desk.guard import local_path
from dateline.desk.serve import Place, is_loopback, serve
from dateline.desk.sessions import Person, Sessions
from dateline.errors import DeskError
from dateline.run import looking, people
from dateline.run.case import Case

from .conftest import ANA, Open, serving


def test_every_answer_carries_the_headers_that_keep_scripts_out(desk: Open) -> None:
    with desk.client() as ana:
        for path in ("/queue", "/static/desk.js", "/nothing", "/incident/nope", "/api/incidents"):
            answer = ana.get(path)
            for name, value in HEADERS.items():
                assert answer.headers[name] == value, path
            policy = answer.headers["content-security-policy"]
            assert "unsafe" not in policy and "http" not in policy


def test_without_a_session_nothing_is_shown(desk: Open) -> None:
    with httpx.Client(base_url=desk.address) as stranger:
        spec = desk.app.openapi()["paths"]
        assert len(spec) > 25
        for path, verbs in spec.items():
            for verb in verbs:
                address = path.replace("{", "").replace("}", "")
                status = stranger.request(verb.upper(), address).status_code
                open_to_all = path in ("/signin", "/", "/open")
                assert status in ((401, 404, 422, 303, 307) if open_to_all else (401,)), (verb, path, status)


def test_a_link_opens_one_session_once(desk: Open) -> None:
    link = desk.link()
    with httpx.Client() as first, httpx.Client() as second:
        answer = first.get(link)
        cookie = answer.headers["set-cookie"].lower()
        assert answer.status_code == 303 and "httponly" in cookie and "samesite=strict" in cookie
        assert first.get(f"{desk.address}/queue").status_code == 200
        assert second.get(link).status_code == 401
        assert second.get(f"{desk.address}/queue").status_code == 401


def test_a_form_without_its_token_or_from_elsewhere_does_nothing(desk: Open) -> None:
    name = desk.case.incidents()[0].id
    with desk.client() as ana:
        token = ana.headers.pop("x-csrf")
        form = {"kind": "reject", "seen": ""}
        path = f"/incident/{name}/decide"
        assert ana.post(path, data=form).status_code == 403
        assert ana.post(path, data=form | {"csrf": "x" * 32}).status_code == 403
        right = form | {"csrf": token}
        assert ana.post(path, data=right, headers={"origin": "https://evil.example"}).status_code == 403
        assert ana.post(path, data=right, headers={"sec-fetch-site": "cross-site"}).status_code == 403
        assert looking.some(desk.case, [name])[1][name] == "open"
        assert ana.post(path, data=right, headers={"origin": desk.address}).status_code == 303
        assert looking.some(desk.case, [name])[1][name] == "rejected"


def test_it_answers_to_no_other_name(desk: Open) -> None:
    with desk.client() as ana:
        assert ana.get("/queue", headers={"host": "evil.example"}).status_code == 421
        assert ana.get("/queue", headers={"host": "localhost:1"}).status_code == 200


def test_bodies_are_bounded_told_or_not(case: Case) -> None:
    limits = Limits(body=2000, upload=5000, rate=1000, burst=1000)
    with serving(case, Settings(), limits) as desk, desk.client() as ana:
        assert ana.post("/theme", data={"theme": "d" * 3000}).status_code == 413
        assert ana.post("/add", data={"text": "t" * 4000}).status_code != 413
        assert ana.post("/add", data={"text": "t" * 6000}).status_code == 413

        def drip() -> Any:
            for _ in range(50):
                yield b"theme=" + b"d" * 100

        kind = {"content-type": "application/x-www-form-urlencoded"}
        assert ana.post("/theme", content=drip(), headers=kind).status_code in (400, 413)
        assert ana.get("/queue").status_code == 200


def test_one_address_cannot_ask_without_end(case: Case) -> None:
    with serving(case, Settings(), Limits(rate=0.001, burst=12)) as desk, desk.client() as ana:
        codes = [ana.get("/static/icon.svg").status_code for _ in range(20)]
        assert codes[0] == 200 and codes[-1] == 429
        assert ana.get("/static/icon.svg").headers["retry-after"] == "2"


def test_the_bucket_fills_again() -> None:
    now = [0.0]
    limit = RateLimit(lambda *_: asyncio.sleep(0), Limits(rate=2, burst=3), lambda: now[0])
    scope = {"type": "http", "client": ("1.2.3.4", 5)}
    assert [limit.takes(scope) for _ in range(4)] == [True, True, True, False]
    now[0] = 0.6
    assert limit.takes(scope) and not limit.takes(scope)


@pytest.mark.parametrize(
    "told",
    ["//evil.example", "https://evil.example/queue", "/\\evil.example", "javascript:alert(1)", "queue", "",
     "/a\nb", "/\t/evil.example", None],
)  # fmt: skip
def test_a_form_leads_nowhere_else(told: str | None) -> None:
    assert local_path(told) == "/queue"
    assert local_path("/map?country=IRQ") == "/map?country=IRQ"


def test_sessions_end_and_are_kept_only_as_hashes() -> None:
    now = [0.0]
    sessions = Sessions(lambda: now[0])
    cookie = sessions.open(ANA)
    assert cookie not in repr(sessions.held)
    now[0] = 11 * 3600
    assert sessions.find(cookie) is not None
    now[0] = 24 * 3600
    assert sessions.find(cookie) is None
    again = sessions.open(ANA)
    sessions.close_all("ana")
    assert sessions.find(again) is None and sessions.find(None) is None and sessions.find("x") is None


def test_too_many_tries_must_wait_by_name_and_by_address() -> None:
    now = [0.0]
    attempts = Attempts(lambda: now[0])
    for number in range(8):
        attempts.fail("ana", f"10.0.0.{number}")
    assert attempts.must_wait("ana", "10.9.9.9") and not attempts.must_wait("ben", "10.9.9.9")
    for number in range(8):
        attempts.fail(f"name {number}", "10.1.1.1")
    assert attempts.must_wait("cleo", "10.1.1.1")
    now[0] = 301
    assert not attempts.must_wait("ana", "10.1.1.1")


def test_a_desk_open_to_others_needs_accounts(case: Case) -> None:
    with pytest.raises(DeskError, match="add --team"):
        serve(case, Place(host="0.0.0.0"))
    people.put_up(case)
    with pytest.raises(DeskError, match="no lead yet"):
        serve(case, Place(), team=True)
    assert is_loopback("127.0.0.1") and is_loopback("::1") and not is_loopback("0.0.0.0")


def test_a_port_that_is_taken_is_said_in_one_line(case: Case) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(DeskError, match=f"127.0.0.1:{port} cannot be listened on"):
            serve(case, Place(port=port), name="ana")


def test_a_reader_looks_and_does_not_decide(team: Open) -> None:
    name = team.case.incidents()[0].id
    with team.client(Person("rita", "reader")) as rita:
        page = rita.get(f"/incident/{name}")
        assert page.status_code == 200 and "Accept" not in page.text
        assert rita.post(f"/incident/{name}/decide", data={"kind": "accept"}).status_code == 403
        assert rita.post(f"/api/incidents/{name}/decisions", json={"kind": "accept"}).status_code == 403
        assert rita.get("/people").status_code == 403
        assert rita.post("/add", data={"text": "x"}).status_code == 403
