"""Gun-violence reports brought together: `python -m bench gva [--split dev|train] [--limit N]`.

Several articles an incident, one incident an article (its main telling); every article is read by Dateline,
title and text as the page had them, published on the article's day. What was read is merged and the groups
are judged against GVA's incidents: B-cubed, MUC, CEAF-e, CoNLL, false mergers; then the toll of the group
that best covers each incident, killed and injured exact (GVA writes 0 where reports are silent). An article
in which no incident was found is grouped by its day, names and words alone.

The news texts are not ours to train on: this measures, and no weight that ships was fitted on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline import merge
from dateline.record import Incident, Member, Merged, Record, Toll, What, unrows
from dateline.record.telling import Telling
from dateline.run.merging import merge_tellings

from .coref import b_cubed, ceaf_e, conll, muc, pairs_of
from .corpora import place_of, rows_of, told
from .outcome import Figure, NoData, Options, Outcome, share
from .reading import Item, read_all

Dict = dict[str, Any]
Group = frozenset[str]


@dataclass(frozen=True, slots=True)
class Shooting:
    """An incident as GVA counts it; `articles` by id."""

    id: str
    killed: int
    injured: int
    articles: Group


def measure(options: Options) -> Outcome:
    """Reads and merges the articles of a split, and judges the groups."""
    if options.split == "all":
        raise NoData("gva has the splits dev and train; name one with --split")
    path = place_of(options, f"gva/{options.split}.jsonl.gz")
    rows = list(rows_of(path))[: options.limit]
    incidents = [
        Shooting(row["incident"], row["killed"], row["injured"], frozenset(a["id"] for a in row["articles"]))
        for row in rows
    ]
    items = [item(article) for row in rows for article in row["articles"]]
    readings = read_all(items, options)
    mains = {key: main(unrows.record(record)) for key, record in readings.records.items()}
    tellings = {key: telling for key, (telling, _) in mains.items()}
    groups, found = grouped(tellings, [one.key for one in items])
    figures = (*agreement([one.articles for one in incidents], groups), *tolls(incidents, found))
    count = sum(was_read for _, was_read in mains.values())
    read = Figure("articles with an incident", share(count, len(items)), len(items))
    details = tuple(differences(incidents, groups, tellings)) if options.errors else ()
    return Outcome("gva", told(path), (read, *figures), "B-cubed F1", readings.failed, details)


def item(article: Dict) -> Item:
    """An article as its page had it, title first."""
    return Item(article["id"], f"{article['title']}\n\n{article['content']}", article["dct"])


def main(record: Record) -> tuple[Telling, bool]:
    """What the article is about: its main incident, else the first that may be merged; whether it was read.

    Every article of this set is about a shooting. Where none was found a bare one stands in, so that the
    article can be grouped by its day, its names and its words.
    """
    told = [telling for telling in merge.tellings(record) if merge.merges(telling.incident)]
    first = [telling for telling in told if telling.incident.role == "main"]
    if told:
        return [*first, *told][0], True
    bare = Incident("E1", What("civilian.attack"))
    return merge.tellings(replace(record, incidents=(bare,), claims=(), flags=()))[0], False


def grouped(
    tellings: dict[str, Telling], articles: Sequence[str]
) -> tuple[list[Group], list[tuple[Group, Merged]]]:
    """(groups of article ids, the same with the merged incident); what was not read stands alone."""
    article: dict[Member, str] = {telling.member: key for key, telling in tellings.items()}
    twins: dict[Member, list[str]] = {}
    for key, telling in tellings.items():  # one text under two ids is one report
        twins.setdefault(telling.member, []).append(key)
    merged = merge_tellings(tellings[article[member]] for member in sorted(twins)).incidents
    found = [(frozenset(key for member in one.members for key in twins[member]), one) for one in merged]
    alone = [frozenset([key]) for key in articles if key not in tellings]
    return [*(group for group, _ in found), *alone], found


def agreement(gold: Sequence[Group], groups: Sequence[Group]) -> Iterator[Figure]:
    """How well the groups agree with GVA's."""
    wanted, got = ([frozenset[Any](group) for group in side] for side in (gold, groups))
    n = sum(map(len, wanted))
    for name, score in (("B-cubed", b_cubed), ("MUC", muc)):
        for part, value in zip(("P", "R", "F1"), score(wanted, got), strict=True):
            yield Figure(f"{name} {part}", value, n)
    together, same = pairs_of(got), pairs_of(wanted)
    yield Figure("false mergers", share(len(together - same), len(together)), len(together))
    yield Figure("pairs found", share(len(together & same), len(same)), len(same))
    if n <= 1500:  # the one-to-one pairing takes time cubed
        yield Figure("CEAF-e F1", ceaf_e(wanted, got)[2], n)
        yield Figure("CoNLL F1", conll(wanted, got), n)


def tolls(incidents: Sequence[Shooting], found: Sequence[tuple[Group, Merged]]) -> Iterator[Figure]:
    """The exact toll of the group that best covers each incident."""
    home = {key: (group, one) for group, one in found for key in group}
    right = {"killed": 0, "injured": 0, "both": 0}
    several = both = 0
    for incident in incidents:
        covers = [home[key] for key in sorted(incident.articles) if key in home]
        if not covers:
            continue
        _, one = max(covers, key=lambda c: len(c[0] & incident.articles) / len(c[0] | incident.articles))
        killed, injured = (
            exact(one.incident.killed) == incident.killed,
            exact(one.incident.injured) == incident.injured,
        )
        right["killed"] += killed
        right["injured"] += injured
        right["both"] += killed and injured
        if len(incident.articles) > 1:
            several += 1
            both += killed and injured
    for name, count in right.items():
        yield Figure(f"{name} exact", share(count, len(incidents)), len(incidents))
    yield Figure("both exact, several articles", share(both, several), several)


def exact(toll: Toll) -> int | None:
    """The one figure a toll comes to; silence is 0, as GVA writes it."""
    if toll.state == "not_reported":
        return 0
    return toll.best if toll.best is not None else toll.low if toll.low == toll.high else None


def differences(
    incidents: Sequence[Shooting], groups: Sequence[Group], tellings: dict[str, Telling]
) -> Iterator[str]:
    """A line an article for each group that mixes incidents, and for each incident in several groups."""
    incident_of = {key: incident for incident in incidents for key in incident.articles}
    for group in groups:
        if len({incident_of[key].id for key in group}) > 1:
            yield "MIXED"
            yield from (_line(key, incident_of[key], tellings) for key in sorted(group))
    home = {key: group for group in groups for key in group}
    for incident in incidents:
        if len({home[key] for key in incident.articles}) > 1:
            yield "APART"
            yield from (_line(key, incident, tellings) for key in sorted(incident.articles))


def _line(key: str, incident: Shooting, tellings: dict[str, Telling]) -> str:
    telling = tellings.get(key)
    if telling is None:
        return f"  {incident.id} {key}: no incident found"
    return f"  {incident.id} {key}: {telling.head.published} {telling.incident.summary}"
