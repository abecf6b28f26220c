"""A case: reports, the incidents they add up to, and what people decided about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from dateline.intake.source import Found
from dateline.record import Judgement, Merged, Record, Report, Review
from dateline.store import (
    Filter,
    Store,
    incidents,
    judgements,
    open_store,
    records,
    reports,
    reviews,
    tellings,
)

from .adding import Added, add
from .counting import Counts, counts
from .explaining import why
from .gathering import regroup
from .incidents import Incidents
from .lessons import lessons
from .progress import OnProgress, silent
from .rebuilding import Rebuilt, rebuild
from .reviewing import Act, decide, undo
from .verifying import Verified, verify


class Case:
    """An open case; `dateline.open` makes one. Close it when done, or use it in a `with`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def where(self) -> str:
        """The folder or address, without a password."""
        return self._store.where

    @property
    def store(self) -> Store:
        """The shelves, for the verbs of a case that lie in files of their own."""
        return self._store

    def add(
        self, founds: Iterable[Found], on_progress: OnProgress = silent, workers: int | None = None
    ) -> Added:
        """Keeps, reads and merges what intake found; what is there already is left as it is.

        Raises CaseError, or Stopped (a KeyboardInterrupt) with what was done until Ctrl-C.
        """
        return add(self._store, founds, workers, on_progress)

    def incidents(self, wanted: Filter | None = None, **asked: Any) -> Incidents:
        """The incidents that pass the filter, lazily: `case.incidents(country="IRQ", since="2021-11")`.

        The names are those of `Filter`; all that is asked must hold. Raises CaseError on a name or value that
        cannot be meant.
        """
        return Incidents(self._store, (wanted or Filter()).narrowed(asked))

    def incident(self, name: str) -> Merged:
        """An incident by its id, or by the name of any of its members. Raises CaseError if there is none."""
        with self._store.read() as view:
            return incidents.incident(view, tellings.cluster_named(view, name))

    def report(self, report_id: str) -> Report:
        """A report. Raises CaseError if there is none."""
        with self._store.read() as view:
            return reports.report(view, report_id)

    def reports(self, whole: Merged) -> dict[str, Report]:
        """The reports that tell of an incident, by id."""
        with self._store.read() as view:
            return reports.reports_by_id(view, (member.report for member in whole.members))

    def record(self, report_id: str) -> Record:
        """What was read out of a report. Raises CaseError if there is no such report, or no record of it."""
        with self._store.read() as view:
            return records.record(view, report_id)

    def judgements(self, name: str) -> tuple[Judgement, ...]:
        """Every judgement on the members of an incident, people's included: why these, and why not others."""
        with self._store.read() as view:
            members = incidents.incident(view, tellings.cluster_named(view, name)).members
            return tuple(judgements.about(view, members))

    def review(self, act: Act, by: str, why: str = "", seen: str | None = None) -> Review:
        """Writes a person's decision down and carries it out: `case.review(accept(name), by="ana")`.

        `seen`: id of the last decision about the incident that the person knew of ("" for none), to be told
        if another was taken meanwhile. Raises Outdated, or CaseError on what cannot be done.
        """
        return decide(self._store, act, by, why, seen)

    def undo(self, review_id: str, by: str, why: str = "") -> Review:
        """Takes a decision back. Raises CaseError if there is none of that id, or it holds no longer."""
        return undo(self._store, review_id, by, why)

    def log(self) -> tuple[Review, ...]:
        """Every decision, in the order taken, those that were taken back included."""
        with self._store.read() as view:
            return reviews.all_reviews(view)

    def decisions(self, name: str) -> tuple[Review, ...]:
        """The decisions about an incident, in the order taken, those that were taken back included."""
        with self._store.read() as view:
            whole = incidents.incident(view, tellings.cluster_named(view, name))
            return reviews.about(view, whole.members)

    def status(self, name: str) -> str:
        """How far people are with an incident: open, accepted, changed or rejected."""
        whole = self.incident(name)
        with self._store.read() as view:
            return incidents.statuses(view, [whole.id])[whole.id]

    def why(self, one: str, other: str) -> tuple[str, ...]:
        """Lines that tell why two incidents, tellings or reports are one incident, or are not."""
        return why(self._store, one, other)

    def rebuild(
        self, on_progress: OnProgress = silent, workers: int | None = None, everything: bool = False
    ) -> Rebuilt:
        """Remakes what another version of Dateline made; what people gave and decided stays.

        Raises CaseError, or RebuildStopped (a KeyboardInterrupt) with what was done until Ctrl-C.
        """
        return rebuild(self._store, workers, everything, on_progress)

    def refresh(self, names: Iterable[str]) -> int:
        """Puts these incidents, and what hangs together with them, together again; returns how many."""
        with self._store.write(first=True) as turn:
            clusters = [tellings.cluster_named(turn, name) for name in names]
            held = tellings.members_of(turn, clusters).values()
            return regroup(turn, [member for members in held for member in members])[1]

    def verify(self, on_progress: OnProgress = silent) -> Verified:
        """Checks every capture, text, quote and decision."""
        return verify(self._store, on_progress)

    def lessons(self) -> Iterator[dict[str, Any]]:
        """What people accepted and corrected as gold records, one for each report: test cases."""
        return lessons(self._store)

    def counts(self) -> Counts:
        """How much there is of everything, and what waits."""
        return counts(self._store)

    def close(self) -> None:
        """Lets go of files and connections."""
        self._store.close()

    def __enter__(self) -> Case:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Case {self.where}: {len(self.incidents())} incidents>"


def open_case(case: str | Path, create: bool = False) -> Case:
    """The case in a folder, or at a `postgresql://` address; with `create`, made if there is none.

    Raises CaseError: none there, something else there, made by a newer Dateline, no permission, no server.
    """
    return Case(open_store(case, create))
