"""A page's report: the story first, what surrounded it after, every paragraph with its zone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from trafilatura import bare_extraction

from dateline.errors import InputError
from dateline.intake.draft import Dated, Draft
from dateline.intake.source import Told
from dateline.intake.zones import zones
from dateline.record import Zone

from .blocks import Block, Layout, key_of, laid_out
from .bylines import printed_day
from .facts import Facts, facts_of
from .kinds import mark
from .parse import tree_of

_STORY = ("headline", "subhead", "body")
_LEAST = 0.5  # of the extractor's text that must be on the page; less means that it read the structured data
_TEASER = 1_200  # characters of body below which a page that is not free to read is surely cut
_SITE = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,40}$")
_JOIN = "\n\n"


def read_page(raw: bytes, name: str, media: str = "", url: str | None = None) -> Draft:
    """The page's text with its zones. Raises InputError when it holds no text."""
    tree, notes = tree_of(raw, name, media)
    facts = facts_of(tree, url)
    layout = laid_out(tree)
    main = _main(tree, facts)
    mark(layout, main, facts.titles)
    notes += _supplement(layout, main)
    ordered = _ordered(layout.blocks)
    if not any(block.kind in _STORY for block in ordered):
        why = "; ".join(notes) or "if scripts fill it in, save the page as it is shown, as PDF or text"
        raise InputError(f"{name}: holds no story ({why})")
    text = _JOIN.join(block.text for block in ordered)
    marked = _zoned(ordered)
    if facts.closed and sum(len(block.text) for block in ordered if block.kind == "body") < _TEASER:
        notes += ("not free to read: only the teaser is here",)
    printed = printed_day(layout.blocks)
    dates = facts.dates if printed is None else (*facts.dates, Dated("page", printed))
    draft = Draft(text, marked, _title(ordered, facts), facts.publisher, facts.url, dates, notes)
    return replace(draft, notes=tuple(dict.fromkeys(draft.notes)))


def _main(tree: Any, facts: Facts) -> str:
    """The text the extractor takes for the story; it may change the tree, which is not used again."""
    try:
        found = bare_extraction(tree, fast=True, include_comments=False, with_metadata=False)
    except (ValueError, RecursionError, AttributeError, TypeError, IndexError):
        found = None  # no page is lost because the extractor stumbles: its headings and paragraphs remain
    text = (found.text or "") if found is not None and not isinstance(found, dict) else ""
    if facts.body and len(key_of(facts.body)) > 1.5 * len(key_of(text)):
        return facts.body
    return text


def _supplement(layout: Layout, main: str) -> tuple[str, ...]:
    """Adds the story as the structured data tell it where the page itself does not show it."""
    shown = sum(len(block.key) for block in layout.blocks if block.kind in _STORY)
    if not main or shown >= _LEAST * len(key_of(main)):
        return ()
    for block in layout.blocks:
        if block.kind in ("body", "subhead"):
            block.kind = "boilerplate"  # the teaser is in the whole story once more
    for line in main.splitlines():
        if line.strip():
            layout.blocks.append(Block(" ".join(line.split()), 0, 0, key_of(line), "body"))
    return ("the page shows less than its structured data hold; the text is theirs",)


def _ordered(blocks: list[Block]) -> list[Block]:
    """Story first, each part in order: models and people read from the top, and menus would fill it."""
    inside = [number for number, block in enumerate(blocks) if block.kind in _STORY]
    if not inside:
        return blocks
    first, last = inside[0], inside[-1]
    return [*blocks[first : last + 1], *blocks[:first], *blocks[last + 1 :]]


def _zoned(blocks: list[Block]) -> tuple[Zone, ...]:
    """The zones of the ordered text: by markup, and inside the story by its words as in plain text."""
    starts, at = [], 0
    for block in blocks:
        starts.append(at)
        at += len(block.text) + len(_JOIN)
    found = [
        Zone(block.kind, start, start + len(block.text))
        for block, start in zip(blocks, starts, strict=True)
        if block.kind != "body"
    ]
    story = [number for number, block in enumerate(blocks) if block.kind in _STORY]
    laid, small = 0, []
    for number in story:
        small.append((laid, number))
        laid += len(blocks[number].text) + len(_JOIN)
    worded = zones(_JOIN.join(blocks[number].text for number in story))
    position = 0
    for zone in worded:
        while position + 1 < len(small) and small[position + 1][0] <= zone.start:
            position += 1
        offset, number = small[position]
        block = blocks[number]
        heading = zone.kind in ("headline", "subhead")  # markup knows these better than the look of a line
        if block.kind == "body" and not heading and zone.end - offset <= len(block.text):
            shift = starts[number] - offset
            found.append(Zone(zone.kind, zone.start + shift, zone.end + shift))
    return tuple(sorted(found, key=lambda zone: (zone.start, zone.end)))


def _title(blocks: list[Block], facts: Facts) -> str | None:
    """The headline as shown, else the title in the head less the site's name."""
    shown = next((block.text for block in blocks if block.kind == "headline"), None)
    if shown is not None or not facts.titles:
        return shown
    return _SITE.sub("", facts.titles[0]) or facts.titles[0]


def read_fragment(raw: bytes, name: str, told: Told) -> Draft:
    """A story without its page, as feeds and mails carry it: all is story but what markup says is not."""
    tree, notes = tree_of(b"<!doctype html><meta charset=utf-8><body>" + raw, name)
    layout = laid_out(tree)
    mark(layout, "\n".join(block.text for block in layout.blocks), ())
    blocks = [Block(told.title, 0, 0, kind="headline")] if told.title else []
    blocks += [replace(block, kind="body") if block.kind == "headline" else block for block in layout.blocks]
    text = _JOIN.join(block.text for block in blocks)
    dates = (Dated(told.basis, told.published),) if told.published else ()
    return Draft(text, _zoned(blocks), told.title, told.publisher, told.url, dates, notes)
