"""The shape of languages/<code>/things.yaml."""

from pydantic import RootModel


class ThingWords(RootModel[dict[str, tuple[str, ...]]]):
    """The words of things that are attacked, by target type."""
