"""Reports of one incident brought together: `python -m bench clusters [--system singletons|one]`.

Our own stories (tests/golden/clusters): several reports each, with a gold record a report and a
`merged.json` that says which incidents of which reports are the same. What is grouped are the gold
incidents, so that grouping is judged apart from reading; things of all stories are put together, so a merger
across stories is a false one. Shown: B-cubed, MUC, CEAF-e and CoNLL; false mergers (pairs put together that
are not the same, and those of them that `must_not_merge` lists); the toll after merging (killed of the group
that best covers each countable gold cluster, bounds exact); disagreement recall (fields on which reports
differ that the system names).

A system takes the incidents of all stories and gives groups, each with its toll and the fields its members
disagree on. `dateline` merges the gold incidents, `read` reads the reports and merges what it read. Baselines
are `singletons` (nothing is the same) and `one` (all reports of a story tell one incident).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from dateline.record import merged, rows

from .clusters_dateline import FIELDS, Key, as_read, from_gold
from .coref import b_cubed, ceaf_e, conll, muc, pairs_of
from .corpora import told
from .gold.scalars import shown
from .outcome import Figure, NoData, Options, Outcome, share

STORIES = Path(__file__).parent.parent / "tests" / "golden" / "clusters"


@dataclass(frozen=True, slots=True)
class Told:
    """One incident as one report tells it."""

    key: Key
    incident: dict[str, Any]
    published: str | None
    report: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Merged:
    """What a system makes of some tellings: the same incident, its toll, the fields on which they differ."""

    members: frozenset[Key]
    killed: tuple[int | None, int | None] | None
    disagreements: frozenset[str] = field(default=frozenset())
    told: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """The tellings of one story and the gold's clusters."""

    name: str
    tellings: tuple[Told, ...]
    clusters: tuple[dict[str, Any], ...]
    apart: tuple[frozenset[Hashable], ...]


def measure(options: Options) -> Outcome:
    """Groups the incidents of all stories and judges the groups."""
    system = SYSTEMS.get(options.system)
    if system is None:
        raise NoData(f"no system called {options.system}; name one of {', '.join(SYSTEMS)}")
    root = options.data if options.data is not None else STORIES
    stories = _stories(root)[: options.limit]
    merged = system([telling for story in stories for telling in story.tellings])
    where = f"{told(root)}, system {options.system} ({len(stories)} stories)"
    details = tuple(differences(stories, merged)) if options.errors else ()
    return Outcome("clusters", where, tuple(figures(stories, merged)), "CoNLL F1", details=details)


def differences(stories: Sequence[Story], groups: Sequence[Merged]) -> Iterator[str]:
    """Some lines for each part of a gold cluster: who is with whom, its toll, its disagreements."""
    for story in stories:
        for cluster in story.clusters:
            wanted = _members(story, cluster)
            for group in (group for group in groups if wanted & group.members):
                extra, lacking = (
                    sorted(map(str, group.members - wanted)),
                    sorted(map(str, wanted - group.members)),
                )
                yield f"{story.name} {cluster['id']}: {len(wanted & group.members)} of {len(wanted)}"
                yield f"    too many {extra}, lacking {lacking}"
                yield f"    killed {group.killed} for {_toll(cluster['killed'])}"
                asked = {dispute["field"] for dispute in cluster.get("disagreements", [])}
                yield f"    disagreements {sorted(group.disagreements)} for {sorted(asked)}"
                yield f"    {group.told}"


def figures(stories: Sequence[Story], merged: Sequence[Merged]) -> Iterator[Figure]:
    """Every figure of the measure."""
    gold = [_members(story, cluster) for story in stories for cluster in story.clusters]
    got = [frozenset[Hashable](group.members) for group in merged]
    n = sum(len(group) for group in gold)
    for name, score in (("B-cubed", b_cubed), ("MUC", muc), ("CEAF-e", ceaf_e)):
        for part, value in zip(("P", "R", "F1"), score(gold, got), strict=True):
            yield Figure(f"{name} {part}", value, n)
    together, wrong = pairs_of(got), pairs_of(got) - pairs_of(gold)
    yield Figure("false mergers", share(len(wrong), len(together)), len(together))
    forbidden = {pair for story in stories for pair in story.apart}
    yield Figure("forbidden mergers", float(len(forbidden & together)), len(forbidden), "count")
    yield from _answers(stories, merged)
    yield Figure("CoNLL F1", conll(gold, got), n)


def _answers(stories: Sequence[Story], merged: Sequence[Merged]) -> Iterator[Figure]:
    right = tolls = found = sides = 0
    for story in stories:
        for cluster in story.clusters:
            wanted = _members(story, cluster)
            covers = [_cover(wanted, one.members) for one in merged]
            if not covers or not max(covers):
                continue
            group = merged[covers.index(max(covers))]
            if cluster["countable"]:
                tolls += 1
                right += group.killed == _toll(cluster["killed"])
            for dispute in cluster.get("disagreements", []):
                sides += 1
                named = {dispute["field"], FIELDS.get(dispute["field"], dispute["field"])}
                found += bool(named & group.disagreements)
    yield Figure("toll after merging", share(right, tolls), tolls)
    yield Figure("disagreement recall", share(found, sides), sides)


def singletons(tellings: Sequence[Told]) -> list[Merged]:
    """Nothing is the same."""
    return [Merged(frozenset([telling.key]), _toll(telling.incident["killed"])) for telling in tellings]


def one(tellings: Sequence[Told]) -> list[Merged]:
    """All reports of a story tell one incident; its toll is the last report's, its disputes what differs."""
    by_story: dict[str, list[Told]] = {}
    for telling in tellings:
        by_story.setdefault(telling.key[0], []).append(telling)
    return [_united(group) for group in by_story.values()]


def _united(group: Sequence[Told]) -> Merged:
    last = max(group, key=lambda telling: (telling.published or "", telling.key))
    differ = [name for name in ("killed", "injured", "date", "place", "type") if _differ(group, name)]
    members = frozenset(telling.key for telling in group)
    return Merged(members, _toll(last.incident["killed"]), frozenset(differ))


def _differ(group: Sequence[Told], name: str) -> bool:
    return len({shown(name, telling.incident[name]) for telling in group} - {""}) > 1


def dateline(tellings: Sequence[Told]) -> list[Merged]:
    """Dateline's merging of the gold incidents."""
    return [_merged(members, one) for members, one in from_gold(_reports(tellings))]


def read(tellings: Sequence[Told]) -> list[Merged]:
    """Dateline's reading of the reports and its merging; what it did not find is a group of its own."""
    found = [_merged(members, one) for members, one in as_read(_reports(tellings))]
    wanted, held = {telling.key for telling in tellings}, {key for group in found for key in group.members}
    groups = [replace(group, members=group.members & wanted) for group in found if group.members & wanted]
    return groups + [Merged(frozenset([key]), None) for key in sorted(wanted - held)]


def _reports(tellings: Sequence[Told]) -> dict[tuple[str, str], dict[str, Any]]:
    return {telling.key[:2]: telling.report for telling in tellings}


def _merged(members: frozenset[Key], one: merged.Merged) -> Merged:
    rule = dict(one.incident.resolution)["killed"]
    told = f"{one.incident.summary} ({one.independent_sources} sources; killed by rule {rule})"
    disputes = frozenset(dispute.field for dispute in one.disagreements)
    return Merged(members, _toll(rows.plain(one.incident.killed)), disputes, told)


SYSTEMS: dict[str, Callable[[Sequence[Told]], list[Merged]]] = {
    "singletons": singletons, "one": one, "dateline": dateline, "read": read,
}  # fmt: skip


def _toll(killed: dict[str, Any]) -> tuple[int | None, int | None] | None:
    return None if killed["state"] == "not_reported" else (killed.get("low"), killed.get("high"))


def _cover(wanted: frozenset[Hashable], members: frozenset[Key]) -> float:
    return len(wanted & members) / len(wanted | members)


def _members(story: Story, cluster: dict[str, Any]) -> frozenset[Hashable]:
    return frozenset((story.name, report, incident) for report, incident in cluster["members"])


def _stories(root: Path) -> list[Story]:
    paths = sorted(root.glob("*/merged.json")) if root.is_dir() else []
    if not paths:
        raise NoData(f"no data at {root}: stories are folders with 1.json, 2.json ... and merged.json")
    return [_story(path.parent) for path in paths]


def _story(folder: Path) -> Story:
    merged = json.loads((folder / "merged.json").read_text(encoding="utf-8"))
    clustered = {tuple(member) for cluster in merged["clusters"] for member in cluster["members"]}
    tellings = []
    for path in sorted(folder.glob("[0-9]*.json")):
        report = json.loads(path.read_text(encoding="utf-8"))
        for incident in report["incidents"]:
            if (path.stem, incident["id"]) in clustered:
                key = (folder.name, path.stem, incident["id"])
                tellings.append(Told(key, incident, report.get("published"), report))
    apart = tuple(
        frozenset[Hashable]((folder.name, *member) for member in pair)
        for pair in merged.get("must_not_merge", [])
    )
    return Story(folder.name, tuple(tellings), tuple(merged["clusters"]), apart)
