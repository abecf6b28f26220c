"""Many reports of one incident, side by side: why they are one, what nearly joined, merging and splitting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isinf
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, Field

from dateline.desk import deciding
from dateline.desk.asked import Asked
from dateline.desk.changed import Resend, changed
from dateline.desk.context import Desk, go, incident_path
from dateline.desk.deciding import Decision, Outdated
from dateline.desk.guard import At, Coder, Filled, SignedIn, understood
from dateline.desk.record_view import report_pieces
from dateline.desk.show.fields import field_rows
from dateline.desk.show.marks import Piece
from dateline.desk.show.rows import line
from dateline.desk.show.tolls import toll_chart
from dateline.record import Judgement, Member, Merged, Report
from dateline.run import looking, reviewing

from .incident import with_told

router = APIRouter()
Name = Annotated[str, Path(max_length=80)]
_NEAR = 20  # near misses shown


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's telling as a column of the page; `copy` when it repeats another report's text."""

    name: str
    report: Report
    pieces: tuple[Piece, ...]
    summary: str
    copy: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """A judgement in words; `incident` the other incident of a near miss; no `score` when people decided."""

    left: str
    right: str
    because: tuple[str, ...]
    by: str
    score: float | None
    incident: str


@router.get("/incident/{name}/reports", response_class=HTMLResponse)
def side_by_side(
    request: Request, desk: At, session: SignedIn, name: Name, asked: Annotated[Asked, Query()]
) -> HTMLResponse:
    """The reports of an incident side by side."""
    whole = desk.case.incident(name)
    texts = desk.case.reports(whole)
    joined, near = _judged(desk, whole, texts)
    charts = [toll_chart(whole, field, texts) for field in ("killed", "injured")]
    told = deciding.told(desk.case, request.query_params.get("told", ""), request.url.path)
    return desk.show(request, session, "reports.html", {
        "incident_id": whole.id, "head": line(whole), "tellings": _tellings(whole, texts), "told": told,
        "independent": whole.independent_sources, "joined": joined, "near": near, "carried": asked.carried(),
        "drawn_tolls": [chart for chart in charts if chart], "seen": looking.decisions(desk.case, whole).seen,
    })  # fmt: skip


class Merging(BaseModel):
    """The form that joins another incident to this one."""

    other: Annotated[str, Field(max_length=80, min_length=1)]
    seen: Annotated[str, Field(max_length=80)] = ""
    why: Annotated[str, Field(max_length=2000)] = ""


class Splitting(BaseModel):
    """The form that takes tellings out of this incident."""

    member: Annotated[tuple[str, ...], Field(min_length=1, max_length=500)]
    seen: Annotated[str, Field(max_length=80)] = ""
    why: Annotated[str, Field(max_length=2000)] = ""


@router.post("/incident/{name}/merge", response_class=HTMLResponse)
def merge(request: Request, desk: At, session: Coder, name: Name, form: Filled) -> Response:
    """Calls two incidents one."""
    told = understood(Merging, form)
    wanted = Decision(reviewing.merge(name, told.other.strip()), session.person.name, told.why, told.seen)
    return _done(request, desk, session, (wanted, form, "you wanted to merge it with another"))


@router.post("/incident/{name}/split", response_class=HTMLResponse)
def split(request: Request, desk: At, session: Coder, name: Name, form: Filled) -> Response:
    """Takes tellings out, as another incident."""
    told = understood(Splitting, form)
    wanted = Decision(reviewing.split(name, told.member), session.person.name, told.why, told.seen)
    return _done(request, desk, session, (wanted, form, "you wanted to split tellings off"))


def _done(request: Request, desk: Desk, session: Coder, asked: tuple[Decision, Filled, str]) -> Response:
    wanted, form, yours = asked
    name = wanted.act.incidents[0]
    try:
        done = deciding.decide(desk.case, wanted)
    except Outdated:
        return changed(request, desk, session, Resend(name, request.url.path, form, yours, wanted.seen or ""))
    return go(with_told(f"{incident_path(name)}/reports", done.id))


def _tellings(whole: Merged, texts: Mapping[str, Report]) -> list[Telling]:
    rows = field_rows(whole, texts)
    found = []
    for member in whole.members:
        report = texts[member.report]
        tolls = [f"{row.label.lower()} {claim.value}" for row in rows if row.name in ("killed", "injured")
                 for claim in row.claims if claim.report == report.id and not claim.status]  # fmt: skip
        told = ", ".join(dict.fromkeys(tolls)) or "no toll told"
        marked = report_pieces(whole, report, rows)
        found.append(Telling(member.name, report, marked, told, report.id in whole.copies))
    return found


def _judged(desk: Desk, whole: Merged, texts: Mapping[str, Report]) -> tuple[list[Reason], list[Reason]]:
    """(why these are one, what nearly joined): people's judgements first, then the nearest."""
    own = set(whole.members)
    judged = desk.case.judgements(whole.id)
    others = {side for one in judged for side in (one.left, one.right) if side not in own}
    names = {member: _name(member, texts) for member in own} | looking.member_names(desk.case, sorted(others))
    inside = [one for one in judged if one.same and one.left in own and one.right in own]
    across = [one for one in judged if not one.same and (one.left in own) != (one.right in own)]
    joined = [_reason(one, one.left, one.right, names) for one in _ranked(inside)]
    near = [
        _reason(one, *((one.left, one.right) if one.left in own else (one.right, one.left)), names)
        for one in _ranked(across)[:_NEAR]
    ]
    return joined, near


def _ranked(found: Sequence[Judgement]) -> list[Judgement]:
    return sorted(found, key=lambda one: (not one.by.startswith("analyst:"), -one.score, one.left, one.right))


def _reason(one: Judgement, left: Member, right: Member, names: Mapping[Member, str]) -> Reason:
    by = one.by.removeprefix("analyst:")
    score = None if isinf(one.score) else one.score
    this, that = (names.get(side, side.name) for side in (left, right))
    return Reason(this, that, one.because, by, score, quote(right.name, safe=""))


def _name(member: Member, texts: Mapping[str, Report]) -> str:
    report = texts[member.report]
    parts = (report.publisher or report.title or report.id, report.published)
    return " ".join(part for part in parts if part)
