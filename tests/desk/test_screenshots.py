"""The pictures of docs/desk.md, made here: `DATELINE_SCREENSHOTS=1 pytest tests/desk/test_screenshots.py`."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

from .conftest import Open
from .pages import opened, select

DOCS = ROOT / "docs"
WIDE, NARROW = {"width": 1280, "height": 860}, {"width": 360, "height": 780}


def _record(page: Any, desk: Open) -> None:
    page.goto(f"{desk.address}/incident/{desk.case.incidents(text='Tonzang')[0].id}")
    page.click("tr[data-field=killed] .value >> nth=0")
    page.wait_for_timeout(600)
    page.evaluate("scrollTo(0, 0)")


def _correcting(page: Any, desk: Open) -> None:
    page.goto(f"{desk.address}/incident/{desk.case.incidents(text='Tonzang')[0].id}")
    select(page, "Saturday, May 31")
    page.click("[data-use=date]")
    page.wait_for_selector("form[data-correct]")


def _reports(page: Any, desk: Open) -> None:
    many = max(desk.case.incidents(), key=lambda one: len(one.members))
    page.goto(f"{desk.address}/incident/{many.id}/reports")


def _map(page: Any, desk: Open) -> None:
    page.goto(f"{desk.address}/map")
    page.wait_for_selector("#map[data-drawn=webgl]")
    page.wait_for_timeout(1500)


def _page(path: str) -> Callable[[Any, Open], None]:
    return lambda page, desk: page.goto(desk.address + path) and None


PICTURES: dict[str, tuple[Callable[[Any, Open], None], dict[str, Any]]] = {
    "queue": (_page("/queue"), {"viewport": WIDE}),
    "record": (_record, {"viewport": WIDE}),
    "record-dark": (_record, {"viewport": WIDE, "color_scheme": "dark"}),
    "record-narrow": (_record, {"viewport": NARROW}),
    "correcting": (_correcting, {"viewport": WIDE}),
    "reports": (_reports, {"viewport": WIDE}),
    "map": (_map, {"viewport": WIDE}),
    "brief": (_page("/brief"), {"viewport": WIDE}),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_made_of_the_desk_itself(browser: Any, desk: Open, name: str, tmp_path: Path) -> None:
    show, context = PICTURES[name]
    folder = DOCS / "screenshots" if os.environ.get("DATELINE_SCREENSHOTS") else tmp_path
    folder.mkdir(exist_ok=True)
    with opened(browser, desk, **context) as ana:
        show(ana.page, desk)
        ana.page.screenshot(path=str(folder / f"{name}.png"))
        assert ana.complaints == []
    assert (folder / f"{name}.png").stat().st_size > 10_000


def test_every_picture_is_shown_and_every_shown_picture_is_made() -> None:
    page = (DOCS / "desk.md").read_text(encoding="utf-8")
    for name in PICTURES:
        assert f"](screenshots/{name}.png)" in page
        assert (DOCS / "screenshots" / f"{name}.png").exists()
    assert {path.stem for path in (DOCS / "screenshots").iterdir()} == set(PICTURES)
