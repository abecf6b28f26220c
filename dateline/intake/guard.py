"""Parses documents in a process apart, which is killed when one takes too long or too much."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Self

from dateline.errors import InputError

from .draft import Draft
from .plain import plain
from .source import Capture, Options
from .wire import answered, question, receive, send

_LOADING = 120.0  # seconds; loading the parsers takes one, on a busy machine ten
_LOOK = 0.1  # seconds between two looks at the clock
_ROOT = str(Path(__file__).resolve().parents[2])


class Guard:
    """Starts the parsing process on first use, and again after one had to be killed."""

    def __init__(self, options: Options) -> None:
        self._limits, self._apart = options.limits, options.isolated
        self._cell: _Cell | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the process."""
        if self._cell is not None:
            self._cell.close()
            self._cell = None

    def extract(self, capture: Capture, kind: str) -> tuple[Draft | Capture, ...]:
        """What is in one document. Raises InputError, also when it hurts the process that reads it."""
        draft = plain(capture, kind)
        if draft is not None:  # nothing to parse: our own code, a second quicker than a process
            return (draft,)
        if not self._apart:
            from .extract import safely  # loads every parser, a second's work: not before one is needed

            return safely(capture, kind)
        if self._cell is None:
            self._cell = _Cell(self._limits.memory)
            if self._cell.answer(_LOADING) is None:
                self.close()
                raise InputError(
                    f"{capture.name}: the process that parses documents does not start; left out"
                )
        cell = self._cell
        reply = cell.ask(capture, kind, self._limits.seconds)
        if reply is None:
            told = f"takes longer than {self._limits.seconds:g} seconds" if cell.late else "breaks its parser"
            self.close()
            raise InputError(f"{capture.name}: {told}; left out")
        if "problem" in reply:
            raise InputError(_named(capture.name, str(reply["problem"])))
        return answered(reply)


class _Cell:
    """One parsing process, with a thread beside it that kills it when an answer is overdue."""

    def __init__(self, memory: int) -> None:
        paths = [_ROOT, *filter(None, [os.environ.get("PYTHONPATH")])]
        # -P: a folder of downloaded files may hold an lxml.py; it must not be imported from there.
        command = [sys.executable, "-P", "-W", "ignore", "-m", "dateline.intake.cell", str(memory)]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
        )
        self._until: float | None = None
        self._lock, self._closed = threading.Lock(), threading.Event()
        self.late = False
        self._watch = threading.Thread(target=self._watching, daemon=True)
        self._watch.start()

    def _watching(self) -> None:
        # One thread that looks now and then: a timer for every document cost a quarter of the time.
        while not self._closed.wait(_LOOK):
            with self._lock:
                if self._until is not None and monotonic() > self._until:
                    self.late, self._until = True, None
                    self._process.kill()

    def ask(self, capture: Capture, kind: str, seconds: float) -> dict[str, object] | None:
        """The process's answer about one document; None when it died or was too late."""
        self._wait(seconds)
        try:
            row = {"kind": kind, "capture": question(capture)}
            send(self._process.stdin, row, capture.raw)  # type: ignore[arg-type]
        except (BrokenPipeError, ValueError, OSError):
            self._wait(None)
            return None
        return self.answer(seconds)

    def answer(self, seconds: float) -> dict[str, object] | None:
        """The next message of the process; None when it died or was too late."""
        self._wait(seconds)
        try:
            told = receive(self._process.stdout)  # type: ignore[arg-type]
        except (ValueError, OSError):
            told = None
        self._wait(None)
        return None if told is None or self.late else told[0]

    def _wait(self, seconds: float | None) -> None:
        with self._lock:
            self._until = None if seconds is None else monotonic() + seconds

    def close(self) -> None:
        """Ends the process and the thread."""
        self._closed.set()
        self._watch.join()
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # half a document may wait in it
                    pipe.close()


def _named(name: str, problem: str) -> str:
    line = " ".join(problem.split())
    return line if line.startswith(name) else f"{name}: {line}"
