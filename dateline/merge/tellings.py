"""Takes from a record what each of its incidents needs to be compared with those of other reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.knowledge.merging import merging
from dateline.knowledge.places.fold import fold
from dateline.record import Incident, Member, Record, Report, Span
from dateline.record.paragraphs import paragraphs
from dateline.record.telling import Head, Telling

from .copies import SIGNED_BY, signature

_SILENT = frozenset({"boilerplate", "credit", "related", "headline"})  # headlines capitalise everything
_CAPITAL = r"[A-Z][\w’'.-]*[\w’'-]"
_RUN = re.compile(
    rf"(?:\b\d{{2,5}}(?:\s+block\s+of)?\s+)?\b{_CAPITAL}(?:\s+(?:of\s+|al-|de\s+|bin\s+)?{_CAPITAL})*|\b\d{{2,5}}\b"
)
_OPENS = re.compile(r"(?:^|[.!?:;•|>]\s*[\"“”‘'(]*|[\n\"“‘'(]\s*)$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST = 80  # names kept of a telling, the first told: long reports wander


def tellings(record: Record) -> tuple[Telling, ...]:
    """Every incident of a record as a telling, in the record's order."""
    report = record.report
    layout = tuple(p for p in paragraphs(report.text, report.zones) if _tells(report, p))
    signed = signature("\n".join(report.words(p) for p in layout))
    head = Head(report.id, report.title, report.publisher, report.url, report.published, signed,
                SIGNED_BY if signed else "")  # fmt: skip
    alone = sum(merges(incident) for incident in record.incidents) <= 1
    return tuple(_telling(record, incident, head, layout, alone) for incident in record.incidents)


def _tells(report: Report, paragraph: Span) -> bool:
    """Whether a paragraph is the report's own words, not a headline, a credit or the page's furniture."""
    if report.zone_at(paragraph.start) in _SILENT:
        return False
    words = report.words(paragraph).casefold()
    return not any(phrase in words for phrase in merging().furniture)


def merges(incident: Incident) -> bool:
    """Whether an incident may be one that another report tells too: it counts, or is told as history."""
    return incident.countable or incident.not_countable_because in merging().also_merged


def _telling(
    record: Record, incident: Incident, head: Head, layout: tuple[Span, ...], alone: bool
) -> Telling:
    claims = tuple(claim for claim in record.claims if claim.account == incident.id)
    flags = tuple(flag for flag in record.flags if flag.incident == incident.id)
    told = [*incident.mentions, *(span for claim in claims for span in claim.spans)]
    around = layout if alone else tuple(p for p in layout if any(p.touches(span) for span in told))
    names = _names(record.report, around) if merges(incident) else ()
    return Telling(Member(record.report.id, incident.id), incident, claims, flags, head, names)


def _names(report: Report, around: tuple[Span, ...]) -> tuple[str, ...]:
    """Names and figures in the words, folded: each word, and each two in a row ("kellogg avenue").

    A single word at the beginning of a sentence has its capital from there and is left out, and so is a year.
    """
    found: dict[str, None] = {}
    for paragraph in around:
        words = report.words(paragraph)
        for match in _RUN.finditer(words):
            found.update(
                dict.fromkeys(_parts(match.group(), _OPENS.search(words[: match.start()]) is not None))
            )
    return tuple(list(found)[:_MOST])


def _parts(run: str, opens: bool) -> Iterator[str]:
    plain = merging().plain_words
    words = [fold(re.sub(r"['’]s?$", "", word)) for word in run.split()]
    words = [word for word in words if word and word not in ("block", "of")]
    if opens and len(words) > 1 and words[0] in plain:
        words, opens = words[1:], False
    telling = [word for word in words if word not in plain and len(word) > 1 and not _YEAR.fullmatch(word)]
    for one, other in pairwise(words):
        if one in telling or other in telling:
            yield f"{one} {other}"
    yield from telling[1:] if opens and len(words) == 1 else telling
