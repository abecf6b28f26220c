"""How well victims and tolls are read: `python -m bench tolls`, or this file alone.

Mentions: each gold victim's words, found with the right effect and count; and of what is found, how much a
gold victim holds. Documents: killed and injured of reports that tell one incident.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

from dateline.read.page import Page
from dateline.read.toll import casualties
from dateline.record import Report, Toll
from dateline.record.casualty import Casualty
from dateline.resolve.tolls import toll

CORPORA = Path(__file__).parent.parent.parent / "shared" / "corpora"
NEAR = {"injured_critically": "injured", "rescued": "released", "captured": "abducted"}


def main(arguments: list[str]) -> None:
    """Prints the figures; with "errors" the misses, one a line; with "all" on all of gold, not dev alone."""
    every, errors = "all" in arguments, "errors" in arguments
    _mentions(every, errors)
    _gold_documents(every, errors)
    _gva("train" if every else "dev", errors)
    _awsd("train" if every else "dev", errors)


def gold(every: bool) -> Iterator[tuple[str, dict[str, Any]]]:
    """(name, article) of the gold development files, or of all."""
    folder = CORPORA / "gold"
    names = set((folder / "dev.txt").read_text(encoding="utf-8").split())
    for path in sorted(folder.glob("*/*.json")):
        name = f"{path.parent.name}/{path.name}"
        if path.parent.name != "clusters" and (every or name in names):
            yield name, json.loads(path.read_text(encoding="utf-8"))


def _mentions(every: bool, errors: bool) -> None:
    found = effect = counted = total = held = agreed = claimed = 0
    by_effect: Counter[str] = Counter()
    hit_effect: Counter[str] = Counter()
    for name, article in gold(every):
        page = Page(Report(article["text"]))
        told = [c for c in casualties(page) if c.modality != "hypothetical"]
        victims = [v for i in article["incidents"] for v in i["victims"]]
        texts = [(v, [_place(article["text"], q) for q in v["quotes"]]) for v in victims]
        for victim, places in texts:
            if victim.get("optional") or victim["effect"] in ("not_stated", "threatened"):
                continue
            total += 1
            by_effect[victim["effect"]] += 1
            over = [c for c in told if any(_touch(c, place) for place in places)]
            same = [c for c in over if _same(c.effect, victim["effect"])]
            right = [
                c for c in same if c.count and (c.count.low, c.count.high) == (victim["low"], victim["high"])
            ]
            found, effect, counted = found + bool(over), effect + bool(same), counted + bool(right)
            hit_effect[victim["effect"]] += bool(same)
            if errors and not right:
                kind = "COUNT" if same else "EFFECT" if over else "MISSED"
                got = [(c.effect, c.count and (c.count.low, c.count.high), page.words(c.words)) for c in over]
                print(f"{kind} {name} {_wanted(victim)} got {got}")
        for c in told:
            if c.running or c.count is None or c.count.high == 0:
                continue
            claimed += 1
            good = any(
                _touch(c, place) and (_same(c.effect, v["effect"]) or v["effect"] == "not_stated")
                for v, places in texts
                for place in places
            )
            held += good
            agreed += good or any(_same(c.effect, v["effect"]) and _fits(c, v) for v, _ in texts)
            if errors and not good:
                print(
                    f"FALSE {name} {c.effect} {c.count and (c.count.low, c.count.high)}",
                    repr(page.words(c.words)),
                )
    print(
        f"gold victims: n {total}, words found {found / total:.1%}, with effect {effect / total:.1%},",
        end=" ",
    )
    print(f"with effect and count {counted / total:.1%}; casualties that are gold victims", end=" ")
    print(f"{held}/{claimed} = {held / max(1, claimed):.1%}, or have a gold figure", end=" ")
    print(f"{agreed / max(1, claimed):.1%}")
    print("  by effect", {e: f"{hit_effect[e]}/{n}" for e, n in by_effect.most_common()})


def _fits(c: Casualty, victim: dict[str, Any]) -> bool:
    """A retelling whose words gold does not quote, with a gold figure."""
    return c.count is not None and (c.count.low, c.count.high) == (victim["low"], victim["high"])


def _wanted(victim: dict[str, Any]) -> str:
    return f"{victim['effect']} {victim['low']}-{victim['high']} {victim['quotes']}"


def _place(text: str, quote: str) -> tuple[int, int]:
    nth = 1
    if "@" in quote and quote.rsplit("@", 1)[1].isdigit():
        quote, number = quote.rsplit("@", 1)
        nth = int(number)
    start = -1
    for _ in range(nth):
        start = text.find(quote, start + 1)
    return start, start + len(quote)


def _touch(c: Casualty, place: tuple[int, int]) -> bool:
    spans = (c.people or c.cue, c.cue)
    return any(span.start < place[1] and place[0] < span.end for span in spans)


def _same(found: str, wanted: str) -> bool:
    return NEAR.get(found, found) == NEAR.get(wanted, wanted)


def _gold_documents(every: bool, errors: bool) -> None:
    tally: Counter[str] = Counter()
    for name, article in gold(every):
        told = [i for i in article["incidents"] if i["victims"] or i["killed"]["state"] != "not_reported"]
        if len(article["incidents"]) == 0 or len(told) > 1:
            continue
        wanted = told[0] if told else article["incidents"][0]
        claims = casualties(Page(Report(article["text"])))
        for field in ("killed", "injured"):
            answer = toll(claims, field).toll
            gave = (answer.state, answer.low, answer.high)
            right = (wanted[field]["state"], wanted[field]["low"], wanted[field]["high"])
            tally[f"{field} n"] += 1
            tally[f"{field} right"] += gave == right
            if right[0] == "stated":
                tally[f"{field} stated n"] += 1
                tally[f"{field} stated right"] += gave == right
            if errors and gave != right:
                print(f"TOLL {name} {field} wanted {right} gave {gave}")
    print("gold reports of one incident:", _shares(tally))


def _gva(part: str, errors: bool) -> None:
    """GVA's killed and injured count everyone, the shooter too, so attackers are added back."""
    tally: Counter[str] = Counter()
    with gzip.open(CORPORA / "gva" / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number >= 655:
                break
            incident = json.loads(line)
            for article in incident["articles"][:1]:
                claims = casualties(Page(Report(f"{article['title']}\n\n{article['content']}")))
                for field in ("killed", "injured"):
                    answer = toll(claims, field).toll
                    _score(tally, field, answer, incident[field])
                    if errors and (answer.low or 0) != incident[field]:
                        print(
                            f"GVA {incident['incident']} {field} wanted {incident[field]} gave {answer}",
                            repr(article["title"]),
                        )
    print(f"gva {part}, first article of each incident:", _shares(tally))


def _awsd(part: str, errors: bool) -> None:
    tally: Counter[str] = Counter()
    columns = {"killed": "Total killed", "injured": "Total wounded", "abducted": "Total kidnapped"}
    for line in (CORPORA / "awsd" / f"{part}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if not row["Details"]:
            continue
        claims = casualties(Page(Report(row["Details"])))
        for field, column in columns.items():
            answer = toll(claims, field).toll
            _score(tally, field, answer, int(row[column] or 0))
            if errors and (answer.low or 0) != int(row[column] or 0):
                print(f"AWSD {field} wanted {row[column]} gave {answer} {row['Details']!r}")
    print(f"awsd {part}:", _shares(tally))


def _score(tally: Counter[str], field: str, answer: Toll, wanted: int) -> None:
    low, high = answer.low or 0, answer.high if answer.state == "stated" else 0
    tally[f"{field} n"] += 1
    tally[f"{field} right"] += low == wanted
    tally[f"{field} within"] += low <= wanted and (high is None or wanted <= high)
    if wanted:
        tally[f"{field} some n"] += 1
        tally[f"{field} some right"] += low == wanted


def _shares(tally: Counter[str]) -> str:
    parts = []
    for key in sorted(tally):
        if key.endswith(" n"):
            continue
        n = tally[key.rsplit(" ", 1)[0] + " n"]
        parts.append(f"{key} {tally[key]}/{n} = {tally[key] / max(1, n):.1%}")
    return "; ".join(parts)


def speed() -> None:
    """Milliseconds a report on the gold articles, per 400 words."""
    pages = [Page(Report(article["text"])) for _, article in gold(True)]
    for page in pages:
        assert page.sentences is not None
    begin = perf_counter()
    for page in pages:
        casualties(page)
    spent = perf_counter() - begin
    words = sum(len(page.text.split()) for page in pages)
    print(f"speed: {1000 * spent / words * 400:.2f} ms per 400 words, tokens already made")


if __name__ == "__main__":
    main(sys.argv[1:])
    speed()
