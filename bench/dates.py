"""Dates against the TempEval-3 answer keys: spans exact and relaxed, values, and what finding them costs.

A third of the files, drawn by a hash of their names, is the development set; rules are tuned on the rest.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from dateline.read.page import Page
from dateline.read.when import find
from dateline.record import Report

from .corpora import place_of, told
from .outcome import Figure, NoData, Options, Outcome, prf
from .timex import Story, Timex, story_of, values

_HEIDELTIME = "HeidelTime on the TempEval-3 platinum set"


def measure(options: Options) -> Outcome:
    """Span and value F1 on TimeBank and AQUAINT; `--split train` for the files that rules may be tuned on."""
    folder = place_of(options, "tempeval3")
    paths = story_files(folder, options.split)[: options.limit]
    if not paths:
        raise NoData(f"no .tml files under {folder}")
    stories = [story_of(path) for path in paths]
    given = [read(story) for story in stories]
    spent = _seconds(stories)
    pairs = [pair for story, found in zip(stories, given, strict=True) for pair in paired(story.key, found)]
    n_key = sum(len(story.key) for story in stories)
    n_given = sum(map(len, given))
    matched = [(key, found) for key, found in pairs if key is not None and found is not None]
    exact = sum((k.start, k.end) == (f.start, f.end) for k, f in matched)
    valued = sum(same_value(k.value, f.value) for k, f in matched)
    words = sum(len(story.text.split()) for story in stories)
    figures = (
        *prf("span exact", exact, n_given, n_key),
        *prf("span relaxed", len(matched), n_given, n_key),
        *prf("value", valued, n_given, n_key),
        Figure("value right of matched", valued / len(matched) if matched else None, len(matched)),
        Figure("finding dates, 400 words", spent / words * 400 * 1000 if words else None, len(stories), "ms"),
    )
    return Outcome("dates", f"{told(folder)} {options.split} ({len(stories)} documents)",
                   tuple(_published(f) for f in figures), "value F1",
                   details=tuple(_differences(stories, given)) if options.errors else ())  # fmt: skip


def story_files(folder: Path, split: str) -> list[Path]:
    """The TimeML files of dev, train or all, without the copies kept for trying out a pipeline."""
    files = [path for path in sorted(folder.rglob("*.tml")) if path.parent.name != "testpipeline"]
    return [path for path in files if split == "all" or (split == "dev") == _is_dev(path)]


def _published(figure: Figure) -> Figure:
    known = {"value F1": 0.776, "span relaxed F1": 0.903}
    if figure.name not in known:
        return figure
    return Figure(figure.name, figure.value, figure.n, published=f"{known[figure.name]:.3f}, {_HEIDELTIME}")


def _is_dev(path: Path) -> bool:
    return int(sha256(path.name.encode()).hexdigest(), 16) % 3 == 0


def _seconds(stories: Sequence[Story]) -> float:
    """Processor time to find the dates of pages whose words and sentences are laid out; the best of three."""
    pages = [Page(Report(story.text)) for story in stories]
    for page in pages:
        assert page.sentences is not None and page.tokens is not None
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        for page in pages:
            find(page)
        best = min(best, time.process_time() - started)
    return best


def read(story: Story) -> list[Timex]:
    """What Dateline finds in a story, in TIMEX3 terms."""
    page = Page(Report(story.text, published=story.written.isoformat()))
    mentions = find(page)
    meant = values([mention.clue for mention in mentions], story.written)
    return [
        Timex(mention.span.start, mention.span.end, kind, value)
        for mention, (kind, value) in zip(mentions, meant, strict=True)
    ]


def paired(key: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex | None, Timex | None]]:
    """Each key entry with the first unused answer that shares a character; what is left over stands alone."""
    left = list(found)
    pairs: list[tuple[Timex | None, Timex | None]] = []
    for one in key:
        touching = [f for f in left if f.start < one.end and one.start < f.end]
        best = max(touching, key=lambda f: min(f.end, one.end) - max(f.start, one.start), default=None)
        if best is not None:
            left.remove(best)
        pairs.append((one, best))
    return [*pairs, *((None, one) for one in left)]


def same_value(one: str, other: str) -> bool:
    """Whether two values are the same string, clock seconds and :00 aside."""
    return _plain(one) == _plain(other)


def _plain(value: str) -> str:
    return value.removesuffix(":00").removesuffix(":00").replace("-W0", "-W")


def _differences(stories: Sequence[Story], given: Sequence[Sequence[Timex]]) -> list[str]:
    lines = []
    for story, found in zip(stories, given, strict=True):
        for key, one in paired(story.key, found):
            if key is None and one is not None:
                lines.append(f"EXTRA  {_shown(story, one)}")
            elif key is not None and one is None:
                lines.append(f"MISSED {_shown(story, key)}")
            elif key is not None and one is not None and not same_value(key.value, one.value):
                lines.append(f"VALUE  {_shown(story, key)} <> {_words(story, one)!r} {one.value}")
            elif key is not None and one is not None and (key.start, key.end) != (one.start, one.end):
                lines.append(f"SPAN   {_words(story, key)!r} <> {_words(story, one)!r}")
    return lines


def _words(story: Story, one: Timex) -> str:
    return story.text[one.start : one.end]


def _shown(story: Story, one: Timex) -> str:
    around = story.text[max(0, one.start - 45) : one.end + 30].replace("\n", " ")
    return f"{_words(story, one)!r} {one.value} [{story.name} {story.written}] …{around}…"


if __name__ == "__main__":
    print(measure(Options(split=sys.argv[1] if len(sys.argv) > 1 else "dev")).to_text())
