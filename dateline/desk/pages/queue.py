"""The queue: incidents by urgency, what is left of them, and decisions on several at once."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, Field

from dateline.desk import deciding
from dateline.desk.asked import STATUSES, Asked, choices
from dateline.desk.context import Desk, go, incident_path
from dateline.desk.guard import At, Coder, Filled, Refused, SignedIn, local_path, understood
from dateline.desk.show.rows import Line, line
from dateline.errors import CaseError
from dateline.run import looking, people
from dateline.run.case import Case
from dateline.run.looking import Order

from .incident import with_told

router = APIRouter()
PAGE = 50
_MOST_AT_ONCE = 200


@router.get("/", include_in_schema=False)
def front() -> Response:
    """The desk opens on the queue."""
    return go("/queue")


@router.get("/queue", response_class=HTMLResponse)
def queue(request: Request, desk: At, session: SignedIn, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """A page of the queue."""
    values = _filtered(desk, asked) | {
        "asked": asked, "choices": choices(), "carried": asked.carried(),
        "told": deciding.told(desk.case, request.query_params.get("told", ""), f"/queue{asked.carried()}"),
        "views": people.views(desk.case, session.person.name),
    }  # fmt: skip
    return desk.show(request, session, "queue.html", values)


@router.get("/next")
def next_incident(
    desk: At,
    session: SignedIn,
    asked: Annotated[Asked, Query()],
    after: Annotated[str, Query(max_length=80)] = "",
) -> Response:
    """Goes on to the most urgent incident that is left, or the one after a given one."""
    del session
    wanted = asked if asked.status else asked.model_copy(update={"status": "open"})
    found = looking.next_after(desk.case, wanted.filter(), after)
    return go(incident_path(found, asked) if found else f"/queue{asked.carried()}")


class Bulk(BaseModel):
    """The form of a decision on several incidents."""

    incident: Annotated[tuple[str, ...], Field(min_length=1, max_length=_MOST_AT_ONCE)]
    act: Literal["accept", "reject", "merge"]
    why: Annotated[str, Field(max_length=2000)] = ""
    confirmed: Annotated[str, Field(max_length=3)] = ""
    back: Annotated[str, Field(max_length=4000)] = "/queue"


@router.post("/bulk", response_class=HTMLResponse)
def bulk(request: Request, desk: At, session: Coder, form: Filled) -> Response:
    """Decides on several incidents, after asking once whether it is meant."""
    if not form.getlist("incident"):
        raise Refused(400, "Nothing chosen", "Tick the incidents first.")
    told = understood(Bulk, form)
    names, back = list(dict.fromkeys(told.incident)), local_path(told.back)
    if told.act == "merge" and len(names) < 2:
        raise Refused(400, "Nothing to merge", "Choose at least two incidents.", back)
    if told.confirmed == "yes":
        done = deciding.decide_on_all(desk.case, names, told.act, (session.person.name, told.why))
        return go(with_told(back, done.id) if done else back)
    held = [line(desk.case.incident(name)) for name in names]
    many = "s" if len(held) != 1 else ""
    return desk.show(request, session, "confirm.html", {
        "title": f"{told.act.capitalize()} {len(held)} incident{many}?", "rows": held,
        "action": "/bulk", "yes": told.act, "why_needed": told.act == "reject", "back": back,
        "again": [("act", told.act), ("back", back), *(("incident", name) for name in names)],
    })  # fmt: skip


def _filtered(desk: Desk, asked: Asked) -> dict[str, object]:
    """Rows and counts of a filter; a filter that cannot be meant gives the reason instead."""
    start = PAGE * (asked.page - 1)
    try:
        wanted = asked.filter()
        if looking.is_common(desk.case, wanted):
            ids = looking.page_of_common(desk.case, wanted, (start, start + PAGE + 1))
            counts: dict[str, int] | None = None
        else:
            order: Order = "date" if asked.order == "date" else "urgency"
            ids = looking.page(desk.case, wanted, order, (start, start + PAGE + 1))
            whatever = asked.model_copy(update={"status": None}).filter()
            counts = desk.case.incidents(whatever).counts("status")
    except CaseError as problem:
        return {"problem": str(problem)}
    rows = lines(desk.case, ids[:PAGE])
    return {
        "problem": None, "rows": rows, "first": start + bool(rows), "last": start + len(rows),
        "more": len(ids) > PAGE, **_counted(counts, asked.status),
    }  # fmt: skip


def _counted(counts: dict[str, int] | None, status: str | None) -> dict[str, object]:
    """What is told of how many there are; for common words only that they are many."""
    if counts is None:
        return {"counts": (), "total": None}
    everything = sum(counts.values())
    told = [(None, "in all", everything), *((code, name, counts.get(code, 0)) for code, name in STATUSES)]
    return {"counts": told, "total": counts.get(status, 0) if status else everything}


def lines(case: Case, ids: list[str]) -> list[Line]:
    """The lines of incidents, with how far people are with each."""
    found, states = looking.some(case, ids)
    return [line(one, states.get(one.id, "open")) for one in found]
