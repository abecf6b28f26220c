"""The record view: the report beside the record, and every decision about one incident."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import parse_qsl, quote

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, Field, ValidationError

from dateline.desk import deciding
from dateline.desk.asked import Asked
from dateline.desk.changed import Resend, changed
from dateline.desk.context import go, incident_path
from dateline.desk.deciding import Decision, Outdated
from dateline.desk.guard import At, Coder, Filled, SignedIn, local_path, understood
from dateline.desk.record_view import record_values
from dateline.run import looking, reviewing

from .coding import must_code_first

router = APIRouter()
Name = Annotated[str, Path(max_length=80)]


@router.get("/incident/{name}", response_class=HTMLResponse)
def incident(
    request: Request,
    desk: At,
    session: SignedIn,
    name: Name,
    asked: Annotated[Asked, Query()],
) -> Response:
    """One incident with its report, its values, its claims and its history; `report` chooses the report."""
    whole = desk.case.incident(name)
    waiting = must_code_first(desk, session, whole)
    if waiting:
        return go(f"/coding/{waiting}")
    values = record_values(desk.case, whole, request.query_params.get("report"))
    told = deciding.told(desk.case, request.query_params.get("told", ""), incident_path(name, asked))
    return desk.show(request, session, "incident.html", values | {"carried": asked.carried(), "told": told})


class Deciding(BaseModel):
    """The form of the three decisions that need no more than a click."""

    kind: Literal["accept", "reject", "comment"]
    seen: Annotated[str, Field(max_length=80)] = ""
    why: Annotated[str, Field(max_length=2000)] = ""
    carried: Annotated[str, Field(max_length=4000)] = ""


@router.post("/incident/{name}/decide", response_class=HTMLResponse)
def decide(request: Request, desk: At, session: Coder, name: Name, form: Filled) -> Response:
    """Accepts, rejects or notes; the first two go on to the next incident that is left."""
    told = understood(Deciding, form)
    acts = {"accept": reviewing.accept, "reject": reviewing.reject, "comment": reviewing.comment}
    wanted = Decision(acts[told.kind](name), session.person.name, told.why, told.seen)
    try:
        done = deciding.decide(desk.case, wanted)
    except Outdated:
        again = Resend(name, request.url.path, form, f"you wanted to {told.kind} it", told.seen)
        return changed(request, desk, session, again)
    asked = carried(told.carried)
    following: str | None = name
    if told.kind != "comment":
        following = looking.next_after(desk.case, left(asked).filter(), name)
    path = incident_path(following, asked) if following else f"/queue{asked.carried()}"
    return go(with_told(path, done.id))


@router.post("/review/{review}/undo")
def undo(desk: At, session: Coder, review: Name, form: Filled) -> Response:
    """Takes a decision back; its row stays, another says that it no longer holds."""
    deciding.undo(desk.case, review, session.person.name)
    back = form.get("back")
    return go(local_path(back if isinstance(back, str) else None))


def carried(query: str) -> Asked:
    """The filter that a form carries along; one that cannot be read asks nothing."""
    try:
        return Asked.model_validate(dict(parse_qsl(query.lstrip("?"))))
    except ValidationError:
        return Asked()


def left(asked: Asked) -> Asked:
    """The same filter for what is left to check, unless it asks for a status itself."""
    return asked if asked.status else asked.model_copy(update={"status": "open"})


def with_told(path: str, review_id: str) -> str:
    """An address that also tells of the decision just taken."""
    return f"{path}{'&' if '?' in path else '?'}told={quote(review_id, safe='')}"
