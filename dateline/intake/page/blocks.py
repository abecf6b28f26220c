"""A page's tree to its paragraphs in order, each with where it stands."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from dateline.knowledge.lexicon.markup import Markup
from dateline.knowledge.source import HERE, load

# Characters that show nothing: soft hyphen, zero-width space, word joiner, byte-order mark.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_WORD = re.compile(r"[A-Za-z][a-z]*|[A-Z]+")
_PART = re.compile(r"[^A-Za-z0-9]+")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAMES = 400  # characters of class names that are looked at


@dataclass(slots=True)
class Node:
    """An element: its parent's number (-1 for the root), tag, and the zone its name speaks for."""

    parent: int
    tag: str
    hint: str | None
    story: int = 0  # characters of main text inside, filled in later


@dataclass(slots=True)
class Block:
    """A paragraph: its text, the number of its node, and how many of its characters are in links."""

    text: str
    node: int
    linked: int
    key: str = ""
    kind: str = ""


@dataclass
class Layout:
    """All elements and paragraphs of a page, in document order."""

    nodes: list[Node] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def above(self, block: Block) -> Iterator[Node]:
        """The elements a block stands in, from the inside out."""
        number = block.node
        while number >= 0:
            yield self.nodes[number]
            number = self.nodes[number].parent


@cache
def markup() -> Markup:
    """The words that tell what markup means."""
    return load(HERE / "languages" / "markup.yaml", Markup)


def key_of(text: str) -> str:
    """Letters and digits alone, in lower case: what is left the same by every way of taking text out."""
    return "".join(filter(str.isalnum, text)).lower()


def laid_out(tree: Any) -> Layout:
    """The page's elements and paragraphs. Walks without recursion, so depth costs nothing."""
    layout, words = Layout(), markup()
    pieces: list[tuple[str, int, bool]] = []
    stack: list[tuple[Any, int, bool, Iterator[Any]]] = []

    def enter(element: Any, parent: int, linked: bool) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in words.unseen:
            stack.append((element, parent, linked, iter(())))
            return
        layout.nodes.append(Node(parent, tag, _hint(element, tag)))
        number, linked = len(layout.nodes) - 1, linked or tag == "a"
        if tag in words.blocks or tag == "br" or (tag == "a" and _after_link(element)):
            _flush(layout, pieces)
        if element.text:
            pieces.append((element.text, number, linked))
        stack.append((element, number, linked, iter(element)))

    enter(tree, -1, False)
    while stack:
        element, number, linked, children = stack[-1]
        child = next(children, None)
        if child is not None:
            enter(child, number, linked)
            continue
        stack.pop()
        if isinstance(element.tag, str) and (element.tag in words.blocks or element.tag == "br"):
            _flush(layout, pieces)
        if stack and element.tail:
            pieces.append((element.tail, stack[-1][1], stack[-1][2]))
    _flush(layout, pieces)
    return layout


def _flush(layout: Layout, pieces: list[tuple[str, int, bool]]) -> None:
    """The pieces so far as one paragraph; `pre` keeps its lines, everything else runs on."""
    if not pieces:
        return
    whole = "".join(text for text, _, _ in pieces).translate(_INVISIBLE)
    held = {number for text, number, _ in pieces if not text.isspace()}
    if held:
        node = held.pop() if len(held) == 1 else _shared(layout, held)
        linked = sum(len(text.strip()) for text, _, inside in pieces if inside)
        pre = any(above.tag == "pre" for above in layout.above(Block("", node, 0)))
        for part in re.split(r"\n\s*\n", whole) if pre else [whole]:
            lines = [" ".join(line.split()) for line in part.split("\n")] if pre else [" ".join(part.split())]
            text = "\n".join(line for line in lines if line)
            if text:
                layout.blocks.append(Block(text, node, min(linked, len(text)), key_of(text)))
    pieces.clear()


def _after_link(element: Any) -> bool:
    """Whether a link stands right behind another: two entries of a menu, which only style keeps apart."""
    before = element.getprevious()
    return before is not None and before.tag == "a" and not (before.tail or "").strip(" ,;|/·•")


def _shared(layout: Layout, numbers: set[int]) -> int:
    """The innermost element all of these stand in. A child's number is higher than its parent's."""
    left = set(numbers)
    while len(left) > 1:
        deepest = max(left)
        left.remove(deepest)
        left.add(layout.nodes[deepest].parent)
    return left.pop()


def _hint(element: Any, tag: str) -> str | None:
    words = markup()
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return "hidden"
    style = element.get("style")
    if style and _HIDDEN_STYLE.search(style[:_NAMES]):
        return "hidden"
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:_NAMES]
    return (
        _named(names)
        or ("headline" if element.get("itemprop") == "headline" else None)
        or ("credit" if element.get("itemprop") == "author" or element.get("rel") == "author" else None)
        or words.roles.get(element.get("role") or "")
        or words.tags.get(tag)
    )


@cache
def _class_words() -> tuple[dict[str, str], dict[str, str]]:
    """Zone by single word, and by two words joined."""
    told = [(word, kind) for kind, listed in markup().classes.items() for word in sorted(listed)]
    return (
        {word: kind for word, kind in told if "-" not in word},
        {word.replace("-", ""): kind for word, kind in told if "-" in word},
    )


def _named(names: str) -> str | None:
    """The zone that class names and id speak for; two words that tell together before one alone."""
    if not names.strip():
        return None
    single, double = _class_words()
    for name in names.split():
        low = name.lower()
        if low.startswith(markup().social):
            return "social"
        parts = [w.lower() for part in _PART.split(name) for w in _WORD.findall(part)]
        joined = [low.replace("-", "").replace("_", "")]
        joined += [first + second for first, second in itertools.pairwise(parts)]
        for word in joined:
            if word in double:
                return double[word]
        for word in parts:
            if word in single:
                return single[word]
    return None
