"""Double coding: a sample drawn, coded blind by two, compared, and decided on by a lead."""

from __future__ import annotations

import random
from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, Field

from dateline.desk import blind, deciding
from dateline.desk.agreement import agreements
from dateline.desk.context import Desk, go
from dateline.desk.deciding import Decision
from dateline.desk.guard import At, Coder, Filled, Lead, Refused, SignedIn, understood
from dateline.desk.sessions import Session
from dateline.desk.show.marks import Support, pieces
from dateline.desk.show.rows import line
from dateline.errors import DeskError
from dateline.record import Merged
from dateline.run import looking, people, reviewing
from dateline.run.looking import Filter
from dateline.run.people import Coding

router = APIRouter()
Name = Annotated[str, Path(max_length=80)]
_LABELS = {one.name: one.label for one in blind.QUESTIONS}


class Drawing(BaseModel):
    """The form that draws a sample."""

    coder: Annotated[tuple[str, ...], Field(min_length=2, max_length=20)]
    number: Annotated[int, Field(ge=1, le=500)] = 20


class Adjudication(BaseModel):
    """The form by which a lead decides for one coder's answer."""

    field: Annotated[str, Field(max_length=60)]
    coder: Annotated[str, Field(max_length=60)]


@router.get("/coding", response_class=HTMLResponse)
def coding_page(request: Request, desk: At, session: SignedIn) -> HTMLResponse:
    """What waits for the person, how far coders agree, and for a lead what to decide."""
    everything = people.codings(desk.case)
    pairs = blind.by_incident([one for one in everything if one.on])
    titles = _titles(desk, [one.incident for one in everything])
    mine = [one for one in everything if one.coder == session.person.name]
    coded = {
        name: [{q: blind.comparable(q, value) for q, value in one.values.items()} for one in held]
        for name, held in pairs.items()
    }
    told = agreements([one.name for one in blind.QUESTIONS], coded) if pairs else ()
    return desk.show(request, session, "coding.html", {
        "mine": [{"incident": one.incident, "title": _blind_title(one), "done": one.on} for one in mine],
        "agreements": [{"label": _LABELS[a.field], "units": a.units, "alpha": a.alpha} for a in told],
        "is_lead": session.person.may("lead"),
        "coders": [one.name for one in people.accounts(desk.case) if one.role in ("coder", "lead")],
        "finished": [
            {"incident": name, "title": titles.get(name, name), "differing": len(blind.differing(held))}
            for name, held in pairs.items()
        ],
    })  # fmt: skip


@router.post("/coding/draw", response_class=HTMLResponse)
def draw(desk: At, session: Lead, form: Filled) -> Response:
    """Draws incidents that are still to check at random, and gives them to every coder chosen."""
    del session
    if len(form.getlist("coder")) < 2:
        raise Refused(422, "Too few coders", "Choose at least two coders.", "/coding")
    told = understood(Drawing, form)
    known = {one.name for one in people.accounts(desk.case) if one.role != "reader"}
    if not set(told.coder) <= known:
        raise Refused(422, "Not a coder", "Only coders and leads can code.", "/coding")
    ids = desk.case.incidents(Filter(status="open")).ids()
    people.draw(desk.case, random.SystemRandom().sample(ids, min(told.number, len(ids))), told.coder)
    return go("/coding")


@router.get("/coding/{name}", response_class=HTMLResponse)
def code_page(request: Request, desk: At, session: Coder, name: Name) -> HTMLResponse:
    """The form of one incident, beside the reports, with nothing of the record in it."""
    return _form(request, desk, session, (name, _own(desk, session, name).values, None))


@router.post("/coding/{name}", response_class=HTMLResponse)
def code(request: Request, desk: At, session: Coder, name: Name, form: Filled) -> Response:
    """Writes a coder's answers down."""
    texts = {key: value for key, value in form.items() if isinstance(value, str)}
    try:
        people.code(desk.case, name, session.person.name, blind.answers(texts))
    except DeskError as problem:
        answer = _form(request, desk, session, (name, _own(desk, session, name).values, str(problem)))
        answer.status_code = 422
        return answer
    return go("/coding")


@router.get("/coding/{name}/compare", response_class=HTMLResponse)
def compare(request: Request, desk: At, session: Lead, name: Name) -> HTMLResponse:
    """Every coder's answers side by side with the record."""
    held = _finished(desk, name)
    whole = desk.case.incident(name)
    differ = blind.differing(held)
    rows = [
        {
            "name": one.name, "label": one.label, "differ": one.name in differ,
            "machine": blind.machine(whole.incident, one.name),
            "answers": [
                {"coder": c.coder, "given": one.name in c.values, "words": blind.answer(c, one.name)}
                for c in held
            ],
        }
        for one in blind.QUESTIONS
    ]  # fmt: skip
    told = line(whole)
    title = ", ".join(part for part in (told.what, told.where, told.when) if part)
    values = {"incident_id": name, "coders": [one.coder for one in held], "rows": rows, "title": title}
    return desk.show(request, session, "compare.html", values)


@router.post("/coding/{name}/adjudicate", response_class=HTMLResponse)
def adjudicate(desk: At, session: Lead, name: Name, form: Filled) -> Response:
    """Makes one coder's answer the record's, as a correction by the lead."""
    told = understood(Adjudication, form)
    for one in _finished(desk, name):
        if one.coder == told.coder and told.field in one.values and told.field in _LABELS:
            act = reviewing.correct(name, told.field, one.values[told.field])
            why = f"adjudicated: as {one.coder} coded it"
            deciding.decide(desk.case, Decision(act, session.person.name, why))
            return go(f"/coding/{name}/compare")
    raise Refused(404, "Not found", "That coder gave no answer to that question.", "/coding")


def must_code_first(desk: Desk, session: Session, whole: Merged) -> str | None:
    """The name under which a person still has to code this incident blind, if so."""
    if not desk.settings.team:
        return None
    waiting = {one.incident for one in people.codings(desk.case, session.person.name) if not one.on}
    return next((member.name for member in whole.members if member.name in waiting), None)


def _form(
    request: Request, desk: Desk, session: Session, what: tuple[str, dict[str, object], str | None]
) -> HTMLResponse:
    name, given, problem = what
    whole = desk.case.incident(name)
    texts = desk.case.reports(whole)
    supports = [
        (told.report, Support(span, f"m{number}", "type"))
        for number, told in enumerate(whole.claims) if told.claim.field == "type" for span in told.claim.spans
    ]  # fmt: skip
    shown = [
        (report, pieces(report, [one for where, one in supports if where == report.id]))
        for report in texts.values()
    ]
    boxes = [
        {"name": one.name, "label": one.label, "inputs": one.inputs, "given": blind.boxes(one, given)}
        for one in blind.QUESTIONS
    ]
    values = {"incident_id": name, "told_in": shown, "boxes": boxes, "problem": problem}
    return desk.show(request, session, "code.html", values)


def _own(desk: Desk, session: Session, name: str) -> Coding:
    for one in people.codings(desk.case, session.person.name):
        if one.incident == name:
            return one
    raise Refused(404, "Not found", "This incident was not given to you to code.", "/coding")


def _finished(desk: Desk, name: str) -> list[Coding]:
    held = [one for one in people.codings(desk.case) if one.incident == name]
    if not held or not all(one.on for one in held):
        raise Refused(409, "Not yet", "Not every coder is done with this incident.", "/coding")
    return held


def _titles(desk: Desk, names: list[str]) -> dict[str, str]:
    """What incidents are called, for a lead; those that have since joined another are left out."""
    found = {}
    for one in looking.some(desk.case, sorted(set(names)))[0]:
        told = line(one)
        found[one.id] = ", ".join(part for part in (told.what, told.where, told.when) if part)
    return found


def _blind_title(one: Coding) -> str:
    return f"Incident {one.incident}"
