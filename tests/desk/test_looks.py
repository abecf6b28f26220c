"""How the desk looks: for everybody, on a telephone and on a wall, in the dark, right to left, on paper."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Open
from .pages import opened


def paths(desk: Open) -> dict[str, str]:
    many = max(desk.case.incidents(), key=lambda one: (len(one.members), len(one.flags)))
    bad = desk.case.incidents(text="Tonzang")[0].id
    return {
        "queue": "/queue", "record": f"/incident/{bad}", "reports": f"/incident/{many.id}/reports",
        "correct a date": f"/incident/{bad}/edit/date",
        "correct a list": f"/incident/{bad}/edit/perpetrators",
        "map": "/map?draw=svg", "add": "/add", "history": "/history", "export": "/export", "brief": "/brief",
        "people": "/people", "coding": "/coding", "not found": "/incident/i_nothing",
    }  # fmt: skip


# What each run of axe asks; in the dark only the colours can differ.
ASKED = {
    "light": "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']",
    "dark": "{type: 'rule', values: ['color-contrast']}",
}


def test_axe_finds_nothing_serious(browser: Any, shown: Open, axe: str) -> None:
    with opened(browser, shown, bypass_csp=True, reduced_motion="reduce") as ana:
        found = []
        for name, path in paths(shown).items():
            ana.page.goto(shown.address + path)
            ana.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
            ana.page.evaluate(axe)
            for scheme, asked in ASKED.items():
                ana.page.emulate_media(color_scheme=scheme)
                told = ana.page.evaluate(f"axe.run(document, {{runOnly: {asked}}})")
                found += [
                    (name, scheme, one["id"], one["nodes"][0]["html"][:160],
                     one["nodes"][0]["failureSummary"][-160:])
                    for one in told["violations"] if one["impact"] in ("serious", "critical")
                ]  # fmt: skip
        assert found == []


@pytest.mark.parametrize("width", [360, 1280, 2560])
def test_nothing_sticks_out_at_any_width(browser: Any, shown: Open, width: int) -> None:
    with opened(browser, shown, viewport={"width": width, "height": 800}) as ana:
        for name, path in paths(shown).items():
            ana.page.goto(shown.address + path)
            wide = ana.page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, name
            small = ana.page.evaluate(
                "Math.min(...[...document.querySelectorAll('main p, main td, main li, .article')]"
                ".map((e) => parseFloat(getComputedStyle(e).fontSize)))"
            )
            assert small >= 11, name


def test_right_to_left_text_runs_right_to_left(browser: Any, shown: Open) -> None:
    with opened(browser, shown) as ana:
        ana.page.goto(f"{shown.address}/incident/{shown.case.incidents(text='Sderot')[0].id}")
        places = ana.page.evaluate(
            """() => { const article = document.querySelector('.article');
              const box = article.getBoundingClientRect();
              const left = (words) => {
                const walk = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
                for (let n = walk.nextNode(); n; n = walk.nextNode()) {
                  const at = n.data.indexOf(words); if (at < 0) continue;
                  const r = document.createRange(); r.setStart(n, at); r.setEnd(n, at + words.length);
                  const b = r.getBoundingClientRect(); return [b.left - box.left, box.right - b.right]; } };
              return [left('SDEROT'), left('قال'), left('המשטרה')]; }"""
        )  # fmt: skip
        (latin, _), (_, arabic), (_, hebrew) = places
        assert max(latin, arabic, hebrew) < 4
        assert (
            ana.page.evaluate("getComputedStyle(document.querySelector('.byline b')).unicodeBidi")
            == "isolate"
        )


def test_paper_holds_the_record_and_not_the_buttons(browser: Any, shown: Open) -> None:
    with opened(browser, shown, color_scheme="dark") as ana:
        ana.page.goto(f"{shown.address}{paths(shown)['record']}")
        ana.page.emulate_media(media="print")
        for hidden in (".masthead nav", ".actions", ".edit-link >> nth=0"):
            assert not ana.page.locator(hidden).is_visible()
        assert ana.page.locator(".article").is_visible()
        assert (
            ana.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
            == "rgb(255, 255, 255)"
        )


def test_the_map_draws_itself_and_can_be_read_without_it(browser: Any, shown: Open) -> None:
    with opened(browser, shown) as ana:
        ana.page.goto(f"{shown.address}/map")
        ana.page.wait_for_selector("#map[data-drawn]", timeout=60_000)
        placed = sum(one.incident.place.latitude is not None for one in shown.case.incidents())
        assert ana.page.locator("#map").get_attribute("data-count") == str(placed)
        assert ana.page.locator(".pin").count() > 3
        assert ana.complaints == []


def test_without_webgl_the_drawn_map_stays(browser: Any, shown: Open) -> None:
    with opened(browser, shown) as ana:
        ana.page.goto(f"{shown.address}/map?draw=svg")
        ana.page.wait_for_selector("#map[data-drawn=svg]")
        assert ana.page.locator("#map svg .spot").count() > 3
        assert ana.page.locator("canvas").count() == 0


def test_days_are_chosen_on_the_timeline(browser: Any, shown: Open) -> None:
    with opened(browser, shown) as ana:
        ana.page.goto(f"{shown.address}/map?draw=svg")
        box = ana.page.locator("[data-brush]").bounding_box()
        ana.page.mouse.move(box["x"] + box["width"] * 0.8, box["y"] + 20)
        ana.page.mouse.down()
        ana.page.mouse.move(box["x"] + box["width"] * 0.97, box["y"] + 30, steps=4)
        with ana.page.expect_navigation():
            ana.page.mouse.up()
        assert "since=20" in ana.page.url and "until=20" in ana.page.url


def test_the_first_page_is_small(browser: Any, shown: Open) -> None:
    with opened(browser, shown) as ana:
        ana.page.wait_for_load_state("networkidle")  # opened on the queue, with nothing kept from before
        sent = ana.page.evaluate(
            "performance.getEntries().reduce((sum, one) => sum + (one.transferSize || 0), 0)"
        )
        assert 10_000 < sent < 300_000
