"""The commands of a case as a user meets them: exit codes, one-line errors, nothing lost."""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

import dateline
from dateline.cli import main
from tests.store.processes import folder_of
from tests.store.story import BRIDGE, MARKET, MARKET_LATER, founds


@dataclass(frozen=True)
class Done:
    """What a command came to."""

    returncode: int
    stdout: str
    stderr: str


def run(*arguments: str) -> Done:
    """A `dateline` command in this process, as its script runs it."""
    out, err = io.StringIO(), io.StringIO()
    before, sys.argv = sys.argv, ["dateline", *arguments]
    try:
        with redirect_stdout(out), redirect_stderr(err):
            main()
        code = 0
    except SystemExit as ended:
        code = int(ended.code or 0)
    finally:
        sys.argv = before
    return Done(code, out.getvalue(), err.getvalue())


@pytest.fixture(scope="module")
def reports(tmp_path_factory) -> Path:
    return folder_of(founds(MARKET, MARKET_LATER, BRIDGE), tmp_path_factory.mktemp("in") / "reports")


@pytest.fixture(scope="module")
def case(tmp_path_factory) -> str:
    """A case with three reports of two incidents; what a test decides here it takes back."""
    where = tmp_path_factory.mktemp("case") / "case"
    with dateline.open(where, create=True) as held:
        held.add(founds(MARKET, MARKET_LATER, BRIDGE))
    return str(where)


def test_adding_and_adding_again(reports, tmp_path):
    case = str(tmp_path / "case")
    first = run("add", str(reports), "--to", case, "--published", "2024-05-04")
    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith("3 new reports; 3 read\n")
    again = run("add", str(reports), "--to", case, "--published", "2024-05-04")
    assert again.stdout.startswith("0 new reports, 3 known already; 0 read\n")
    assert first.stdout.split("\n")[1] == again.stdout.split("\n")[1]


def test_what_cannot_be_read_is_told_and_stops_nothing(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(MARKET)
    (folder / "empty.txt").write_text("")
    (folder / "french.txt").write_text(
        "Une attaque a fait douze morts dans la ville de Gao, a annoncé le gouvernement dans un communiqué, "
        "et les soldats ont été blessés par les tirs."
    )
    done = run("add", str(folder), "--to", str(tmp_path / "case"))
    assert done.returncode == 1
    assert done.stdout.startswith("2 new reports; 1 read\n"), done.stdout + done.stderr
    assert "empty.txt" in done.stderr
    assert "kept but not read" in done.stderr
    told = run("doctor", str(tmp_path / "case"))
    assert "empty.txt" in told.stdout
    assert "kept but not read" in told.stdout
    assert told.returncode == 0


def test_listing(case):
    every = run("incidents", case)
    head, *lines = every.stdout.rstrip("\n").split("\n")
    assert head.split("\t")[:3] == ["id", "date", "place"]
    assert len(lines) == 2
    some = run("incidents", case, "--country", "DR Congo", "--json", "--min-killed", "2")
    (row,) = [json.loads(line) for line in some.stdout.splitlines()]
    assert row["schema"] == "dateline-merged/1"
    assert len(row["reports"]) == 2
    assert run("incidents", case, "--limit", "1", "--json").stdout.count("\n") == 1
    wrong = run("incidents", case, "--country", "Atlantis")
    assert wrong.returncode == 1
    assert (
        wrong.stderr == "dateline: 'Atlantis' is no country; write its ISO code or English name: IRQ, Iraq\n"
    )


def test_showing(case):
    name = run("incidents", case, "--country", "COD").stdout.split("\n")[1].split("\t")[0]
    card = run("show", case, name).stdout
    for part in (name, "2 reports", "“killed five people”", "Goma", "Told by"):
        assert part in card, card
    row = json.loads(run("show", case, name, "--json").stdout)
    report = row["reports"][0]["report"]
    assert json.loads(run("show", case, report, "--json").stdout)["schema"] == "dateline/1"
    assert "Published: 2024-05" in run("show", case, report).stdout
    nothing = run("show", case, "i_none")
    assert (nothing.returncode, nothing.stderr) == (1, "dateline: no incident i_none in this case\n")


def test_why(case):
    names = [line.split("\t")[0] for line in run("incidents", case).stdout.splitlines()[1:]]
    apart = run("why", case, *names).stdout
    assert "are two incidents" in apart
    with dateline.open(case) as held:
        both = next(one for one in held.incidents() if len(one.members) == 2).members
    together = run("why", case, both[0].report, both[1].report).stdout
    assert "are one incident" in together
    assert "one incident (" in together


def test_deciding_from_the_shell(case):
    with dateline.open(case) as held:
        name = held.incidents(country="COD")[0].id
    assert "needs a name" in run("review", "accept", case, name, "--by", " ").stderr
    wrong = run("review", "correct", case, name, "killed", "6", "--by", "ana", "--words", "no such words")
    assert "has the words 'no such words'" in wrong.stderr
    bad = run("review", "correct", case, name, "killed", "some", "--by", "ana")
    assert bad.stderr == "dateline: 'some' is no toll; write 16, 5-19, 5+, 0, unknown or none\n"
    run(
        "review",
        "correct",
        case,
        name,
        "killed",
        "6-8",
        "--by",
        "ana",
        "--words",
        "killed five",
        "--why",
        "count",
    )
    run("review", "correct", case, name, "date", "2024-05-03/2024-05-04", "--by", "ana")
    run("review", "comment", case, name, "look at the second report", "--by", "ben")
    accepted = run("review", "accept", case, name, "--by", "ben")
    assert accepted.returncode == 0, accepted.stderr
    card = run("show", case, name).stdout
    assert f"{name}, accepted; 2 reports" in card
    assert "6 to 8" in card
    log = run("log", case).stdout.splitlines()
    assert len(log) == 4
    assert "ana corrected killed" in log[0]
    assert log[0].endswith(")")
    rows = [json.loads(line) for line in run("log", case, "--json").stdout.splitlines()]
    assert [row["kind"] for row in rows] == ["correct", "correct", "comment", "accept"]
    assert rows[0]["spans"][0]["end"] - rows[0]["spans"][0]["start"] == len("killed five")
    for row in reversed(rows):
        assert run("review", "undo", case, row["id"], "--by", "ana").returncode == 0
    assert "taken back already" in run("review", "undo", case, rows[0]["id"], "--by", "ana").stderr


def test_leaving(case, tmp_path):
    done = run("export", case, "--as", "csv", "--to", str(tmp_path / "out"), "--where", "country=COD")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 row in ")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8-sig").count("\n") == 2
    assert "no such format" in run("export", case, "--as", "stone").stderr
    brief = run("brief", case, "--week", "2024-W18", "--to", str(tmp_path / "brief"))
    assert brief.returncode == 0, brief.stderr
    assert "Goma" in (tmp_path / "brief.md").read_text(encoding="utf-8")
    assert run("brief", case, "--week", "May").returncode == 2
    assert "nothing was accepted" in run("lessons", case, "--to", str(tmp_path / "lessons")).stdout


def test_keeping_house(case):
    rebuilt = run("rebuild", case)
    assert rebuilt.stdout == "0 reports read, 0 merged; 2 incidents\n", rebuilt.stderr
    again = run("rebuild", case, "--all", "--workers", "1")
    assert again.stdout == "3 reports read, 3 merged; 2 incidents\n", again.stderr
    assert run("verify", case).stdout.endswith(": all well\n")
    told = run("doctor", case)
    assert told.returncode == 0
    assert "SQLite" in told.stdout


def test_a_case_that_is_not_there(tmp_path):
    for command in ("incidents", "log", "verify", "doctor", "rebuild"):
        done = run(command, str(tmp_path / "none"))
        assert done.returncode == 1
        assert done.stderr.startswith("dateline: no case at ")
        assert done.stderr.count("\n") == 1
