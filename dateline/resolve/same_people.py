"""Whether two casualty claims speak of the same people."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.record.casualty import Casualty


def general(claim: Casualty) -> bool:
    """Whether the words tell no kind of people: "five people", "five", "the victims"."""
    return claim.general


def same_person(claim: Casualty, other: Casualty) -> bool:
    """Whether a single person told may be the one told before."""
    if claim.name is not None and other.name is not None:
        return surname(claim.name) == surname(other.name) or bool(_parts(claim.name) & _parts(other.name))
    if claim.definite or other.definite or claim.name is not None or other.name is not None:
        return True
    if claim.more:
        return False
    apart = claim.sex is not None and other.sex is not None and claim.sex != other.sex
    if claim.sentence == other.sentence and claim.cue != other.cue:
        return not apart and (claim.head == other.head or general(claim) or general(other))
    return not apart


def died(hurt: Casualty, dead: Casualty) -> bool:
    """Whether the single person told hurt is the one told dead."""
    if hurt.count is None or dead.count is None or hurt.count.high != 1:
        return False
    if hurt.people == dead.people or (hurt.name is not None and hurt.name == dead.name):
        return True
    if dead.count.high != 1 or dead.attacker != hurt.attacker or hurt.more or dead.more:
        return False
    if hurt.sentence == dead.sentence and not hurt.unsure:
        return False
    return same_person(hurt, dead)


def kinds_apart(claims: Sequence[Casualty], others: Sequence[Casualty]) -> bool:
    """Whether no claim of one side is of a kind told on the other: soldiers against villagers."""
    types = {claim.type for claim in claims} & {claim.type for claim in others}
    return not types and telling_apart(claims, others)


def telling_apart(claims: Sequence[Casualty], others: Sequence[Casualty]) -> bool:
    """Whether two statements name their people by different nouns."""
    return not ({claim.head for claim in claims} & {claim.head for claim in others})


def surname(name: str) -> str:
    """The last word of a name, in lower case, without an article's hyphen."""
    return name.replace("-", " ").split()[-1].lower() if name.split() else ""


def _parts(name: str) -> set[str]:
    return {part.lower() for part in name.replace("-", " ").split() if len(part) > 3}
