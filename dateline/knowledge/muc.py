"""How MUC-4 writes what the codebook's crosswalks leave open."""

from functools import cache
from typing import Literal

from .repeats import refuse_repeats
from .source import HERE, Shape, load
from .taxonomy import Muc, NoCounterpart, taxonomy

_PATH = HERE / "codebook" / "muc.yaml"

MucType = Literal["ARSON", "ATTACK", "BOMBING", "FORCED WORK STOPPAGE", "HIJACKING", "KIDNAPPING", "ROBBERY"]


class ByMeans(Shape):
    """An event type that becomes another MUC-4 type when one of these instruments was used."""

    code: str
    means: frozenset[str]
    type: MucType


class MucRules(Shape):
    """codebook/muc.yaml."""

    countries: dict[str, str]
    places: dict[str, str]
    areas: dict[str, str]
    default_area: str
    if_civilians: frozenset[str]
    by_means: tuple[ByMeans, ...]
    state: frozenset[str]
    organisations: frozenset[str]
    armed: frozenset[str]
    armed_side: frozenset[str]
    no_perpetrator: frozenset[str]
    no_instrument: frozenset[str]
    no_things: frozenset[str]
    effects: dict[str, dict[str, str]]
    only_in: dict[str, frozenset[str]]
    default_people: str
    default_things: str
    several: tuple[str, ...]
    one: tuple[str, ...]
    articles: frozenset[str]


@cache
def muc_rules() -> MucRules:
    """codebook/muc.yaml. Raises KnowledgeError with file and line."""
    refuse_repeats(_PATH)
    return load(_PATH, MucRules)


def muc_type(code: str, instruments: frozenset[str], civilians: bool) -> str | NoCounterpart:
    """The MUC-4 incident type of an event type, or why it has none.

    `instruments` are MUC-4's names; `civilians` tells whether anybody or anything outside the armed forces
    was hit.
    """
    rules = muc_rules()
    for row in rules.by_means:
        if row.code == code and row.means & instruments:
            return row.type
    if civilians and code in rules.if_civilians:
        return "ATTACK"
    known = taxonomy().get(code)
    if known is None:
        return NoCounterpart(none=f"the codebook has no event type {code}")
    return known.muc.type if isinstance(known.muc, Muc) else known.muc
