"""A report as it came, the zones of its page, and stretches of its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from .ids import identify


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters [start, end) of a report's text, in Unicode code points."""

    start: int
    end: int

    def touches(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


# Zones whose words tell nothing of the story.
FURNITURE = frozenset({"caption", "credit", "related", "boilerplate"})


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of the page: headline, subhead, body, caption, credit, dateline, boilerplate ..."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Report:
    """One article. Its text never changes after intake, so offsets never lie.

    `published` is an ISO date or None; None is never replaced by the clock.
    """

    text: str
    published: str | None = None
    published_basis: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"
    retrieved: str | None = None
    zones: tuple[Zone, ...] = field(default=())

    @cached_property
    def text_sha256(self) -> str:
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def id(self) -> str:
        return "r_" + identify("report", self.text, self.publisher, self.url, self.published)

    @cached_property
    def story(self) -> str:
        """The text less its furniture, or all where nothing else is there. Offsets do not hold in it."""
        return story_of(self.text, self.zones)

    def words(self, span: Span) -> str:
        """The exact words of a span."""
        return self.text[span.start : span.end]

    def zone_at(self, offset: int) -> str:
        """The kind of zone an offset lies in; what no zone claims is body."""
        for zone in self.zones:
            if zone.start <= offset < zone.end:
                return zone.kind
        return "body"


def story_of(text: str, zones: tuple[Zone, ...]) -> str:
    """A text less its furniture; the whole text where nothing else is in it."""
    kept, at = [], 0
    for zone in zones:
        if zone.kind in FURNITURE and zone.start >= at:
            kept.append(text[at : zone.start])
            at = zone.end
    story = "\n".join((*kept, text[at:]))
    return story if story.strip() else text
