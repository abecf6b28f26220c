"""Handing in reports: files, pasted text or an address, read while one watches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, Field
from starlette.datastructures import FormData, UploadFile

from dateline.desk.context import Desk, go
from dateline.desk.guard import At, Coder, Filled, Refused, SignedIn, understood
from dateline.desk.jobs import Job
from dateline.desk.show.rows import line
from dateline.errors import InputError
from dateline.intake import Capture, Found, Options, Told, from_captures, publication_day
from dateline.intake.fetch import Terms, fetch
from dateline.run import looking

router = APIRouter()
_UPLOAD_MB = 25
TERMS = Terms()  # how far fetching an address may go; never into the own network


class HandedIn(BaseModel):
    """What is told beside the files or the text."""

    text: Annotated[str, Field(max_length=5_000_000)] = ""
    published: Annotated[str, Field(max_length=30)] = ""
    publisher: Annotated[str, Field(max_length=200)] = ""
    url: Annotated[str, Field(max_length=2000)] = ""
    address: Annotated[str, Field(max_length=2000)] = ""


@router.get("/add", response_class=HTMLResponse)
def add_page(request: Request, desk: At, session: SignedIn) -> HTMLResponse:
    """The forms, and the lots handed in lately."""
    jobs = [_values(desk, one) for one in desk.jobs.latest()]
    return desk.show(
        request,
        session,
        "add.html",
        {"jobs": jobs, "upload_mb": _UPLOAD_MB, "may_fetch": desk.settings.fetch},
    )


@router.post("/add", response_class=HTMLResponse)
def add(desk: At, session: Coder, form: Filled) -> Response:
    """Takes a lot in and begins to read it."""
    told = understood(HandedIn, form)
    try:
        publication_day(told.published or None)
    except InputError as problem:
        raise Refused(422, "Not understood", str(problem), "/add") from None
    options, address = Options(published=told.published or None), told.address.strip()
    if address and not desk.settings.fetch:
        raise Refused(403, "Not fetched", "This desk fetches no addresses; paste the text instead.", "/add")
    captures = [] if address else _captures(form, told)
    if not captures and not address:
        raise Refused(422, "Nothing to read", "Choose files, paste a text, or give an address.", "/add")
    name = address or (captures[0].name if len(captures) == 1 else f"{len(captures)} files")

    def take_in() -> Iterator[Found]:
        fetched = [fetch(address, TERMS).capture] if address else captures
        return from_captures([one for one in fetched if one is not None], options)

    job = desk.jobs.start(name, session.person.name, take_in)
    return go(f"/add/{job.id}")


@router.get("/add/{job}", response_class=HTMLResponse)
def job_page(
    request: Request, desk: At, session: SignedIn, job: Annotated[str, Path(max_length=40)]
) -> HTMLResponse:
    """How far a lot is; alone when the page asks for it again and again."""
    found = desk.jobs.find(job)
    if found is None:
        raise Refused(
            404, "Not found", "The desk no longer knows this lot; its reports are in the case.", "/add"
        )
    part = bool(request.headers.get("hx-request"))
    return desk.show(request, session, "job.html" if part else "job_page.html", {"job": _values(desk, found)})


def _captures(form: FormData, told: HandedIn) -> list[Capture]:
    """The documents of a form, exactly as they came."""
    say = Told(
        published=told.published or None,
        publisher=told.publisher.strip() or None,
        url=told.url.strip() or None,
    )
    if told.text.strip():
        raw = told.text.replace("\r\n", "\n").encode(
            "utf-8", "surrogatepass"
        )  # a form sends every line's end as CR LF
        return [Capture("pasted text", raw, "text/plain; charset=utf-8", told.url.strip() or None, told=say)]
    files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
    return [Capture(_file_name(one), one.file.read(), one.content_type or "", told=say) for one in files]


def _file_name(one: UploadFile) -> str:
    """A file's own name, without any folder that a browser or a tool put before it."""
    return (one.filename or "file").replace("\\", "/").rsplit("/", 1)[-1][:200] or "file"


def _values(desk: Desk, job: Job) -> dict[str, object]:
    held = looking.incidents_told_by(desk.case, job.reports)[:50] if job.done and job.reports else []
    return {
        "id": job.id, "name": job.name, "by": job.by, "stage": job.stage, "at": job.at, "of": job.of,
        "done": job.done,
        "outcome": job.outcome, "problems": job.problems[:50], "incidents": [line(one) for one in held],
    }  # fmt: skip
