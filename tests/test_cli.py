"""The command line as a user meets it: exit codes, one-line errors, nothing lost."""

import json
import os
import signal
import subprocess
import sys

import pytest

from tests.conftest import ROOT

SAMPLE = str(ROOT / "samples" / "midsayap-grenade.txt")


def run(*arguments, stdin=b"", **environment):
    return subprocess.run(
        [sys.executable, "-m", "dateline.cli", *arguments],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        env=os.environ | environment,
        timeout=120,
    )


def test_a_card():
    done = run("read", SAMPLE, "--published", "2023-09-20")
    assert done.returncode == 0, done.stderr
    card = done.stdout.decode()
    assert "18 September 2023" in card
    assert "Midsayap" in card
    assert "\x1b[" not in card


def test_json_is_one_line_a_report():
    done = run("read", SAMPLE, SAMPLE, "--json", "--published", "2023-09-20")
    lines = done.stdout.decode().splitlines()
    assert len(lines) == 2
    assert {json.loads(line)["schema"] for line in lines} == {"dateline/1"}


def test_standard_input():
    done = run(
        "read", "-", "--json", stdin=b"A bomb exploded in Kabul on Monday, killing five people, police said."
    )
    assert done.returncode == 0, done.stderr
    (incident,) = json.loads(done.stdout)["incidents"]
    assert incident["type"] == "explosive.remote_ied"
    assert incident["killed"]["low"] == 5
    assert incident["place"]["country"] == "AFG"


def test_explain_shows_the_walk():
    done = run("read", SAMPLE, "--explain", "--published", "2023-09-20")
    for step in ("what", "when", "where", "toll", "split", "claims", "decided"):
        assert f"\n{step}\n" in done.stdout.decode()


def test_a_report_without_incident_is_no_failure():
    done = run(
        "read", "-", stdin=b"The council met on Tuesday and approved the budget for new school buses in town."
    )
    assert done.returncode == 0
    assert "No countable incident" in done.stdout.decode()


BAD = {
    "missing": ("no such file", None),
    "empty": ("is empty", b"  \n"),
    "binary": ("binary file", bytes(range(256)) * 20),
    "latin1": ("is not UTF-8", "Une attaque à Bamako, où des tués ont été signalés".encode("latin-1")),
    "large": ("more than one report", b"word " * 4_200_000),
    "french": (
        "seems to be in French",
        ("Une attaque a fait douze morts dans la ville de Gao, a annoncé le gouvernement dans un communiqué, "
         "et les soldats ont été blessés par les tirs").encode(),
    ),
    "russian": ("seems to be in Cyrillic script", "Взрыв прогремел в центре города, погибли пять".encode()),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_gets_one_clear_line_and_loses_nothing(tmp_path, kind):
    message, data = BAD[kind]
    path = tmp_path / f"{kind}.txt"
    if data is not None:
        path.write_bytes(data)
    done = run("read", str(path), SAMPLE, "--json")
    assert done.returncode == 1
    error = done.stderr.decode()
    assert message in error
    assert path.name in error
    assert "Traceback" not in error
    assert len([line for line in error.splitlines() if line.startswith("dateline: ")]) >= 1
    assert len(done.stdout.splitlines()) == 1  # the good report is printed all the same


def test_a_folder_is_read_file_by_file_and_an_empty_one_said(tmp_path):
    done = run("read", str(tmp_path))
    assert done.returncode == 1
    assert b"no file to read" in done.stderr
    (tmp_path / "a.txt").write_text("Gunmen killed five people in Jos on Monday, police said.")
    (tmp_path / "b.html").write_text("<p>Gunmen killed six people in Jos on Monday, police said.</p>")
    done = run("read", str(tmp_path), "--json")
    assert done.returncode == 0, done.stderr
    told = [json.loads(line)["incidents"][0]["killed"]["low"] for line in done.stdout.splitlines()]
    assert told == [5, 6]


def test_a_table_by_the_columns_that_are_named(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('a,b\n"Gunmen killed five people in Jos on Monday, police said.",The title\n')
    done = run("read", str(path), "--column", "text=a", "--column", "title=b", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["report"]["text"].startswith("The title\n\nGunmen")
    done = run("read", str(path))
    assert b"say which (text=COLUMN)" in done.stderr


def test_an_address_inside_is_not_fetched():
    done = run("read", "http://127.0.0.1:9/a", SAMPLE, "--json")
    assert done.returncode == 1
    assert b"leads into a private network" in done.stderr
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("read",),
        ("read", SAMPLE, "--column", "text"),
        ("read", SAMPLE, "--published", "last week"),
        ("read", SAMPLE, "--json", "--explain"),
        ("spread",),
    ],
)
def test_bad_usage_is_two(arguments):
    done = run(*arguments)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("how", ["", "--json", "--explain"])
def test_a_closed_pipe_ends_quietly_and_well(how):
    with subprocess.Popen(
        [sys.executable, "-m", "dateline.cli", "read", SAMPLE, SAMPLE, *how.split()],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as running:
        running.stdout.close()
        error = running.stderr.read()
        assert running.wait(timeout=120) == 0
    assert error == b""


def test_control_c_ends_without_a_traceback():
    with subprocess.Popen(
        [sys.executable, "-m", "dateline.cli", "read", SAMPLE, "-", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # deaf to it in a shell's background
    ) as running:
        assert running.stdout.readline().startswith(b"{")  # it is waiting for standard input now
        running.send_signal(signal.SIGINT)
        error = running.stderr.read()
        assert running.wait(timeout=120) == 130
    assert b"Traceback" not in error


def test_progress_is_for_terminals_only():
    done = run("read", SAMPLE, SAMPLE, "--json")
    assert done.stderr == b""


def test_byte_order_marks_are_dropped(tmp_path):
    path = tmp_path / "marked.txt"
    path.write_bytes(b"\xef\xbb\xbfA bomb exploded in Kabul on Monday, police said.")
    done = run("read", str(path), "--json")
    assert json.loads(done.stdout)["report"]["text"].startswith("A bomb")
