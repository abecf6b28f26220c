"""Reports handed in at the desk: each lot is read in a thread of its own, and tells how far it is."""

from __future__ import annotations

import logging
import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock

from dateline.errors import DatelineError
from dateline.intake.source import Found
from dateline.run.adding import Added
from dateline.run.case import Case
from dateline.run.progress import Progress

_KEPT = 50  # lots remembered
_log = logging.getLogger("dateline.desk")


@dataclass
class Job:
    """One lot: `at` of `of` in a `stage`; when done, what came of it and the ids of its reports."""

    id: str
    name: str
    by: str
    stage: str = "waiting"
    at: int = 0
    of: int = 0
    done: bool = False
    outcome: str = ""
    problems: tuple[str, ...] = ()
    reports: tuple[str, ...] = field(default=())


class Jobs:
    """The lots of one desk, one read at a time, so that looking and deciding stay quick."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.lock = Lock()
        self.held: OrderedDict[str, Job] = OrderedDict()
        self.hand = ThreadPoolExecutor(max_workers=1, thread_name_prefix="dateline-desk")

    def start(self, name: str, by: str, take_in: Callable[[], Iterable[Found]]) -> Job:
        """Queues a lot; `take_in` turns it into reports when its turn comes."""
        job = Job(secrets.token_hex(8), name, by)
        with self.lock:
            self.held[job.id] = job
            for old in [key for key, one in self.held.items() if one.done][: max(0, len(self.held) - _KEPT)]:
                del self.held[old]
        self.hand.submit(self._read, job, take_in)
        return job

    def find(self, job_id: str) -> Job | None:
        """A lot by its id."""
        with self.lock:
            return self.held.get(job_id)

    def latest(self, most: int = 5) -> tuple[Job, ...]:
        """The latest lots, newest first."""
        with self.lock:
            return tuple(reversed(self.held.values()))[:most]

    def close(self) -> None:
        """Reads no further lot; the one being read is finished."""
        self.hand.shutdown(wait=True, cancel_futures=True)

    def _read(self, job: Job, take_in: Callable[[], Iterable[Found]]) -> None:
        def on_progress(step: Progress) -> None:
            job.stage, job.at, job.of = step.stage, step.done, step.total or 0

        try:
            job.stage = "taking in"
            self._tell(job, self.case.add(take_in(), on_progress=on_progress, workers=1))
        except DatelineError as problem:
            job.outcome, job.problems = "Nothing was read.", (str(problem),)
        except Exception:  # the thread's last line: the browser must learn that it ended
            _log.exception("reading %s failed", job.name)
            job.outcome, job.problems = "Nothing was read.", ("The desk failed on it; its log tells more.",)
        job.done = True

    @staticmethod
    def _tell(job: Job, added: Added) -> None:
        new, known = len(added.new), len(added.known)
        parts = [f"{new} report{'s' if new != 1 else ''} read"] if new else []
        parts += [f"{known} already in the case"] if known else []
        job.outcome = (", ".join(parts) or "No report in it") + "."
        job.problems = (*added.unreadable, *(f"{report}: {why}" for report, why in added.failed))
        job.reports = (*added.new, *added.known)
