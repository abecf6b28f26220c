"""Finds place names, sentence by sentence, and tells them from other names (handbook rules 31 to 40)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.knowledge.gazetteer import longest
from dateline.read.clause import small_words
from dateline.read.page import FURNITURE, Page, Sentence, Token
from dateline.record import Span

from .beside import after_comma, coordinated, head_list_item, in_dateline, kind_word, offset, relation
from .mention import PlaceMention
from .people import surnames
from .shouting import shouted
from .use import Seen, use_of
from .words import Lists, Scan, lists, named, people_of

_LONGEST = 6


def places(page: Page) -> tuple[PlaceMention, ...]:
    """Every place name and demonym of the page, in order, each with the use its words make of it."""
    scan = Scan(page, lists(page.report.language), surnames(page))
    found = [
        mention
        for sentence in page.sentences
        if sentence.zone not in FURNITURE
        for mention in _in_sentence(scan, sentence)
    ]
    sure = {
        mention.name.lower().replace("’", "'")
        for mention in found
        if mention.use in ("scene", "dateline", "origin")
    }
    return tuple(kept for mention in found if (kept := _kept(mention, sure, scan.people)) is not None)


def _kept(mention: PlaceMention, sure: set[str], people: frozenset[str]) -> PlaceMention | None:
    """The mention, if it is a place: one told as a place elsewhere in the report is one here too."""
    if mention.use:
        return mention
    name = mention.name.lower().replace("’", "'")
    if name not in sure or name in people or (not mention.candidates and "longer" in mention.reason):
        return None
    use = "part_of_name" if "name" in mention.reason else "mention"
    return replace(mention, use=use, reason="told as a place elsewhere in the report")


def mention_of(page: Page, span: Span) -> PlaceMention:
    """The mention that a span known to be a place name makes, whatever its use."""
    words = lists(page.report.language)
    sentence = page.sentence_at(span.start)
    first, last = page.token_range(span.start, span.end)
    text = " ".join(page.words(span).split())
    code = _listed(page, words, first, last)
    found = people_of(code) if code else named(text, page.report.language)
    if not found and after_comma(page, sentence, first):
        short = words.words.short_areas.get(text.lower().rstrip("."))
        found = named(short, page.report.language) if short else ()
    return PlaceMention(
        span, span, text, "mention", None, kind_word(page, words, sentence, first, last), found,
        code if code and code.isupper() and len(code) == 3 else None, sentence.index, "given",
        offset(page, words, sentence, first),
    )  # fmt: skip


def _listed(page: Page, words: Lists, first: int, last: int) -> str | None:
    for phrases in (words.countries, words.peoples):
        hit = phrases.at(page, first, last) if first < last else None
        if hit is not None and hit.last == last:
            return hit.what
    return None


def _in_sentence(scan: Scan, sentence: Sentence) -> Iterator[PlaceMention]:
    loud = shouted(scan.page, sentence)
    end, before = sentence.first, None
    for index in _openers(scan, sentence):
        if index < end:
            continue
        seen = _at(scan, sentence, index, loud)
        if seen is None:
            continue
        mention = _mention(scan, sentence, seen, before)
        yield mention
        if mention.use:
            before = mention
        end = seen.last


def _openers(scan: Scan, sentence: Sentence) -> list[int]:
    """The tokens of a sentence that may begin a place: capitals, and words for a seat of government."""
    low, seats = scan.page.low, scan.lists.words.seats
    found = scan.page.capitals_in(sentence)
    here = [n for n, word in enumerate(low[sentence.first : sentence.last], sentence.first) if word in seats]
    return sorted({*found, *here}) if here else found


def _at(scan: Scan, s: Sentence, index: int, loud: bool) -> Seen | None:
    """The name that begins at token `index`, longest first; whether it is a place is told later."""
    page, words = scan.page, scan.lists
    token = page.tokens[index]
    if not token.text[:1].isupper():
        return _seat(scan, s, index) if token.lower in words.words.seats else None
    country = words.countries.at(page, index, s.last)
    if country is not None and (len(token.text) > 2 or (token.text.isupper() and not loud)):
        return Seen(index, country.last, people_of(country.what), country.what, False, loud)
    people = words.peoples.at(page, index, s.last)
    if people is not None:
        return Seen(index, people.last, people_of(people.what), people.what, True, loud)
    if after_comma(page, s, index) and (short := _short_area(scan, s, index)) is not None:
        return short
    if _small(page, words, index):
        return None
    for last in _ends(page, words, index, min(s.last, index + min(_LONGEST, _reach(token.text)))):
        if last == index + 1 and _never_alone(words, token):
            continue
        found = named(page.text[token.start : page.tokens[last - 1].end], page.report.language)
        if found and _numbered(page, s, last):
            return Seen(index, last + 1, (), None, False, loud)
        if found and not (last < s.last and _goes_on(scan, s, index, last, loud)):
            return Seen(index, last, found, None, False, loud)
    return _unlisted(scan, s, index, loud)


def _numbered(page: Page, s: Sentence, last: int) -> bool:
    """ "Poblacion 4", "Zone 9": a numbered part of a town, not the town of that name elsewhere."""
    if last >= s.last or not page.tokens[last].text.isdigit() or len(page.tokens[last].text) > 2:
        return False
    following = page.tokens[last + 1] if last + 1 < s.last else None
    small = small_words(page.report.language)
    # "in Kabul 5 people" counts people; a number that nothing follows but a small word is the name's own.
    return following is None or following.lower in small.prepositions or not following.text[0].isalnum()


def _goes_on(scan: Scan, s: Sentence, index: int, last: int, loud: bool) -> bool:
    """Whether a place no gazetteer lists has a longer name than the one found: "in Yaya Khil"."""
    page, words = scan.page, scan.lists.words
    following = page.tokens[last]
    if loud or not following.text[:1].isupper() or len(following.text) < 3 or following.text.isupper():
        return False
    if following.lower in words.kinds:
        return False
    if following.lower in words.site_tails:
        return True  # "Cooper Street" lies in no town called Cooper
    if following.lower in words.never or following.lower in words.name_tails:
        return False
    before = page.tokens[index - 1].lower if index > s.first else ""
    return before in words.plain_relations and page.tokens[index].lower not in words.given_names


def _never_alone(words: Lists, token: Token) -> bool:
    lower = token.lower
    return len(lower) < 2 or lower in words.words.never or lower in words.words.directions


def _small(page: Page, words: Lists, index: int) -> bool:
    """A small word with a capital opens a sentence, not a name, unless a hyphen ties it ("At-Tall")."""
    if page.tokens[index].lower not in words.opening:
        return False
    return index + 1 >= len(page.tokens) or page.tokens[index + 1].text != "-"


def _seat(scan: Scan, s: Sentence, index: int) -> Seen | None:
    """ "the Iraqi capital", "Yemen's capital", "the capital": a seat of government told without its name."""
    page, words = scan.page, scan.lists.words
    before = page.tokens[index - 1].lower if index > s.first else ""
    after = page.tokens[index + 1] if index + 1 < s.last else None
    if after is not None and (after.text[:1].isupper() or after.lower == "of"):
        return None
    if after is not None and after.text == "," and index + 2 < s.last:
        if page.tokens[index + 2].text[:1].isupper():
            return None  # its name follows
    elif after is not None and after.lower in words.not_seats:
        return None  # "capital punishment"
    if before in ("the", "'s", "their", "its") or scan.lists.peoples.at(page, index - 1, index):
        return Seen(index, index + 1, (), words.seats[page.tokens[index].lower], False, False)
    return None


def _reach(word: str) -> int:
    # "al-Bab" and "Nord-Kivu" are several tokens but may be filed as one word or without the article.
    words = longest(word)
    return 3 * words if words else 4


def _short_area(scan: Scan, s: Sentence, index: int) -> Seen | None:
    """ "Killeen, Tex.": a short name of an area after a place and a comma."""
    token = scan.page.tokens[index]
    short = scan.lists.words.short_areas.get(token.lower.rstrip("."))
    if short is None:
        return None
    last = index + 1
    if last < s.last and scan.page.tokens[last].text == "." and scan.page.tokens[last].start == token.end:
        last = last if last + 1 >= s.last else last + 1
    return Seen(index, last, named(short, scan.page.report.language), None, False, False)


def _ends(page: Page, words: Lists, first: int, limit: int) -> list[int]:
    """Where a name that begins at token `first` may end, the longest first: capitals and what links them."""
    found, links = [], words.words.name_links
    for last, token in enumerate(page.tokens[first:limit], first + 1):
        capital = token.text[0].isupper()
        if capital or token.text.isdigit():
            found.append(last)
        if not capital and token.lower not in links:
            break
    return found[::-1]


def _unlisted(scan: Scan, s: Sentence, index: int, loud: bool) -> Seen | None:
    """A name no gazetteer has, to be kept if a word beside it makes it a place."""
    page, never = scan.page, scan.lists.words.never
    if loud or page.tokens[index].lower in never:
        return None
    last = index
    while last < s.last and last - index < 5:
        token = page.tokens[last]
        joined = last > index and token.text in ("-", "'", "’") and token.start == page.tokens[last - 1].end
        ends = token.lower in scan.lists.words.kinds or (
            token.lower in never and token.lower not in scan.lists.words.site_tails
        )
        if not joined and (ends or not token.text[:1].isupper()):
            break
        last += 1
    while last > index and not page.tokens[last - 1].text[:1].isalpha():
        last -= 1
    return Seen(index, last, (), None, False, loud) if last > index else None


def _adjacent(page: Page, before: PlaceMention, first: int) -> bool:
    return page.text[before.span.end : page.tokens[first].start].strip(" ’'s") == ""


def _mention(scan: Scan, s: Sentence, seen: Seen, before: PlaceMention | None) -> PlaceMention:
    page = scan.page
    span = page.span(seen.first, seen.last)
    code = seen.what if seen.what and len(seen.what) == 3 and seen.what.isupper() else None
    name = " ".join(page.words(span).split())  # a wrapped line may break a name
    told, lead = relation(page, scan.lists, s, seen.first)
    if seen.what == "seat":
        home = before.country if before is not None and _adjacent(page, before, seen.first) else None
        use = "scene" if told else "mention"
        return PlaceMention(span, Span(lead, span.end), name, use, told, "seat", (), home, s.index,
                            "a seat of government")  # fmt: skip
    kind = kind_word(page, scan.lists, s, seen.first, seen.last)
    away = offset(page, scan.lists, s, seen.first)
    mention = PlaceMention(span, Span(lead, span.end), name, "mention", told, kind, seen.places, code,
                           s.index, "", away)  # fmt: skip
    if in_dateline(page, s, seen.last):
        return replace(mention, use="dateline", reason="before the dash that opens the report")
    if head_list_item(page, s, seen.first, seen.last):
        return replace(mention, use="scene" if seen.places else "", reason="heads a paragraph")
    if before is not None and coordinated(page, before, seen.first):
        if told is None and before.relation is not None and seen.places:
            mention = replace(mention, relation=before.relation)
        mention = replace(mention, use=before.use if before.use in ("scene", "origin") else "mention")
    told_use, reason = use_of(scan, s, seen, mention)
    return replace(mention, use=told_use or "", reason=reason)
