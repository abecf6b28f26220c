"""How well places are found and resolved: `python -m bench places`.

Geoparsing: share of toponyms placed within 161 km of the gold coordinates and the median error, with the gold
toponyms (and of those the gazetteer lists) and with our own finder, on LGL and GeoWebNews. Gold: country,
first-level area and locality of each incident, given the place words the coder quoted. Articles whose name
hashes to an odd number are reported; `--split train` reports the others, on which weights were tuned.
`--data` names another folder with lgl.xml or GWN.xml.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from statistics import median
from time import process_time

from dateline.knowledge.gazetteer import look_up
from dateline.knowledge.places.fold import fold
from dateline.read.page import Page
from dateline.read.where import PlaceMention, mention_of, places, resolved
from dateline.record import NARRATOR, Claim, Report, Span, Where
from dateline.resolve.places import place

from .corpora import place_of, told
from .distance import kilometres
from .gold.document import Document, documents
from .gold.document import place as quote_place
from .outcome import Figure, NoData, Options, Outcome, f1, prf, share

WITHIN_KM = 161.0
_FAR = 20_000.0  # half the earth's girth, for a toponym that is given no position
NAMED = frozenset({"Literal", "Mixed", "Coercion", "Metonymic", "Demonym", "Non_Literal_Modifier",
                   "Literal_Modifier", "Embedded_Literal", "Embedded_Non_Lit"})  # fmt: skip
_PUBLISHED = {"LGL": "0.795, the best of about 20 systems, on all of LGL", "GeoWebNews": "0.674, likewise"}
_FIELDS = ("country", "admin1", "locality")


@dataclass(frozen=True, slots=True)
class Toponym:
    """A gold place name; `point` is (latitude, longitude) or None where the corpus gives none."""

    span: Span
    point: tuple[float, float] | None


Article = tuple[str, str, list[Toponym]]


@dataclass(slots=True)
class Tally:
    """Errors in kilometres: of gold toponyms, of those listed, of those our finder found; counts of names."""

    gold: list[float] = field(default_factory=list)
    listed: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)
    found: int = 0
    wanted: int = 0
    exact: int = 0
    loose: int = 0
    reached: int = 0
    seconds: float = 0.0
    words: int = 0


def measure(options: Options) -> Outcome:
    """Geoparsing on both corpora, and the places of gold incidents."""
    folder = place_of(options, "geoparsing")
    figures: list[Figure] = []
    details: list[str] = []
    for name, articles in (("LGL", _lgl(folder)), ("GeoWebNews", _gwn(folder))):
        half = [article for article in articles if _asked(article[0], options.split)][: options.limit]
        if half:
            figures += _geoparsing(name, half, details)
    if not figures:
        raise NoData(f"{folder}: holds neither lgl.xml nor GWN.xml")
    if options.data is None:
        figures += _gold_places(options, details)
    headline = figures[0].name
    where = f"{told(folder)} {options.split}"
    return Outcome(
        "places", where, tuple(figures), headline, details=tuple(details) if options.errors else ()
    )


def _asked(key: str, split: str) -> bool:
    even = int(sha256(key.encode()).hexdigest(), 16) % 2 == 0
    return split == "all" or even == (split == "train")


def _articles(path: Path) -> Iterator[ET.Element]:
    if path.exists():
        yield from ET.parse(path).getroot().iter("article")


def _lgl(folder: Path) -> Iterator[Article]:
    for article in _articles(folder / "lgl.xml"):
        found = []
        for toponym in article.iter("toponym"):
            tag = toponym.find("gaztag")
            found.append(Toponym(_span(toponym), _point(tag, "lat", "lon") if tag is not None else None))
        yield "lgl" + article.get("docid", ""), article.findtext("text") or "", found


def _gwn(folder: Path) -> Iterator[Article]:
    for article in _articles(folder / "GWN.xml"):
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


def _geoparsing(name: str, articles: Sequence[Article], details: list[str]) -> list[Figure]:
    tally = Tally()
    for key, text, gold in articles:
        _given(tally, name, (key, text, gold), details)
        _found(tally, name, (key, text, gold), details)
    n = len(tally.gold)
    p, r = share(tally.loose, tally.found), share(tally.reached, tally.wanted)
    return [
        Figure(f"{name} within 161 km", _near(tally.gold, n), n, published=_PUBLISHED[name]),
        Figure(f"{name} median error", median(tally.gold) if n else None, n, "km"),
        Figure(f"{name} listed, within 161 km", _near(tally.listed, len(tally.listed)), len(tally.listed)),
        Figure(f"{name} names P", p, tally.found),
        Figure(f"{name} names R", r, tally.wanted),
        Figure(f"{name} names F1", f1(p, r), tally.wanted),
        Figure(
            f"{name} names exact F1", prf("", tally.exact, tally.found, tally.wanted)[2].value, tally.wanted
        ),
        Figure(f"{name} found, within 161 km", _near(tally.own, len(tally.own)), len(tally.own)),
        Figure(f"{name} found and within 161 km of all", _near(tally.own, n), n),
        Figure(f"{name} finding, 400 words", tally.seconds * 400_000 / max(tally.words, 1), n, "ms"),
    ]


def _near(errors: Sequence[float], n: int) -> float | None:
    return share(sum(error <= WITHIN_KM for error in errors), n)


def _given(tally: Tally, name: str, article: Article, details: list[str]) -> None:
    """With the gold toponyms."""
    key, text, gold = article
    page = Page(Report(text))
    given = [(toponym, mention_of(page, toponym.span)) for toponym in gold]
    for (toponym, mention), where in zip(given, resolved(page, [m for _, m in given]), strict=True):
        if toponym.point is None:
            continue
        error = _error(toponym.point, where)
        tally.gold.append(error)
        if mention.candidates or mention.country:
            tally.listed.append(error)
        if error > WITHIN_KM:
            at = f"{where.name}/{where.admin1}/{where.country}" if where else None
            details.append(
                f"far {name} {key} {page.words(toponym.span)!r} {toponym.point} -> {at} {error:.0f} km,"
                f" {len(mention.candidates)} candidates"
            )


def _found(tally: Tally, name: str, article: Article, details: list[str]) -> None:
    """With our own finder."""
    key, text, gold = article
    page = Page(Report(text))
    begin = process_time()
    mentions = places(page)
    answers = resolved(page, mentions)
    tally.seconds += process_time() - begin
    tally.words += len(text.split())
    spans = {m.span: w for m, w in zip(mentions, answers, strict=True)}
    tally.found += len(mentions)
    tally.wanted += len(gold)
    tally.exact += sum(t.span in spans for t in gold)
    tally.loose += sum(any(m.span.touches(t.span) for t in gold) for m in mentions)
    for toponym in gold:
        hits = [where for span, where in spans.items() if span.touches(toponym.span)]
        tally.reached += bool(hits)
        if toponym.point is not None and hits:
            tally.own.append(_error(toponym.point, hits[0]))
        if not hits:
            details.append(f"missed {name} {key} {_around(page, toponym.span)}")
    details += [
        f"false {name} {key} {mention.use} {_around(page, mention.span)}"
        for mention in mentions
        if not any(mention.span.touches(toponym.span) for toponym in gold)
    ]


def _around(page: Page, span: Span) -> str:
    before, after = page.text[max(0, span.start - 40) : span.start], page.text[span.end : span.end + 40]
    return f"{before}[{page.words(span)}]{after}".replace("\n", " ")


def _error(point: tuple[float, float], where: Where | None) -> float:
    if where is None or where.latitude is None or where.longitude is None:
        return _FAR
    return kilometres(point, (where.latitude, where.longitude))


def _gold_places(options: Options, details: list[str]) -> Iterator[Figure]:
    """Country, area and locality of gold incidents from the mentions inside the coder's place quotes."""
    right = dict.fromkeys(_FIELDS, 0)
    total = dict(right)
    for document in documents(options):
        page = Page(Report(document.text, document.published))
        mentions = places(page)
        answers = resolved(page, mentions)
        for incident in document.incidents:
            gold = incident["place"]
            quotes = _quotes(document, gold["quotes"])
            if not any(_names(page, quote) for quote in quotes):
                continue  # "the same post", "in the city": which place that is, splitting has to tell
            answer = _placed(mentions, answers, quotes)
            for part in _FIELDS:
                if gold[part] is not None:
                    total[part] += 1
                    same = _same(gold[part], answer, part)
                    right[part] += same
                    if not same:
                        got = getattr(answer, part)
                        details.append(
                            f"gold {document.key} {part}: {gold[part]!r} not {got!r}; {gold['quotes']}"
                        )
    yield from (Figure(f"gold {part}", share(right[part], total[part]), total[part]) for part in _FIELDS)


def _quotes(document: Document, quotes: Sequence[str]) -> list[Span]:
    spots = (quote_place(document.text, quote) for quote in quotes)
    return [Span(*spot) for spot in spots if spot is not None]


def _placed(
    mentions: Sequence[PlaceMention], answers: Sequence[Where | None], quotes: Sequence[Span]
) -> Where:
    scenes: list[Claim] = []
    context: list[Claim] = []
    for mention, where in zip(mentions, answers, strict=True):
        if where is not None and mention.use not in ("metonym", "part_of_name"):
            inside = any(quote.touches(mention.span) for quote in quotes)
            claim = Claim("E1", "scene", where, (mention.span,), NARRATOR)
            (scenes if inside and mention.use != "demonym" else context).append(claim)
    return place(scenes, context, (), first=False).where


def _names(page: Page, quote: Span) -> bool:
    """Whether a quote holds a capital that opens no sentence: a name."""
    first, last = page.token_range(quote.start, quote.end)
    begin = page.sentence_at(quote.start).first
    return any(page.tokens[n].text[:1].isupper() and n > begin for n in range(first, last))


def _same(gold: str, answer: Where, field: str) -> bool:
    """Whether two names agree but for spelling, or a generic word ("X district"), or are of one place."""
    ours: str | None = getattr(answer, field)
    if ours is None:
        return False
    if field != "country" and answer.gazetteer_id in {known.gazetteer for known in look_up(gold)}:
        return True
    a, b = fold(gold), fold(ours)
    return a == b or f" {a} ".startswith(f" {b} ") or f" {b} ".startswith(f" {a} ") or f" {b} " in f" {a} "
