"""The current filter in every format, and the weekly brief."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from pathlib import Path as Folder
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import FileResponse, HTMLResponse, Response
from starlette.background import BackgroundTask

from dateline.desk.asked import Asked, choices
from dateline.desk.guard import At, Refused, SignedIn
from dateline.errors import CaseError
from dateline.export.formats import FORMATS, export
from dateline.run import looking
from dateline.run.texts import Texts

router = APIRouter()


@router.get("/export", response_class=HTMLResponse)
def export_page(
    request: Request, desk: At, session: SignedIn, asked: Annotated[Asked, Query()]
) -> HTMLResponse:
    """The formats, and how many incidents would be written."""
    values: dict[str, object] = {
        "asked": asked,
        "choices": choices(),
        "carried": asked.carried(),
        "problem": None,
    }
    try:
        wanted = asked.filter()
        values["total"] = None if looking.is_common(desk.case, wanted) else len(desk.case.incidents(wanted))
    except CaseError as problem:
        values["problem"] = str(problem)
    return desk.show(request, session, "export.html", values | {"formats": FORMATS.values()})


@router.get("/export/{name}", response_class=FileResponse)
def download(
    desk: At, session: SignedIn, asked: Annotated[Asked, Query()], name: Annotated[str, Path(max_length=40)]
) -> Response:
    """The incidents that pass the filter in one format, zipped with its evidence and notes."""
    del session
    if name not in FORMATS:
        raise Refused(
            404, "No such format", f"{name}: no such format; one of {', '.join(FORMATS)}", "/export"
        )
    held = desk.case.incidents(asked.filter())
    folder = Folder(tempfile.mkdtemp(prefix="dateline-desk-"))
    try:
        stem = f"dateline-{name}"
        written = export(held, Texts(desk.case.store), name, folder / (stem + FORMATS[name].suffix))
        archive = folder / f"{stem}.zip"
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
            for file in [*written.files, *([written.notes] if written.notes else [])]:
                for one in sorted(file.rglob("*")) if file.is_dir() else [file]:
                    if one.is_file() and str(one.relative_to(folder)) not in packed.namelist():
                        packed.write(one, str(one.relative_to(folder)))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    done = BackgroundTask(shutil.rmtree, folder, ignore_errors=True)
    return FileResponse(archive, media_type="application/zip", filename=archive.name, background=done)
