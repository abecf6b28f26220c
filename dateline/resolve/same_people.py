"""Whether two casualty claims speak of the same people."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.record.casualty import Casualty

_ANYONE = frozenset(
    "people person persons individual individuals others other victim victims men man women woman members member"
    " passengers residents civilians civilian killed dead casualties employees employee staff worker workers"
    " suspect gunshot survivors".split()
)
_MALE = frozenset(
    "man boy father son husband brother uncle grandfather nephew he businessman policeman".split()
)
_FEMALE = frozenset(
    "woman girl mother daughter wife sister aunt grandmother niece she housewife schoolgirl".split()
)
_YOUNG = frozenset("boy girl child infant baby toddler teenager teen student schoolgirl schoolboy".split())


def general(claim: Casualty) -> bool:
    """Whether the words tell no kind of people: "five people", "five", "the victims"."""
    return claim.bare or (claim.name is None and _head(claim) in _ANYONE)


def same_person(claim: Casualty, other: Casualty) -> bool:
    """Whether a single person told may be the one told before."""
    if claim.name is not None and other.name is not None:
        return surname(claim.name) == surname(other.name) or bool(_parts(claim.name) & _parts(other.name))
    if claim.definite or other.definite or claim.name is not None or other.name is not None:
        return True
    if claim.more:
        return False
    apart = _sex(claim) is not None and _sex(other) is not None and _sex(claim) != _sex(other)
    return not apart and not (claim.sentence == other.sentence and claim.cue != other.cue)


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
    return not (
        {c.type for c in claims} & {c.type for c in others}
        or {_head(c) for c in claims} & {_head(c) for c in others}
    )


def telling_apart(claims: Sequence[Casualty], others: Sequence[Casualty]) -> bool:
    """Whether two statements speak of different people of their kinds."""
    same_kind = {_head(c) for c in claims} & {_head(c) for c in others}
    return not same_kind


def surname(name: str) -> str:
    """The last word of a name, in lower case, without an article's hyphen."""
    return name.replace("-", " ").split()[-1].lower() if name.split() else ""


def head(claim: Casualty) -> str:
    """The noun that says who they are, in lower case."""
    return _head(claim)


def _parts(name: str) -> set[str]:
    return {part.lower() for part in name.replace("-", " ").split() if len(part) > 3}


def _head(claim: Casualty) -> str:
    words = claim.who.split(" of ")[0].split(" from ")[0].split()
    return words[-1].lower() if words else ""


def _sex(claim: Casualty) -> str | None:
    words = set(claim.who.lower().split())
    if words & _MALE:
        return "male"
    return "female" if words & _FEMALE else None
