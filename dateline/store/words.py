"""Words as the search of a case knows them: small letters, no accents, the same in every store."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_ASKED = re.compile(r'"([^"]*)"|(\S+)')


def folded(text: str) -> str:
    """Small letters without accents: "Málaga" and "MALAGA" are found alike."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    return _WORD.findall(folded(text))


def asked(query: str) -> list[tuple[tuple[str, ...], bool]]:
    """What a query asks for: (words in a row, whether the last may be only a beginning).

    All must be found; "words in quotes" stand together; a star ends a beginning: `bomb*`.
    """
    wanted = []
    for quoted, loose in _ASKED.findall(query):
        found = tuple(words(quoted or loose))
        if found:
            wanted.append((found, loose.endswith("*")))
    return wanted
