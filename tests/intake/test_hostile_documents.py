"""Hostile documents: one clear line each, time and memory bounded, and nothing else of the batch lost."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline.intake import Capture, Limits, Options, from_captures, from_paths
from dateline.intake.formats import sniff

from .makers import PAGE, STORY, mail, one_line, taken

MB = 1_000_000
QUICK = Options(limits=Limits(seconds=20.0))


LAUGHS = "<!DOCTYPE x [<!ENTITY a 'lollollollol'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefghi", "bcdefghij", strict=True)
) + "]>"  # fmt: skip
OUTSIDE = '<!DOCTYPE x [<!ENTITY s SYSTEM "file:///etc/hostname"><!ENTITY n SYSTEM "http://127.0.0.1:9/">]>'


@pytest.mark.parametrize("head", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("a.xml", "<rss version='2.0'><channel><title>t</title><item><title>&j;&s;&n;</title><guid>1</guid>"
                  "<description>{story}&j;&s;&n;</description></item></channel></rss>"),
        ("s.xml", "<urlset><url><loc>http://a.example/&j;&s;&n;</loc></url></urlset>"),
        ("a.html", "<html><body><h1>Five killed</h1><p>{story}&j;&s;&n;</p></body></html>"),
    ],
)  # fmt: skip
def test_entities_do_not_grow_and_fetch_nothing(head, name, body):
    (one,) = taken((f"<?xml version='1.0'?>{head}" + body.format(story=STORY)).encode(), name, QUICK)
    text = one.report.text if one.report is not None else one_line(one)
    assert len(text) < 5000
    assert (Path("/etc/hostname").read_text().strip() or "?") not in text


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("div.html", b"<html><body>" + b"<div>" * 200_000 + STORY.encode()),
        ("b.html", b"<html><body><p>" + b"<b>" * 200_000 + STORY.encode()),
        ("table.html", b"<html><body>" + b"<table><tr><td>" * 60_000 + STORY.encode()),
        ("a.json", b"[" * 200_000),
        ("o.json", b'[{"text":' + b'{"a":' * 100_000),
        ("a.jsonl", b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
        ("a.xml", b"<rss version='2.0'><channel>" + b"<item>" * 20_000),
        ("l.html", b'<script type="application/ld+json">' + b"[" * 99_999 + b"</script><p>" + STORY.encode()),
        ("result.json", b'{"messages": [' + b'{"text": [' * 50_000),
        ("a.eml", b"MIME-Version: 1.0\nReceived: x\n" + b"".join(
            b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(3000))),
        ("r.eml", b"MIME-Version: 1.0\nReceived: x\n" + b"Content-Type: message/rfc822\n\n" * 5000),
        ("a.pdf", b"%PDF-1.4\n1 0 obj\n" + b"[" * 200_000),
        ("d.pdf", b"%PDF-1.4\n1 0 obj\n" + b"<</A" * 100_000),
    ],
)  # fmt: skip
def test_deep_nesting(name, raw):
    begun = time.monotonic()
    found = list(from_captures([Capture(name, raw), Capture("good.html", PAGE.encode())], QUICK))
    assert time.monotonic() - begun < 150  # 20 seconds, and two processes started on a busy machine
    assert found[-1].report.title == "Five killed in Jos"
    for one in found[:-1]:
        assert one.report is not None or one_line(one)


def test_a_line_of_a_hundred_megabytes(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"word " * (20 * MB))
    (tmp_path / "b.csv").write_bytes(
        f'text\n"{STORY}"\n'.encode() + b"x" * 100 * MB + f'\n"{STORY}"\n'.encode()
    )
    (tmp_path / "c.jsonl").write_bytes(b"x" * 100 * MB + b"\n" + json.dumps({"text": STORY}).encode())
    (tmp_path / "d.mbox").write_bytes(
        b"From a@b Mon Nov  8 10:00:00 2021\nSubject: a\n\n" + b"x" * 100 * MB
        + b"\n\nFrom a@b Mon Nov  8 10:00:00 2021\n" + mail("Two").as_bytes()
    )  # fmt: skip
    found = list(from_paths([tmp_path]))
    told = [(one.name.rpartition("/")[2], one.report is not None) for one in found]
    assert told == [("a.txt", False), ("b.csv#1", True), ("b.csv#2", False), ("b.csv#2", True),
                    ("c.jsonl#1", False), ("c.jsonl#2", True), ("d.mbox#1", False),
                    ("d.mbox#2", True)]  # fmt: skip
    assert all(one_line(one) for one in found if one.report is None)


def test_text_that_is_one_line_as_long_as_a_report_may_be():
    begun = time.monotonic()
    (one,) = taken((STORY + " ").encode() * 45_000, "a.txt")
    assert one.report is not None
    assert time.monotonic() - begun < 30


@pytest.mark.parametrize(
    "name", ["a.txt", "a.html", "a.csv", "a.jsonl", "a.eml", "a.xml", "result.json", "a.pdf", "a"]
)
@pytest.mark.parametrize(
    "raw",
    [b"\xff\xfe\xfd" * 100, b"\x00" * 5000, bytes(range(256)) * 20, b"caf\xe9 " * 500, b"\xed\xa0\x80" * 100,
     b"<p>\x00\x01\x02</p>" * 200, "\u202e".encode() * 500, b"\xff\xfe" + b"\x00\xd8" * 500, b"\xef\xbb\xbf"],
)  # fmt: skip
def test_broken_bytes_under_any_name(name, raw):
    for one in taken(raw, name):
        if one.report is None:
            one_line(one)
        else:
            one.report.text.encode()  # no half characters
            assert "\0" not in one.report.text or sniff(raw, name) == "text"


def test_characters_that_turn_the_writing_are_told_and_kept():
    text = "Gunmen killed \u202eevif\u202c people in Jos on Monday, the police of the state said."
    (one,) = taken(text.encode(), "a.txt")
    assert one.report.text == text
    assert "turn the direction of writing" in one.notes[0]


def test_null_bytes_in_a_page():
    (one,) = taken(PAGE.replace("five", "fi\0ve").encode(), "a.html")
    assert "\0" not in one.report.text
    assert "null bytes" in " ".join(one.notes)


@pytest.mark.parametrize(
    "charset", ["utf-7", "hex", "zlib", "unicode_escape", "nonsense", "utf-16", "\u00e4"]
)
def test_encodings_that_are_none(charset):
    raw = PAGE.replace("<html>", f"<html><head><meta charset={charset}></head>").encode()
    (one,) = taken(raw, "a.html")
    assert STORY in one.report.text


def test_what_takes_too_long_or_too_much_is_killed_and_the_next_is_read(monkeypatch, tmp_path):
    """The bounds themselves, by a parser made to misbehave."""
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\n"
        "if 'dateline.intake.cell' in ' '.join(sys.orig_argv):\n"
        "    import dateline.intake.extract as e\n"
        "    def page(capture, real=e._page):\n"
        "        if b'SLEEP' in capture.raw:\n"
        "            import time; time.sleep(60)\n"
        "        if b'GROW' in capture.raw:\n"
        "            x = bytearray(3_000_000_000)\n"
        "        if b'DIE' in capture.raw:\n"
        "            import os; os._exit(1)\n"
        "        if b'PHONE' in capture.raw:\n"
        "            import socket; socket.create_connection(('127.0.0.1', 9))\n"
        "        if b'WRITE' in capture.raw:\n"
        f"            open({str(tmp_path / 'written')!r}, 'w')\n"
        "        if b'PRINT' in capture.raw:\n"
        "            print('noise on standard output', flush=True)\n"
        "        return real(capture)\n"
        "    e._READERS['page'] = page\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    names = ["SLEEP", "GROW", "DIE", "PHONE", "WRITE", "PRINT", "fine"]
    captures = [Capture(f"{name}.html", f"<!--{name}-->{PAGE}".encode()) for name in names]
    found = list(from_captures(captures, Options(limits=Limits(seconds=8.0))))
    told = [one.problem and one_line(one).partition(": ")[2] for one in found]
    assert told[0] == "takes longer than 8 seconds; left out"
    assert told[1] == "needs more than 1500 MB to be read"
    assert told[2] == "breaks its parser; left out"
    assert "may not do socket" in told[3]
    assert "may not write files" in told[4]
    assert told[5:] == [None, None]
    assert not (tmp_path / "written").exists()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_memory_stays_flat_over_a_large_table(tmp_path):
    path = tmp_path / "a.jsonl"
    line = json.dumps({"text": STORY * 200}) + "\n"
    with path.open("w") as file:
        for _ in range(4000):
            file.write(line)
    # Not getrusage: there a process begins with the peak of the one that started it.
    code = (
        "import sys\n"
        "from dateline.intake.walk import captures\n"
        "from dateline.intake.source import Options\n"
        "def peak():\n"
        "    return [int(line.split()[1]) for line in open('/proc/self/status') if 'VmHWM' in line][0]\n"
        "for n, _ in enumerate(captures(sys.argv[1], Options())):\n"
        "    if n == 200: before = peak()\n"
        "print(peak() - before)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, timeout=120
    )
    assert int(done.stdout) < 10_000, done.stderr  # kilobytes, of 77 MB read
