"""The shape of languages/<code>/how.yaml."""

from pydantic import RootModel

from dateline.knowledge.source import Shape


class WeaponWords(Shape):
    """The words of one weapon type, singular; weak ones need an act of violence beside them."""

    nouns: tuple[str, ...]
    weak: tuple[str, ...] = ()


class HowWords(RootModel[dict[str, WeaponWords]]):
    """The words of every weapon type, by type."""
