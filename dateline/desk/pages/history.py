"""Who decided what, when and why, over the whole case."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from dateline.desk.guard import At, SignedIn
from dateline.desk.show.acts import acts
from dateline.record.review import KINDS
from dateline.run import looking

router = APIRouter()
_PAGE = 100


@router.get("/history", response_class=HTMLResponse)
def history(
    request: Request,
    desk: At,
    session: SignedIn,
    by: Annotated[str, Query(max_length=80)] = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> HTMLResponse:
    """Every decision, newest first; `by` and `kind` choose among them."""
    kind = request.query_params.get("kind", "")
    first = _PAGE * (page - 1)
    found, total = looking.latest(
        desk.case, by or None, kind if kind in KINDS else None, (first, first + _PAGE)
    )
    undone = looking.undone(desk.case, found)
    asked = {name: value for name, value in (("by", by), ("kind", kind)) if value}
    pages = {"before": urlencode(asked | {"page": page - 1}), "after": urlencode(asked | {"page": page + 1})}
    return desk.show(request, session, "history.html", {
        "acts": acts(found[::-1], looking.texts(desk.case, found), undone, linked=True), "total": total,
        "kinds": KINDS, "kind": kind, "by": by, "page": page, "more": first + _PAGE < total, "pages": pages,
    })  # fmt: skip
