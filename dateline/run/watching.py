"""Feeds into a case: rounds over a watch list, each new story kept, read and merged as it comes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dateline.intake.source import Found
from dateline.intake.watch import Diary, Visited, watch
from dateline.intake.watching import WatchList, watch_list

from .case import Case

__all__ = ["Visited", "WatchList", "diary_of", "watch_list", "watched"]

_DIARY = "watched.jsonl"


def diary_of(case: Case, feeds: str) -> Path:
    """Where a case notes what its feeds gave before: in its folder; of one on a server, beside the list."""
    folder = Path(case.where)
    return folder / _DIARY if folder.is_dir() else Path(feeds).with_suffix(".watched.jsonl")


def watched(case: Case, wanted: WatchList, diary: Path) -> Iterator[Visited]:
    """One round: what came of each feed, a few stories at a time. Raises InputError, CaseError."""
    yield from watch(wanted, Diary(diary), lambda founds: _keep(case, founds))


def _keep(case: Case, founds: list[Found]) -> None:
    case.add(founds)
