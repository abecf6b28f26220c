"""Whether anyone claims the act: claimed, denied, none (somebody says that nobody did) or not mentioned."""

from __future__ import annotations

from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.who import WhoWords
from dateline.read.page import FURNITURE, Page
from dateline.read.phrases import Phrases
from dateline.read.says import Saying, sayings
from dateline.read.what import triggers
from dateline.record import Span

from .mention import ORGANISED
from .organisations import organisations


@cache
def _words(language: str) -> Phrases[str]:
    words: WhoWords = section(language, "who", WhoWords)
    listed = [(phrase, "none") for phrase in words.unclaimed]
    listed += [(phrase, "claimed") for phrase in words.claimed]
    listed += [(phrase, "denied") for phrase in words.denied]
    return Phrases(listed)


def responsibility(page: Page) -> tuple[tuple[str, Span, int], ...]:
    """(claim of responsibility, its words, sentence) wherever the page speaks of one (rules 44 to 46)."""
    found = []
    for sentence in page.sentences:
        if sentence.zone in FURNITURE:
            continue
        hits = list(_words(page.report.language).find(page, sentence.first, sentence.last))
        unclaimed = any(hit.what == "none" for hit in hits)
        for hit in hits:
            negated = any(
                token.lower in ("no", "nobody", "none", "not", "neither")
                for token in page.tokens[max(sentence.first, hit.first - 5) : hit.first]
            )
            if hit.what == "claimed" and (negated or unclaimed):
                found.append(("none", sentence.span, sentence.index))
            else:
                words = sentence.span if hit.what == "none" else Span(hit.start, hit.end)
                found.append((hit.what, words, sentence.index))
    found += [*_owned(page), *_claimed_acts(page)]
    return tuple(dict.fromkeys(sorted(found, key=lambda one: (one[1], one[0]))))


def _owned(page: Page) -> list[tuple[str, Span, int]]:
    """An armed group that says its own men did it: "the front said its fighters had stormed the post"."""
    groups = [a for a in organisations(page) if a.kind in ORGANISED or a.kind == "state_military"]
    return [
        ("claimed", Span(saying.cue.start, saying.content.end), saying.sentence)
        for saying in sayings(page)
        if saying.source is not None
        and saying.modality in ("claimed_responsibility", "asserted")
        and any(saying.source.touches(group.span) for group in groups)
        and (saying.modality == "claimed_responsibility" or _own_deed(page, saying))
    ]


def _own_deed(page: Page, saying: Saying) -> bool:
    """Whether what is said begins with the speaker's own deed: "it had shelled", "its men burned"."""
    words: WhoWords = section(page.report.language, "who", WhoWords)
    first, last = page.token_range(saying.content.start, saying.content.end)
    said = [
        t.lower
        for t in page.tokens[first : min(last, first + 7)]
        if t.text[0].isalnum() and t.lower != "that"
    ]
    own = bool(said) and said[0] in words.own_subjects
    own = own or (
        len(said) > 1
        and bool(words.own_possessives & set(said[:3]))
        and bool(words.own_means & set(said[:5]))
    )
    return own and any(
        first < t.first <= first + 9
        and t.verbal
        and not t.weak
        and t.act not in ("harm", "generic", "threaten")
        for t in triggers(page)
    )


def _claimed_acts(page: Page) -> list[tuple[str, Span, int]]:
    """ "claimed Tuesday's bombing", "claiming the same operation": the verb with an act as its object."""
    words: WhoWords = section(page.report.language, "who", WhoWords)
    places = [k for k, token in enumerate(page.tokens) if token.lower in words.claiming]
    acts = [t for t in triggers(page) if not t.verbal and t.act not in ("harm",)] if places else []
    found = []
    for place in places:
        act = next((t for t in acts if place < t.first <= place + 5), None)
        if act is None:
            continue
        between = [t.lower for t in page.tokens[place + 1 : act.first]]
        if not {"that", "was", "were", "to", "of", "by", "for", ","} & set(between):
            found.append(("claimed", page.span(place, act.last), act.sentence))
    return found
