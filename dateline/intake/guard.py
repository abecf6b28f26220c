"""Parses documents in a process apart, which is killed when one takes too long or too much."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from dateline.errors import InputError

from .draft import Draft
from .plain import plain
from .source import Capture, Options
from .wire import answered, question, receive, send

_LOADING = 120.0  # seconds; loading the parsers takes one, on a busy machine ten
_ROOT = str(Path(__file__).resolve().parents[2])


class Guard:
    """Starts the parsing process on first use, and again after one had to be killed."""

    def __init__(self, options: Options) -> None:
        self._limits, self._apart = options.limits, options.isolated
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    pipe.close()
            self._process = None

    def extract(self, capture: Capture, kind: str) -> tuple[Draft | Capture, ...]:
        """What is in one document. Raises InputError, also when it hurts the process that reads it."""
        draft = plain(capture, kind)
        if draft is not None:  # nothing to parse: our own code, a second quicker than a process
            return (draft,)
        if not self._apart:
            from .extract import safely  # loads every parser, a second's work: not before one is needed

            return safely(capture, kind)
        process = self._process or self._start(capture.name)
        with _Alarm(process, self._limits.seconds) as alarm:
            reply = self._asked(process, capture, kind)
        if reply is None or alarm.rang:
            self.close()
            told = (
                f"takes longer than {self._limits.seconds:g} seconds" if alarm.rang else "breaks its parser"
            )
            raise InputError(f"{capture.name}: {told}; left out")
        if "problem" in reply:
            raise InputError(_named(capture.name, str(reply["problem"])))
        return answered(reply)

    def _asked(
        self, process: subprocess.Popen[bytes], capture: Capture, kind: str
    ) -> dict[str, object] | None:
        assert process.stdin is not None and process.stdout is not None
        try:
            send(process.stdin, {"kind": kind, "capture": question(capture)}, capture.raw)  # type: ignore[arg-type]
            told = receive(process.stdout)  # type: ignore[arg-type]
        except (BrokenPipeError, ValueError, OSError):
            return None
        return None if told is None else told[0]

    def _start(self, name: str) -> subprocess.Popen[bytes]:
        paths = [_ROOT, *filter(None, [os.environ.get("PYTHONPATH")])]
        # -P: a folder of downloaded files may hold an lxml.py; it must not be imported from there.
        command = [
            sys.executable,
            "-P",
            "-W",
            "ignore",
            "-m",
            "dateline.intake.cell",
            str(self._limits.memory),
        ]
        self._process = process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
        )
        assert process.stdout is not None
        with _Alarm(process, _LOADING) as alarm:
            ready = receive(process.stdout)  # type: ignore[arg-type]
        if ready is None or alarm.rang:
            self.close()
            raise InputError(
                f"{name}: the process that parses documents does not start ({' '.join(command)})"
            )
        return process


class _Alarm:
    """Kills a process that has not answered in time; `rang` says that it did."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self._process, self.rang = process, False
        self._timer = threading.Timer(seconds, self._ring)
        self._timer.daemon = True

    def _ring(self) -> None:
        self.rang = True
        self._process.kill()

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._timer.join()


def _named(name: str, problem: str) -> str:
    line = " ".join(problem.split())
    return line if line.startswith(name) else f"{name}: {line}"
