"""Takes from a record what each of its incidents needs to be compared with those of other reports."""

from __future__ import annotations

import re

from dateline.knowledge.merging import merging
from dateline.knowledge.places.fold import fold
from dateline.record import Incident, Member, Record, Report, Span
from dateline.record.paragraphs import paragraphs
from dateline.record.telling import Head, Telling

from .copies import SIGNED_BY, signature

_SILENT = frozenset({"boilerplate", "credit", "byline", "headline"})  # headlines capitalise everything
_NAME = re.compile(
    r"""(?<![.!?:;\n"“”‘'(•|>]\ )(?<![\n"“‘'(]) \b[A-Z][\w’'-]*[a-z][\w’'-]*  # not first in its sentence
    | \b\d{2,5}\b (?!\s*(?:a\.?m|p\.?m|%))""",
    re.VERBOSE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def tellings(record: Record) -> tuple[Telling, ...]:
    """Every incident of a record as a telling, in the record's order."""
    report = record.report
    signed = signature(report.text)
    head = Head(report.id, report.title, report.publisher, report.url, report.published, signed,
                SIGNED_BY if signed else "")  # fmt: skip
    alone = sum(merges(incident) for incident in record.incidents) <= 1
    layout = paragraphs(report.text, report.zones)
    return tuple(_telling(record, incident, head, layout, alone) for incident in record.incidents)


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
    """Words written with a capital inside a sentence, and figures that are no years, folded."""
    plain = merging().plain_words
    found: set[str] = set()
    for paragraph in around:
        if report.zone_at(paragraph.start) in _SILENT:
            continue
        for match in _NAME.finditer(report.words(paragraph)):
            word = fold(re.sub(r"['’]s?$", "", match.group()))
            if len(word) > 1 and word not in plain and not _YEAR.fullmatch(word):
                found.add(word)
    return tuple(sorted(found))
