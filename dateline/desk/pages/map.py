"""Map and timeline of all incidents that pass the filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from dateline.desk.asked import Asked, choices
from dateline.desk.context import Desk
from dateline.desk.guard import At, SignedIn
from dateline.desk.show.rows import line
from dateline.desk.show.timeline import bars, world
from dateline.errors import CaseError, DeskError
from dateline.run import looking
from dateline.run.looking import Box, Cell

from .queue import lines

router = APIRouter()
_WORLD = Box(-180.0, -90.0, 180.0, 90.0)
_DOT = 46  # pixels that two dots on the map must be apart to stay two
_TILE = 512  # pixels the world takes at zoom 0
_DESCRIBED = 80  # single incidents whose title and radius are told at once


class Dot(BaseModel):
    """Incidents close together on the map; one alone tells its id, title, radius in km and precision."""

    lon: float
    lat: float
    count: int
    killed: int
    id: str | None = None
    title: str | None = None
    radius: float | None = None
    precision: str | None = None


class Dots(BaseModel):
    """The dots in a box."""

    cells: list[Dot]


@router.get("/map", response_class=HTMLResponse)
def map_page(request: Request, desk: At, session: SignedIn, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """The map, the timeline over it, and the most urgent incidents in words."""
    values = {"asked": asked, "choices": choices(), "carried": asked.carried()} | _drawn(desk, asked)
    return desk.show(request, session, "map.html", values)


@router.get("/map/cells")
def cells(
    desk: At,
    session: SignedIn,
    asked: Annotated[Asked, Query()],
    box: Annotated[str, Query(max_length=80)] = "-180,-90,180,90",
    zoom: Annotated[float, Query(ge=0, le=24)] = 1.0,
) -> Dots:
    """The dots of a part of the map (`box`: west, south, east, north) at a zoom."""
    del session
    if looking.is_common(desk.case, asked.filter()):
        return Dots(cells=[])
    step = 360.0 / (_TILE * 2.0**zoom) * _DOT
    found = looking.ground(desk.case, asked.filter(), _box(box), step)
    return Dots(cells=_described(desk, found.cells))


def _drawn(desk: Desk, asked: Asked) -> dict[str, object]:
    try:
        wanted = asked.filter()
        if looking.is_common(desk.case, wanted):
            return {"problem": "These words stand in too many reports to be drawn at once; add another word."}
        total = len(desk.case.incidents(wanted))
        seen = looking.ground(desk.case, wanted, _WORLD, 3.0)
        everywhen = asked.model_copy(update={"since": None, "until": None}).filter()
        history = looking.histogram(desk.case, everywhen)
        rows = lines(desk.case, looking.page(desk.case, wanted, "urgency", (0, 12)))
    except CaseError as problem:
        return {"problem": str(problem)}
    return {
        "problem": None, "total": total, "placed": seen.placed, "rows": rows,
        "world": world(seen.cells, seen.box),
        "bars": bars(history, asked.since, asked.until) if history else None,
        "bounds": "" if seen.box is None else ",".join(map(str, astuple(seen.box))),
    }  # fmt: skip


def _described(desk: Desk, found: Sequence[Cell]) -> list[Dot]:
    alone = [cell.example for cell in found if cell.count == 1][:_DESCRIBED]
    held = {one.id: one for one in looking.some(desk.case, alone)[0]}
    dots = []
    for cell in found:
        dot = Dot(lon=cell.longitude, lat=cell.latitude, count=cell.count, killed=cell.killed)
        if cell.count == 1:
            dot.id = cell.example
        if cell.count == 1 and cell.example in held:
            told, at = line(held[cell.example]), held[cell.example].incident.place
            dot.title = ", ".join(part for part in (told.what, told.where, told.when) if part)
            dot.radius, dot.precision = at.radius_km, at.precision
        dots.append(dot)
    return dots


def _box(told: str) -> Box:
    try:
        west, south, east, north = (float(part) for part in told.split(","))
    except ValueError:
        raise DeskError(f"{told!r} is no box; write west,south,east,north in degrees") from None
    if not all(-1e6 < part < 1e6 for part in (west, south, east, north)):
        raise DeskError(f"{told!r} is no box; write west,south,east,north in degrees")
    if east - west >= 360:
        return Box(-180.0, south, 180.0, north)
    return Box((west + 180) % 360 - 180, south, (east + 180) % 360 - 180, north)
