"""Finds place names and says what use the words make of each (handbook rules 31 to 40)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.gazetteer import Place, look_up
from dateline.knowledge.language import section
from dateline.knowledge.lexicon.where import WhereWords
from dateline.read.clause import small_words
from dateline.read.page import Page, Sentence, Token
from dateline.read.phrases import Phrases
from dateline.record import Span

_LINKS = frozenset(
    {
        "de",
        "del",
        "la",
        "el",
        "of",
        "al",
        "ez",
        "and",
        "-",
        "'",
        "da",
        "do",
        "dos",
        "du",
        "des",
        "le",
        "les",
        "sur",
        "es",
    }
)
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name: its span, what it may be, and how the words use it.

    `use`: scene (may be where it happened), dateline, metonym (a government), demonym, part_of_name or
    mention. `relation` is the handbook's, `lead` the span from the word that gives it. `kind_word` is a noun
    beside the name that says what it is ("village", "province"). An unlisted name has no candidates.
    """

    span: Span
    lead: Span
    name: str
    use: str
    relation: str | None
    kind_word: str | None
    candidates: tuple[Place, ...]
    country: str | None
    sentence: int


@dataclass(frozen=True, slots=True)
class _Lists:
    words: WhereWords
    relations: Phrases[str]
    demonyms: Phrases[str]
    countries: Phrases[str]


@cache
def _lists(language: str) -> _Lists:
    words: WhereWords = section(language, "where", WhereWords)
    return _Lists(words, Phrases(words.relations), Phrases(words.demonyms), Phrases(words.countries))


def places(page: Page) -> tuple[PlaceMention, ...]:
    """Every place name and demonym of the page, in order."""
    lists = _lists(page.report.language)
    return tuple(
        mention
        for sentence in page.sentences
        if sentence.zone not in ("caption", "credit", "related", "boilerplate")
        for mention in _scan(page, lists, sentence)
    )


def _scan(page: Page, lists: _Lists, sentence: Sentence) -> Iterator[PlaceMention]:
    index = sentence.first
    while index < sentence.last:
        found = _at(page, lists, sentence, index)
        if found is None:
            index += 1
        else:
            last, mention = found
            if mention is not None:
                yield mention
            index = last


def _at(page: Page, lists: _Lists, s: Sentence, index: int) -> tuple[int, PlaceMention | None] | None:
    """The name that begins at token `index`: where it ends, and the mention unless it is no place."""
    token = page.tokens[index]
    if not token.text[:1].isupper() or token.lower in ("the", "a", "an"):
        return None
    country = lists.countries.at(page, index, s.last)
    if country is not None:
        after = page.tokens[country.last] if country.last < s.last else None
        if _describes(page, lists.words, after):
            span = Span(country.start, country.end)
            return country.last, PlaceMention(
                span, span, page.words(span), "demonym", None, None, (), country.what, s.index
            )
        return country.last, _mention(page, lists, s, (index, country.last), (), country.what)
    demonym = lists.demonyms.at(page, index, s.last)
    if demonym is not None:
        span = Span(demonym.start, demonym.end)
        words = page.words(span)
        return demonym.last, PlaceMention(span, span, words, "demonym", None, None, (), demonym.what, s.index)
    for last in range(min(s.last, index + _LONGEST), index, -1):
        if not _name_shape(page, index, last) or (last - index == 1 and token.lower in lists.words.never):
            continue
        found = look_up(page.text[token.start : page.tokens[last - 1].end])
        if found:
            return last, _mention(page, lists, s, (index, last), found, None)
    return _unlisted(page, lists, s, index)


def _name_shape(page: Page, first: int, last: int) -> bool:
    tokens = page.tokens[first:last]
    if not tokens[-1].text[:1].isupper() and not tokens[-1].text.isdigit():
        return False
    return all(t.text[:1].isupper() or t.lower in _LINKS for t in tokens)


def _unlisted(page: Page, lists: _Lists, s: Sentence, index: int) -> tuple[int, PlaceMention | None] | None:
    """A name no gazetteer has is a place when a noun beside it says so: "the village of X", "X district"."""
    last = index
    while last < s.last and last - index < 4 and _part(page.tokens[last], last - index):
        last += 1
    if last == index or page.tokens[index].lower in lists.words.never:
        return None
    kind = _kind_word(page, lists.words, s, index, last)
    if kind is None:
        return None
    return last, _mention(page, lists, s, (index, last), (), None)


def _part(token: Token, position: int) -> bool:
    return token.text[:1].isupper() or (position > 0 and token.text in "-'’")


def _mention(
    page: Page,
    lists: _Lists,
    s: Sentence,
    tokens: tuple[int, int],
    found: tuple[Place, ...],
    country: str | None,
) -> PlaceMention | None:
    first, last = tokens
    span = page.span(first, last)
    relation, lead = _relation(page, lists, s, first)
    kind = _kind_word(page, lists.words, s, first, last)
    use = _use(page, lists.words, s, tokens, relation or kind, found)
    if use is None:
        return None
    if country is None and len(found) and found[0].kind == "country":
        country = found[0].country
    return PlaceMention(
        span, Span(lead, span.end), page.words(span), use, relation, kind, found, country, s.index
    )


def _relation(page: Page, lists: _Lists, s: Sentence, first: int) -> tuple[str | None, int]:
    """The relation word before a name, over describing words: "near the heavily-fortified Green Zone"."""
    for back in range(1, 8):
        index = first - back
        if index < s.first or page.tokens[index].text in ',.;:()"“”':
            break
        hit = lists.relations.at(page, index, first)
        if hit is not None and not _parted(page, index, first):
            for start in range(max(s.first, index - 3), index):  # "on the outskirts of" over "of"
                wider = lists.relations.at(page, start, first)
                if wider is not None and wider.last > index:
                    return wider.what, wider.start
            return hit.what, hit.start
    return None, page.tokens[first].start


def _parted(page: Page, index: int, first: int) -> bool:
    """Whether small words part the relation from the name."""
    return any(
        t.lower in ("and", "or", "that", "who", "which", "said") for t in page.tokens[index + 1 : first]
    )


def _kind_word(page: Page, words: WhereWords, s: Sentence, first: int, last: int) -> str | None:
    after = page.tokens[last].lower if last < s.last else ""
    if after in words.kinds:
        return after
    before = [page.tokens[k].lower for k in range(max(s.first, first - 2), first)]
    if before and before[-1] == "of" and len(before) == 2 and before[0] in words.kinds:
        return before[0]
    return before[-1] if before and before[-1] in words.kinds else None


def _use(
    page: Page,
    words: WhereWords,
    s: Sentence,
    tokens: tuple[int, int],
    support: str | None,
    found: tuple[Place, ...],
) -> str | None:
    """What use the words make of the name; None when it is no place at all."""
    first, last = tokens
    before = page.tokens[first - 1] if first > s.first else None
    after = page.tokens[last] if last < s.last else None
    if page.report.zone_at(page.tokens[first].start) == "dateline" or _in_dateline(page, s, last):
        return "dateline"
    if before is not None and before.lower in words.titles:
        return None
    if (
        before is not None
        and before.text == "."
        and page.tokens[max(s.first, first - 2)].lower in words.titles
    ):
        return None
    if _heads_item(page, s, first, last):
        return "scene"
    if after is not None and after.lower in words.name_tails and after.text[:1].isupper():
        return "part_of_name"
    if after is not None and after.lower in words.metonym_verbs and support is None:
        return "metonym"
    if found and found[0].kind == "country" and _describes(page, words, after):
        return "demonym"
    if support is not None:
        return "scene"
    joined = before is not None and before.text[:1].isupper() and before.lower not in words.kinds
    follows = after is not None and after.text[:1].isupper() and after.lower not in words.kinds
    if (joined or follows) and not _after_comma(page, s, first):
        return None  # part of a longer name that is no place: "Victoria Smith", "Bank of Paris Ltd"
    if before is not None and (before.lower in words.leads or _after_comma(page, s, first)):
        return "scene" if _after_comma(page, s, first) else "mention"
    big = bool(found) and (found[0].kind != "city" or found[0].population > 300_000)
    return "mention" if big or not found else None


def _heads_item(page: Page, s: Sentence, first: int, last: int) -> bool:
    """Whether the name, in capitals, heads a paragraph of its own: "3. AYOROU. Gendarmes traded fire"."""
    name = page.text[page.tokens[first].start : page.tokens[last - 1].end]
    opening = page.text[s.start : page.tokens[first].start].strip(" .)1234567890•*-–—")
    following = page.text[page.tokens[last - 1].end : page.tokens[last - 1].end + 1]
    return name.isupper() and len(name) > 2 and opening == "" and following in (".", ":", ",")


def _describes(page: Page, words: WhereWords, after: Token | None) -> bool:
    """Whether a country's name describes the noun after it: "the U.S. embassy", "Iraq war"."""
    if after is None or not after.text[:1].islower():
        return False
    small = small_words(page.report.language)
    linking = small.prepositions | small.be | small.have | small.modals | small.coordinators
    return after.lower not in linking | small.subordinators | words.kinds | words.metonym_verbs | {"'s"}


def _after_comma(page: Page, s: Sentence, first: int) -> bool:
    """ "Maiduguri, Nigeria": the second name contains the first."""
    return (
        first - 2 >= s.first
        and page.tokens[first - 1].text == ","
        and page.tokens[first - 2].text[:1].isupper()
    )


def _in_dateline(page: Page, s: Sentence, last: int) -> bool:
    """Whether the name stands before the dash that ends a dateline: "MIDSAYAP, Cotabato - A schoolgirl"."""
    if s.first + 8 < last or page.tokens[s.first].text.upper() != page.tokens[s.first].text:
        return False
    if not page.tokens[s.first].text[:1].isalpha() or len(page.tokens[s.first].text) < 3:
        return False
    ahead = page.tokens[last : min(s.last, last + 14)]
    return any(token.text in "-–—" and page.text[token.start - 1] == " " for token in ahead[:14])
