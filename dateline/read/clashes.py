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
        if where is None or where.gazetteer_id is not None or not mention.candidates:
            continue
        code = next((c for n in inside if (c := _country(mentions[n], answers[n])) is not None), None)
        best = max(mention.candidates, key=lambda place: place.population)
        if code is None or best.kind != "city" or best.population < _KNOWN or not best.own:
            continue
        if all(place.country != code for place in mention.candidates):
            outer = next(n for n in inside if _country(mentions[n], answers[n]) == code)
            yield PlaceClash(
                (mention.span, mentions[outer].span),
                mention.name,
                _called(code),
                _called(best.country),
                best.admin1,
            )


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
