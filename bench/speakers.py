"""How well it is told who says what: `python -m bench speakers`, or this file alone.

PolNeAR dev (Newell, Margolin and Ruths, LREC 2018): F1 of source, cue and content spans, exact and
overlapping (one to one, in text order). It marks thoughts and wishes too, which Dateline leaves alone.
Gold: for each statement about an incident, whether its content is given its source (words shared) and its
modality.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dateline.read.page import Page
from dateline.read.says import Saying, quotations, sayings, says_of
from dateline.record import Report, Span

CORPORA = Path(__file__).parent.parent.parent / "shared" / "corpora"
PRONOUNS = {"he", "she", "it", "they", "we", "i"}
ROLES = ("Source", "Cue", "Content")


def main(arguments: list[str]) -> None:
    """Prints the figures; "errors" adds the misses, one a line; "all" takes PolNeAR train and all of gold."""
    every, errors = "all" in arguments, "errors" in arguments
    if not (CORPORA / "polnear").is_dir():
        sys.exit(f"no corpora beside the repository ({CORPORA.name}/polnear)")
    _polnear("train" if "train" in arguments else "dev", errors)
    _statements(every, errors)


def _polnear(part: str, errors: bool) -> None:
    exact: Counter[str] = Counter()
    touched: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for name, text, gold in _annotated(CORPORA / "polnear" / part):
        page = Page(Report(text))
        mine = _roles(sayings(page))
        for role in ROLES:
            exact[role] += len(set(gold[role]) & set(mine[role]))
            touched[role] += _paired(gold[role], mine[role])
            wanted[role] += len(gold[role])
            given[role] += len(mine[role])
        if errors:
            _differences(name, page, gold["Cue"], mine["Cue"])
    for role in ROLES:
        print(
            f"PolNeAR {part} {role:8} n {wanted[role]} given {given[role]}",
            f"exact F1 {_f1(exact[role], wanted[role], given[role]):.1%}",
            f"overlap P {touched[role] / max(1, given[role]):.1%} R {touched[role] / wanted[role]:.1%}",
            f"F1 {_f1(touched[role], wanted[role], given[role]):.1%}",
        )


def _annotated(folder: Path) -> Iterator[tuple[str, str, dict[str, list[tuple[int, int]]]]]:
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


def _differences(name: str, page: Page, gold: list[tuple[int, int]], mine: list[tuple[int, int]]) -> None:
    for kind, these, those in (("MISSED", gold, mine), ("EXTRA", mine, gold)):
        for start, end in these:
            if not any(a < end and start < b for a, b in those):
                around = page.text[max(0, start - 50) : end + 40].replace("\n", " / ")
                print(kind, name[:12], repr(page.text[start:end]), "|", around)


def _f1(right: int, wanted: int, given: int) -> float:
    return 2 * right / (wanted + given) if wanted + given else 0.0


def gold(every: bool) -> Iterator[tuple[str, dict[str, Any]]]:
    """(name, article) of the gold development files, or of all with the clusters' reports."""
    folder = CORPORA / "gold"
    names = set((folder / "dev.txt").read_text(encoding="utf-8").split())
    paths = [*folder.glob("*/*.json"), *folder.glob("clusters/*/[0-9]*.json")]
    for path in sorted(paths):
        name = path.relative_to(folder).as_posix()
        if every or name in names:
            yield name, json.loads(path.read_text(encoding="utf-8"))


def place(text: str, quote: str) -> Span | None:
    """Where a gold quote stands; "words@2" is its second occurrence."""
    words, _, number = quote.rpartition("@")
    nth = int(number) if words and number.isdigit() else 1
    words = words if words and number.isdigit() else quote
    start = -1
    for _ in range(nth):
        start = text.find(words, start + 1)
        if start < 0:
            return None
    return Span(start, start + len(words))


def _statements(every: bool, errors: bool) -> None:
    total = speaker = silent = modality = 0
    for name, article in gold(every):
        page = Page(Report(article["text"]))
        found, quoted = sayings(page), quotations(page)
        for statement in article["statements"]:
            span = place(page.text, statement["content"])
            if span is None:
                continue
            total += 1
            told = says_of(page, span, found, quoted)
            right = _same_words(statement["source"], told.speaker)
            firm = told.modality == statement["modality"]
            speaker += right
            silent += told.speaker is None and statement["source"] is not None
            modality += firm
            if errors and not (right and firm):
                print(
                    "SAYS " if not right else "FIRM ", name, "|", statement["content"], "| wanted",
                    statement["source"], statement["modality"], "| got", told.speaker, told.modality,
                )  # fmt: skip
    print(
        f"gold statements n {total} right speaker {speaker / max(1, total):.1%}",
        f"left to the narrator {silent / max(1, total):.1%} right modality {modality / max(1, total):.1%}",
    )


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


if __name__ == "__main__":
    main(sys.argv[1:])
