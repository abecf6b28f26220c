"""Feeds into a case by the command line: new stories once, problems told, the next round goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import dateline
from dateline.cli import app
from tests.intake.servers import site

STORY = (
    "<h1>Bomb kills {n} in Jos</h1><p>A bomb killed {n} people in the town of Jos on Sunday, police said.</p>"
)


class Outlet:
    """A site with a feed of numbered stories."""

    def __init__(self) -> None:
        self.url, self.numbers, self.gone = "", [1, 2], ""

    def __call__(self, path: str, _: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        if path == "/feed":
            items = "".join(
                f"<item><guid>{n}</guid><link>{self.url}/{n}</link>"
                "<pubDate>Mon, 08 Nov 2021 23:30:00 GMT</pubDate></item>"
                for n in self.numbers
            )
            feed = f'<rss version="2.0"><channel><title>Herald</title>{items}</channel></rss>'
            return 200, {}, feed.encode()
        if path in ("/robots.txt", self.gone):
            return 404, {}, b""
        return 200, {"Content-Type": "text/html"}, STORY.format(n=path[1:]).encode()


@pytest.fixture
def outlet() -> Iterator[Outlet]:
    served = Outlet()
    with site(served) as (url, _):
        served.url = url
        yield served


def test_a_round_adds_what_is_new_once(outlet: Outlet, tmp_path: Path) -> None:
    feeds, case = tmp_path / "feeds.toml", tmp_path / "case"
    feeds.write_text(f'pause = 0.5\nprivate = true\n[[feed]]\nurl = "{outlet.url}/feed"\n', encoding="utf-8")
    first = CliRunner().invoke(app, ["watch", str(feeds), "--to", str(case)])
    assert first.exit_code == 0, first.output
    assert "2 new reports" in first.output
    outlet.numbers, outlet.gone = [1, 2, 3, 4], "/4"
    second = CliRunner().invoke(app, ["watch", str(feeds), "--to", str(case)])
    assert second.exit_code == 1
    assert "1 new report\n" in second.output and f"{outlet.url}/4" in second.stderr
    with dateline.open(str(case)) as held:
        assert held.counts().reports == 3
        assert {one.incident.date.start for one in held.incidents()} == {"2021-11-07"}


def test_a_list_that_says_nothing_is_refused_in_one_line(tmp_path: Path) -> None:
    feeds = tmp_path / "feeds.toml"
    feeds.write_text('[[feed]]\nurl = "ftp://example.org"\n', encoding="utf-8")
    told = CliRunner().invoke(app, ["watch", str(feeds), "--to", str(tmp_path / "case")])
    assert told.exit_code != 0 and "http" in str(told.exception or told.output)
    assert not (tmp_path / "case").exists()
