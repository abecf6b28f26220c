"""The shape of languages/<code>/how.yaml."""

from pydantic import RootModel

from dateline.knowledge.source import Shape


class WeaponWords(Shape):
    """The words of one weapon type, singular; weak ones need an act of violence beside them.

    `phrases` tell its use as they stand ("set on fire"); `acts` are acts of what.yaml whose own words tell it
    ("shot dead").
    """

    nouns: tuple[str, ...]
    weak: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    acts: frozenset[str] = frozenset()


class HowWords(RootModel[dict[str, WeaponWords]]):
    """The words of every weapon type, by type."""
