"""The weekly brief: every number in it leads to the words it rests on."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, Response

from dateline.desk.context import Desk
from dateline.desk.guard import At, SignedIn
from dateline.errors import CaseError, ExportError
from dateline.export.brief import Issue, Week, brief, markdown, page, week
from dateline.export.brief.issue import HEADER
from dateline.export.brief.ledger import Figure
from dateline.run import looking
from dateline.run.looking import Filter

router = APIRouter()
Country = Annotated[str, Query(max_length=80)]
WeekName = Annotated[str, Query(alias="week", max_length=10)]


@router.get("/brief", response_class=HTMLResponse)
def brief_page(
    request: Request, desk: At, session: SignedIn, week_name: WeekName = "", country: Country = ""
) -> HTMLResponse:
    """The brief of a week; without one, of the last week in which something happened."""
    values: dict[str, object] = {"country": country, "problem": None, "week": week_name, "header": HEADER}
    try:
        chosen = week(week_name) if week_name else _latest(desk, country)
        issue = _issue(desk, chosen, country)
    except (ExportError, CaseError) as problem:
        values |= {"problem": str(problem), "issue": None}
    else:
        values |= {
            "week": chosen.name, "issue": issue, "before": Week(chosen.monday - timedelta(7)).name,
            "after": Week(chosen.monday + timedelta(7)).name, "is_figure": _is_figure,
            "drawn": [(bar.label, bar.killed) for bar in issue.bars],
        }  # fmt: skip
    return desk.show(request, session, "brief.html", values)


@router.get("/brief.md", response_class=PlainTextResponse)
def brief_markdown(desk: At, session: SignedIn, week_name: WeekName, country: Country = "") -> Response:
    """The brief as Markdown."""
    del session
    text = markdown(_issue(desk, week(week_name), country))
    return _file(text, f"brief-{week(week_name).name}.md", "text/markdown; charset=utf-8")


@router.get("/brief.html", response_class=PlainTextResponse)
def brief_html(desk: At, session: SignedIn, week_name: WeekName, country: Country = "") -> Response:
    """The brief as one HTML page to send on; downloaded, never shown in the desk."""
    del session
    text = page(_issue(desk, week(week_name), country))
    return _file(text, f"brief-{week(week_name).name}.html", "text/html; charset=utf-8")


def _issue(desk: Desk, chosen: Week, country: str) -> Issue:
    wanted = Filter(country=country or None)
    held = looking.of_days(desk.case, wanted, chosen.monday.isoformat(), chosen.sunday.isoformat())
    return brief(held, looking.told_by(desk.case, held), chosen)


def _latest(desk: Desk, country: str) -> Week:
    """The last week in which an incident began; this week when the case has none with a date."""
    found = looking.histogram(desk.case, Filter(country=country or None))
    day = date.fromisoformat(found.last) if found else datetime.now(UTC).date()
    return Week(day - timedelta(day.weekday()))


def _is_figure(part: object) -> bool:
    return isinstance(part, Figure)


def _file(text: str, name: str, media: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(text.encode(), media_type=media, headers=headers)
