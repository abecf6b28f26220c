"""Crowded, full, forbidden, spoilt: one clear line, nothing lost, and nobody else is stopped."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

import dateline
from dateline.errors import CaseError
from dateline.run import reviewing
from tests.conftest import ROOT
from tests.store.processes import dateline as command
from tests.store.processes import folder_of
from tests.store.story import BRIDGE, MARKET, founds, many


def test_two_programs_at_once(case):
    """Both add the same and other reports: nothing lost, nothing twice."""
    dateline.open(case, create=True).close()
    code = (
        "import sys, dateline\nfrom tests.store.story import many\n"
        "lot = many(16)\npart = lot[:12] if sys.argv[2] == 'a' else lot[4:]\n"
        "for at in range(0, len(part), 4): dateline.open(sys.argv[1]).add(part[at:at + 4])\n"
    )
    both = [
        subprocess.Popen(
            [sys.executable, "-c", code, case, name], cwd=ROOT, stderr=subprocess.PIPE, text=True
        )
        for name in "ab"
    ]
    for one in both:
        _, complaint = one.communicate(timeout=120)
        assert one.returncode == 0, complaint
    with dateline.open(case) as held:
        assert held.counts().reports == 16
        assert (held.counts().unread, held.counts().unmerged) == (0, 0)
        members = [member for one in held.incidents(countable=None) for member in one.members]
        assert len(members) == len(set(members))
        assert held.verify().problems == ()
        told = {one.report.id for one in many(16)}
        assert {member.report for member in members} <= told


def test_no_room_left(tmp_path):
    """A file may not grow over a limit, as on a full disk: one clear line, and what was saved stays."""
    case = str(tmp_path / "case")
    with dateline.open(case, create=True) as held:
        held.add(many(2))
        before = [one.id for one in held.incidents()]
    code = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (250_000, 250_000))\n"
        "from dateline.cli import main\nsys.argv[0] = 'dateline'\nmain()\n"
    )
    reports = folder_of(many(30), tmp_path / "reports")
    done = subprocess.run([sys.executable, "-c", code, "add", str(reports), "--to", case, "--workers", "1"],
                          capture_output=True, text=True, cwd=ROOT, timeout=120)  # fmt: skip
    assert done.returncode == 1, done.stderr
    last = done.stderr.strip().split("\n")[-1]
    assert "its disk is full or failing; make room" in last, done.stderr
    assert "Traceback" not in done.stderr
    with dateline.open(case) as held:
        assert held.verify().problems == ()
        assert set(before) <= {one.id for one in held.incidents()}
    assert command("add", str(reports), "--to", case).returncode == 0
    with dateline.open(case) as held:
        assert held.counts().reports == 2 + 30
        assert held.counts().unread == 0


@pytest.fixture
def open_folder():
    """A folder that everybody may enter, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp(prefix="dateline-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def test_a_folder_that_cannot_be_written(open_folder):
    case = open_folder / "case"
    with dateline.open(case, create=True) as held:
        held.add(founds(MARKET))
    for path in (*case.iterdir(), case):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        listed = as_nobody(f"sys.argv[1:] = ['incidents', {str(case)!r}]; dateline.cli.main()")
        refused = as_nobody(f"dateline.open({str(case)!r}).add(founds(BRIDGE))")
    finally:
        for path in (case, *case.iterdir()):
            path.chmod(0o755)
    assert "explosive.grenade" in listed.stdout, listed.stderr
    assert refused.returncode == 1
    assert "cannot be written: no permission" in refused.stderr.strip().split("\n")[-1]


def test_a_person_goes_before_bulk_work(case):
    """While another program adds without pause, a decision is saved within a batch's time."""
    with dateline.open(case, create=True) as held:
        held.add(founds(MARKET))
        name = held.incidents()[0].id
        code = (
            "import sys, dateline\nfrom dateline.store.schema import case_facts\n"
            "case = dateline.open(sys.argv[1])\nprint('begun', flush=True)\n"
            "import time\nuntil = time.monotonic() + 20\nnumber = 0\n"
            "while time.monotonic() < until:\n"
            "    with case.store.write() as turn:\n"
            "        rows = [{'name': f'{number}.{n}', 'value': 'x'} for n in range(500)]\n"
            "        turn.execute(case_facts.insert(), rows)\n"
            "        time.sleep(0.02)\n"
            "    number += 1\n"
        )
        bulk = subprocess.Popen(
            [sys.executable, "-c", code, case], cwd=ROOT, text=True, stdout=subprocess.PIPE
        )
        assert bulk.stdout is not None
        bulk.stdout.readline()
        try:
            waits = []
            for _ in range(15):
                begun_at = time.monotonic()
                with held.store.write(first=True) as turn:
                    waits.append(time.monotonic() - begun_at)
                    del turn
        finally:
            bulk.kill()
            bulk.communicate()
        assert sorted(waits)[len(waits) // 2] < 0.3, waits
        assert max(waits) < 1.0, waits
        held.review(reviewing.accept(name), by="ana")


def test_many_threads_write_in_turn(case):
    with dateline.open(case, create=True) as held:
        held.add(founds(MARKET, BRIDGE))
        names = [one.id for one in held.incidents()]
        problems = []

        def note(number: int) -> None:
            try:
                held.review(reviewing.comment(names[number % 2]), by=f"p{number}", why="seen")
            except Exception as problem:
                problems.append(problem)

        threads = [threading.Thread(target=note, args=(number,)) for number in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert problems == []
        assert len(held.log()) == 12


def test_one_reports_failure_stops_no_other(tmp_path, monkeypatch):
    """A report on which the reader fails, and one on which it takes its process with it."""
    from dateline.run import reading

    lot = many(8)
    poison, deadly = lot[2].report, lot[5].report
    spoilt = tmp_path / "spoilt"
    spoilt.mkdir()
    (spoilt / "sitecustomize.py").write_text(
        "import sys, dateline.run\nr = sys.modules['dateline.run.read']\nfirst = r.read\n"
        "def read(report, *a, **k):\n"
        f"    if report.id == {poison.id!r}: raise RuntimeError('poison')\n"
        f"    if report.id == {deadly.id!r}: import os; os._exit(9)\n"
        "    return first(report, *a, **k)\n"
        "r.read = read\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{spoilt}{os.pathsep}{ROOT}")
    assert len(lot) > reading.FEW
    with dateline.open(tmp_path / "case", create=True) as held:
        added = held.add(lot, workers=2)
        assert added.read == 6
        reasons = dict(added.failed)
        assert reasons[poison.id] == "the reader failed: RuntimeError: poison"
        assert "ended its process" in reasons[deadly.id]
        assert dict(held.counts().failed) == reasons
        with pytest.raises(CaseError, match="has no record: the reader failed"):
            held.record(poison.id)


def test_reading_that_never_ends_is_given_up(tmp_path, monkeypatch):
    from dateline.run import reading

    lot = many(6)
    spoilt = tmp_path / "spoilt"
    spoilt.mkdir()
    (spoilt / "sitecustomize.py").write_text(
        "import sys, time, dateline.run\nr = sys.modules['dateline.run.read']\nfirst = r.read\n"
        "def read(report, *a, **k):\n"
        f"    if report.id == {lot[1].report.id!r}: time.sleep(999)\n"
        "    return first(report, *a, **k)\n"
        "r.read = read\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{spoilt}{os.pathsep}{ROOT}")
    monkeypatch.setattr(reading, "_PATIENCE", 4.0)
    with dateline.open(tmp_path / "case", create=True) as held:
        added = held.add(lot, workers=2)
        assert added.read == 5
        ((_, reason),) = added.failed
        assert reason == "reading it took longer than 4 s"


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("missing", "no case at"), ("a file", "is a file; a case is a folder"),
        ("full", "holds other things"), ("postgresql://x@127.0.0.1:9/none", "cannot be reached"),
        ("postgresql://ana@:x:y/none", "is no address"),
    ],
)  # fmt: skip
def test_what_is_no_case(tmp_path, place, told):
    (tmp_path / "a file").write_text("x")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("x")
    where = place if "://" in place else tmp_path / place
    with pytest.raises(CaseError, match=told) as refused:
        dateline.open(where, create=place != "missing")
    assert "\n" not in str(refused.value)


def test_a_file_that_is_no_database(tmp_path):
    (tmp_path / "case.sqlite").write_bytes(b"nothing of the kind" * 100)
    with pytest.raises(CaseError, match="is damaged, or is not a case"):
        dateline.open(tmp_path)


def test_a_password_is_never_told():
    with pytest.raises(CaseError) as refused:
        dateline.open("postgresql://ana:secret@127.0.0.1:9/none")
    assert "secret" not in str(refused.value)


def as_nobody(code: str) -> subprocess.CompletedProcess[str]:
    """Code run by someone without rights; root, who has them all, becomes nobody first."""
    before = (
        "import os, sys, dateline.cli, dateline.run.case, dateline.run.reading\n"
        "from tests.store.story import BRIDGE, founds\nfounds(BRIDGE)\n"
        "if os.geteuid() == 0: os.setgid(65534); os.setuid(65534)\n"
    )
    run = [sys.executable, "-c", before + code]
    return subprocess.run(run, capture_output=True, text=True, cwd=ROOT, timeout=120)
