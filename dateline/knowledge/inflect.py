"""The regular forms of English verbs and nouns, so that word lists hold one form each."""

from __future__ import annotations

_VOWELS = "aeiou"


def verb_forms(lemma: str, irregular: str | None = None) -> dict[str, str]:
    """Forms of a verb: base, third, past, participle, gerund. Only the first word of a phrase is inflected.

    `irregular` is "past participle" or "past" when both are one ("shot", "took taken").
    """
    head, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    past, _, participle = (irregular or _past(head)).partition(" ")
    return {
        "base": lemma,
        "third": _third(head) + tail,
        "past": past + tail,
        "participle": (participle or past) + tail,
        "gerund": (head + head[-1] + "ing" if past == head + head[-1] + "ed" else _gerund(head)) + tail,
    }


def plural(noun: str) -> str:
    """The regular plural of a noun; its last word is inflected."""
    for ending, many in (("man", "men"), ("woman", "women"), ("child", "children"), ("person", "people")):
        if noun == ending or (noun.endswith(ending) and ending == "man" and not noun.endswith("human")):
            return noun[: -len(ending)] + many
    return _third(noun)


def _third(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "es" if word in ("go", "do", "torpedo", "hero", "echo") else word + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def _doubled(verb: str) -> str:
    """A short verb doubles its last consonant: stab, stabbed; not attack, bomb, wound."""
    one_vowel = sum(letter in _VOWELS for letter in verb) == 1
    last, middle, first = verb[-1:], verb[-2:-1], verb[-3:-2]
    ends_cvc = len(verb) > 2 and last not in "aeiouwxy" and middle in _VOWELS and first not in _VOWELS
    return verb + verb[-1] if one_vowel and ends_cvc else verb
