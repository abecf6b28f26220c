"""What one report's own words say that may not fit together: places, and who speaks of whom (rule 87)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.knowledge.gazetteer import Place, country
from dateline.record import Span, Where
from dateline.record.clash import PlaceClash, Speaks

from .page import Page
from .says import Saying
from .where import PlaceMention
from .where.containing import containers

_KNOWN = 100_000  # people: a town that a reader knows to lie elsewhere
_EARLIER = frozenset({"had", "once", "wrote", "posted", "tweeted", "written", "interview", "video", "before",
                      "earlier", "previously", "year", "years", "months", "recalled", "letter"})  # fmt: skip


def place_clashes(
    page: Page, mentions: Sequence[PlaceMention], answers: Sequence[Where | None]
) -> Iterator[PlaceClash]:
    """A well-known town that the words put into a country where the gazetteer has none of that name."""
    for inside, mention, where in zip(containers(page, mentions), mentions, answers, strict=True):
        towns = [place for place in mention.candidates if place.kind == "city" and place.own]
        if where is None or not towns or _listed(where, mention):
            continue
        outer = next((n for n in inside if _country(mentions[n], answers[n]) is not None), None)
        best = max(towns, key=lambda place: place.population)
        if outer is None or best.population < _KNOWN or not _beside(page, mention, mentions[outer]):
            continue
        code, known = _country(mentions[outer], answers[outer]), _called(best.country)
        if known != mention.name and all(place.country != code for place in mention.candidates):
            spans = (mention.span, mentions[outer].span)
            yield PlaceClash(spans, mention.name, _called(code), known, best.admin1)


def _beside(page: Page, town: PlaceMention, outer: PlaceMention) -> bool:
    """ "Kabul, Bolivia": nothing but a comma between; "an Italian Cambridge graduate" tells no place."""
    return outer.use != "demonym" and page.text[town.span.end : outer.span.start].strip() == ","


def _listed(where: Where, mention: PlaceMention) -> bool:
    """Whether the place is one the gazetteer has under the printed name; one that sounds like it is not."""
    return any(place.gazetteer == where.gazetteer_id for place in mention.candidates)


def _country(mention: PlaceMention, where: Where | None) -> str | None:
    """The country that a mention names; none for an area: there are a Moscow and a Paris in America."""
    return mention.country or (where.country if where is not None and where.precision == "country" else None)


def _called(code: str | None) -> str:
    place: Place | None = country(code) if code is not None else None
    return place.name if place is not None else code or "another country"


def speaks(page: Page, said: Sequence[Saying]) -> Iterator[Speaks]:
    """Every named speaker told to say something by now; not what was written, recorded or said before."""
    for saying in said:
        if saying.name is None or saying.source is None:
            continue
        sentence = page.sentences[saying.sentence]
        words = {token.lower for token in page.tokens[sentence.first : sentence.last]}
        if not words & _EARLIER:
            whole = Span(min(saying.source.start, saying.cue.start), max(saying.source.end, saying.cue.end))
            yield Speaks(whole, saying.name)
