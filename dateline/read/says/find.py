"""Finds who says what: the words for a source, the cue, and the content it governs (handbook 3.8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.inflect import verb_forms
from dateline.knowledge.language import section
from dateline.knowledge.lexicon.says import SaysWords
from dateline.read.clause import Frame, Stretch, frame, small_words
from dateline.read.page import Page, Sentence
from dateline.read.phrases import Hit, Phrases
from dateline.record import Span

_SPEECH_MARKS = frozenset('"“”')
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "i", "we"})


@dataclass(frozen=True, slots=True)
class Saying:
    """Someone says something: spans of the source (None when unnamed), the cue and the content.

    `via` is the relay through which it came; `channel` how (statement, tweet ...); `modality` how firmly.
    """

    source: Span | None
    name: str | None
    cue: Span
    content: Span
    modality: str
    via: str | None
    channel: str | None
    sentence: int


@dataclass(frozen=True, slots=True)
class _Lists:
    words: SaysWords
    verbs: Phrases[tuple[str, str]]
    leads: Phrases[str]
    channels: Phrases[str]
    relays: Phrases[str]


@cache
def _lists(language: str) -> _Lists:
    words: SaysWords = section(language, "says", SaysWords)
    return _Lists(
        words,
        Phrases(_verb_entries(words)),
        Phrases((lead, lead) for lead in words.leads),
        Phrases(words.channels),
        Phrases((relay, relay) for relay in words.relays),
    )


def _verb_entries(words: SaysWords) -> Iterator[tuple[str, tuple[str, str]]]:
    seen: set[str] = set()
    for modality, verbs in words.verbs.items():
        for entry in verbs:
            lemma, _, irregular = (part.strip() for part in entry.partition("|"))
            for form, spelt in verb_forms(lemma, irregular or None).items():
                if spelt not in seen and form != "base":
                    seen.add(spelt)
                    yield spelt, (modality, form)


def sayings(page: Page) -> tuple[Saying, ...]:
    """Every saying of the page, in order; pronouns are given the name of the speaker before them."""
    lists = _lists(page.report.language)
    found: list[Saying] = []
    for sentence in page.sentences:
        if sentence.zone in ("caption", "credit", "related", "boilerplate"):
            continue
        for hit in lists.verbs.find(page, sentence.first, sentence.last):
            saying = _by_verb(page, lists, sentence, hit, found)
            if saying is not None:
                found.append(saying)
        for lead in lists.leads.find(page, sentence.first, sentence.last):
            found.append(_by_lead(page, lists, sentence, lead))
    return tuple(sorted(found, key=lambda s: (s.sentence, s.cue.start)))


def _by_verb(
    page: Page, lists: _Lists, s: Sentence, hit: Hit[tuple[str, str]], before: list[Saying]
) -> Saying | None:
    modality, form = hit.what
    if page.tokens[hit.first].text[:1].isupper() and s.zone == "body":
        return None  # a name or a heading: "the United States", not "states"
    around = frame(page, hit.first, hit.last, form)
    if around.voice == "passive" and not _truly_passive(page, s, hit):
        around = frame(page, hit.first, hit.last, "third")
    relay = _relayed(page, lists, s, hit)
    if relay is not None:  # "..., reported Reuters": the relay of the sentence's own saying
        for index in range(len(before) - 1, -1, -1):
            if before[index].sentence == s.index and before[index].via is None:
                before[index] = _with_via(before[index], relay)
                return None
    source = _source(page, lists, s, hit, around)
    if source is None:
        return None
    name: str | None = page.words(source)
    if name is not None and name.lower() in _PRONOUNS:
        name = _named_before(before, name)
    elif around.voice == "passive" and form != "gerund":
        modality = "hedged" if modality == "asserted" and around.agent is None else modality
    content = _content(page, s, hit, around, source)
    if content is None:
        return None
    channel = next((c.what for c in lists.channels.find(page, s.first, s.last)), None)
    via = name if _is_relay(page, lists, source) and modality == "asserted" else None
    cue = Span(hit.start, hit.end)
    negated = around.negated and modality == "claimed_responsibility"
    return Saying(
        None if negated else source,
        name,
        cue,
        content,
        "denial" if negated else modality,
        via,
        channel,
        s.index,
    )


def _truly_passive(page: Page, s: Sentence, hit: Hit[tuple[str, str]]) -> bool:
    """ "was described as" is; the "said" of 'the ministry said, "..."' only looks it."""
    small = small_words(page.report.language)
    before = {token.lower for token in page.tokens[max(s.first, hit.first - 3) : hit.first]}
    following = page.tokens[hit.last].lower if hit.last < s.last else ""
    return bool(before & small.be) or following in ("as", "by", "of", "with")


def _source(page: Page, lists: _Lists, s: Sentence, hit: Hit[tuple[str, str]], around: Frame) -> Span | None:
    """Who speaks: the subject; after a closed quotation what follows the verb; the by-phrase of a passive."""
    if around.voice == "passive":
        return _named(page, lists, _trimmed(page, around.agent, from_start=True)) if around.agent else None
    if around.voice == "gerund" and hit.what[0] == "asserted":
        return None
    before = page.tokens[hit.first - 1] if hit.first > s.first else None
    inverted = before is not None and (before.text in _SPEECH_MARKS or before.text == ",")
    if inverted and around.object:
        after = _trimmed(page, around.object, from_start=True)
        clause = after.last - after.first > 1 and page.tokens[after.first].lower in _PRONOUNS
        named = None if clause else _named(page, lists, after)
        if named is not None:
            return named
    return _named(page, lists, _trimmed(page, around.subject, from_start=False))


def _trimmed(page: Page, stretch: Stretch, from_start: bool) -> Stretch:
    """The noun phrase at one end of a stretch: up to the nearest mark, with an apposition between commas."""
    first, last = stretch.first, stretch.last
    if from_start:
        end = first
        while end < last and page.tokens[end].text not in '.,;:"“”':
            end += 1
        return Stretch(first, end)
    while last > first and page.tokens[last - 1].text in ",":
        last -= 1
    start = last
    commas = 0
    while start > first:
        mark = page.tokens[start - 1]
        abbreviation = mark.text == "." and mark.start == page.tokens[start - 2].end
        if mark.text in '.;:"“”' and not (abbreviation and len(page.tokens[start - 2].text) <= 4):
            break
        commas += mark.text == ","
        if commas > 1:
            break
        start -= 1
    if commas and not page.tokens[start].text[:1].isupper():
        start = max(k for k in range(start, last) if page.tokens[k].text == ",") + 1
    return Stretch(start, last)


def _named(page: Page, lists: _Lists, stretch: Stretch) -> Span | None:
    """The stretch as a span when it can speak: it holds a capital or a word for people who speak."""
    if not stretch or stretch.last - stretch.first > 18:
        return None
    tokens = page.tokens[stretch.first : stretch.last]
    speaks = any(t.lower in lists.words.source_heads for t in tokens)
    capital = (
        any(t.text[:1].isupper() and k > 0 for k, t in enumerate(tokens)) or tokens[0].text[:1].isupper()
    )
    return page.span(stretch.first, stretch.last) if speaks or capital else None


def _content(page: Page, s: Sentence, hit: Hit[tuple[str, str]], around: Frame, source: Span) -> Span | None:
    """What the cue governs: what follows it, or what stands before an inverted or closing "he said"."""
    after = Span(hit.end, s.end)
    rest = page.text[max(hit.end, source.end) : s.end].strip(" .,\"”'’")
    if source.start > hit.start and around.voice != "passive":  # inverted: "...," said police
        return _tidied(page, Span(s.start, hit.start))
    if around.voice == "passive":
        return _tidied(page, Span(hit.end, max(hit.end, source.start - 3)))
    before = page.text[s.start : source.start].strip()
    closes = before.endswith((",", '"', "”")) and len(before) > 20
    if closes and len(rest.split()) < 7:
        return _tidied(page, Span(s.start, source.start))
    return _tidied(page, after) if rest else (_tidied(page, Span(s.start, source.start)) if closes else None)


def _tidied(page: Page, span: Span) -> Span | None:
    start, end = span.start, span.end
    words = page.text[start:end]
    for lead in (" that ", ", that ", " that:", ": ", ", "):
        if words.startswith(lead):
            start += len(lead)
            break
    while start < end and page.text[start] in ' ,:"“”.':
        start += 1
    while end > start and page.text[end - 1] in ' ,:"“”.':
        end -= 1
    return Span(start, end) if end - start > 3 else None


def _by_lead(page: Page, lists: _Lists, s: Sentence, lead: Hit[str]) -> Saying:
    """ "according to police": the source follows, the rest of the sentence is the content."""
    end = lead.last
    small = small_words(page.report.language)
    while (
        end < s.last
        and page.tokens[end].text not in '.,;:"“”'
        and page.tokens[end].lower not in small.relatives
    ):
        end += 1
    source = page.span(lead.last, end) if end > lead.last else None
    opens = lead.first == s.first
    rest = Span(page.tokens[end - 1].end if opens else s.start, s.end if opens else lead.start)
    content = _tidied(page, rest) or s.span
    name = page.words(source) if source is not None else None
    channel = next((c.what for c in lists.channels.find(page, s.first, s.last)), None)
    via = name if source is not None and _is_relay(page, lists, source) else None
    return Saying(source, name, Span(lead.start, lead.end), content, "asserted", via, channel, s.index)


def _relayed(page: Page, lists: _Lists, s: Sentence, hit: Hit[tuple[str, str]]) -> str | None:
    """ "reported Reuters" and "Reuters reported" at a sentence's end, or "told Reuters"."""
    following = lists.relays.at(page, hit.last, s.last) if hit.last < s.last else None
    if following is not None and page.text[hit.first and page.tokens[hit.first - 1].start] == ",":
        return page.text[following.start : following.end]
    return None


def _is_relay(page: Page, lists: _Lists, source: Span) -> bool:
    first, last = page.token_range(source.start, source.end)
    return next(lists.relays.find(page, first, last), None) is not None


def _with_via(saying: Saying, relay: str) -> Saying:
    return Saying(
        saying.source, saying.name, saying.cue, saying.content, saying.modality, relay, saying.channel,
        saying.sentence,
    )  # fmt: skip


def _named_before(before: list[Saying], pronoun: str) -> str | None:
    """The speaker a pronoun stands for: the last one named."""
    for saying in reversed(before):
        if saying.source is not None and saying.name is not None and saying.name.lower() not in _PRONOUNS:
            return saying.name
    return pronoun
