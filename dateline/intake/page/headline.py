"""Finds the headline of a page among its headings."""

from __future__ import annotations

from .blocks import Block, Layout, key_of

_LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ALIKE = 0.3  # share of words in common with a title that makes a heading the title's
_NAME = 4  # words at most in the name of a site, which old sites print as a heading on every page


def mark_headline(layout: Layout, titles: list[str]) -> int | None:
    """Marks as headline what says what the page's title says, else the first h1; its number."""
    best, score = None, 0.0
    for number, block in enumerate(layout.blocks):
        worth = _worth(layout, block, titles)
        if worth > score:
            best, score = number, worth
    if best is not None:
        best = _instead_of_name(layout, best)
        layout.blocks[best].kind = "headline"
    for block in layout.blocks:
        if block.kind == "heading":
            block.kind = "boilerplate"
    if best is not None:
        _clear_above(layout.blocks, best)
    return best


def _worth(layout: Layout, block: Block, titles: list[str]) -> float:
    """How much speaks for this paragraph; 0 when nothing does."""
    if block.kind in ("caption", "credit", "social") or not block.key:
        return 0.0
    level, named = _level(layout, block), any(node.hint == "headline" for node in layout.above(block))
    if not named and level not in ("h1", "h2"):
        # Pages older than their headings print the title in bold.
        same = any(block.key == key_of(title) for title in titles) and not block.linked
        return 1.0 if same else 0.0
    words = set(block.text.lower().split())
    known = [set(title.lower().split()) for title in titles]
    alike = max((len(words & title) / len(words | title) for title in known if title), default=0.0)
    if not named and level != "h1" and alike < _ALIKE:
        return 0.0
    return alike + (0.3 if level == "h1" else 0.0) + (0.3 if named else 0.0)


def _level(layout: Layout, block: Block) -> str | None:
    return next((node.tag for node in layout.above(block) if node.tag in _LEVELS), None)


def _instead_of_name(layout: Layout, best: int) -> int:
    """A short heading that names the site gives way to the longer one right over the story."""
    if len(layout.blocks[best].text.split()) > _NAME:
        return best
    first = next((n for n, block in enumerate(layout.blocks) if n > best and block.kind == "body"), best)
    for number in range(first - 1, best, -1):
        block = layout.blocks[number]
        if _level(layout, block) is not None and len(block.text.split()) > _NAME:
            return number
    return best


def _clear_above(blocks: list[Block], head: int) -> None:
    """What was kept above the headline is path and search box, unless most of the story is there."""
    above = [block for block in blocks[:head] if block.kind in ("body", "subhead")]
    below = sum(len(block.key) for block in blocks[head:] if block.kind == "body")
    if sum(len(block.key) for block in above) < below:
        for block in above:
            block.kind = "boilerplate"
