"""Hostile archives: no bomb unpacked, no name trusted, no link followed, nothing else of the batch lost."""

import gzip
import io
import os
import struct
import tarfile
import time
import zipfile

import pytest

from dateline.intake import Limits, Options, from_paths

from .makers import STORY, one_line, taken

MB = 1_000_000


def bomb(size):
    """Zeros packed in gzip, member after member, so that making it costs nothing."""
    piece = gzip.compress(bytes(20 * MB), 9, mtime=0)
    return piece * (size // (20 * MB))


def zipped(members, **how):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **how) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def test_a_gzip_bomb(tmp_path):
    path = tmp_path / "a.txt.gz"
    path.write_bytes(bomb(2000 * MB))
    begun = time.monotonic()
    (one,) = from_paths([path])
    assert "more than one report (limit 30 MB)" in one_line(one)
    assert time.monotonic() - begun < 20


def test_a_gzip_bomb_of_lines(tmp_path):
    """Read line by line it would go on for ever: what it unpacks to is metered."""
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"a":1}\n' * 100_000, 9) * 400)
    found = list(from_paths([path], Options(limits=Limits(slack=10_000, ratio=1))))
    assert "as bombs do" in one_line(found[-1])


def test_a_zip_bomb_costs_its_own_members_and_no_other_file(tmp_path):
    members = [("good.txt", STORY), *((f"{n}.txt", bytes(40 * MB)) for n in range(4)), ("late.txt", STORY)]
    (tmp_path / "a.zip").write_bytes(zipped(members))
    (tmp_path / "b.txt").write_text(STORY)
    found = list(from_paths([tmp_path], Options(limits=Limits(slack=60 * MB))))
    assert found[0].report.text == STORY
    assert found[-1].report.text == STORY
    assert any("as bombs do" in one_line(one) for one in found[1:-1])


def test_files_that_overlap_in_a_zip_count_each_time():
    """One member named in the directory a thousand times: small on disk, endless unpacked."""
    raw = zipped([("a.txt", b" " * 5 * MB)])
    start = raw.rfind(b"PK\x01\x02")
    end = raw.rfind(b"PK\x05\x06")
    entry = raw[start:end]
    many = entry * 1000
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1000, 1000, len(many), start, 0)
    found = taken(raw[:start] + many + tail, "a.zip", Options(limits=Limits(slack=20 * MB, ratio=50)))
    assert any("as bombs do" in one_line(one) for one in found)
    assert len(found) < 20


def test_archives_in_archives():
    raw = STORY.encode()
    for level in range(8):
        raw = zipped([(f"{level}.zip", raw)])
    (one,) = taken(raw, "a.zip")
    assert "nested too deep" in one_line(one)


def test_a_zip_with_too_many_files():
    raw = zipped([(f"{n}", b"") for n in range(300)])
    (one,) = taken(raw, "a.zip", Options(limits=Limits(members=200)))
    assert "holds 300 files (limit 200)" in one_line(one)
    claims = raw[:-22] + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 9, 9, 0x7FFFFFFF, 0, 0)
    (one,) = taken(claims, "a.zip")
    assert "more than 200,000 files" in one_line(one)


@pytest.mark.parametrize(
    "name", ["../../etc/cron.d/x", "/etc/passwd", "a/../../b", "..\\..\\b", "C:\\x", "a\x1b[2Jb"]
)
def test_names_that_lead_out_of_an_archive(name, tmp_path):
    found = taken(zipped([(name, STORY), ("good.txt", STORY)]), str(tmp_path / "a.zip"))
    told = one_line(found[0])
    assert "outside the archive" in told or "control characters" in told
    assert "\x1b" not in told
    assert found[1].report.text == STORY
    assert list(tmp_path.iterdir()) == []


def test_links_and_devices_in_a_tar(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind, target in (
            (tarfile.SYMTYPE, str(secret)),
            (tarfile.LNKTYPE, str(secret)),
            (tarfile.CHRTYPE, ""),
        ):
            info = tarfile.TarInfo("a.txt")
            info.type, info.linkname = kind, target
            archive.addfile(info)
        info = tarfile.TarInfo("good.txt")
        info.size = len(STORY)
        archive.addfile(info, io.BytesIO(STORY.encode()))
    found = taken(out.getvalue(), "a.tar")
    assert [one.report is not None for one in found] == [False, False, False, True]
    assert all("not a file" in one_line(one) for one in found[:3])


def test_links_in_a_folder_are_not_followed(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.txt").write_text("the secret")
    (tmp_path / "in" / "a.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    os.mkfifo(tmp_path / "in" / "pipe")
    assert list(from_paths([tmp_path / "in"])) == []
