"""Says of every paragraph of a page what it is: story, or what stands around a story."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .blocks import Block, Layout, Node, key_of

_STRONG = ("hidden", "social", "caption", "credit", "related", "boilerplate")
_WHOLE = 0.4  # share of the main text above which an element holds the story, whatever it is called
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CLOSED = re.compile(r"[.!?…][\"”’»)\]]*$")
_LONG = 20  # letters and digits: shorter ones may stand anywhere in a text by chance
_SENTENCE = 40  # characters of an open paragraph that is one of the story's though the extractor left it out
_ALIKE = 0.6  # share of a title's words a headline has


def mark(layout: Layout, main: str, titles: Iterable[str]) -> None:
    """Sets each block's kind: headline, subhead, body or furniture; `main` is the extractor's text."""
    kept = _kept(layout.blocks, main)
    _weigh(layout, kept)
    total = sum(len(layout.blocks[number].key) for number in kept) or 1
    for number, block in enumerate(layout.blocks):
        block.kind = _kind(layout, block, number in kept, total)
    _fill(layout, kept)
    _headline(layout, list(titles))


def _kept(blocks: list[Block], main: str) -> set[int]:
    """The numbers of the blocks whose words the extractor kept."""
    lines = {key_of(line.removeprefix("- ")) for line in re.split(r"[\n|]", main)}
    whole = "\n".join(key_of(line) for line in main.split("\n"))
    run = whole.replace("\n", "")
    return {
        number
        for number, block in enumerate(blocks)
        if block.key and (block.key in lines or (len(block.key) >= _LONG and block.key in run))
    }


def _weigh(layout: Layout, kept: set[int]) -> None:
    for number in kept:
        block = layout.blocks[number]
        for node in layout.above(block):
            node.story += len(block.key)


def _kind(layout: Layout, block: Block, kept: bool, total: int) -> str:
    hints = [node for node in layout.above(block) if node.hint and _believed(node, total)]
    told = {node.hint for node in hints}
    for strong in _STRONG:
        if strong in told:
            return _strong(strong, block, kept, hints)
    heading = _heading(layout, block)
    dense = block.linked > 0.75 * len(block.text)
    if "aside" in told:
        return "related" if dense or not kept else "body"
    if not block.key:
        return "boilerplate"
    if not kept:
        return (
            "related" if dense and len(block.text.split()) >= 4 else "heading" if heading else "boilerplate"
        )
    if "subhead" in told or (heading and not _CLOSED.search(block.text)):
        return "subhead"
    if dense and (len(block.text) > _SENTENCE or not _CLOSED.search(block.text)):
        return "related"
    return "body"


def _strong(kind: str, block: Block, kept: bool, hints: list[Node]) -> str:
    if kind == "hidden":
        return "boilerplate"
    if kind == "boilerplate" and block.linked > 0.75 * len(block.text) and len(block.text.split()) >= 5:
        return "related"
    # "author" and "legend" name whole columns too: a full sentence the extractor kept is story.
    if kind == "credit" and kept and len(block.text) > 200 and hints[0].hint != "credit":
        return "body"
    return kind


def _believed(node: Node, total: int) -> bool:
    """A class name speaks for its element unless that holds much of the story: such names say little."""
    return node.hint == "hidden" or node.story <= _WHOLE * total


def _heading(layout: Layout, block: Block) -> bool:
    return any(node.tag in _HEADINGS for node in layout.above(block))


def _fill(layout: Layout, kept: set[int]) -> None:
    """A sentence between two of the story's, in the same element or its like, is the story's."""
    if not kept:
        return
    first, last = min(kept), max(kept)
    homes = {_home(layout, layout.blocks[number]) for number in kept}
    for number in range(first, last + 1):
        block = layout.blocks[number]
        if block.kind not in ("boilerplate", "heading") or _named_furniture(layout, block):
            continue
        if _home(layout, block) not in homes:
            continue
        if block.kind == "heading":
            block.kind = "subhead"
        elif (
            len(block.text) >= _SENTENCE
            and _CLOSED.search(block.text)
            and not block.linked > len(block.text) / 2
        ):
            block.kind = "body"


def _home(layout: Layout, block: Block) -> int:
    """The number of the element that holds a paragraph's own."""
    return layout.nodes[block.node].parent


def _named_furniture(layout: Layout, block: Block) -> bool:
    return any(node.hint in _STRONG and node.story == 0 for node in layout.above(block))


def _headline(layout: Layout, titles: list[str]) -> None:
    """The heading that says what the page's title says becomes the headline; the first h1 where none does."""
    wanted = [set(title.lower().split()) for title in titles]
    best, score = None, 0.0
    for number, block in enumerate(layout.blocks):
        named = any(node.hint == "headline" for node in layout.above(block))
        level = next((node.tag for node in layout.above(block) if node.tag in _HEADINGS), None)
        if block.kind in ("caption", "credit", "social") or not block.key:
            continue
        if not (named or level) or (level not in (None, "h1", "h2") and not named):
            continue
        words = set(block.text.lower().split())
        alike = max((len(words & title) / len(title | words) for title in wanted if title), default=0.0)
        worth = alike + (0.3 if level == "h1" else 0.0) + (0.3 if named else 0.0)
        if worth > score and (alike >= _ALIKE / 2 or level == "h1" or named):
            best, score = number, worth
    if best is not None:
        layout.blocks[best].kind = "headline"
    for block in layout.blocks:
        if block.kind == "heading":
            block.kind = "boilerplate"
