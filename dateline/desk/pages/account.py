"""Coming and going: the one-time link, signing in and out, light or dark, the views one keeps."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool

from dateline.desk import passwords
from dateline.desk.asked import Asked
from dateline.desk.context import Desk, go
from dateline.desk.guard import At, Filled, Refused, SignedIn, local_path, understood
from dateline.desk.sessions import COOKIE, Person
from dateline.run import people

router = APIRouter()


@router.get("/open", response_class=HTMLResponse, responses={401: {"description": "used or unknown"}})
def open_desk(request: Request, desk: At, token: Annotated[str, Query(max_length=200)] = "") -> Response:
    """The link that `dateline desk` prints: opens one session, once."""
    cookie = desk.sessions.redeem(token)
    if cookie is None:
        text = "This link was used already, or is not this desk's. Start `dateline desk` anew for another."
        answer: Response = desk.show(request, None, "locked.html", {"text": text})
        answer.status_code = 401
        return answer
    return _opened(request, desk, cookie, "/queue")


class SigningIn(BaseModel):
    """The form of a name and a password."""

    name: Annotated[str, Field(max_length=60)]
    password: Annotated[str, Field(max_length=400)]
    back: Annotated[str, Field(max_length=4000)] = "/queue"


@router.get("/signin", response_class=HTMLResponse)
def sign_in_page(
    request: Request, desk: At, back: Annotated[str, Query(max_length=4000)] = "/queue"
) -> Response:
    """The form, where a team works."""
    _only_for_teams(desk)
    return desk.show(request, None, "signin.html", {"problem": None, "name": "", "back": local_path(back)})


@router.post("/signin", response_class=HTMLResponse)
async def read_sign_in(request: Request, desk: At) -> Response:
    """Signs somebody in; every try is written down, and too many in a row must wait."""
    _only_for_teams(desk)
    told = understood(SigningIn, await request.form(max_files=0, max_fields=10))
    return await run_in_threadpool(_sign_in, request, desk, told)


def _sign_in(request: Request, desk: Desk, told: SigningIn) -> Response:
    address = request.client.host if request.client else "?"
    name, back = told.name.strip(), local_path(told.back)

    def again(problem: str, status: int) -> Response:
        values = {"problem": problem, "name": name, "back": back}
        answer = desk.show(request, None, "signin.html", values)
        answer.status_code = status
        return answer

    if desk.attempts.must_wait(name, address):
        people.note_sign_in(desk.case, name, address, "made to wait")
        return again("Too many tries; wait five minutes.", 429)
    account = people.account(desk.case, name)
    if not passwords.is_right(account.secret if account else None, told.password) or account is None:
        desk.attempts.fail(name, address)
        people.note_sign_in(desk.case, name, address, "wrong name or password")
        return again("Wrong name or password.", 401)
    desk.attempts.succeed(name)
    people.note_sign_in(desk.case, name, address, "signed in")
    return _opened(request, desk, desk.sessions.open(Person(account.name, account.role)), back)


@router.post("/signout")
def sign_out(request: Request, desk: At, session: SignedIn, form: Filled) -> Response:
    """Ends the session."""
    del form
    desk.sessions.close(request.cookies.get(COOKIE))
    if desk.settings.team:
        people.note_sign_in(
            desk.case, session.person.name, request.client.host if request.client else "?", "signed out"
        )
    answer = go("/signin" if desk.settings.team else "/queue")
    answer.delete_cookie(COOKIE, path="/")
    return answer


@router.post("/theme")
def theme(desk: At, session: SignedIn, form: Filled) -> Response:
    """Light or dark, kept in this browser."""
    del session
    back = form.get("back")
    answer = go(local_path(back if isinstance(back, str) else None))
    wanted = "dark" if form.get("theme") == "dark" else "light"
    answer.set_cookie("theme", wanted, max_age=31536000, samesite="strict", secure=desk.settings.secure)
    return answer


class View(BaseModel):
    """A filter to keep under a name."""

    name: Annotated[str, Field(min_length=1, max_length=60)]
    query: Annotated[str, Field(max_length=2000)] = ""


@router.post("/views")
def keep_view(desk: At, session: SignedIn, form: Filled) -> Response:
    """Keeps the current filter under a name."""
    told = understood(View, form)
    query = Asked.model_validate(dict(parse_qsl(told.query))).query()
    people.keep_view(desk.case, session.person.name, told.name.strip(), query)
    return go(f"/queue?{query}" if query else "/queue")


@router.post("/views/remove")
def drop_view(desk: At, session: SignedIn, form: Filled) -> Response:
    """Forgets a view."""
    people.drop_view(desk.case, session.person.name, understood(View, form).name)
    return go("/queue")


def _opened(request: Request, desk: Desk, cookie: str, to: str) -> Response:
    """A fresh session; one that this browser had before ends."""
    desk.sessions.close(request.cookies.get(COOKIE))
    answer = go(to)
    answer.set_cookie(COOKIE, cookie, httponly=True, samesite="strict", secure=desk.settings.secure, path="/")
    return answer


def _only_for_teams(desk: Desk) -> None:
    if not desk.settings.team:
        raise Refused(404, "No such page", "This desk is one person's; it opens with the link it printed.")
