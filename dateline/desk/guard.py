"""Who may see and do what: the checks each page names, and what is answered when they fail."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, TypeVar
from urllib.parse import urlsplit

from fastapi import Depends, Request
from pydantic import BaseModel, ValidationError
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect

from .context import Desk
from .sessions import COOKIE, Session, is_own_form

T = TypeVar("T", bound=BaseModel)
MOST_FILES = 200
MOST_TEXT = 5_000_000  # characters of one pasted report


class NotSignedIn(Exception):
    """Nobody is signed in; `back` is where they wanted to go."""

    def __init__(self, back: str) -> None:
        super().__init__(back)
        self.back = back


class Refused(Exception):
    """A page's one-line refusal, with the status it is answered with and a way back."""

    def __init__(self, status: int, title: str, text: str, back_to: str = "/queue") -> None:
        super().__init__(text)
        self.status, self.title, self.text, self.back_to = status, title, text, back_to


def desk_of(request: Request) -> Desk:
    """The desk that answers this request."""
    found: Desk = request.app.state.desk
    return found


def signed_in(request: Request, desk: Annotated[Desk, Depends(desk_of)]) -> Session:
    """The session of whoever asks. Raises NotSignedIn."""
    session = desk.sessions.find(request.cookies.get(COOKIE))
    if session is None:
        raise NotSignedIn(
            local_path(request.url.path + ("?" + request.url.query if request.url.query else ""))
        )
    return session


async def filled(
    request: Request, session: Annotated[Session, Depends(signed_in)]
) -> AsyncIterator[FormData]:
    """The form that was sent, when it carries its session's token; its files are closed in the end."""
    try:
        form = await request.form(max_files=MOST_FILES, max_fields=2000, max_part_size=MOST_TEXT)
    except (HTTPException, MultiPartException) as problem:
        told = getattr(problem, "detail", None) or getattr(problem, "message", "it cannot be read")
        raise Refused(400, "Not understood", f"The form was not understood: {told}") from None
    except ClientDisconnect:  # the gate stopped listening to a body that told no length
        raise Refused(413, "Too large", "The form was too large.") from None
    try:
        csrf = request.headers.get("x-csrf") or form.get("csrf")
        if not is_own_form(session, csrf if isinstance(csrf, str) else None):
            told = "This form has grown too old; go back, reload, and send it again."
            raise Refused(403, "Not the desk's own form", told)
        yield form
    finally:
        await form.close()


def coder(session: Annotated[Session, Depends(signed_in)]) -> Session:
    """The session of somebody who may decide. Raises Refused."""
    if not session.person.may("coder"):
        raise Refused(
            403, "For coders", f"{session.person.name} may look, not decide; a lead can change that."
        )
    return session


def lead(session: Annotated[Session, Depends(signed_in)]) -> Session:
    """The session of a lead. Raises Refused."""
    if not session.person.may("lead"):
        raise Refused(403, "For leads", f"{session.person.name} is not a lead of this desk.")
    return session


def understood(kind: type[T], form: FormData) -> T:
    """What a form says, as the kind of thing it should say. Raises Refused with the first thing amiss."""
    told: dict[str, object] = {}
    for name, field in kind.model_fields.items():
        many = field.annotation is not None and "tuple" in str(field.annotation)
        texts = [one for one in form.getlist(name) if isinstance(one, str)]
        if texts:
            told[name] = texts if many else texts[0]
    try:
        return kind.model_validate(told)
    except ValidationError as problem:
        first = problem.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the form"
        raise Refused(422, "Not understood", f"{where}: {first['msg']}") from None


def local_path(told: str | None, otherwise: str = "/queue") -> str:
    """An address on this desk, or `otherwise`: nothing a form says leads elsewhere."""
    if not told or not told.startswith("/") or told.startswith(("//", "/\\")) or "\\" in told:
        return otherwise
    parts = urlsplit(told)
    return otherwise if parts.scheme or parts.netloc or any(ord(c) < 32 for c in told) else told


At = Annotated[Desk, Depends(desk_of)]
SignedIn = Annotated[Session, Depends(signed_in)]
Filled = Annotated[FormData, Depends(filled)]
Coder = Annotated[Session, Depends(coder)]
Lead = Annotated[Session, Depends(lead)]
