"""What became of people and things, as one clause of a report tells it."""

from __future__ import annotations

from dataclasses import dataclass

from .text import Span
from .toll import Count


@dataclass(frozen=True, slots=True)
class Casualty:
    """One clause says what became of some people: who, how many, which words.

    `effect`: killed, injured, injured_critically, killed_or_injured, unhurt, escaped, abducted, released,
    rescued, captured, arrested, missing, displaced (handbook 2.5). `count` None: told without a number that
    can be bounded ("no word on casualties"). `words` are the clause's words from people to verb, `people`
    the people's own words (None when the verb alone tells it; for a pronoun those it stands for), `cue` the
    words that give the effect. `part`: a part of a total told elsewhere (rule 1); `more`: to be added to it
    (rule 2); `nth`: the third of those told so far; `total`: told as the total so far; `later`: died later
    of wounds (rule 4); `attacker` (rule 7); `running`: a total over a period (rule 12); `definite`: people
    the reader is taken to know ("the victims"); `bare`: a number and no people; `unsure`: struck ("was
    shot"), whether they lived is told elsewhere. `head` is the noun that says who they are; `general`
    people may be of any kind ("five people"); `sex`: female, male or None. `modality`: asserted, hedged or
    hypothetical (rule 59). `speaker` is for whoever adds attribution; None is the narrator.
    """

    effect: str
    count: Count | None
    who: str
    type: str
    name: str | None
    words: Span
    people: Span | None
    cue: Span
    sentence: int
    zone: str = "body"
    part: bool = False
    more: bool = False
    nth: int | None = None
    total: bool = False
    later: bool = False
    attacker: bool = False
    running: bool = False
    definite: bool = False
    bare: bool = False
    unsure: bool = False
    head: str = ""
    general: bool = False
    sex: str | None = None
    modality: str = "asserted"
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Damage:
    """A thing and what became of it: destroyed, some_damage, no_damage or taken (handbook 2.5)."""

    effect: str
    what: str
    type: str
    words: Span
    thing: Span
    cue: Span
    sentence: int
    zone: str = "body"
    modality: str = "asserted"
