"""The same for programs: JSON under /api, with the session of a browser and its form token in `X-CSRF`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field, JsonValue

from dateline.desk import deciding
from dateline.desk.asked import Asked
from dateline.desk.deciding import Decision, Outdated
from dateline.desk.guard import At, Refused, SignedIn
from dateline.desk.sessions import is_own_form
from dateline.record import Span, merged_rows
from dateline.run import looking, reviewing

router = APIRouter(prefix="/api")
Name = Annotated[str, Path(max_length=80)]
_PAGE = 100


class Problem(BaseModel):
    """Why something was refused, in one line."""

    detail: str


class Page(BaseModel):
    """A page of incidents (`dateline-merged/1`), and how many there are in all."""

    total: int
    page: int
    incidents: list[dict[str, Any]]


class Piece(BaseModel):
    """Words of a report, in Unicode code points."""

    start: Annotated[int, Field(ge=0, le=100_000_000)]
    end: Annotated[int, Field(ge=0, le=100_000_000)]


class Wanted(BaseModel):
    """A decision. `seen`: the last decision you know of ("" for none); null leaves that unchecked."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["accept", "reject", "comment", "correct", "merge", "split"]
    why: Annotated[str, Field(max_length=2000)] = ""
    seen: Annotated[str, Field(max_length=80)] | None = None
    field: Annotated[str, Field(max_length=60)] | None = None
    value: JsonValue = None
    report: Annotated[str, Field(max_length=80)] | None = None
    spans: Annotated[list[Piece], Field(max_length=50)] = []
    other: Annotated[str, Field(max_length=80)] | None = None
    members: Annotated[list[Annotated[str, Field(max_length=80)]], Field(max_length=500)] = []


_REFUSALS: dict[int | str, dict[str, Any]] = {
    code: {"model": Problem} for code in (400, 401, 403, 404, 409, 413, 422, 429)
}


@router.get("/session", responses=_REFUSALS)
def session(session: SignedIn) -> dict[str, str]:
    """Who is signed in, and the token that writes need in `X-CSRF`."""
    return {"name": session.person.name, "role": session.person.role, "csrf": session.csrf}


@router.get("/incidents", responses=_REFUSALS)
def incidents(desk: At, session: SignedIn, asked: Annotated[Asked, Query()]) -> Page:
    """The incidents that pass a filter, a hundred at a time."""
    del session
    wanted, first = asked.filter(), _PAGE * (asked.page - 1)
    order: looking.Order = "date" if asked.order == "date" else "urgency"
    found, _ = looking.some(desk.case, looking.page(desk.case, wanted, order, (first, first + _PAGE)))
    texts = looking.told_by(desk.case, found)
    total = len(desk.case.incidents(wanted))
    return Page(total=total, page=asked.page, incidents=[merged_rows.merged(one, texts) for one in found])


@router.get("/incidents/{name}", responses=_REFUSALS)
def incident(desk: At, session: SignedIn, name: Name) -> dict[str, Any]:
    """One incident, by its id or the name of any of its members."""
    del session
    whole = desk.case.incident(name)
    return merged_rows.merged(whole, desk.case.reports(whole))


@router.get("/incidents/{name}/decisions", responses=_REFUSALS)
def decisions(desk: At, session: SignedIn, name: Name) -> list[dict[str, Any]]:
    """What people decided about an incident, in the order decided; the last one's id is `seen`."""
    del session
    whole = desk.case.incident(name)
    return [merged_rows.review(one) for one in looking.decisions(desk.case, whole).reviews]


@router.post("/incidents/{name}/decisions", responses=_REFUSALS)
def decide(
    request: Request, desk: At, session: SignedIn, name: Name, wanted: Annotated[Wanted, Body()]
) -> dict[str, Any]:
    """Decides about an incident; 409 when somebody decided after `seen`."""
    if not is_own_form(session, request.headers.get("x-csrf")):
        raise Refused(403, "Not the desk's own", "send the token of /api/session in X-CSRF")
    if not session.person.may("coder"):
        raise Refused(403, "For coders", f"{session.person.name} may look, not decide")
    decision = Decision(_act(name, wanted), session.person.name, wanted.why, wanted.seen)
    try:
        return merged_rows.review(deciding.decide(desk.case, decision))
    except Outdated as problem:
        raise Refused(409, "Changed meanwhile", str(problem)) from None


@router.get("/reports/{report}", responses=_REFUSALS)
def report(desk: At, session: SignedIn, report: Name) -> dict[str, Any]:
    """What was read out of a report (`dateline/1`), its text included."""
    del session
    return desk.case.record(report).to_dict()


def _act(name: str, wanted: Wanted) -> reviewing.Act:
    if wanted.kind == "correct":
        if wanted.field is None:
            raise Refused(422, "Not understood", "field: a correction names its field")
        spans = [Span(one.start, one.end) for one in wanted.spans]
        return reviewing.correct(name, wanted.field, wanted.value, wanted.report, spans)
    if wanted.kind == "merge":
        if wanted.other is None:
            raise Refused(422, "Not understood", "other: merging names the other incident")
        return reviewing.merge(name, wanted.other)
    if wanted.kind == "split":
        return reviewing.split(name, wanted.members)
    return {"accept": reviewing.accept, "reject": reviewing.reject, "comment": reviewing.comment}[
        wanted.kind
    ](name)
