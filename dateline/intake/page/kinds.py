"""Says of every paragraph of a page what it is: story, or what stands around a story."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .blocks import Block, Layout, Node, key_of
from .bylines import mark_bylines
from .headline import mark_headline

_STRONG = ("hidden", "social", "caption", "credit", "related", "boilerplate")
_WHOLE = 0.4  # share of the main text above which an element holds the story, whatever it is called
_HOLDERS = frozenset(
    {"li", "ul", "ol", "dl", "dd", "dt", "table", "tbody", "thead", "tr", "td", "th", "blockquote"}
)
_STANDFIRST = 60  # words
_SCRAP = 2  # words: "AD", "Download", "Transcript" between paragraphs are buttons that lost their shape
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CLOSED = re.compile(r"[.!?…][\"”’»)\]]*$")
_LONG = 20  # letters and digits: shorter ones may stand anywhere in a text by chance
_SENTENCE = 40  # characters of an open paragraph that is one of the story's though the extractor left it out


def mark(layout: Layout, main: str, titles: Iterable[str]) -> None:
    """Sets each block's kind: headline, subhead, body or furniture; `main` is the extractor's text."""
    kept = _kept(layout.blocks, main)
    _weigh(layout, kept)
    total = sum(len(layout.blocks[number].key) for number in kept) or 1
    for number, block in enumerate(layout.blocks):
        block.kind = _kind(layout, block, number in kept, total)
    _fill(layout, kept)
    mark_bylines(layout.blocks, mark_headline(layout, list(titles)))


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
    if "subhead" in told and len(block.text.split()) <= _STANDFIRST:
        return "subhead"
    if not kept:
        return (
            "related" if dense and len(block.text.split()) >= 4 else "heading" if heading else "boilerplate"
        )
    if heading and not _CLOSED.search(block.text.replace("?", "")):
        return "subhead"
    if len(block.text.split()) <= _SCRAP and not _CLOSED.search(block.text) and not _listed(layout, block):
        return "boilerplate"
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
    """The number of the element that holds a paragraph's own; lists and tables count as where they stand."""
    number = layout.nodes[block.node].parent
    while number > 0 and layout.nodes[number].tag in _HOLDERS:
        number = layout.nodes[number].parent
    return number


def _listed(layout: Layout, block: Block) -> bool:
    return any(node.tag in _HOLDERS for node in layout.above(block))


def _named_furniture(layout: Layout, block: Block) -> bool:
    nodes = list(layout.above(block))
    return any(node.hint == "hidden" or (node.hint in _STRONG and node.story == 0) for node in nodes)
