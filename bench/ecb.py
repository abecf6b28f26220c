"""Reports of ECB+ brought together: `python -m bench ecb [--limit TOPICS]`.

Each topic of ECB+ holds reports of two events of one kind (two shootings, two riots), which is hard. The
training topics that are about violence are our development topics. Two looks: every report read by Dateline
and its main incidents merged, against the events the reports are about (predicted); and the same with what
the annotators marked in place of reading: who, what and where around a report's actions (gold mentions). The
reports have no day of publication. This is agreement on reports; agreement on single action mentions
(published with gold mentions: CoNLL about 85) is another task: an incident holds many actions.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

from dateline import merge
from dateline.knowledge.places.fold import fold
from dateline.record import Incident, Record, Report, What, unrows
from dateline.record.telling import Telling
from dateline.run.merging import merge_tellings

from .coref import b_cubed, conll, pairs_of
from .corpora import place_of, told
from .outcome import Figure, Options, Outcome, share
from .reading import Item, read_all

# Of topics 1 to 35 those about violence: killings, bombs, pirates, arson, riots, robbery.
TOPICS = (3, 8, 12, 13, 16, 18, 19, 22, 24, 32, 33)
_AROUND = ("HUMAN_PART", "LOC_", "NON_HUMAN_PART")


@dataclass(frozen=True, slots=True)
class Page:
    """A report of ECB+: its text, the event it is about, and the words marked as who, what and where."""

    key: str
    event: str
    text: str
    marked: tuple[str, ...]


def measure(options: Options) -> Outcome:
    """Groups the reports of the development topics, read and with gold mentions."""
    root = place_of(options, "ecbplus")
    pages = [page for topic in TOPICS[: options.limit] for page in _pages(root / str(topic))]
    readings = read_all([Item(page.key, page.text) for page in pages], options)
    read = {
        page.key: telling
        for page in pages
        if page.key in readings.records
        for telling in _main(unrows.record(readings.records[page.key]))
    }
    figures = [Figure("reports with an incident", share(len(read), len(pages)), len(pages))]
    figures += _agreement("predicted", pages, read)
    figures += _agreement("gold mentions", pages, {page.key: _marked(page) for page in pages})
    return Outcome("ecb", told(root), tuple(figures), "predicted B-cubed F1", readings.failed)


def _agreement(name: str, pages: Sequence[Page], tellings: Mapping[str, Telling]) -> Iterator[Figure]:
    """How well the groups agree with the events; a report without a telling stands alone."""
    key_of = {telling.member: key for key, telling in tellings.items()}
    found = merge_tellings(tellings.values()).incidents
    groups = [frozenset[Hashable](key_of[member] for member in one.members) for one in found]
    groups += [frozenset[Hashable]([page.key]) for page in pages if page.key not in tellings]
    by_event: dict[str, set[Hashable]] = {}
    for page in pages:
        by_event.setdefault(page.event, set()).add(page.key)
    gold = [frozenset(group) for group in by_event.values()]
    for part, value in zip(("P", "R", "F1"), b_cubed(gold, groups), strict=True):
        yield Figure(f"{name} B-cubed {part}", value, len(pages))
    together = pairs_of(groups)
    yield Figure(f"{name} false mergers", share(len(together - pairs_of(gold)), len(together)), len(together))
    yield Figure(f"{name} CoNLL F1", conll(gold, groups), len(pages))


def _main(record: Record) -> tuple[Telling, ...]:
    """The main incident, if one may be merged."""
    found = [one for one in merge.tellings(record) if merge.merges(one.incident)]
    return tuple(sorted(found, key=lambda one: one.incident.role != "main")[:1])


def _marked(page: Page) -> Telling:
    """A telling whose names are what the annotators marked around the report's actions."""
    report = Report(page.text, url=page.key)
    record = Record(report, (Incident("E1", What("civilian.attack")),))
    names = dict.fromkeys(part for words in page.marked for part in _parts(words))
    return replace(merge.tellings(record)[0], names=tuple(names))


def _parts(marked: str) -> Iterator[str]:
    words = [fold(word) for word in marked.split() if word[:1].isupper() or word.isdigit()]
    yield from (f"{one} {other}" for one, other in pairwise(words))
    yield from words


def _pages(folder: Path) -> Iterator[Page]:
    for path in sorted(folder.glob("*.xml")):
        root = ElementTree.parse(path).getroot()
        tokens = {token.get("t_id"): token.text or "" for token in root.iter("token")}
        sentences: dict[str, list[str]] = {}
        for token in root.iter("token"):
            sentences.setdefault(token.get("sentence") or "0", []).append(token.text or "")
        lines = [_line(words) for words in sentences.values() if words[0] != "http"]
        marked = tuple(
            " ".join(tokens.get(anchor.get("t_id"), "") for anchor in mention.iter("token_anchor"))
            for mention in root.iter()
            if mention.tag.startswith(_AROUND)
        )
        kind = "plus" if path.stem.endswith("plus") else "ecb"
        yield Page(path.stem, f"{folder.name} {kind}", "\n".join(lines), marked)


def _line(words: Sequence[str]) -> str:
    """Tokens as they were written, as far as spaces go."""
    line = re.sub(r" ([.,;:!?%)\]])", r"\1", " ".join(words))
    return re.sub(r" ('s|'|n't|’s)(?=\W|$)", r"\1", re.sub(r"([(\[$]) ", r"\1", line))
