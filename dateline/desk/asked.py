"""What an analyst asks to see: the filter in a page's address, shared by queue, map and export."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any
from urllib.parse import urlencode

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from dateline.knowledge.enumerations import values
from dateline.knowledge.taxonomy import taxonomy
from dateline.run.looking import Filter

STATUSES = (
    ("open", "to check"), ("changed", "changed since"), ("accepted", "accepted"), ("rejected", "rejected"),
)  # fmt: skip
ORDERS = (("urgency", "most urgent first"), ("date", "by date"))


def _blank_is_nothing(told: Any) -> Any:
    return None if isinstance(told, str) and not told.strip() else told


Text = Annotated[Annotated[str, Field(max_length=300)] | None, BeforeValidator(_blank_is_nothing)]
Number = Annotated[Annotated[int, Field(ge=0, le=10_000_000)] | None, BeforeValidator(_blank_is_nothing)]


class Asked(BaseModel):
    """The filter as it stands in an address; an empty box asks nothing."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    text: Text = None
    country: Text = None
    since: Text = None
    until: Text = None
    type: Text = None
    actor: Text = None
    place: Text = None
    min_killed: Number = None
    grade: Text = None
    flag: Text = None
    status: Text = None
    order: Text = "urgency"
    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1

    def filter(self) -> Filter:
        """The same as the case takes it; what cannot be meant is refused when the case is asked."""
        return Filter(**self.model_dump(exclude={"order", "page"}))

    def query(self) -> str:
        """The filter as it stands in an address, without its page; empty when nothing is asked."""
        told = self.model_dump(exclude={"page"}, exclude_none=True)
        if told.get("order") == "urgency":
            del told["order"]
        return urlencode(told)

    def narrow(self) -> bool:
        """Whether one of the less usual filters is asked."""
        told = (self.type, self.actor, self.place, self.min_killed, self.grade, self.flag)
        return any(part is not None for part in told) or self.order == "date"

    def carried(self) -> str:
        """The query with its question mark, to hang on a link; empty when nothing is asked."""
        return f"?{self.query()}" if self.query() else ""

    def with_page(self, page: int) -> str:
        """The query of another page of the same."""
        return "?" + "&".join(part for part in (self.query(), f"page={page}") if part)

    def with_status(self, status: str | None) -> str:
        """The query for one status of the same."""
        return self.model_copy(update={"status": status, "page": 1}).carried() or "?"


class Choices(BaseModel):
    """What a filter's boxes offer."""

    types: tuple[tuple[str, str], ...]
    grades: tuple[str, ...]
    flags: tuple[str, ...]
    statuses: tuple[tuple[str, str], ...] = STATUSES
    orders: tuple[tuple[str, str], ...] = ORDERS


@cache
def choices() -> Choices:
    """The codebook's lists, broader types before their narrower ones."""
    types: dict[str, str] = {}
    for code, entry in taxonomy().items():
        broad = code.partition(".")[0]
        types.setdefault(broad, f"{broad.replace('_', ' ')}: all")
        types[code] = f"· {entry.label}" if "." in code else entry.label
    return Choices(types=tuple(types.items()), grades=values("grade"), flags=values("flag"))
