"""Whether a text is in a language that has word lists here, told by script and small words, offline."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from dateline.knowledge.lexicon.scripts import ScriptWords
from dateline.knowledge.source import HERE, load

ENGLISH = "English"
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # characters; a report's language shows long before
_LETTERS = 2_000  # tell the script
_LEAST = 8  # words below which only the script can tell
_DISTINCT = 3  # small words of another language; a name such as "Diario de la Costa" holds two
_SHARE = 0.12  # of the words; the leanest of 2,100 English news texts has 0.13 in English ones
_NO_ENGLISH = 0.05  # of the words, in a text of at least _LONG of them
_LONG = 40
_SCRIPTS = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}


@cache
def _scripts() -> ScriptWords:
    return load(HERE / "languages" / "scripts.yaml", ScriptWords)


@cache
def _function_words() -> dict[str, frozenset[str]]:
    """Each language's small words; those English has too tell nothing and are left out."""
    told = _scripts().function_words
    english = told[ENGLISH]
    return {name: words if name == ENGLISH else words - english for name, words in told.items()}


def language_of(text: str) -> str:
    """English, or what the text is in ("French", "Cyrillic script"); English when it is too short to tell."""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if not words:
        return ENGLISH
    letters = "".join(words)[:_LETTERS]
    scripts = Counter(map(_script, letters))
    if scripts["LATIN"] < len(letters) / 2:
        return _leading(scripts)
    if len(words) < _LEAST:
        return ENGLISH
    counts = {name: [w for w in words if w in small] for name, small in _function_words().items()}
    english = len(counts.pop(ENGLISH))
    best = max(counts, key=lambda name: (len(set(counts[name])), len(counts[name])))
    hits, kinds = len(counts[best]), len(set(counts[best]))
    # Headlines and lists of names hold few small words of any language: refuse only on clear signs.
    if kinds >= _DISTINCT and hits >= _SHARE * len(words) and english <= hits / 2:
        return best
    if len(words) >= _LONG and english < _NO_ENGLISH * len(words):
        return f"another language than {ENGLISH}"
    return ENGLISH


def code_of(language: str) -> str:
    """The ISO 639 code of what `language_of` says; "und" where that is a script or a group of languages."""
    return _scripts().codes.get(language, "und")


def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split()[0]


def _leading(scripts: Counter[str]) -> str:
    if any(scripts[kind] for kind in ("HIRAGANA", "KATAKANA")):
        return "Japanese"
    script = max(scripts, key=lambda name: (scripts[name], name))
    return _SCRIPTS.get(script, f"{script.capitalize()} script")
