"""Pages of the browser tests: what they say wrong, what they ask for, and the desk open in them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from dateline.desk.sessions import Person

from .conftest import ANA, Open


@dataclass
class Watched:
    """A page, its complaints, and every address it asked for."""

    page: Any
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def text(self) -> str:
        return str(self.page.inner_text("main"))


@contextmanager
def opened(browser: Any, desk: Open, person: Person = ANA, **context: Any) -> Iterator[Watched]:
    """A browser window with the desk open in it; scripts that fail or are refused are complaints."""
    made = browser.new_context(viewport=context.pop("viewport", {"width": 1280, "height": 860}), **context)
    page = made.new_page()
    page.set_default_timeout(60_000)
    watched = Watched(page)
    page.on("pageerror", lambda problem: watched.complaints.append(f"error: {problem}"))
    page.on(
        "dialog", lambda dialog: (watched.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss())
    )
    page.on("console", lambda line: _note(watched, line))
    page.on("request", lambda request: watched.requests.append(request.url))
    page.goto(desk.link(person))
    yield watched
    made.close()


def _note(watched: Watched, line: Any) -> None:
    if line.type == "error" and "status of 4" not in line.text:
        watched.complaints.append(f"{line.type}: {line.text}")


def _refuse(watched: Watched, dialog: Any) -> None:
    watched.complaints.append(f"dialog: {dialog.message}")
    dialog.dismiss()


def select(page: Any, words: str) -> None:
    """Selects words of the article as a mouse would."""
    page.evaluate(
        """(words) => {
          const article = document.querySelector('.article');
          const walk = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
          const texts = []; for (let n = walk.nextNode(); n; n = walk.nextNode()) texts.push(n);
          const whole = texts.map((n) => n.data).join('');
          const at = whole.indexOf(words); if (at < 0) throw new Error('not in the article: ' + words);
          const range = document.createRange(); let seen = 0;
          for (const n of texts) {
            const next = seen + n.data.length;
            if (at >= seen && at < next) range.setStart(n, at - seen);
            const end = at + words.length;
            if (end > seen && end <= next) range.setEnd(n, end - seen);
            seen = next;
          }
          const selection = document.getSelection();
          selection.removeAllRanges(); selection.addRange(range);
        }""",
        words,
    )
