"""The shelves of a case, the same for SQLite and PostgreSQL.

What people gave is KEPT (captures, reports, decisions); what Dateline made is MADE, stamped with its maker's
version, and may be burnt and remade at any time. `VERSION` rises with every change of shape.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)

VERSION = 1

shelves = MetaData()

case_facts = Table(
    "case_facts",
    shelves,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)

# ---------------------------------------------------------------- kept: what people gave

captures = Table(
    "captures",
    shelves,
    Column("sha256", String(64), primary_key=True),
    Column("media", String),
    Column("size", Integer, nullable=False),  # bytes as received
    Column("packed", LargeBinary, nullable=False),  # zlib
)

# How bytes came: the same page fetched twice is one capture with two arrivals.
arrivals = Table(
    "arrivals",
    shelves,
    Column("id", String, primary_key=True),  # follows from what came, from where, and what became of it
    Column("capture", String(64), nullable=False, index=True),
    Column("report", String, index=True),  # None: no report could be made of it
    Column("name", Text, nullable=False),
    Column("added", String, nullable=False),  # ISO 8601 UTC
    Column("body", Text, nullable=False),  # JSON: url, retrieved, extractor, problems ...
)

reports = Table(
    "reports",
    shelves,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("language", String, nullable=False),
    Column("published", String, index=True),
    Column("publisher", Text),
    Column("url", Text, index=True),
    Column("title", Text),
    Column("text", Text, nullable=False),
    Column("text_sha256", String(64), nullable=False, index=True),
    Column("head", Text, nullable=False),  # JSON: the report of dateline/1 without its text
    Index("reports_by_number", "number", "id"),
)

reviews = Table(
    "reviews",
    shelves,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("by", String, nullable=False),
    Column("on", String, nullable=False),
    Column("body", Text, nullable=False),  # JSON: the whole Review
)

# Which tellings a review decides on: finds the reviews of an incident without reading them all.
review_members = Table(
    "review_members",
    shelves,
    Column("review", Integer, ForeignKey("reviews.number"), primary_key=True),
    Column("report", String, primary_key=True),
    Column("incident", String, primary_key=True),
    Index("review_members_by_telling", "report", "incident"),
)

# A telling as it was when a person first decided on it; a later reading finds it again by its words.
kept_tellings = Table(
    "kept_tellings",
    shelves,
    Column("report", String, primary_key=True),
    Column("incident", String, primary_key=True),
    Column("maker", String, nullable=False),
    Column("body", Text, nullable=False),  # JSON: incident, claims and flags of dateline/1
)

# ---------------------------------------------------------------- made: can be burnt and remade

records = Table(
    "records",
    shelves,
    Column("report", String, primary_key=True),
    Column("maker", String, nullable=False, index=True),
    Column("merged", Integer, nullable=False, index=True),  # 0: its tellings are not merged yet
    Column("body", Text, nullable=False),  # JSON: dateline/1 without its report
)

failures = Table(
    "failures",
    shelves,
    Column("report", String, primary_key=True),
    Column("maker", String, nullable=False),
    Column("reason", Text, nullable=False),
)

tellings = Table(
    "tellings",
    shelves,
    Column("report", String, primary_key=True),
    Column("incident", String, primary_key=True),
    Column("name", String, nullable=False, unique=True),  # Member.name
    Column("cluster", String, nullable=False, index=True),  # id of the incident it belongs to
    Column("sketch", Text, nullable=False),  # JSON: names and signature, which only the text gives
    Index("tellings_by_report", "report", "cluster"),
)

merge_keys = Table(
    "merge_keys",
    shelves,
    Column("key", String, primary_key=True),
    Column("report", String, primary_key=True),
    Column("incident", String, primary_key=True),
    Index("merge_keys_by_telling", "report", "incident"),
)

judgements = Table(
    "judgements",
    shelves,
    Column("left", String, primary_key=True),  # Member.name of each side, left < right
    Column("right", String, primary_key=True),
    Column("same", Integer, nullable=False),
    Column("score", Float, nullable=False),
    Column("body", Text, nullable=False),  # JSON: left, right, because, by
    Index("judgements_by_right", "right"),
)

# Incidents that lost or may lose a member and are not put together again yet: what a killed run left.
unsettled = Table("unsettled", shelves, Column("cluster", String, primary_key=True))

_ASKED = ("country", "start", '"end"', "killed", "status", "type", "grade", "latitude", "longitude", "id")


def _rest(first: tuple[str, ...]) -> tuple[str, ...]:
    """What else a view of the desk may ask. Each index holds all of it, so that no body is read on the way:
    counts, map and timeline of any filter over 100,000 incidents then take under 0.1 s."""
    return tuple(name for name in _ASKED if name not in first)


incidents = Table(
    "incidents",
    shelves,
    Column("id", String, primary_key=True),
    Column("type", String, nullable=False, index=True),
    Column("countable", Integer, nullable=False),
    Column("status", String, nullable=False, index=True),
    Column("country", String, index=True),
    Column("admin1", Text),
    Column("locality", Text),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("start", String, index=True),
    Column("end", String),
    Column("killed", Integer),  # the lowest figure told; None: not told
    Column("injured", Integer),
    Column("grade", String, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("actors", Text, nullable=False),  # folded names and kinds, one a line, lines at both ends
    Column("places", Text, nullable=False),
    Column("flags", Text, nullable=False),
    Column("urgency", Float, nullable=False),  # severity times doubt: what a desk should see first
    Column("maker", String, nullable=False, index=True),
    Column("body", Text, nullable=False),  # JSON: dateline-merged/1
    *(
        Index(f"incidents_by_{name}", "countable", *(text(part) for part in (*first, *_rest(first))))
        for name, first in (
            ("urgency", ("urgency DESC", "id")),
            ("status", ("status",)),
            ("day", ("start", '"end"')),
            ("country", ("country",)),
            ("place", ("latitude", "longitude")),
        )
    ),
)

KEPT = (captures, arrivals, reports, reviews, review_members, kept_tellings)
MADE = (records, failures, tellings, merge_keys, judgements, unsettled, incidents)
