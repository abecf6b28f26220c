"""Whether a text is in a language that has word lists here, told by script and small words, offline."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from dateline.knowledge.lexicon.scripts import ScriptWords
from dateline.knowledge.source import HERE, load

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # characters; a report's language shows long before
_LEAST = 8  # words below which nothing is refused


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return load(HERE / "languages" / "scripts.yaml", ScriptWords).function_words


def language_of(text: str) -> str:
    """English, or the name of the language or script the text is in; English when it is too short to tell."""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    letters = Counter(_script(word[0]) for word in words)
    if sum(letters.values()) < _LEAST:
        return "English" if letters.get("LATIN", 0) >= sum(letters.values()) / 2 else _leading(letters)
    if letters.get("LATIN", 0) < sum(letters.values()) / 2:
        return _leading(letters)
    shares = {
        name: sum(word in small for word in words) / len(words) for name, small in _function_words().items()
    }
    best = max(shares, key=lambda name: (shares[name], name == "English"))
    # Headlines and lists of names hold few small words of any language: refuse only on clear signs.
    if best == "English" or shares[best] < 0.12 or shares["English"] > shares[best] / 2:
        return "English"
    return best


def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split()[0]


def _leading(letters: Counter[str]) -> str:
    if not letters:
        return "English"
    script = letters.most_common(1)[0][0]
    names = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}
    return names.get(script, f"{script.capitalize()} script")
