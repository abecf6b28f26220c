"""How other datasets write what the crosswalks of events and values leave open."""

from functools import cache
from typing import TypeVar

from pydantic import RootModel, field_validator

from .repeats import refuse_repeats
from .source import HERE, Shape, load

_FOLDER = HERE / "codebook" / "datasets"


class Acled(Shape):
    """codebook/datasets/acled.yaml."""

    countries: dict[str, str]
    always: dict[str, str]
    unnamed: dict[str, str]
    nobody: str
    armed: dict[str, str]
    not_held: frozenset[str]
    associated: dict[str, str]
    unknown_fatalities: int
    civilian_targeting: str
    civilian_sub_events: frozenset[str]
    crowds: dict[str, str]


class Ucdp(Shape):
    """codebook/datasets/ucdp.yaml."""

    countries: dict[str, str]
    government: str
    civilians: str
    state: frozenset[str]
    organised: frozenset[str]
    state_side: frozenset[str]
    group_side: frozenset[str]
    when_deadly: dict[str, tuple[int, ...]]


class Plover(Shape):
    """codebook/datasets/plover.yaml."""

    quads: dict[int, frozenset[str]]
    sectors: dict[str, str]
    target_sectors: dict[str, str]
    codes: dict[str, str]
    state: frozenset[str]
    contexts: dict[str, str]
    targeted: str


class Suicide(Shape):
    """Event types and weapons that make an attack a suicide attack."""

    types: frozenset[str]
    weapons: frozenset[str]


class BareHands(Shape):
    """Weapons that make an attack unarmed, and GTD's number for one."""

    weapons: frozenset[str]
    attack: int


class Gtd(Shape):
    """codebook/datasets/gtd.yaml."""

    countries: dict[str, str]
    regions: dict[str, int]
    attacks: dict[int, str]
    targets: dict[int, str]
    weapons: dict[int, str]
    state: frozenset[str]
    certain: frozenset[str]
    not_named: frozenset[str]
    nobody: str
    doubtful: frozenset[str]
    alternative: dict[int, str]
    suicide: Suicide
    hostages: frozenset[str]
    bare_hands: BareHands
    assassination: int
    unknown: int
    vicinity: frozenset[str]
    outcomes: dict[str, tuple[int, str]]
    several_outcomes: tuple[int, str]


class Regions(Shape):
    """A dataset's regions, each with its countries; `checked` false means from memory."""

    checked: bool
    regions: dict[str, tuple[str, ...]]

    @field_validator("regions", mode="before")
    @classmethod
    def _split(cls, told: dict[str, str]) -> dict[str, list[str]]:
        return {name: codes.split() for name, codes in told.items()}


class AllRegions(RootModel[dict[str, Regions]]):
    """codebook/datasets/regions.yaml, by dataset."""


S = TypeVar("S", bound=Shape)


def _read(name: str, shape: type[S]) -> S:
    path = _FOLDER / f"{name}.yaml"
    refuse_repeats(path)
    return load(path, shape)


@cache
def acled_names() -> Acled:
    """ACLED's way of writing. Raises KnowledgeError with file and line."""
    return _read("acled", Acled)


@cache
def ucdp_names() -> Ucdp:
    """UCDP GED's way of writing. Raises KnowledgeError with file and line."""
    return _read("ucdp", Ucdp)


@cache
def gtd_names() -> Gtd:
    """GTD's way of writing. Raises KnowledgeError with file and line."""
    return _read("gtd", Gtd)


@cache
def plover_names() -> Plover:
    """PLOVER's way of writing. Raises KnowledgeError with file and line."""
    return _read("plover", Plover)


@cache
def regions(dataset: str) -> dict[str, str]:
    """The dataset's region of each country (ISO alpha-3). Raises KeyError for a dataset it lacks."""
    path = _FOLDER / "regions.yaml"
    refuse_repeats(path)
    found = load(path, AllRegions).root[dataset].regions
    return {code: region for region, codes in found.items() for code in codes}
