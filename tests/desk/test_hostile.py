"""An article's or a person's markup never runs, whatever page shows it."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from .casework import PAYLOADS, SCRIPT
from .conftest import Open
from .pages import opened


def paths(desk: Open) -> list[str]:
    """Every page that shows what came from outside."""
    name = desk.case.incidents(text="Baidoa")[0].id
    ask = quote(PAYLOADS[1])
    return [
        "/queue", f"/queue?text={ask}&country={ask}&actor={ask}", f"/incident/{name}",
        f"/incident/{name}/reports",
        *(f"/incident/{name}/edit/{field}" for field in ("place", "perpetrators", "victims", "type", "date")),
        f"/incident/{name}/edit/killed?words_report={ask}&words_start=1&words_end=2", f"/map?text={ask}",
        "/history",
        f"/history?by={ask}", "/brief?week=2022-W10", f"/brief?week={ask}", f"/export?actor={ask}", "/add",
        "/people", "/coding", f"/coding/{name}", f"/incident/{ask}", f"/queue?told={ask}",
        f"/signin?back={ask}",
    ]  # fmt: skip


def test_no_payload_fires_on_any_page(browser: Any, shown: Open) -> None:
    with opened(browser, shown) as ana:
        for path in paths(shown):
            ana.page.goto(shown.address + path)
            assert ana.page.evaluate("window.fired ?? null") is None, path
            assert ana.page.locator("main script, main img, main iframe, main svg[onload]").count() == 0, path
            assert ana.page.locator("main").is_visible(), path
            assert "49" not in (ana.page.locator("tr[data-field=victims]").all_inner_texts() or [""])[0]
            for link in ana.page.locator("a").evaluate_all("all => all.map((a) => a.href)"):
                assert link.startswith(shown.address), (path, link)
        assert ana.complaints == []


def test_what_is_hostile_is_still_shown_as_the_words_it_is(browser: Any, shown: Open) -> None:
    with opened(browser, shown) as ana:
        ana.page.goto(f"{shown.address}/incident/{shown.case.incidents(text='Baidoa')[0].id}")
        assert SCRIPT in ana.page.inner_text(".article")
        assert PAYLOADS[1] in ana.page.inner_text(".byline")
        assert PAYLOADS[2] in ana.page.inner_text("tr[data-field=victims]")


def test_an_emoji_before_the_words_does_not_shift_them(browser: Any, shown: Open) -> None:
    with opened(browser, shown) as ana:
        ana.page.goto(f"{shown.address}/incident/{shown.case.incidents(text='Baidoa')[0].id}")
        for piece in ana.page.locator(".article [data-at]").all():
            start = int(piece.get_attribute("data-at"))
            text = shown.case.report(ana.page.locator(".article").get_attribute("data-report")).text
            words = piece.evaluate("(p) => p.textContent")
            assert text[start : start + len(words)] == words


@pytest.mark.parametrize("inject", ["script", "handler", "style"])
def test_even_markup_that_got_in_would_not_run(browser: Any, shown: Open, inject: str) -> None:
    markup = {
        "script": "const s = document.createElement('script'); s.textContent = 'window.fired=1';"
        "document.body.append(s)",
        "handler": "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.fired=1\">')",
        "style": "document.body.insertAdjacentHTML('beforeend', '<p id=p style=\"color: red\">x</p>')",
    }[inject]  # fmt: skip
    with opened(browser, shown) as ana:
        ana.page.evaluate(f"() => {{ {markup} }}")
        ana.page.wait_for_timeout(200)
        assert ana.page.evaluate("window.fired ?? null") is None
        if inject == "style":
            assert (
                ana.page.evaluate("getComputedStyle(document.getElementById('p')).color") != "rgb(255, 0, 0)"
            )
        assert any("Content Security Policy" in line for line in ana.complaints)
