"""What every page of one desk shares: the case, who is signed in, what is being read, how pages are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse

from dateline.run.case import Case

from .asked import Asked
from .attempts import Attempts
from .jobs import Jobs
from .render import page
from .sessions import Session, Sessions

NAVIGATION = (
    ("/queue", "Queue", ""), ("/map", "Map", "t"), ("/add", "Add", ""), ("/history", "History", "h"),
    ("/export", "Export", ""), ("/brief", "Brief", ""),
)  # fmt: skip
FOR_TEAMS = (("/coding", "Double coding", ""), ("/people", "People", ""))
CARRY = ("/queue", "/map", "/export")  # pages that share the filter
ATTRIBUTION = (
    "Borders: Natural Earth 1:10m, public domain; how it draws disputed ones is not Dateline's judgement."
)


@dataclass(frozen=True, slots=True)
class Settings:
    """How a desk is opened: `names` are the hosts it answers to; `fetch` lets it fetch an address given."""

    team: bool = False
    names: frozenset[str] = frozenset(("127.0.0.1", "localhost", "[::1]"))
    secure: bool = False
    fetch: bool = True


@dataclass(frozen=True)
class Desk:
    """One open desk."""

    case: Case
    settings: Settings
    sessions: Sessions
    jobs: Jobs
    attempts: Attempts = field(default_factory=Attempts)

    def show(
        self, request: Request, session: Session | None, template: str, values: Mapping[str, Any]
    ) -> HTMLResponse:
        """A page; `values` are the template's own, beside what every page needs."""
        return HTMLResponse(page(template, self.shared(request, session) | dict(values)))

    def shared(self, request: Request, session: Session | None) -> dict[str, Any]:
        """What every template may use."""
        theme = request.cookies.get("theme")
        query = request.url.query
        path = request.url.path
        there = path + (f"?{query}" if query else "")
        navigation = NAVIGATION + (FOR_TEAMS if self.settings.team else ())
        return {
            "session": session, "team": self.settings.team, "navigation": navigation, "told": None,
            "theme": theme if theme in ("light", "dark") else None, "carried": "",
            "here": "/" + path.split("/")[1], "back": there if request.method == "GET" else "/queue",
            "may_decide": session is not None and session.person.may("coder"), "attribution": ATTRIBUTION,
        }  # fmt: skip


def go(to: str) -> RedirectResponse:
    """Sends the browser on after a form."""
    return RedirectResponse(to, status_code=303)


def incident_path(name: str, asked: Asked | None = None) -> str:
    """The address of an incident's record, the filter carried along."""
    return f"/incident/{quote(name, safe='')}{asked.carried() if asked else ''}"
