"""Killed or stopped at any moment: a case holds what it acknowledged; the same command finishes the job."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

import dateline
from dateline.run.adding import Stopped
from dateline.store import reports as shelf
from tests.conftest import ROOT
from tests.store.processes import begun, folder_of
from tests.store.processes import dateline as command
from tests.store.story import many

# Adds reports in this process and says aloud what was acknowledged, so that a test can hold it to that.
ADDER = """
import sys
import dateline
from tests.store.story import many
case = dateline.open(sys.argv[1], create=True)
for found in many(int(sys.argv[2])):
    case.add([found])
    print(found.report.id, flush=True)
"""


def test_killed_at_any_moment(tmp_path):
    """kill -9 again and again while adding: nothing acknowledged is lost, nothing is torn or doubled."""
    case = tmp_path / "case"
    acknowledged: set[str] = set()
    for attempt in range(4):
        adder = subprocess.Popen([sys.executable, "-c", ADDER, str(case), "24"], cwd=ROOT, text=True,
                                 stdout=subprocess.PIPE)  # fmt: skip
        assert adder.stdout is not None
        acknowledged.add(adder.stdout.readline().strip())
        time.sleep(0.13 * attempt)
        adder.kill()
        acknowledged.update(line for line in adder.stdout.read().split("\n")[:-1] if line)
        adder.wait()
        adder.stdout.close()
        with dateline.open(case) as held:
            assert held.verify().problems == ()
            with held.store.read() as view:
                assert acknowledged <= set(shelf.report_ids(view))
            for one in acknowledged:
                assert held.record(one).report.id == one
    with dateline.open(case) as held:
        held.add(many(24))
        assert held.counts().unread == held.counts().unmerged == 0
        whole = [one.id for one in held.incidents(countable=None)]
    with dateline.open(tmp_path / "undisturbed", create=True) as other:
        other.add(many(24))
        assert whole == [one.id for one in other.incidents(countable=None)]


def test_the_same_command_finishes_what_was_killed(tmp_path):
    reports = folder_of(many(60), tmp_path / "reports")
    case = str(tmp_path / "case")
    adding = begun("add", str(reports), "--to", case, "--workers", "2")
    wait_for(lambda: (tmp_path / "case" / "case.sqlite").exists() and records_in(case) > 0)
    os.killpg(adding.pid, signal.SIGKILL)
    adding.communicate()
    assert records_in(case) < 60
    done = command("add", str(reports), "--to", case)
    assert done.returncode == 0, done.stderr
    with dateline.open(case) as held:
        assert held.counts().reports == 60
        assert (held.counts().unread, held.counts().unmerged) == (0, 0)
        assert held.verify().problems == ()


def test_ctrl_c_stops_cleanly(tmp_path):
    reports = folder_of(many(400), tmp_path / "reports")
    case = str(tmp_path / "case")
    adding = begun("add", str(reports), "--to", case, "--workers", "2")
    wait_for(lambda: (tmp_path / "case" / "case.sqlite").exists() and records_in(case) > 0)
    adding.send_signal(signal.SIGINT)
    _, complaint = adding.communicate(timeout=60)
    assert adding.returncode == 130
    assert "stopped; 400 reports taken in" in complaint
    assert "Traceback" not in complaint
    with dateline.open(case) as held:
        assert held.verify().problems == ()


def test_ctrl_c_tells_a_program_what_was_done(tmp_path):
    def stop(step):
        if step.stage == "reading":
            raise KeyboardInterrupt

    with dateline.open(tmp_path / "case", create=True) as held:
        with pytest.raises(Stopped) as stopped:
            held.add(many(3), stop)
        assert len(stopped.value.added.new) == 3
        assert held.add(many(3)).new == ()
        assert len(held.incidents()) == 3


def records_in(case: str) -> int:
    file = Path(case) / "case.sqlite"
    connection = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
    try:
        return int(connection.execute("SELECT count(*) FROM records").fetchone()[0])
    except sqlite3.OperationalError:  # not furnished yet
        return 0
    finally:
        connection.close()


def wait_for(condition, seconds: float = 60.0) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.02)
