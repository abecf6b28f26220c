"""How well places are found and resolved: `python -m bench places`, or this file alone.

Geoparsing: share of toponyms placed within 161 km of the gold coordinates and the median error, with the gold
toponyms and with our own finder, on LGL and GeoWebNews. Gold: country, first-level area and locality of each
incident, given the place words the coder quoted. Articles whose name hashes to an even number are for tuning,
the others are reported; "tune" reports the tuning half, "errors" prints the misses.
"""

from __future__ import annotations

import json
import math
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from dateline.knowledge.gazetteer import look_up
from dateline.knowledge.places.fold import fold
from dateline.read.page import Page
from dateline.read.where import PlaceMention, mention_of, places, resolved
from dateline.record import NARRATOR, Claim, Report, Span, Where
from dateline.resolve.places import place

CORPORA = Path(__file__).parent.parent.parent / "shared" / "corpora"
WITHIN_KM = 161.0
NAMED = frozenset({"Literal", "Mixed", "Coercion", "Metonymic", "Demonym", "Non_Literal_Modifier",
                   "Literal_Modifier", "Embedded_Literal", "Embedded_Non_Lit"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Toponym:
    """A gold place name; `point` is (latitude, longitude) or None where the corpus gives none."""

    span: Span
    point: tuple[float, float] | None


def main(arguments: list[str]) -> None:
    """Prints the figures, a line each."""
    tune, errors = "tune" in arguments, "errors" in arguments
    for name, articles in (("LGL", _lgl()), ("GeoWebNews", _gwn())):
        half = [(key, text, gold) for key, text, gold in articles if _even(key) == tune]
        _geoparsing(name, half, errors)
    _gold_places("dev" not in arguments, errors)


def _even(key: str) -> bool:
    return int(sha256(key.encode()).hexdigest(), 16) % 2 == 0


def _lgl() -> Iterator[tuple[str, str, list[Toponym]]]:
    for article in ET.parse(CORPORA / "geoparsing" / "lgl.xml").getroot().iter("article"):
        found = []
        for toponym in article.iter("toponym"):
            tag = toponym.find("gaztag")
            found.append(Toponym(_span(toponym), _point(tag, "lat", "lon") if tag is not None else None))
        yield "lgl" + article.get("docid", ""), article.findtext("text") or "", found


def _gwn() -> Iterator[tuple[str, str, list[Toponym]]]:
    for article in ET.parse(CORPORA / "geoparsing" / "GWN.xml").getroot().iter("article"):
        found = [
            Toponym(_span(toponym), _point(toponym, "latitude", "longitude"))
            for toponym in article.iter("toponym")
            if toponym.findtext("type") in NAMED
        ]
        yield "gwn" + article.get("file", ""), article.findtext("text") or "", found


def _span(toponym: ET.Element) -> Span:
    return Span(int(toponym.findtext("start") or 0), int(toponym.findtext("end") or 0))


def _point(tag: ET.Element, latitude: str, longitude: str) -> tuple[float, float] | None:
    here = tag.findtext(latitude), tag.findtext(longitude)
    return (float(here[0]), float(here[1])) if here[0] and here[1] else None


def _geoparsing(name: str, articles: Sequence[tuple[str, str, list[Toponym]]], errors: bool) -> None:
    gold_errors: list[float] = []
    covered: list[float] = []
    own: list[float] = []
    found = gold_count = exact = loose = right_gold = 0
    seconds = 0.0
    for key, text, gold in articles:
        page = Page(Report(text))
        given = [(t, mention_of(page, t.span)) for t in gold]
        wheres = resolved(page, [m for _, m in given])
        for (toponym, mention), where in zip(given, wheres, strict=True):
            if toponym.point is None:
                continue
            error = _error(toponym.point, where)
            gold_errors.append(error)
            if mention.candidates or mention.country:
                covered.append(error)
            if errors and error > WITHIN_KM:
                at = f"{where.name}/{where.admin1}/{where.country}" if where else None
                print(f"far {name} {key} {text[toponym.span.start : toponym.span.end]!r} {toponym.point} ->"
                      f" {at} {error:.0f} km, {len(mention.candidates)} candidates")  # fmt: skip
        page = Page(Report(text))
        begin = process_time()
        mentions = places(page)
        answers = resolved(page, mentions)
        seconds += process_time() - begin
        spans = {m.span: w for m, w in zip(mentions, answers, strict=True)}
        found += len(mentions)
        gold_count += len(gold)
        exact += sum(t.span in spans for t in gold)
        loose += sum(any(m.span.touches(t.span) for t in gold) for m in mentions)
        for toponym in gold:
            hits = [w for span, w in spans.items() if span.touches(toponym.span)]
            right_gold += bool(hits)
            if toponym.point is not None and hits:
                own.append(_error(toponym.point, hits[0]))
        if errors:
            _show_finder(name, key, page, mentions, gold)
    precision, recall = loose / max(found, 1), right_gold / max(gold_count, 1)
    words = sum(len(text.split()) for _, text, _ in articles)
    print(
        f"{name}: gold toponyms n={len(gold_errors)} within 161 km {_share(gold_errors):.3f},"
        f" median {median(gold_errors):.0f} km; in the gazetteer n={len(covered)} {_share(covered):.3f}"
    )
    print(f"{name}: finder F1 exact {2 * exact / max(found + gold_count, 1):.3f}, overlapping"
          f" {2 * precision * recall / max(precision + recall, 1e-9):.3f} (p {precision:.3f} r {recall:.3f});"
          f" found and within 161 km {_share(own):.3f} of {len(own)}, of all"
          f" {sum(e <= WITHIN_KM for e in own) / max(len(gold_errors), 1):.3f}, median {median(own):.0f} km;"
          f" {seconds * 400_000 / max(words, 1):.2f} ms per 400 words")  # fmt: skip


def _show_finder(name: str, key: str, page: Page, mentions: Sequence[PlaceMention],
                 gold: Sequence[Toponym]) -> None:  # fmt: skip
    for toponym in gold:
        if not any(m.span.touches(toponym.span) for m in mentions):
            print(f"missed {name} {key} {_around(page, toponym.span)}")
    for mention in mentions:
        if not any(mention.span.touches(t.span) for t in gold):
            print(f"false {name} {key} {mention.use} {_around(page, mention.span)}")


def _around(page: Page, span: Span) -> str:
    before, after = page.text[max(0, span.start - 40) : span.start], page.text[span.end : span.end + 40]
    return f"{before}[{page.words(span)}]{after}".replace("\n", " ")


def _error(point: tuple[float, float], where: Where | None) -> float:
    """Kilometres off; half the earth's girth when no position is given."""
    if where is None or where.latitude is None or where.longitude is None:
        return 20_000.0
    lat1, lon1, lat2, lon2 = map(math.radians, (*point, where.latitude, where.longitude))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def _share(kilometres: Sequence[float]) -> float:
    return sum(k <= WITHIN_KM for k in kilometres) / max(len(kilometres), 1)


def _gold_places(every: bool, errors: bool) -> None:
    """Country, area and locality of gold incidents from the mentions inside the coder's place quotes."""
    right = dict.fromkeys(("country", "admin1", "locality"), 0)
    total = dict(right)
    for name, article in _gold_articles(every):
        page = Page(Report(article["text"], article.get("published")))
        mentions = places(page)
        answers = resolved(page, mentions)
        for incident in article["incidents"]:
            gold = incident["place"]
            quotes = [span for quote in gold["quotes"] for span in _quote_spans(page.text, quote)]
            if not quotes or not any(_names(page, quote) for quote in quotes):
                continue  # "the same post", "in the city": which place that is, splitting has to tell
            scenes: list[Claim] = []
            context: list[Claim] = []
            for mention, where in zip(mentions, answers, strict=True):
                if where is not None and mention.use not in ("metonym", "part_of_name"):
                    inside = any(quote.touches(mention.span) for quote in quotes)
                    claim = Claim("E1", "scene", where, (mention.span,), NARRATOR)
                    (scenes if inside and mention.use != "demonym" else context).append(claim)
            answer = place(scenes, context, (), first=False).where
            for field in right:
                if gold[field] is None:
                    continue
                total[field] += 1
                same = _same(gold[field], answer, field)
                right[field] += same
                if errors and not same:
                    print(f"gold {name} {field}: {gold[field]!r} not {getattr(answer, field)!r}; quotes"
                          f" {gold['quotes']}")  # fmt: skip
    shares = ", ".join(f"{field} {right[field] / total[field]:.3f} (n={total[field]})" for field in right)
    print(f"gold incidents{'' if every else ' (dev)'}: {shares}")


def _gold_articles(every: bool) -> Iterator[tuple[str, dict[str, Any]]]:
    folder = CORPORA / "gold"
    dev = set((folder / "dev.txt").read_text(encoding="utf-8").split())
    for path in sorted(folder.rglob("*.json")):
        name = str(path.relative_to(folder))
        if path.name != "merged.json" and (every or name in dev):
            article = json.loads(path.read_text(encoding="utf-8"))
            if "incidents" in article:
                yield name, article


def _names(page: Page, quote: Span) -> bool:
    """Whether a quote holds a capital that opens no sentence: a name."""
    first, last = page.token_range(quote.start, quote.end)
    begin = page.sentence_at(quote.start).first
    return any(page.tokens[n].text[:1].isupper() and n > begin for n in range(first, last))


def _quote_spans(text: str, quote: str) -> list[Span]:
    words, _, number = quote.rpartition("@")
    words, nth = (words, int(number)) if words and number.isdigit() else (quote, 1)
    start = -1
    for _ in range(nth):
        start = text.find(words, start + 1)
        if start < 0:
            return []
    return [Span(start, start + len(words))]


def _same(gold: str, answer: Where, field: str) -> bool:
    """Whether two names agree but for spelling, or a generic word ("X district"), or are of one place."""
    ours: str | None = getattr(answer, field)
    if ours is None:
        return False
    if field != "country" and answer.gazetteer_id in {known.gazetteer for known in look_up(gold)}:
        return True
    a, b = fold(gold), fold(ours)
    return a == b or f" {a} ".startswith(f" {b} ") or f" {b} ".startswith(f" {a} ") or f" {b} " in f" {a} "


if __name__ == "__main__":
    main(sys.argv[1:])
