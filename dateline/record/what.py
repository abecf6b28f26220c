"""A kind of event, by its code in the codebook; a shorter code is a broader kind."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class What:
    """A dotted code such as `explosive.air_drone`."""

    code: str

    def meet(self, other: What) -> What | None:
        """The narrower code when one holds the other, else None."""
        broad, narrow = sorted((self.code, other.code), key=lambda code: (len(code), code))
        return What(narrow) if (narrow + ".").startswith(broad + ".") else None
