"""Many reports read at once, in processes of their own: one that dies or hangs costs its report, no other.

Worker processes are started as plain programs, not forked or spawned from the caller, so that a script or
notebook needs no guard, an open database is never shared, and Ctrl-C reaches only whoever must tidy up.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from queue import SimpleQueue
from threading import Timer

from dateline.record import Report
from dateline.store.records import Made

from .read import read
from .worker import READY, made

FEW = 4  # so few are read sooner here than a process is started (about 2 s)
_PATIENCE = 300.0  # seconds for one report; the slowest of the bench takes 2
_AHEAD = 4  # reports handed out before their turn, for each worker


@cache
def maker() -> str:
    """What would make a record now: the stamp of what is read by this program, gate, model and codebook."""
    passed, stopped = read(Report(""), gated=False).coder, read(Report("")).coder
    return " / ".join(dict.fromkeys(str(part) for _, part in (*passed, *stopped) if part))


def read_all(reports: Iterable[Report], many: bool, workers: int | None = None) -> Iterator[Made]:
    """The record of each report, in order. `many` False, or one worker: read in this process."""
    count = workers or max(2, os.cpu_count() or 1)
    if not many or count == 1:
        for report in reports:
            yield made(report, maker())
        return
    with _Pool(count) as pool:
        yield from pool.map(reports)


class _Pool:
    """Worker processes, each with a thread that waits for it."""

    def __init__(self, count: int) -> None:
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._workers = [_Worker() for _ in range(count)]
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(count, "reading")

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.stop()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def map(self, reports: Iterable[Report]) -> Iterator[Made]:
        """In order, handing out a few ahead."""
        waiting: deque[Future[Made]] = deque()
        for report in reports:
            waiting.append(self._threads.submit(self._read, report))
            if len(waiting) > _AHEAD * len(self._workers):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _read(self, report: Report) -> Made:
        worker = self._idle.get()
        try:
            return worker.read(report)
        finally:
            self._idle.put(worker)


class _Worker:
    """One process, started when it is first needed and again after it died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def read(self, report: Report) -> Made:
        """The record; a failure with its reason if the process dies or takes too long."""
        try:
            process = self._running()
        except (OSError, EOFError):
            self._end()
            return Made(report.id, maker(), None, "no process to read it in could be started")
        assert process.stdin is not None
        assert process.stdout is not None
        late: list[bool] = []

        def give_up() -> None:
            late.append(True)
            process.kill()

        timer = Timer(_PATIENCE, give_up)
        timer.daemon = True
        timer.start()
        try:
            process.stdin.write(pickle.dumps((report, maker())))
            process.stdin.flush()
            answer = pickle.load(process.stdout)
            assert isinstance(answer, Made)
            return answer
        except (OSError, EOFError, pickle.UnpicklingError):
            self._end()
            why = f"took longer than {_PATIENCE:.0f} s" if late else "ended its process (out of memory?)"
            return Made(report.id, maker(), None, f"reading it {why}")
        finally:
            timer.cancel()

    def stop(self) -> None:
        """Ends the process, and starts no other."""
        self._stopped = True
        self._end()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None and not self._stopped:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "dateline.run.worker"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
            )  # fmt: skip
            assert self._process.stdout is not None
            if pickle.load(self._process.stdout) != READY:
                raise EOFError
        if self._process is None:
            raise EOFError
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):
                    assert pipe is not None
                    pipe.close()
            process.wait()
