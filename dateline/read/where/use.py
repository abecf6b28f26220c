"""What use the words make of a name: a scene, a government, an office, people, or no place at all."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.gazetteer import Place
from dateline.read.clause import small_words
from dateline.read.page import Page, Sentence, Token

from .beside import after_comma
from .mention import PlaceMention
from .words import Lists, Scan

_SURE_RELATIONS = frozenset({"in", "near", "outskirts", "outside", "between", "across", "on_road"})
_BIG = 100_000  # people; smaller towns need a word that makes them a place
_HUGE = 1_000_000
_BY_SIZE = ("city", "ground", "spot")  # kinds that are well known only when many live there

Verdict = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """Tokens [first, last) that may name a place.

    `what` is a listed country's code or region's name, `people` marks a word for its people, `loud` a
    sentence whose capitals tell nothing.
    """

    first: int
    last: int
    places: tuple[Place, ...]
    what: str | None
    people: bool
    loud: bool


def use_of(scan: Scan, s: Sentence, seen: Seen, mention: PlaceMention) -> Verdict:
    """(use, reason); (None, reason) when the name is no place."""
    page, words = scan.page, scan.lists
    before = page.tokens[seen.first - 1] if seen.first > s.first else None
    after = page.tokens[seen.last] if seen.last < s.last else None
    if seen.people:
        if _language(page, s, seen):
            return None, "a language"
        return "demonym", "word for people or things of a place"
    verdict = _beside_names(scan, s, seen, mention)
    if verdict is not None:
        return verdict
    if seen.what or (seen.places and seen.places[0].kind == "country"):
        if after is not None and after.lower in words.words.metonym_verbs and mention.relation is None:
            return "metonym", "a government speaks"
        if _describes(words, after):
            return "demonym", "describes the noun after it"
    office = _office(page, words, s, seen) if _country(seen) or _big(seen.places) else None
    if office and mention.kind_word is None:
        return "office", office
    if not seen.places:
        return _unlisted(page, words, s, seen, mention)
    if mention.offset is not None or mention.relation in _SURE_RELATIONS or mention.kind_word is not None:
        return "scene", f"{mention.relation or mention.kind_word or 'distance'} beside it"
    if mention.relation == "at":
        return "scene", "at before it"
    if mention.use in ("scene", "origin"):
        return mention.use, "named along with another"
    if before is not None and before.lower in words.words.origins:
        return "origin", "from"
    if after_comma(page, s, seen.first):
        return "scene", "contains the name before it"
    if after is not None and after.lower in words.words.metonym_verbs:
        return ("metonym", "a government speaks") if _governs(seen.places) else (None, "someone speaks")
    if before is not None and before.lower in words.words.leads:
        return "mention", f"{before.lower} before it"
    if _contained(page, seen, s):
        return "scene", "a containing name follows"
    return ("mention", "a well-known place") if _known(seen, s) else (None, "nothing makes it a place")


def _beside_names(scan: Scan, s: Sentence, seen: Seen, mention: PlaceMention) -> Verdict | None:
    """The verdict that names before and after give: a person's, an organisation's."""
    page, words = scan.page, scan.lists
    first, last = seen.first, seen.last
    before = page.tokens[first - 1] if first > s.first else None
    after = page.tokens[last] if last < s.last else None
    if before is not None and before.text == "." and first - 2 >= s.first:
        abbreviated = page.tokens[first - 2]
        if abbreviated.lower in words.words.titles or len(abbreviated.text) == 1:
            return None, "after a title or an initial"
    if before is not None and before.text[:1].isupper() and before.lower in words.words.titles:
        return None, "after a title"
    single = last - first == 1
    token = page.tokens[first]
    if single and token.lower in scan.people:
        placed = before is not None and before.lower in words.words.plain_relations
        if not placed and mention.kind_word is None:
            return None, "a person's name in this report"
    if seen.loud:
        return None if _holds_when_shouted(page, words, s, seen, mention) else (None, "capitals tell nothing")
    if before is not None and before.lower in words.words.given_names and before.text[:1].isupper():
        return None, "after a first name"
    follows = (
        after is not None and after.text[:1].isupper()
        and after.lower not in words.words.kinds
        and (after.lower not in words.words.never or after.lower in words.words.name_tails)
    )  # fmt: skip
    if follows and after is not None and after.lower in words.words.name_tails:
        return "part_of_name", "an organisation's name goes on"
    if follows and single and token.lower in words.words.given_names:
        return None, "a first name"
    if follows and after is not None and not seen.what and seen.places[:1] and not _country(seen):
        return ("part_of_name", "a longer name goes on") if _big(seen.places) else (None, "a longer name")
    joined = before is not None and before.text[:1].isupper() and first - 1 > s.first
    if joined and before is not None and before.lower not in words.before:
        if _country(seen) or _big(seen.places):
            return "part_of_name", "part of a longer name"
        return None, "part of a longer name"
    return None


def _holds_when_shouted(page: Page, words: Lists, s: Sentence, seen: Seen, mention: PlaceMention) -> bool:
    """Among capitals a name counts when it is large, or a place word stands right before it."""
    if _country(seen) or seen.what:
        return True
    before = page.tokens[seen.first - 1].lower if seen.first > s.first else ""
    direct = words.words.relations.get(before) in _SURE_RELATIONS or mention.kind_word is not None
    if direct or mention.offset is not None or after_comma(page, s, seen.first):
        return True
    large = seen.places[:1] and seen.places[0].own and seen.places[0].population > _HUGE
    return bool(large)


def _country(seen: Seen) -> bool:
    return bool(seen.what) or (bool(seen.places) and seen.places[0].kind in ("country", "world", "sea"))


def _governs(places: tuple[Place, ...]) -> bool:
    return places[0].kind in ("country", "admin1") or places[0].population > _HUGE


def _big(places: tuple[Place, ...]) -> bool:
    if not places or not (places[0].own or places[0].population > _HUGE):
        return False
    return places[0].kind not in _BY_SIZE or places[0].population > _BIG


def _known(seen: Seen, s: Sentence) -> bool:
    """Whether a bare name is a place's by its size; the first word of a sentence needs more of it."""
    opens = seen.first == s.first and seen.last - seen.first == 1
    top = seen.places[0]
    if top.kind == "admin2" and seen.last - seen.first == 1:
        return False
    if top.kind in ("country", "admin1", "region", "world", "sea", "neighbourhood", "admin2", "landmark"):
        return top.own or not opens
    return top.population > (_HUGE if opens else _BIG) and (top.own or top.population > _HUGE)


def _contained(page: Page, seen: Seen, s: Sentence) -> bool:
    """Whether a comma and a capital follow at once: "Killeen, Texas"."""
    ahead = page.tokens[seen.last : min(s.last, seen.last + 2)]
    return (
        len(ahead) == 2
        and ahead[0].text == ","
        and ahead[1].text[:1].isupper()
        and page.text[ahead[1].start - 1] == " "
        and bool(seen.places)
    )


def _unlisted(page: Page, words: Lists, s: Sentence, seen: Seen, mention: PlaceMention) -> Verdict:
    """A name no gazetteer has is a place when a word right beside it says so."""
    if seen.last - seen.first == 1 and (mention.name.isupper() or len(mention.name) < 3):
        return None, "an acronym"
    if mention.offset is not None or mention.kind_word is not None:
        return "scene", f"{mention.kind_word or 'distance'} beside it"
    before = page.tokens[seen.first - 1].lower if seen.first > s.first else ""
    if seen.last - seen.first > 1 and page.tokens[seen.last - 1].lower in words.words.site_tails:
        return ("scene" if mention.relation else "mention"), f"{page.tokens[seen.last - 1].lower} in its name"
    after = page.tokens[seen.last].lower if seen.last < s.last else ""
    if before == "at" and after == "'s":
        return None, "someone's"
    if before in words.words.plain_relations and seen.last - seen.first < 4:
        return "scene", f"{before} right before it"
    return None, "unlisted, and nothing makes it a place"


def _language(page: Page, s: Sentence, seen: Seen) -> bool:
    """ "in English", "of French": a language, when no noun follows."""
    before = page.tokens[seen.first - 1].lower if seen.first > s.first else ""
    after = page.tokens[seen.last] if seen.last < s.last else None
    if before not in ("in", "of", "speak", "speaks", "speaking", "spoke", "into"):
        return False
    small = small_words(page.report.language)
    if after is None or not after.text[:1].isalpha():
        return True
    return after.lower in small.prepositions | small.coordinators


def _office(page: Page, words: Lists, s: Sentence, seen: Seen) -> str | None:
    """Why the name is an office-holder's territory: "mayor of X", "X police"."""
    offices = words.words.offices
    if seen.last < s.last and page.tokens[seen.last].lower in offices:
        return f"{page.tokens[seen.last].lower} after it"
    if seen.first - 2 >= s.first and page.tokens[seen.first - 1].lower == "of":
        holder = page.tokens[seen.first - 2].lower
        if holder in offices:
            return f"{holder} of"
    return None


def _describes(words: Lists, after: Token | None) -> bool:
    """Whether a country's name describes the noun after it: "the U.S. embassy", "Iraq war"."""
    if after is None or not after.text[:1].islower():
        return False
    if after.lower in words.linking or after.lower in words.words.kinds or after.lower == "'s":
        return False
    return after.lower not in words.words.metonym_verbs and after.lower not in words.words.bearings
