"""Programs that the tests run, stop and kill."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import ROOT


def dateline(*arguments: str) -> subprocess.CompletedProcess[str]:
    """A `dateline` command, run to its end."""
    return subprocess.run(
        [sys.executable, "-m", "dateline.cli", *arguments], capture_output=True, text=True, cwd=ROOT,
        timeout=180, check=False,
    )  # fmt: skip


def begun(*arguments: str) -> subprocess.Popen[str]:
    """A `dateline` command, begun, in a process group of its own.

    It hears Ctrl-C also where the tests themselves run in a shell's background, which makes it deaf to it.
    """
    return subprocess.Popen(
        [sys.executable, "-m", "dateline.cli", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, cwd=ROOT, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip


@contextmanager
def running(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A `dateline` command, begun, that does not outlive a test that failed."""
    with begun(*arguments) as program:
        try:
            yield program
        finally:
            program.kill()


def folder_of(reports: list, folder: Path) -> Path:
    """The reports as text files."""
    folder.mkdir(exist_ok=True)
    for one in reports:
        (folder / one.name).write_text(one.report.text, encoding="utf-8")
    return folder
