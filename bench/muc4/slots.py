"""Compares the fills of one slot of a key with those of a response, as the 1992 scorer did."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from dateline.knowledge.source import Shape, load

from .history import Answer, Judgement, answer_of, key_of
from .templates import LOCATION, NUMBERS, SET, SLOTS, Fill

_WORD = re.compile(r"[A-Z0-9]+(?:['.-][A-Z0-9]+)*")
_JOINS = frozenset({"AND", "OR", "IN", "ON", "AT", "TO", "BY", "FOR", "FROM", "WITH", "S", "HIS", "HER", "THEIR"})


class ScorerRules(Shape):
    """rules.yaml: idle words, and which set fill is broader than which, by slot."""

    idle: frozenset[str]
    broader: dict[int, dict[str, frozenset[str]]]


@cache
def scorer_rules() -> ScorerRules:
    """What the scorer knew about words and set fills."""
    return load(Path(__file__).parent / "rules.yaml", ScorerRules)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one slot; `icr` and `ipa` are the part of `cor` and `par` that a human decided."""

    cor: int = 0
    par: int = 0
    inc: int = 0
    icr: int = 0
    ipa: int = 0
    spu: int = 0
    mis: int = 0
    non: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def pos(self) -> int:
        """Fills the key holds."""
        return self.cor + self.par + self.inc + self.mis

    @property
    def act(self) -> int:
        """Fills the response holds."""
        return self.cor + self.par + self.inc + self.spu


NO_JUDGEMENTS: Mapping[tuple[int, Answer], tuple[Judgement, ...]] = {}


def compare(
    slot: int,
    keys: Sequence[Fill],
    responses: Sequence[Fill],
    judged: Mapping[tuple[int, Answer], tuple[Judgement, ...]] = NO_JUDGEMENTS,
) -> Tally:
    """The tally of one slot: equal fills first, then what is half right, the rest wrong, extra or missing."""
    if not keys and not responses:
        return Tally(non=1)
    left, open_ = list(keys), []
    tally = Tally()
    for response in responses:
        same = next((key for key in left if equal(key, response, slot)), None)
        if same is None:
            open_.append(response)
        else:
            left.remove(same)
            tally += Tally(cor=1)
    wrong = []
    for response in open_:
        found, credit = _credit(slot, left, response, judged.get((slot, answer_of(response)), ()))
        for key in found:
            left.remove(key)
        tally += credit
        if not found:
            wrong.append(response)
    needed = [key for key in left if not key.optional]
    unneeded = len(left) - len(needed)
    inc = min(len(wrong), len(needed))
    used = min(len(wrong) - inc, unneeded)
    rest = Tally(
        inc=inc + used, spu=len(wrong) - inc - used, mis=len(needed) - inc, non=unneeded - used
    )
    return tally + rest


def _credit(
    slot: int, left: Sequence[Fill], response: Fill, judgements: Sequence[Judgement]
) -> tuple[list[Fill], Tally]:
    """The remaining keys a response earns credit for, by a human's word or by rule."""
    for judgement in judgements:
        found = [key for key in left if key_of(key) in judgement.keys]
        if found and judgement.verdict == "match":
            return found, Tally(cor=len(found), icr=len(found))
        if found and judgement.verdict == "partial":
            return found, Tally(par=len(found), ipa=len(found))
    for key in left:
        if partial(key, response, slot):
            return [key], Tally(par=1)
    return [], Tally()


def equal(key: Fill, response: Fill, slot: int) -> bool:
    """Whether a response is the key's fill: any alternative, and the right cross-reference if there is one."""
    return not key.broken and _heads(key, response, slot) and _tags(key, response)


def partial(key: Fill, response: Fill, slot: int) -> bool:
    """Whether a response is half right without a human's word (rules 3a to 3c)."""
    if key.broken or response.broken:
        return False
    if slot == LOCATION:
        mine = {head.split(":")[0] for head in response.heads}
        return any(head.split(":")[0] in mine for head in key.heads)
    if SLOTS[slot][1] != SET and slot not in NUMBERS:
        return False
    if _heads(key, response, slot):
        return True
    return any(narrower(slot, mine, other) for mine in response.heads for other in key.heads)


@cache
def narrower(slot: int, broad: str, narrow: str) -> bool:
    """Whether the set fill `narrow` lies anywhere under `broad`."""
    below = scorer_rules().broader.get(slot, {}).get(broad, frozenset())
    return narrow in below or any(narrower(slot, child, narrow) for child in sorted(below))


def _heads(key: Fill, response: Fill, slot: int) -> bool:
    if slot in NUMBERS or SLOTS[slot][1] == SET:
        return bool(set(key.heads) & set(response.heads))
    return bool({plain(head) for head in key.heads} & {plain(head) for head in response.heads})


def _tags(key: Fill, response: Fill) -> bool:
    if not key.tags and not response.tags:
        return True
    return bool({plain(tag) for tag in key.tags} & {plain(tag) for tag in response.tags})


@cache
def plain(text: str) -> str:
    """A string without idle words; a quoted one only, dates and places stay as they are."""
    if not text.startswith('"'):
        return text
    words = [word for word in text.strip('"').split() if word.lower() not in scorer_rules().idle]
    return " ".join(words) or text


@cache
def content(text: str) -> frozenset[str]:
    """The words of a string that say something."""
    words = frozenset(_WORD.findall(text.replace('\\"', " ")))
    return frozenset(w for w in words if w.lower() not in scorer_rules().idle) - _JOINS


def shares_word(key: Fill, response: Fill) -> bool:
    """Whether a string fill has a content word of the key's."""
    mine = frozenset(word for head in response.heads for word in content(head))
    return any(content(head) & mine for head in key.heads)
