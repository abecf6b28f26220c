"""The desk as a web application: its pages, what stands before them, and what failures say."""

from __future__ import annotations

import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import PackageNotFoundError, version
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from dateline.errors import CaseError, DatelineError, DeskError
from dateline.run.case import Case

from .context import Desk, Settings, go
from .gate import BodyLimit, Limits, OwnName, RateLimit, SafeHeaders
from .guard import NotSignedIn, Refused
from .jobs import Jobs
from .pages import ROUTERS
from .render import STATIC, shown_line
from .sessions import COOKIE, Sessions
from .show.outlines import outlines

# Every page may answer so; the gate's own refusals are plain text.
_KINDS: dict[str, Any] = {"text/html": {}, "text/plain": {}, "application/json": {}}
_GOES_ON: dict[int | str, dict[str, Any]] = {303: {"description": "goes on"}}
_REFUSALS: dict[int | str, dict[str, Any]] = _GOES_ON | {
    code: {"description": told, "content": _KINDS}
    for code, told in {
        400: "not possible", 401: "nobody is signed in", 403: "not allowed", 404: "not there",
        409: "somebody decided meanwhile", 413: "too large", 422: "not understood", 429: "too many requests",
    }.items()
}  # fmt: skip
_log = logging.getLogger("dateline.desk")


def create_app(case: Case, settings: Settings | None = None, limits: Limits | None = None) -> FastAPI:
    """The application of one case. Sessions and lots being read end with it."""
    settings, limits = settings or Settings(), limits or Limits()
    desk = Desk(case, settings, Sessions(), Jobs(case))

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        outlines()  # half a million small things that stay: told so, no collection walks them again,
        gc.freeze()  # which took 0.1 s now and then in the middle of a page
        gc.set_threshold(100_000, 10, 10)  # a brief of 330 incidents makes 100,000 things that live on
        yield
        desk.jobs.close()

    app = FastAPI(
        title="Dateline desk", version=_version(), lifespan=lifespan, docs_url=None, redoc_url=None,
        openapi_url="/openapi.json",
        middleware=[
            Middleware(SafeHeaders),
            Middleware(OwnName, names=settings.names),
            Middleware(RateLimit, limits=limits),
            Middleware(BodyLimit, limits=limits),
            Middleware(GZipMiddleware, minimum_size=800, compresslevel=5),
        ],
    )  # fmt: skip
    app.state.desk = desk
    for router in ROUTERS:
        app.include_router(router, responses=_REFUSALS)
    app.mount("/static", _Shipped(directory=str(STATIC)), name="static")
    _answer_failures(app, desk)
    return app


class _Shipped(StaticFiles):
    """Files that ship with the desk; an address with their mark may be kept for good."""

    def file_response(self, *args: object, **named: object) -> Response:
        answer = super().file_response(*args, **named)  # type: ignore[arg-type]
        answer.headers["cache-control"] = "public, max-age=31536000, immutable"
        return answer


def _answer_failures(app: FastAPI, desk: Desk) -> None:
    def problem(request: Request, status: int, title: str, text: str, back: str = "/queue") -> Response:
        line = shown_line(text, 600)
        if _wants_json(request):
            return JSONResponse({"detail": line}, status_code=status)
        session = desk.sessions.find(request.cookies.get(COOKIE))
        values = {"title": title, "text": line, "back_to": back if session else None}
        answer = desk.show(request, session, "problem.html", values)
        answer.status_code = status
        return answer

    @app.exception_handler(NotSignedIn)
    def not_signed_in(request: Request, found: NotSignedIn) -> Response:
        if _wants_json(request):
            return JSONResponse({"detail": "sign in first"}, status_code=401)
        if desk.settings.team:
            return go(f"/signin?back={quote(found.back, safe='')}")
        text = (
            "Open it with the link that `dateline desk` printed. Each works once; start it anew for another."
        )
        answer = desk.show(request, None, "locked.html", {"text": text})
        answer.status_code = 401
        return answer

    @app.exception_handler(Refused)
    def refused(request: Request, found: Refused) -> Response:
        return problem(request, found.status, found.title, found.text, found.back_to)

    @app.exception_handler(CaseError)
    def case_error(request: Request, found: CaseError) -> Response:
        status = 404 if str(found).startswith("no ") else 400
        return problem(request, status, "Not found" if status == 404 else "Not possible", str(found))

    @app.exception_handler(DatelineError)
    def any_error(request: Request, found: DatelineError) -> Response:
        status = 422 if isinstance(found, DeskError) else 400
        return problem(request, status, "Not possible", str(found))

    @app.exception_handler(RequestValidationError)
    def not_valid(request: Request, found: RequestValidationError) -> Response:
        first = found.errors()[0]
        name = ".".join(str(part) for part in first["loc"][1:]) or "the form"
        return problem(request, 422, "Not understood", f"{name}: {first['msg']}")

    @app.exception_handler(HTTPException)
    def http_error(request: Request, found: HTTPException) -> Response:
        titles = {404: "No such page", 405: "Not that way"}
        answer = problem(
            request, found.status_code, titles.get(found.status_code, "Not possible"), str(found.detail)
        )
        for name, value in (found.headers or {}).items():
            answer.headers[name] = value
        return answer

    @app.exception_handler(Exception)
    def unexpected(request: Request, found: Exception) -> Response:
        _log.error("%s %s failed", request.method, request.url.path, exc_info=found)
        return problem(
            request, 500, "The desk failed", "Something the desk did not expect; its log tells more."
        )


def _wants_json(request: Request) -> bool:
    path = request.url.path
    return path.startswith("/api/") or path == "/map/cells"


def _version() -> str:
    try:
        return version("dateline")
    except PackageNotFoundError:  # run from a folder that was never installed
        return "0"
