"""The shape of languages/<code>/negatives.yaml."""

from pydantic import RootModel

from dateline.knowledge.source import Shape


class Signs(Shape):
    """Signs of one reason: near the words for an act, and of a whole report about the matter."""

    near: tuple[str, ...]
    about: tuple[str, ...]


class NegativeWords(RootModel[dict[str, Signs]]):
    """The signs of every reason, by reason code."""
