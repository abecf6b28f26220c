"""The people of a team's desk: accounts, roles, and who signed in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, Field

from dateline.desk import passwords
from dateline.desk.context import go
from dateline.desk.guard import At, Filled, Lead, understood
from dateline.run import people

router = APIRouter()


class Change(BaseModel):
    """The form of an account; an empty password leaves the one there is."""

    name: Annotated[str, Field(min_length=1, max_length=60)]
    role: Annotated[str, Field(max_length=20)]
    password: Annotated[str, Field(max_length=400)] = ""


@router.get("/people", response_class=HTMLResponse)
def people_page(request: Request, desk: At, session: Lead) -> HTMLResponse:
    """Accounts and the latest sign-ins, for a lead."""
    values = {
        "accounts": people.accounts(desk.case), "roles": people.ROLES, "sign_ins": people.sign_ins(desk.case),
    }  # fmt: skip
    return desk.show(request, session, "people.html", values)


@router.post("/people", response_class=HTMLResponse)
def change(desk: At, session: Lead, form: Filled) -> Response:
    """Adds an account or changes it; whoever it is must sign in anew."""
    told = understood(Change, form)
    secret = passwords.hashed(told.password) if told.password else None
    made = people.put_account(desk.case, told.name, told.role, (secret, session.person.name))
    if made.name != session.person.name or secret is not None:
        desk.sessions.close_all(made.name)
    return go("/people")
