"""A case: reports, the incidents they add up to, and what people decided about them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

from dateline.intake.source import Found
from dateline.record import Judgement, Merged, Record, Report
from dateline.store import Filter, Store, incidents, judgements, open_store, records, reports, tellings

from .adding import Added, add
from .incidents import Incidents
from .progress import OnProgress, silent


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
