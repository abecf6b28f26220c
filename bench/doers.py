"""Who did it, how far it went and what only sounds violent, mention by mention: `python -m bench doers`.

Against gold: the actors tied to words that gold marks as an incident, their names, kinds and rungs of the
ladder; named actors that gold holds to be no perpetrator of anything in the report (forbidden); the stage of
each act; and of the words gold marks as no incident, how many that look like acts were set aside.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from dateline.intake import from_text
from dateline.read.negatives import negatives
from dateline.read.page import Page
from dateline.read.says import quotations
from dateline.read.stage import stage_of
from dateline.read.toll import people
from dateline.read.what import triggers
from dateline.read.who import actors, responsibility, ties
from dateline.record import Span

from .corpora import told
from .gold.document import Document, documents, place
from .outcome import Figure, Options, Outcome, share

_NOT_DONE = ("hypothetical", "negated")


# figure: (what was hit, out of what)
_SHARES = {
    "perpetrators found": ("who hit", "who"),
    "right kind of those found": ("kind hit", "who hit"),
    "right rung of those found": ("rung hit", "who hit"),
    "actors tied that gold names": ("tie right", "tie"),
    "claim of responsibility right": ("claim hit", "claim"),
    "stage right of acts not carried out": ("stage undone hit", "stage undone"),
    "stage right of acts carried out": ("stage done hit", "stage done"),
    "words of no incident set aside": ("aside hit", "aside"),
    "words of incidents not set aside": ("kept", "kept words"),
    "articles without incident all set aside": ("quiet hit", "quiet"),
}


def measure(options: Options) -> Outcome:
    """Reads the gold articles mention by mention."""
    found = documents(options)
    tally: Counter[str] = Counter()
    details = [line for document in found for line in _article(document, tally)]
    tally["kept"] = tally["kept words"] - tally["lost"]
    figures = [Figure(name, share(tally[hit], tally[of]), tally[of]) for name, (hit, of) in _SHARES.items()]
    figures.append(Figure("forbidden names tied", float(tally["forbidden"]), tally["named"], "count"))
    figures.append(Figure("claims where gold tells none", float(tally["claim extra"]), len(found), "count"))
    where = f"{told(options.data) if options.data else 'gold ' + options.split} ({len(found)} documents)"
    shown = tuple(details) if options.errors else ()
    return Outcome("doers", where, tuple(figures), "perpetrators found", details=shown)


def _article(document: Document, tally: Counter[str]) -> list[str]:
    name = document.key
    page = Page(from_text(document.text, published=(document.published or "")[:10] or None))
    lines: list[str] = []
    found = triggers(page)
    aside = dict(negatives(page, found, quotations(page)).set_aside)
    kept = [t for t in found if t not in aside and stage_of(page, t).stage not in _NOT_DONE]
    tied = ties(page, kept, actors(page, people(page)))
    names = {q for i in document.incidents for p in i["perpetrators"] for q in _quotes(p)}
    for tie in tied:
        words = page.words(tie.actor.span)
        tally["named"] += tie.actor.name is not None
        if tie.actor.name is not None and not any(_alike(words, quote) for quote in names):
            tally["forbidden"] += 1
            lines.append(f"FORBIDDEN {name} {words!r} {tie.status} of {_around(page, tie.trigger.span)}")
    for incident in document.incidents:
        if incident.get("optional"):
            continue
        spans = [Span(*s) for m in incident["mentions"] if (s := place(page.text, m)) is not None]
        own = [t for t in tied if any(s.touches(t.trigger.span) for s in spans)]
        lines += _perpetrators(name, page, incident, (own, spans), tally)
        lines += _stages(name, page, incident, spans, tally)
        for trigger in found:
            if incident["countable"] and any(s.touches(trigger.span) for s in spans):
                tally["kept words"] += 1
                reason = aside.get(trigger)
                reading = stage_of(page, trigger).stage
                if reason is not None or reading in _NOT_DONE:
                    tally["lost"] += 1
                    lines.append(f"LOST {name} {reason or reading} {_around(page, trigger.span)}")
    lines += _claim(page, document, tally)
    lines += _asides(page, document, found, (aside, kept), tally)
    return lines


def _perpetrators(
    name: str, page: Page, incident: dict[str, Any], own: tuple[list[Any], list[Span]], tally: Counter[str]
) -> list[str]:
    lines = []
    tied, spans = own
    reached = any(s.touches(t.span) for s in spans for t in triggers(page))
    for gold_one in incident["perpetrators"]:
        if gold_one.get("optional") or not reached:
            continue
        tally["who"] += 1
        mine = [t for t in tied if any(_alike(page.words(t.actor.span), q) for q in _quotes(gold_one))]
        wanted = f"{gold_one['status']} {gold_one['kind']} {gold_one['quotes'][0]!r}"
        if not mine:
            got = sorted({f"{page.words(t.actor.span)} ({t.status})" for t in tied})
            lines.append(f"MISSED {name} {incident['id']} {wanted} by {gold_one['said_by']} got {got}")
            continue
        tally["who hit"] += 1
        if any(t.actor.kind == gold_one["kind"] for t in mine):
            tally["kind hit"] += 1
        else:
            lines.append(f"KIND {name} {incident['id']} {wanted} got {[t.actor.kind for t in mine]}")
        rungs = [t.status for t in mine]
        if gold_one["status"] in rungs or {gold_one["status"], *rungs} <= {"unknown", "reported_as_fact"}:
            tally["rung hit"] += 1
        else:
            where = _around(page, mine[0].trigger.span)
            lines.append(
                f"RUNG {name} {incident['id']} {wanted} by {gold_one['said_by']} got {rungs} in {where}"
            )
    every = [q for p in incident["perpetrators"] for q in _quotes(p)]
    for tie in tied:
        tally["tie"] += 1
        right = any(_alike(page.words(tie.actor.span), q) for q in every)
        tally["tie right"] += right
        if not right:
            words = page.words(tie.actor.span)
            lines.append(f"EXTRA {name} {incident['id']} {words!r} of {_around(page, tie.trigger.span)}")
    return lines


def _stages(
    name: str, page: Page, incident: dict[str, Any], spans: list[Span], tally: Counter[str]
) -> list[str]:
    lines = []
    done = incident["stage"] == "carried_out"
    for trigger in triggers(page):
        if not any(s.touches(trigger.span) for s in spans):
            continue
        reading = stage_of(page, trigger)
        kind = "stage done" if done else "stage undone"
        tally[kind] += 1
        if reading.stage == incident["stage"]:
            tally[kind + " hit"] += 1
        else:
            cue = page.words(reading.cue) if reading.cue else None
            lines.append(
                f"STAGE {name} {incident['id']} {incident['stage']} got {reading.stage} by {cue!r}"
                f" in {_around(page, trigger.span)}"
            )
    return lines


def _claim(page: Page, document: Document, tally: Counter[str]) -> list[str]:
    name = document.key
    wanted = {i["claim_of_responsibility"] for i in document.incidents} - {"not_mentioned"}
    heard = {what for what, _, _ in responsibility(page)}
    lines = []
    for one in sorted(wanted):
        tally["claim"] += 1
        hit = one in heard or (one == "competing" and "claimed" in heard)
        tally["claim hit"] += hit
        if not hit:
            lines.append(f"CLAIM {name} wanted {one} got {sorted(heard)}")
    if heard and not wanted:
        tally["claim extra"] += 1
        words = [page.words(span) for _, span, _ in responsibility(page)]
        lines.append(f"CLAIM {name} wanted nothing got {sorted(heard)} {words}")
    return lines


def _asides(
    page: Page, document: Document, found: tuple[Any, ...], sorted_out: Any, tally: Counter[str]
) -> list[str]:
    name = document.key
    lines = []
    _, kept = sorted_out
    for one in document.not_incidents:
        spot = place(page.text, one["quote"])
        span = Span(*spot) if spot is not None else None
        inside = [t for t in found if span is not None and span.touches(t.span)]
        if not inside:
            continue
        tally["aside"] += 1
        if all(t not in kept for t in inside):
            tally["aside hit"] += 1
        else:
            left = [t for t in inside if t in kept]
            lines.append(f"ASIDE {name} {one['reason']} {_around(page, left[0].span)}")
    if not any(i["countable"] for i in document.incidents):
        tally["quiet"] += 1
        real = [t for t in kept if not t.weak and t.act not in ("generic", "harm")]
        tally["quiet hit"] += not real
        if real:
            lines.append(f"LOUD {name} {[page.words(t.span) for t in real][:8]}")
    return lines


def _quotes(perpetrator: dict[str, Any]) -> list[str]:
    quotes: list[str] = [*perpetrator["quotes"]]
    if perpetrator["name"]:
        quotes.append(perpetrator["name"])
    return quotes


def _alike(one: str, other: str) -> bool:
    """Whether two mentions share a word that is not small."""
    small = {"the", "a", "an", "of", "in", "and", "two", "three", "some", "men", "group", "forces", "members"}

    def words(said: str) -> set[str]:
        said = said.rpartition("@")[0] if said[-2:-1] == "@" else said
        return {
            w.strip(".,'\"’“”").removesuffix("'s").removesuffix("’s").lower() for w in said.split()
        } - small

    return bool(words(one) & words(other)) or one.lower() in other.lower()


def _around(page: Page, span: Span) -> str:
    sentence = page.sentence_at(span.start)
    before = page.text[max(sentence.start, span.start - 110) : span.start]
    after = page.text[span.end : min(sentence.end, span.end + 90)]
    return f"{before}[[{page.words(span)}]]{after}".replace("\n", " / ")
