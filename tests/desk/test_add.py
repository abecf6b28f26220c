"""Handing reports in at the desk: files, pasted text, an address; and the command that opens it."""

from __future__ import annotations

import re
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

import dateline.desk
from dateline.cli import app
from dateline.desk.pages import add
from dateline.intake.fetch import Terms
from tests.store.processes import running

from .conftest import Open

STORY = (
    "Market bombing kills five in Baidoa\n\nBAIDOA, Somalia - A car bomb exploded at a market in Baidoa on "
    "Tuesday, killing five people and wounding eleven, police said."
)


def outcome(ana: httpx.Client, form: dict[str, str], files: list | None = None) -> str:
    """What is told of a lot in the end."""
    answer = ana.post("/add", data=form, files=files)
    assert answer.status_code == 303, answer.text
    path = answer.headers["location"]
    for _ in range(600):
        page = ana.get(path).text
        if "<progress" not in page:
            return page
        time.sleep(0.1)
    raise AssertionError("the lot was never read")


def test_pasted_text_is_kept_as_it_was_pasted(desk: Open) -> None:
    with desk.client() as ana:
        form = {
            "text": STORY.replace("\n", "\r\n"), "published": "2022-03-09", "publisher": "Radio Savane",
        }  # fmt: skip
        page = outcome(ana, form)
        assert "1 report read." in page and "8 March 2022" in page
        report = next(iter(desk.case.reports(desk.case.incidents(text="Baidoa")[0]).values()))
        assert (report.text, report.publisher, report.published) == (STORY, "Radio Savane", "2022-03-09")
        assert "1 already in the case." in outcome(ana, form)


def test_files_are_read_and_what_cannot_be_is_said(desk: Open) -> None:
    files = [
        ("files", ("../../etc/passwd.txt", STORY.encode(), "text/plain")),
        ("files", ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(500), "image/png")),
        ("files", ("empty.txt", b"", "text/plain")),
    ]
    with desk.client() as ana:
        page = outcome(ana, {"published": "2022-03-09"}, files)
    assert "1 report read." in page
    assert "picture.png" in page and "empty.txt" in page and "../" not in page


def test_nothing_and_nonsense_are_refused(desk: Open) -> None:
    with desk.client() as ana:
        assert ana.post("/add", data={"text": "  "}).status_code == 422
        assert ana.post("/add", data={"text": STORY, "published": "some day"}).status_code == 422
        assert ana.get("/add/nothing").status_code == 404


@pytest.fixture
def newspaper() -> Iterator[str]:
    """A newspaper's page on this computer."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            head, _, body = STORY.partition("\n\n")
            article = f"<article><h1>{head}</h1><p>{body * 3}</p></article>"
            page = f"<html><title>{head}</title><body>{article}</body></html>"
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with HTTPServer(("127.0.0.1", 0), Page) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/story.html"
        server.shutdown()
        thread.join()


def test_an_address_is_fetched_but_never_inside_the_own_network(
    desk: Open, newspaper: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk.client() as ana:
        page = outcome(ana, {"address": newspaper, "published": "2022-03-09"})
        assert "Nothing was read." in page and "leads into a private network" in page
        monkeypatch.setattr(add, "TERMS", Terms(private=True))
        assert "1 report read." in outcome(ana, {"address": newspaper, "published": "2022-03-09"})
    assert len(desk.case.incidents(text="Baidoa")) >= 1


def test_the_command_opens_the_desk_and_ends_with_it(copied: Path) -> None:
    with running("desk", str(copied), "--port", "0", "--name", "ana") as desk:
        assert desk.stdout is not None
        told = next(line for line in desk.stdout if "token=" in line)
        link = re.findall(r"http://127\.0\.0\.1:\d+/open\?token=\S+", told)[0]
        with httpx.Client(follow_redirects=True, timeout=30) as ana:
            assert "Queue" in ana.get(link).text
        desk.terminate()
        assert desk.wait(timeout=30) in (0, -15)


def test_the_command_keeps_people_and_refuses_to_open_to_all(copied: Path) -> None:
    run = CliRunner().invoke
    refused = run(app, ["desk", str(copied), "--host", "0.0.0.0"])
    assert "add --team" in str(refused.exception)
    added = run(app, ["desk", str(copied), "--add-person", "ben:coder"], input="correct horse battery\n")
    assert "ben may sign in as coder" in added.output
    short = run(app, ["desk", str(copied), "--add-person", "cleo:lead"], input="short\n")
    assert "10 to 200 characters" in str(short.exception)


def test_without_its_libraries_the_command_names_the_extra(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "dateline.desk.serve", raising=False)
    monkeypatch.delattr(dateline.desk, "serve", raising=False)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    told = CliRunner().invoke(app, ["desk", str(copied)])
    assert "pip install 'dateline[desk]'" in str(told.exception)
