"""Correcting a value: a form for its field, the words it rests on, and the decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, Field
from starlette.datastructures import FormData

from dateline.desk import deciding, forms
from dateline.desk.asked import Asked
from dateline.desk.changed import Resend, changed
from dateline.desk.context import Desk, go, incident_path
from dateline.desk.deciding import Decision, Outdated
from dateline.desk.guard import At, Coder, Filled, understood
from dateline.desk.sessions import Session
from dateline.desk.show.fields import LABELS, claim_rows
from dateline.errors import CaseError, DeskError
from dateline.knowledge.gazetteer import Place, look_up
from dateline.record import Merged, Span, rows
from dateline.run import looking, reviewing

from .incident import carried, with_told

router = APIRouter()
Name = Annotated[str, Path(max_length=80)]


class Words(BaseModel):
    """The words a value rests on: report, code points; empty where there are none."""

    words_report: Annotated[str, Field(max_length=80)] = ""
    words_start: Annotated[str, Field(pattern=r"^[0-9]{0,9}$")] = ""
    words_end: Annotated[str, Field(pattern=r"^[0-9]{0,9}$")] = ""

    def span(self) -> Span | None:
        """The stretch, or None."""
        found = None
        if self.words_start and self.words_end:
            found = Span(int(self.words_start), int(self.words_end))
        return found if found and found.start < found.end else None


class Correction(Words):
    """What stands beside the boxes of a field's form."""

    seen: Annotated[str, Field(max_length=80)] = ""
    why: Annotated[str, Field(max_length=2000)] = ""
    carried: Annotated[str, Field(max_length=4000)] = ""
    look_up: Annotated[str, Field(max_length=5)] = ""
    chosen: Annotated[str, Field(max_length=80)] = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """Words as the form shows them: a report's, or none yet."""

    report: str
    start: str
    end: str
    text: str


@router.get("/incident/{name}/edit/{field}", response_class=HTMLResponse)
def edit(
    request: Request, desk: At, session: Coder, name: Name, field: Annotated[str, Path(max_length=40)]
) -> Response:
    """The form of a field, filled with what the record says, or with the claim that words already support."""
    whole = desk.case.incident(name)
    query = request.query_params
    words = understood(Words, FormData(dict(query)))
    value = _offered(whole, field, query.get("claim")) if query.get("claim") else _value(whole, field)
    values = {
        "boxes": forms.shown(field, value), "words": _shown(desk, whole, words), "why": "", "problem": None,
        "suggestions": _suggestions(desk, whole, field, words), "places": (), "looked_up": False,
        "seen": looking.decisions(desk.case, whole).seen,
        "carried": Asked.model_validate({k: v for k, v in query.items() if k not in _OWN}).carried(),
    }  # fmt: skip
    return _form(request, desk, session, (whole, field, values))


@router.post("/incident/{name}/correct/{field}", response_class=HTMLResponse)
def correct(request: Request, desk: At, session: Coder, name: Name, form: Filled) -> Response:
    """Writes a correction down; what cannot be taken is shown in the form, with all that was typed."""
    field = str(request.path_params["field"])
    whole = desk.case.incident(name)
    told = understood(Correction, form)
    texts = {key: value for key, value in form.items() if isinstance(value, str)}
    places = _places(texts.get("name", "") or texts.get("locality", "")) if told.look_up else ()
    try:
        if told.look_up:
            raise DeskError("")
        if told.chosen:
            texts |= _from_gazetteer(texts, told.chosen)
        value = forms.read(field, texts)
        span = told.span()
        act = reviewing.correct(
            name, field, value, told.words_report or None if span else None, [span] if span else []
        )
        done = deciding.decide(desk.case, Decision(act, session.person.name, told.why, told.seen))
    except Outdated:
        yours = f"you wanted to correct {LABELS[field].lower()}"
        return changed(request, desk, session, Resend(name, request.url.path, form, yours, told.seen))
    except (DeskError, CaseError) as problem:
        values = {
            "boxes": _typed_again(field, texts), "words": _shown(desk, whole, told), "why": told.why,
            "problem": str(problem) or None, "suggestions": (), "places": places, "seen": told.seen,
            "looked_up": bool(told.look_up), "carried": carried(told.carried).carried(),
        }  # fmt: skip
        shown = _form(request, desk, session, (whole, field, values))
        shown.status_code = 200 if told.look_up else 422
        return shown
    return go(with_told(incident_path(name, carried(told.carried)), done.id))


_OWN = ("words_report", "words_start", "words_end", "claim")
_PRECISION = {
    "city": "locality", "neighbourhood": "neighbourhood", "landmark": "site", "spot": "site",
    "admin1": "admin1", "admin2": "admin2", "country": "country", "sea": "sea_air",
}  # fmt: skip


def _form(
    request: Request, desk: Desk, session: Session, shown: tuple[Merged, str, Mapping[str, Any]]
) -> HTMLResponse:
    whole, field, values = shown
    if field not in forms.FORMS:
        raise DeskError(f"{field!r} is not a field that can be corrected; one of {', '.join(forms.FORMS)}")
    part = bool(request.headers.get("hx-request"))
    return desk.show(request, session, "edit_part.html" if part else "edit.html", {
        "incident_id": whole.id, "field": field, "label": LABELS[field], "inputs": forms.FORMS[field],
        "listed": field in forms.LIST_FIELDS, **values,
    })  # fmt: skip


def _value(whole: Merged, field: str) -> Any:
    return rows.plain(getattr(whole.incident, field)) if field in forms.FORMS else None


def _offered(whole: Merged, field: str, key: str | None) -> Any:
    """The value of one claim; for a list, the record's own items with the claim's added."""
    number = int(key[1:]) if key and key[1:].isdecimal() else 0
    if not 0 < number <= len(whole.claims) or whole.claims[number - 1].claim.field != field:
        return _value(whole, field)
    value = rows.plain(whole.claims[number - 1].claim.value)
    return [*_value(whole, field), value] if field in forms.LIST_FIELDS else value


def _suggestions(desk: Desk, whole: Merged, field: str, words: Words) -> list[dict[str, str]]:
    """Values that claims of this field already give for words that touch those chosen."""
    span = words.span()
    if span is None:
        return []
    found: dict[str, str] = {}
    for about, row in claim_rows(whole, desk.case.reports(whole)):
        if about == field and any(
            q.report == words.words_report and Span(q.start, q.end).touches(span) for q in row.quotes
        ):
            found.setdefault(row.value, row.key)
    asked = words.model_dump()
    path = f"/incident/{quote(whole.id, safe='')}/edit/{field}?"
    return [
        {"value": value, "link": path + urlencode(asked | {"claim": key})} for value, key in found.items()
    ]


def _shown(desk: Desk, whole: Merged, words: Words) -> Shown:
    span = words.span()
    if span is None or words.words_report not in {member.report for member in whole.members}:
        return Shown("", "", "", "")
    text = desk.case.report(words.words_report).words(span)
    return Shown(words.words_report, words.words_start, words.words_end, text)


def _typed_again(field: str, texts: Mapping[str, str]) -> list[dict[str, str]]:
    """The boxes as they were typed, so that nothing is lost to a mistake."""
    names = [one.name for one in forms.FORMS.get(field, ())]
    if field not in forms.LIST_FIELDS:
        return [{name: texts.get(name, "") for name in names}]
    numbers = sorted({int(key.partition(".")[0]) for key in texts if key.partition(".")[0].isdecimal()})
    return [{name: texts.get(f"{number}.{name}", "") for name in names} for number in numbers]


def _places(name: str) -> list[dict[str, str]]:
    return (
        [{"id": place.gazetteer, "told": _told(place)} for place in look_up(name)[:12]]
        if name.strip()
        else []
    )


def _told(place: Place) -> str:
    parts = [place.name, place.admin1, place.country, place.kind.replace("_", " ")]
    return ", ".join(part for part in parts if part) + f" ({place.latitude:g}, {place.longitude:g})"


def _from_gazetteer(texts: Mapping[str, str], chosen: str) -> dict[str, str]:
    """The boxes that a place of the gazetteer fills; what was typed beside it stays."""
    for place in look_up(texts.get("name", "") or texts.get("locality", "")):
        if place.gazetteer == chosen:
            return {
                "country": place.country or "", "admin1": place.admin1 or "", "gazetteer_id": chosen,
                "latitude": str(place.latitude), "longitude": str(place.longitude),
                "radius_km": str(place.radius), "precision": _PRECISION.get(place.kind, ""),
                "locality": place.locality or (place.name if place.kind == "city" else ""),
            }  # fmt: skip
    raise DeskError("the gazetteer has no such place any longer; look it up again")
