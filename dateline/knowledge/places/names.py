"""Names as gazetteers write them, made such as reports write."""

from __future__ import annotations


def bare(name: str, generic: tuple[str, ...]) -> str:
    """A name without the word for what it is: "Muhafazat Karbala'", "Rapides Parish"."""
    for word in sorted(generic, key=len, reverse=True):
        if name.casefold().startswith(word + " ") and len(name) > len(word) + 2:
            return name[len(word) + 1 :].removeprefix("of ")
        if name.casefold().endswith(" " + word):
            return name[: -len(word) - 1]
    return name


def usable(name: str) -> bool:
    """Codes ("BGW") and names in other scripts are left out; English reports do not write them."""
    return len(name) > 3 and not name.isupper() and ord(max(name)) < 0x250
