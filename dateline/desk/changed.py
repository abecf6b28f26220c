"""Two people at one incident: the second is told what the first did, and nothing of theirs is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import Request
from fastapi.responses import HTMLResponse
from starlette.datastructures import FormData

from dateline.record import Review
from dateline.run import looking

from .context import Desk
from .sessions import Session
from .show.acts import acts, undone_by

_NOT_AGAIN = ("csrf", "seen")


@dataclass(frozen=True, slots=True)
class Resend:
    """A form that came too late: the incident, where it goes, what it said, in words, and what was seen."""

    name: str
    action: str
    form: FormData
    yours: str
    seen: str


def changed(request: Request, desk: Desk, session: Session, late: Resend) -> HTMLResponse:
    """The page that shows both, from which the late form can be sent again as it was."""
    whole = desk.case.incident(late.name)
    decided = looking.decisions(desk.case, whole)
    since = _since(decided.reviews, late.seen)
    again = [
        (name, value) for name, value in late.form.multi_items()
        if name not in _NOT_AGAIN and isinstance(value, str)
    ]  # fmt: skip
    texts = looking.texts(desk.case, since)
    answer = desk.show(request, session, "changed.html", {
        "since": acts(since, texts, undone_by(decided.reviews)), "yours": late.yours, "action": late.action,
        "again": again, "seen": decided.seen, "incident_id": whole.id,
    })  # fmt: skip
    answer.status_code = 409
    return answer


def _since(decided: Sequence[Review], seen: str) -> list[Review]:
    """The decisions after the one that was seen last; all when that one is not among them."""
    known = [number for number, one in enumerate(decided) if one.id == seen]
    return list(decided[known[-1] + 1 :] if known else decided)
