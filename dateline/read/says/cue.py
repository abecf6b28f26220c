"""Finds the words by which someone says something, and who they are given to in their sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.read.clause import Stretch, small_words
from dateline.read.page import Page, Sentence
from dateline.read.phrases import Hit
from dateline.record import Span

from .content import Place
from .source import MARKS, PRONOUNS, named_after, speaks, subject
from .speaker import addressed, speaker
from .words import Cue, Lists


@dataclass(frozen=True, slots=True)
class Found:
    """A cue at tokens [first, last) with its source; what it says begins at `content` (an offset).

    `relay` is the news agency told; `borrowed` means that the source is that of the cue before. `kind`: verb,
    passive, noun or lead ("according to").
    """

    first: int
    last: int
    source: Stretch | None
    content: int
    modality: str
    relay: str | None
    borrowed: bool
    kind: str


def cues(page: Page, words: Lists, s: Sentence) -> tuple[Found, ...]:
    """The cues of a sentence in order."""
    found: list[Found] = []
    for hit in words.cues.find(page, s.first, s.last):
        cue = hit.what
        if found and hit.first < found[-1].last:
            continue
        if cue.form == "lead":
            made = _lead(page, s, hit)
        elif cue.form == "noun":
            made = _noun(page, words, s, hit)
        else:
            made = _verb(page, words, s, hit, found)
        if made is not None:
            found.append(made)
    return tuple(found)


def _lead(page: Page, s: Sentence, hit: Hit[Cue]) -> Found | None:
    source = named_after(page, s, hit.last)
    if source is None:
        return None
    return Found(
        hit.first, hit.last, source, page.tokens[source.last - 1].end, "asserted", None, False, "lead"
    )


def _noun(page: Page, words: Lists, s: Sentence, hit: Hit[Cue]) -> Found | None:
    """ "the army's claim that", "allegations by residents that": a noun that says, with its clause."""
    modality = hit.what.modality
    after = page.tokens[hit.last].lower if hit.last < s.last else ""
    if after == "that":
        genitive = hit.first > s.first and page.tokens[hit.first - 1].lower == "'s"
        source = subject(page, s, hit.first - 1) if genitive else None
        return Found(hit.first, hit.last, source, page.tokens[hit.last].start, modality, None, False, "noun")
    if after in ("by", "from"):
        source = named_after(page, s, hit.last + 1)
        spoken = source is not None and next(words.cues.find(page, source.first, source.last), None)
        if (
            source is not None
            and source.last < s.last
            and page.tokens[source.last].lower == "that"
            and not spoken
        ):
            start = page.tokens[source.last].start
            return Found(hit.first, hit.last, source, start, modality, None, False, "noun")
    return None


def _verb(page: Page, words: Lists, s: Sentence, hit: Hit[Cue], before: Sequence[Found]) -> Found | None:
    first, last, cue = hit.first, hit.last, hit.what
    tokens, small = page.tokens, small_words(page.report.language)
    capital = s.zone == "body" and tokens[first].text[:1].isupper() and not tokens[first].text.isupper()
    if capital and (first > s.first or cue.form != "gerund"):
        return None  # a name or heading: "the United States"
    group = first
    parts = words.group_words
    if cue.form in ("base", "third"):
        parts = words.group_words_of_base
    while group > s.first and tokens[group - 1].lower in parts:
        group -= 1
    helpers = {t.lower for t in tokens[group:first]}
    previous = tokens[group - 1] if group > s.first else None
    if helpers & small.negators or not _finite(page, s, first, last, cue, group):
        return None
    noun = page.text[tokens[first].start : tokens[last - 1].end].lower() in words.words.nominal
    bare = (cue.weak or noun) and not _has_clause(page, words, s, last, group)
    following = tokens[last].lower if last < s.last else ""
    if bare and (cue.modality != "hedged" or following in small.prepositions):
        return None
    if cue.form in ("past", "participle") and following == "with" and not helpers:
        return None  # "forces charged with guarding the coast"
    passive = bool(helpers & small.be) and cue.form in ("past", "participle")
    reduced = (
        cue.form in ("past", "participle")
        and following in ("as", "by")
        and not helpers
        and tokens[first].lower != "said"
    )
    if passive or (reduced and previous is not None and (previous.text == "," or following == "by")):
        return _passive(page, s, (group, first, last), cue)
    start, relay = addressed(page, words, s, last)
    source, borrowed = speaker(page, s, (group, last), cue, bool(before))
    if (source is None and not borrowed) or (bare and (source is None or not speaks(page, source))):
        return None
    if source is not None and cue.modality == "hedged" and _oneself(page, source):
        return None
    if source is not None and source.first >= last:
        start = tokens[source.last - 1].end
    return Found(group, last, source, start, cue.modality, relay, borrowed, "verb")


def _oneself(page: Page, source: Stretch) -> bool:
    """ "I think": whoever speaks so is already the speaker."""
    return source.last - source.first == 1 and page.tokens[source.first].lower in ("i", "we")


def _finite(page: Page, s: Sentence, first: int, last: int, cue: Cue, group: int) -> bool:
    """Whether the form stands where a verb stands: not "two reports", "a claim", "his comments"."""
    small = small_words(page.report.language)
    previous = page.tokens[group - 1] if group > s.first else None
    if previous is None:
        return cue.form == "gerund" or (cue.form in ("past", "participle") and first > s.first)
    word = previous.lower
    if cue.form == "gerund":
        return word not in small.determiners - {"one", "another"} and word not in (
            "of",
            "the",
            "by",
            "for",
            "without",
            "to",
        )
    if word == "to" or word in small.prepositions - {"off"}:
        return False
    if cue.form in ("base", "third"):
        if word in small.determiners - {"it", "all", "both", "some", "many", "others"} or word == "'s":
            return False
        if cue.form == "base" and group == first and word not in PRONOUNS | {"who", "which"}:
            plural = word.endswith("s") or word in (
                "police",
                "people",
                "media",
                "some",
                "many",
                "and",
                ",",
                "others",
                "officials",
            )
            quoted = previous.text in MARKS
            return plural or quoted or any(c in '"”' for c in previous.text)
        return not (cue.weak and last < s.last and page.tokens[last].lower in ("of", "in", "by"))
    return word not in ("a", "an", "the", "his", "her", "its", "their", "any", "no", "several", "'s")


def _has_clause(page: Page, words: Lists, s: Sentence, last: int, group: int) -> bool:
    """Whether a clause or quotation stands beside a weak verb."""
    for index in range(last, min(s.last, last + 8)):
        token = page.tokens[index]
        if token.text in MARKS or (index < last + 2 and token.lower in words.words.clause_openers):
            return True
        if token.text == ":" and index < last + 4:
            return True
        if token.text in ",.;":
            break
    previous = page.tokens[group - 1] if group > s.first else None
    two_before = page.tokens[group - 2] if group - 1 > s.first else None
    return (previous is not None and previous.text in MARKS) or (
        two_before is not None and two_before.text in MARKS and two_before.text != "“" and last >= s.last - 1
    )


def _passive(page: Page, s: Sentence, verb: tuple[int, int, int], cue: Cue) -> Found | None:
    """ "was described as ... by the army": the by-phrase speaks (rule 42); without one nobody is named."""
    group, first, last = verb
    by = next((k for k in range(last, s.last) if page.tokens[k].lower == "by"), None)
    if by is not None and not any(t.text in ',.;:"“”' for t in page.tokens[last:by]):
        source = named_after(page, s, by + 1)
        if source is not None and (cue.modality != "asserted" or by - last < 10):
            return Found(group, last, source, page.tokens[last - 1].end, cue.modality, None, False, "passive")
    if cue.modality in ("hedged", "accusation") or page.tokens[first].lower in (
        "said",
        "reported",
        "described",
    ):
        modality = "hedged" if cue.modality == "asserted" else cue.modality
        return Found(group, last, None, page.tokens[last - 1].end, modality, None, False, "passive")
    return None


def span_of(page: Page, found: Found) -> Span:
    """The characters of a cue with its auxiliaries."""
    return page.span(found.first, found.last)


def neighbours(page: Page, found: Sequence[Found]) -> Iterator[Place]:
    """Each cue's tokens with the characters of cue and source together."""
    for one in found:
        span = span_of(page, one)
        if one.source is not None:
            source = page.span(one.source.first, one.source.last)
            near = abs(source.end - span.start) < 40 or abs(source.start - span.end) < 40
            span = Span(min(span.start, source.start), max(span.end, source.end)) if near else span
        yield Place(one.first, one.last, span, one.borrowed or _joined(page, span))


def _joined(page: Page, span: Span) -> bool:
    """Whether a conjunction or comma stands before a cue and its source: "but the army said"."""
    index = page.token_range(span.start, span.end)[0] - 1
    return index >= 0 and page.tokens[index].lower in ("and", "but", "while", ",", ";", "although", "though")
