"""Whom "he said" and "it said" speak of: the speaker or the person told of last."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.read.clause import small_words
from dateline.read.page import Page, Sentence

from .saying import Saying
from .source import PRONOUNS
from .words import lists

_PERSONAL = frozenset({"he", "she"})


def stood_for(page: Page, pronoun: str, sentence: int, before: Sequence[Saying]) -> str:
    """The words a pronoun stands for: a body for "it", a person for "he" and "she"; else the pronoun."""
    personal = pronoun in _PERSONAL
    for saying in reversed(before):
        if saying.name is None or saying.name.lower() in PRONOUNS:
            continue
        if pronoun == "they" and sentence - saying.sentence > 2:
            break  # "they" may be anyone by then; the pronoun is kept rather than a wrong name
        introduced = _introduced(page, saying.sentence, sentence) if personal else None
        if introduced is not None:
            return introduced
        if pronoun not in ("he", "she", "it") or (personal and not _is_body(page, saying.name)):
            return saying.name
        if pronoun == "it" and not _is_person(page, saying.name):
            return saying.name
        if sentence - saying.sentence > 6:
            break
    introduced = _introduced(page, -1, sentence) if personal else None
    return introduced or pronoun


def _introduced(page: Page, after: int, sentence: int) -> str | None:
    """The person whose name opens one of the three sentences before, told of later than the last speaker."""
    for index in range(sentence - 1, max(after, sentence - 4, -1), -1):
        name = _opening_name(page, page.sentences[index])
        if name is not None:
            return name
    return None


def _opening_name(page: Page, s: Sentence) -> str | None:
    """Two capitals or more at a sentence's beginning that name no body: "Louise Allan, 29, of Leeds"."""
    if s.zone != "body":
        return None
    last = s.first
    while last < s.last and (page.tokens[last].text[:1].isupper() or page.tokens[last].text == "."):
        if page.tokens[last].text == "." and len(page.tokens[last - 1].text) > 4:
            break
        last += 1
    words = page.tokens[s.first : last]
    small = small_words(page.report.language)
    if len(words) < 2 or words[0].lower in small.determiners | small.prepositions | small.subordinators:
        return None
    name = page.text[words[0].start : words[-1].end]
    return None if _is_body(page, name) or any(w.text.isupper() and len(w.text) > 2 for w in words) else name


def _is_body(page: Page, name: str) -> bool:
    """Whether a source is a body or a document ("the army", "a statement"), not a person."""
    words = lists(page.report.language).words
    return not _is_person(page, name) and bool(_parts(name) & words.bodies)


def _is_person(page: Page, name: str) -> bool:
    """Whether a source is told of by a word for a person: "the army's spokesman"."""
    words = lists(page.report.language).words
    return bool(_parts(name) & (words.source_heads - words.bodies))


def _parts(name: str) -> set[str]:
    return {part.strip(".,'’\"").lower() for part in name.replace("'s", "").replace("’s", "").split()}
