"""What a human judge of 1992 said of responses that differ from the key, read from a history file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.outcome import NoData

from .templates import SLOTS, STRING, Fill, canonical
from .words import plain

_TOKEN = re.compile(r'\s+|;[^\n]*|([()])|"((?:[^"\\]|\\.)*)"|([^\s()"]+)')
_NUMBER = {name: number for number, (name, _) in SLOTS.items()}

Key = tuple[frozenset[str], frozenset[str]]  # the heads and tags of a key's fill
Answer = tuple[str, str]  # the head and tag of a response's fill


@dataclass(frozen=True, slots=True)
class Judgement:
    """`verdict`: match, partial or fail; `keys` the key fills it holds for (several: distributed)."""

    verdict: str
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """All judgements against one key template: by slot and response, and strings said to mean the same.

    `asked`: whether a judge was there at all; without one this is empty.
    """

    rows: dict[tuple[int, Answer], tuple[Judgement, ...]]
    same: frozenset[tuple[str, str]] = frozenset()
    asked: bool = False

    def of(self, slot: int, response: Fill) -> tuple[Judgement, ...]:
        """What was said of a response in a slot."""
        return self.rows.get((slot, answer_of(response)), ())


NOBODY = Judged({})
History = dict[tuple[str, str], Judged]  # by message and key template number


def key_of(fill: Fill) -> Key:
    """What tells one key fill from another."""
    return frozenset(fill.heads), frozenset(fill.tags)


def answer_of(fill: Fill) -> Answer:
    """What tells one response from another: histories leave idle words out."""
    return " / ".join(map(plain, fill.heads)), " / ".join(map(plain, fill.tags))


def read_history(path: Path) -> History:
    """The judgements of a history file. Raises NoData naming the file."""
    try:
        text = path.read_text(encoding="latin-1")
    except OSError as problem:
        raise NoData(f"{path}: cannot be read: {problem.strerror}") from None
    try:
        return parse_history(text)
    except (ValueError, IndexError, TypeError, KeyError) as problem:
        raise NoData(f"{path}: not a history of judgements: {problem}") from None


def parse_history(text: str) -> History:
    """The judgements in a history's text: ((message (template (slot (response verdict [key]) ...)))...)."""
    history: History = {}
    for message, *templates in _read(text):
        for number, *slots in templates:
            judged: dict[tuple[int, Answer], tuple[Judgement, ...]] = {}
            for name, *rows in slots:
                slot = _NUMBER[name.lower()]
                for response, verdict, *keys in rows:
                    answer = answer_of(_fill(response, slot))
                    row = Judgement(verdict.lower(), tuple(_keys(keys, slot)))
                    judged[slot, answer] = (*judged.get((slot, answer), ()), row)
            history[message, number] = Judged(judged, frozenset(_same(judged)), asked=True)
    return history


def _same(judged: dict[tuple[int, Answer], tuple[Judgement, ...]]) -> Iterator[tuple[str, str]]:
    """Strings of responses that were judged to be the key's, for comparing cross-references."""
    for (slot, (head, _)), rows in judged.items():
        if SLOTS[slot][1] == STRING:
            for row in rows:
                if row.verdict == "match":
                    yield from ((head, plain(right)) for heads, _ in row.keys for right in heads)


def _keys(told: list[Any], slot: int) -> Iterator[Key]:
    for value in told:
        if isinstance(value, list) and value[0] in ("all-of", "optional"):
            yield from _keys(value[1:], slot)
        else:
            yield key_of(_fill(value, slot))


def _fill(value: Any, slot: int) -> Fill:
    if isinstance(value, list) and value[0] == "xref":
        return Fill(_texts(value[1], slot), _texts(value[2], slot))
    return Fill(_texts(value, slot))


def _texts(value: Any, slot: int) -> tuple[str, ...]:
    """The alternatives of a value, each in the spelling of template files."""
    if isinstance(value, str):
        return (canonical(" ".join(value.upper().split()), slot),)
    kind, *parts = value
    if kind == "or":
        return tuple(text for part in parts for text in _texts(part, slot))
    return (canonical(_text(value), slot),)


def _text(value: Any) -> str:
    if isinstance(value, str):
        return "" if value == "nil" else value
    kind, *parts = value
    if kind == "qualified":
        return f"{_text(parts[0])} ({_text(parts[1])})"
    if kind in ("range", "between"):
        return " - ".join(_text(part) for part in parts).strip()
    if kind == "location":
        return ": ".join(_text(part) for part in parts)
    return " ".join(_text(part) for part in parts)


def _read(text: str) -> list[Any]:
    """The one list a file of bracketed words holds. Raises ValueError."""
    stack: list[list[Any]] = [[]]
    for token in _TOKEN.finditer(text):
        bracket, quoted, bare = token.groups()
        if bracket == "(":
            stack.append([])
        elif bracket == ")":
            done = stack.pop()
            stack[-1].append(done)
        elif quoted is not None:
            stack[-1].append(re.sub(r"\\(.)", r"\1", quoted))
        elif bare is not None:
            stack[-1].append(bare)
    if len(stack) != 1 or not stack[0]:
        raise ValueError("brackets do not close")
    whole: list[Any] = stack[0][0]
    return whole
