"""How well it is told who says what: `python -m bench speakers`.

PolNeAR dev (Newell, Margolin and Ruths, LREC 2018): F1 of source, cue and content spans, exact and
overlapping (one to one, in text order). It marks thoughts and wishes too, which Dateline leaves alone; no
figure published for these spans is at hand to set beside ours.
Gold: for each statement about an incident, whether its content is given its source (words shared) and its
modality.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.read.page import Page
from dateline.read.says import Saying, quotations, sayings, says_of
from dateline.record import Report, Span

from .corpora import place_of, told
from .gold.document import Document, documents, place
from .outcome import Figure, NoData, Options, Outcome, prf, share

PRONOUNS = {"he", "she", "it", "they", "we", "i"}
ROLES = ("Source", "Cue", "Content")
Article = tuple[str, str, dict[str, list[tuple[int, int]]]]


def measure(options: Options) -> Outcome:
    """Reads PolNeAR (or the folder in its format named with --data) and the gold's statements."""
    part = "train" if options.split == "train" else "dev"
    folder = place_of(options, "polnear")
    folder = folder / part if options.data is None else folder
    articles = list(_annotated(folder))[: options.limit]
    if not articles:
        raise NoData(f"no PolNeAR articles at {folder}: text/*.txt and attributions/*.ann")
    found, details = _polnear(articles)
    where = f"polnear {part}, gold {options.split}" if options.data is None else told(options.data)
    if options.data is None:
        said, more = _statements(documents(options))
        found, details = [*found, *said], [*details, *more]
    shown = tuple(details) if options.errors else ()
    return Outcome("speakers", where, tuple(found), "PolNeAR mean overlap F1", details=shown)


def _polnear(articles: Sequence[Article]) -> tuple[list[Figure], list[str]]:
    exact, touched, wanted, given = (Counter[str]() for _ in range(4))
    details: list[str] = []
    for name, text, gold in articles:
        page = Page(Report(text))
        mine = _roles(sayings(page))
        for role in ROLES:
            exact[role] += len(set(gold[role]) & set(mine[role]))
            touched[role] += _paired(gold[role], mine[role])
            wanted[role] += len(gold[role])
            given[role] += len(mine[role])
        details += _differences(name, page, gold["Cue"], mine["Cue"])
    figures = [
        figure for role in ROLES for figure in (
            prf(f"PolNeAR {role.lower()} exact", exact[role], given[role], wanted[role])[2],
            *prf(f"PolNeAR {role.lower()} overlap", touched[role], given[role], wanted[role]),
        )
    ]  # fmt: skip
    overlaps = [figure.value or 0.0 for figure in figures if figure.name.endswith("overlap F1")]
    mean = Figure("PolNeAR mean overlap F1", share(sum(overlaps), len(overlaps)), len(articles))
    return [*figures, mean], details


def _annotated(folder: Path) -> Iterator[Article]:
    """(name, text, spans by role) of each article; a span in pieces runs from its first to its last."""
    texts = {path.stem: path for path in (folder / "text").glob("*.txt")}
    for path in sorted((folder / "attributions").glob("*.ann")):
        text = texts.get(path.stem) or texts.get(path.stem.rpartition("_")[0])
        if text is None:
            continue
        spans: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("T"):
                continue
            role, _, pieces = line.split("\t")[1].partition(" ")
            if role in spans:
                ends = [int(part) for piece in pieces.split(";") for part in piece.split()]
                spans[role].append((min(ends), max(ends)))
        yield path.stem, text.read_text(encoding="utf-8"), {r: sorted(set(s)) for r, s in spans.items()}


def _roles(found: Sequence[Saying]) -> dict[str, list[tuple[int, int]]]:
    spans = {
        "Source": [s.source for s in found if s.source is not None],
        "Cue": [s.cue for s in found],
        "Content": [s.content for s in found],
    }
    return {role: sorted({(s.start, s.end) for s in these}) for role, these in spans.items()}


def _paired(gold: list[tuple[int, int]], mine: list[tuple[int, int]]) -> int:
    pairs, first = 0, 0
    for start, end in gold:
        for index in range(first, len(mine)):
            if mine[index][0] < end and start < mine[index][1]:
                pairs, first = pairs + 1, index + 1
                break
    return pairs


def _differences(
    name: str, page: Page, gold: list[tuple[int, int]], mine: list[tuple[int, int]]
) -> Iterator[str]:
    for kind, these, those in (("MISSED", gold, mine), ("EXTRA", mine, gold)):
        for start, end in these:
            if not any(a < end and start < b for a, b in those):
                around = page.text[max(0, start - 50) : end + 40].replace("\n", " / ")
                yield f"{kind} {name[:12]} {page.text[start:end]!r} | {around}"


def _statements(found: Sequence[Document]) -> tuple[list[Figure], list[str]]:
    """Each gold statement about an incident: is its content given its source, its modality, any speaker?"""
    tally: Counter[str] = Counter()
    details: list[str] = []
    for document in found:
        page = Page(Report(document.text))
        said, quoted = sayings(page), quotations(page)
        for statement in document.statements:
            spot = place(page.text, statement["content"])
            if spot is None:
                continue
            says = says_of(page, Span(*spot), said, quoted)
            right = _same_words(statement["source"], says.speaker)
            firm = says.modality == statement["modality"]
            tally["all"] += 1
            tally["speaker"] += right
            tally["silent"] += says.speaker is None and statement["source"] is not None
            tally["modality"] += firm
            if not (right and firm):
                details.append(
                    f"{'FIRM' if right else 'SAYS'} {document.key} | {statement['content']} | wanted"
                    f" {statement['source']} {statement['modality']} | got {says.speaker} {says.modality}"
                )
    n = tally["all"]
    figures = [
        Figure("gold statements right speaker", share(tally["speaker"], n), n),
        Figure("gold statements left to the narrator", share(tally["silent"], n), n),
        Figure("gold statements right modality", share(tally["modality"], n), n),
    ]
    return figures, details


def _same_words(one: str | None, other: str | None) -> bool:
    """Whether two sources share a word of substance, or both are nobody."""
    if one is None or other is None:
        return one is None and other is None
    if one.lower() in PRONOUNS:
        return True
    return bool(_substance(one) & _substance(other))


def _substance(words: str) -> set[str]:
    small = {"the", "a", "an", "of", "in", "for", "from", "and", "by", "his", "her", "their", "two", "some"}
    words = re.sub(r"@\d+$", "", words)
    return {word.strip(".,'\"’").removesuffix("'s").lower() for word in words.split()} - small
