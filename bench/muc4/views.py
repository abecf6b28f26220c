"""The five-slot views of later papers: roles of a whole report (CEAF-REE), and roles template by template.

Roles: who did it, which organisation, things, people and instruments. A response is right when all its
words for one of them are among the key's alternatives for it (CEAF-REE, strict), in the best one-to-one
pairing. What the key marks optional counts for neither side. People are names with their descriptions as
further words for them, and descriptions without a name. GRIT's and GTT's own data are not here, so how they
prepared the keys is not reproduced: compare with care.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bench.assign import best_pairs
from bench.outcome import f1, share

from .score import Templates
from .templates import TYPE, Fill, Template

INDIVIDUAL, ORGANISATION, THING, PERSON, INSTRUMENT = 9, 10, 12, 18, 6
DESCRIPTION = 19
ROLES = (INDIVIDUAL, ORGANISATION, THING, PERSON, INSTRUMENT)


@dataclass(frozen=True, slots=True)
class Entity:
    """All words for one filler of a role; `optional` ones count only where nobody is harmed."""

    words: frozenset[str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Matches:
    """How many entities a key and a response hold and how many are the same."""

    right: int = 0
    keys: int = 0
    responses: int = 0

    def __add__(self, other: Matches) -> Matches:
        return Matches(self.right + other.right, self.keys + other.keys, self.responses + other.responses)

    @property
    def precision(self) -> float | None:
        """Right of all given."""
        return share(self.right, self.responses)

    @property
    def recall(self) -> float | None:
        """Right of all wanted."""
        return share(self.right, self.keys)

    @property
    def f(self) -> float | None:
        """F1 in percent, as the papers print it."""
        told = f1(self.precision, self.recall)
        return None if told is None else 100 * told


def roles(keys: Templates, responses: Templates) -> dict[int, Matches]:
    """Role by role over whole reports: what any template of a report says of a role, each entity once."""
    found = dict.fromkeys(ROLES, Matches())
    for message, wanted in keys.items():
        given = responses.get(message, ())
        for role in ROLES:
            key = once([entity for template in wanted for entity in entities(template, role)])
            response = once([entity for template in given for entity in entities(template, role)])
            found[role] += matches(key, response)
    return found


def whole(keys: Templates, responses: Templates) -> Matches:
    """Template by template: pairs of one incident type that share the most; the rest stand alone."""
    total = Matches()
    for message, wanted in keys.items():
        told = [template for template in wanted if not template.irrelevant]
        given = [template for template in responses.get(message, ()) if not template.irrelevant]
        shared = [[_pair(key, response) for response in given] for key in told]
        worth = [[(m.right + 0.001) * _same_type(k, r) for m, r in zip(row, given, strict=True)]
                 for row, k in zip(shared, told, strict=True)]  # fmt: skip
        pairs = best_pairs(worth)
        total = sum((shared[k][r] for k, r in pairs), start=total)
        lone = [key for k, key in enumerate(told) if k not in {k for k, _ in pairs} and not key.optional]
        spare = [response for r, response in enumerate(given) if r not in {r for _, r in pairs}]
        total = sum((_alone(key) for key in lone), start=total)
        total += Matches(responses=sum(_alone(response).keys for response in spare))
    return total


def _same_type(key: Template, response: Template) -> bool:
    return bool({h for f in key.of(TYPE) for h in f.heads} & {h for f in response.of(TYPE) for h in f.heads})


def _pair(key: Template, response: Template) -> Matches:
    return sum((matches(entities(key, role), entities(response, role)) for role in ROLES), start=Matches())


def _alone(template: Template) -> Matches:
    return sum((matches(entities(template, role), ()) for role in ROLES), start=Matches())


def matches(keys: Sequence[Entity], responses: Sequence[Entity]) -> Matches:
    """The best one-to-one pairing of one role's entities."""
    worth = [[float(response.words <= key.words) for response in responses] for key in keys]
    pairs = best_pairs(worth, least=0.5)
    spared = sum(keys[k].optional for k, _ in pairs)  # an optional key met: right, but not counted
    needed = sum(not key.optional for key in keys)
    return Matches(len(pairs) - spared, needed, len(responses) - spared)


def entities(template: Template, role: int) -> tuple[Entity, ...]:
    """The fillers of a role; a person's description joins the name it is told of."""
    if role != PERSON:
        return tuple(Entity(frozenset(fill.heads), _optional(fill, template)) for fill in template.of(role))
    found = []
    described = template.of(DESCRIPTION)
    for fill in template.of(PERSON):
        more = {head for other in described if set(other.tags) & set(fill.heads) for head in other.heads}
        found.append(Entity(frozenset({*fill.heads, *more}), _optional(fill, template)))
    bare = [Entity(frozenset(fill.heads), _optional(fill, template)) for fill in described if not fill.tags]
    return (*found, *bare)


def _optional(fill: Fill, template: Template) -> bool:
    return fill.optional or template.optional


def once(told: Sequence[Entity]) -> list[Entity]:
    """Entities that share a word are one; needed if any of them is."""
    merged: list[Entity] = []
    for entity in told:
        same = [other for other in merged if other.words & entity.words]
        words = entity.words.union(*(other.words for other in same))
        optional = entity.optional and all(other.optional for other in same)
        merged = [other for other in merged if other not in same] + [Entity(words, optional)]
    return merged
