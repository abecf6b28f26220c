"""How well and how fast intake takes a page's story out: `python -m bench extract`.

Our own pages (tests/golden/pages), marked by hand: words of the story found and missed by Dateline, and by
trafilatura and readability-lxml on the same bytes in the same run (F1 over words in fours, averaged by page;
the headline counts for nobody). Then titles, days and their basis, publishers, and the share of marked parts
that lie in their zone. Pages 1 to 24 were in sight while the rules were made, the rest only scored: both are
given. Last, pages a second.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from time import perf_counter

from dateline.intake import Capture, from_captures
from dateline.intake import Options as Intake
from dateline.intake.extract import extract
from dateline.record import Report

from .outcome import Figure, Options, Outcome
from .pages import PAGES, SEEN, Page, pages

_WORD = re.compile(r"\w+")
_STORY = ("body", "subhead", "dateline")
_NEAR = {"related": ("related", "boilerplate"), "credit": ("credit", "boilerplate")}


def measure(options: Options) -> Outcome:
    """Scores every page, then takes the time."""
    told = list(pages(options.data or PAGES))[: options.limit]
    found = {page.number: _taken(page) for page in told}
    figures: list[Figure] = []
    details: list[str] = []
    for half, some in (
        ("seen", [p for p in told if p.number <= SEEN]),
        ("only scored", [p for p in told if p.number > SEEN]),
    ):
        for name, take in _EXTRACTORS.items():
            scores = [_f1(page, take(page)) for page in some]
            figures.append(Figure(f"main text F1, {name}, {half}", _mean(scores), len(scores)))
        scores = [_f1(page, _story(found[page.number])) for page in some]
        figures.append(Figure(f"main text F1, Dateline, {half}", _mean(scores), len(scores)))
        details += [
            f"{page.name}: F1 {score:.3f}" for page, score in zip(some, scores, strict=True) if score < 0.99
        ]
        figures += _facts(some, found, half, details)
        figures += _zones(some, found, half, details)
    figures += _speed(told)
    best = next(figure for figure in figures if figure.name == "main text F1, Dateline, only scored")
    return Outcome("extract", "tests/golden/pages", tuple(figures), best.name, details=tuple(details))


def _taken(page: Page) -> Report:
    capture = Capture(page.name, page.raw, "text/html", page.expected.get("url"))
    (found,) = from_captures([capture], Intake(isolated=False))
    if found.report is None:
        raise ValueError(found.problem)
    return found.report


def _story(report: Report) -> str:
    """The text in story zones; what no zone claims is body."""
    return "\n".join(text for kind, text in _stretches(report) if kind in _STORY)


def _stretches(report: Report) -> list[tuple[str, str]]:
    parts, at = [], 0
    for zone in report.zones:
        parts.append(("body", report.text[at : zone.start]))
        parts.append((zone.kind, report.text[zone.start : zone.end]))
        at = zone.end
    return [*parts, ("body", report.text[at:])]


def _trafilatura(page: Page) -> str:
    from trafilatura import extract as take

    return take(page.raw, fast=True, include_comments=False) or ""


def _readability(page: Page) -> str:
    from lxml import html
    from readability import Document

    summary = Document(page.raw.decode(page.expected.get("encoding", "utf-8"))).summary()
    return "\n".join(html.fromstring(summary).itertext())


# Imported at use: they are measured against, not used.
_EXTRACTORS: dict[str, Callable[[Page], str]] = {
    "trafilatura": _trafilatura,
    "readability-lxml": _readability,
}


def _fours(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


def _f1(page: Page, text: str) -> float:
    lines = [line for line in text.splitlines() if " ".join(line.split()) != page.headline]
    wanted, got = _fours(page.story), _fours("\n".join(lines))
    right = sum((wanted & got).values())
    return 2 * right / (sum(wanted.values()) + sum(got.values())) if wanted or got else 1.0


def _facts(some: list[Page], found: dict[int, Report], half: str, details: list[str]) -> list[Figure]:
    figures = []
    for field, key in (
        ("title", "title"),
        ("published", "published"),
        ("published_basis", "basis"),
        ("publisher", "publisher"),
    ):
        asked = [page for page in some if key in page.expected]
        right = 0
        for page in asked:
            got = getattr(found[page.number], field)
            right += got == page.expected[key]
            if got != page.expected[key]:
                details.append(f"{page.name}: {field} {got!r}, not {page.expected[key]!r}")
        figures.append(
            Figure(f"{field.replace('_', ' ')}, {half}", right / len(asked) if asked else None, len(asked))
        )
    return figures


def _zones(some: list[Page], found: dict[int, Report], half: str, details: list[str]) -> list[Figure]:
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for page in some:
        report = found[page.number]
        for kind, text in page.parts:
            asked[kind] += 1
            got = _kinds_of(report, text)
            good = got <= set(_NEAR.get(kind, (kind,))) | ({"dateline"} if kind == "body" else set())
            right[kind] += bool(got) and good
            if not good or not got:
                details.append(f"{page.name}: {kind} {text[:60]!r} is {', '.join(sorted(got)) or 'missing'}")
    return [Figure(f"zone {kind}, {half}", right[kind] / asked[kind], asked[kind]) for kind in sorted(asked)]


def _kinds_of(report: Report, text: str) -> set[str]:
    at = f"\n{report.text}\n".find(f"\n{text}\n")  # a paragraph of its own before a part of another
    at = at if at >= 0 else report.text.find(text)
    if at < 0:
        return set()
    return {report.zone_at(at + offset) for offset, character in enumerate(text) if not character.isspace()}


def _speed(told: list[Page]) -> list[Figure]:
    captures = [Capture(page.name, page.raw, "text/html", page.expected.get("url")) for page in told]
    begun = perf_counter()
    for capture in captures * 3:
        extract(capture, "page")
    alone = 3 * len(captures) / (perf_counter() - begun)
    begun = perf_counter()
    for capture in captures * 3:
        _trafilatura(Page(0, capture.name, capture.raw, (), {}))
    bare = 3 * len(captures) / (perf_counter() - begun)
    begun = perf_counter()
    found = from_captures(captures * 3)
    next(found)  # starts the process
    start = perf_counter() - begun
    begun = perf_counter()
    apart = sum(1 for _ in found) / (perf_counter() - begun)
    return [
        Figure("pages, one core", alone, len(captures), "pages/s"),
        Figure("trafilatura's text alone, one core", bare, len(captures), "pages/s"),
        Figure("pages, in a process apart", apart, len(captures), "pages/s"),
        Figure("start of that process", start, 1, "s"),
    ]


def _mean(scores: list[float]) -> float | None:
    return sum(scores) / len(scores) if scores else None
