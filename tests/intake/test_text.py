"""Bytes to text: every offset true, every refusal one line that names the input and the mend."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dateline
from dateline.errors import InputError
from dateline.intake import Capture, from_captures, from_paths, from_text, publication_day

NEWS = "Gunmen killed five people in Jos on Monday, police said — “nobody was spared”, one added.\r\nNo more."


def found(data, name="story.txt"):
    (one,) = from_captures([Capture(name, data)])
    return one


def refusal(data, name="story.txt"):
    one = found(data, name)
    assert one.report is None
    told = one.problem
    assert told.startswith(f"{name}: ")
    assert "\n" not in told
    return told


@pytest.mark.parametrize(
    "data",
    [
        NEWS.encode(),
        codecs.BOM_UTF8 + NEWS.encode(),
        codecs.BOM_UTF16_LE + NEWS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + NEWS.encode("utf-16-be"),
    ],
)
def test_the_text_is_what_was_written(data):
    assert found(data).report.text == NEWS


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), max_size=80))
def test_nothing_is_cleaned_away(more):
    text = NEWS + more
    assert found(text.encode()).report.text == text
    assert all(0 <= zone.start < zone.end <= len(text) for zone in from_text(text).zones)


def test_offsets_count_characters_not_bytes():
    text = "\U0001f4a5" * 3 + " Five people were killed by a bomb in Jos on Monday, police said."
    record = dateline.read(text)
    assert record.claims
    for claim in record.to_dict()["claims"]:
        for span in claim["spans"]:
            assert text[span["start"] : span["end"]] == span["quote"]


@pytest.mark.parametrize(
    ("data", "parts"),
    [
        (b"", ["is empty"]),
        (b" \n\t ", ["is empty"]),
        (codecs.BOM_UTF16_LE + " \n".encode("utf-16-le"), ["is empty"]),
        ("Zwei Männer".encode("latin-1"), ["is not UTF-8", "byte 7", "iconv -f WINDOWS-1252 -t UTF-8"]),
        (codecs.BOM_UTF16_LE + b"a\0\xd8", ["is not UTF-16", "iconv"]),
        (NEWS.encode("utf-16-le"), ["UTF-16 without its byte-order mark", "iconv -f UTF-16LE"]),
        (NEWS.encode("utf-16-be"), ["UTF-16 without its byte-order mark", "iconv -f UTF-16BE"]),
        (NEWS.encode("utf-32"), ["is UTF-32", "iconv -f UTF-32"]),
        (b"{\\rtf1 text", ["office document", "plain text"]),
        (b"7z\xbc\xaf\x27\x1c", ["is packed", "zip or gzip"]),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), ["is a binary file"]),
        (b"word " * 1_000_001, ["5.0 million characters", "split it"]),
    ],
)
def test_refusals(data, parts):
    told = refusal(data)
    assert all(part in told for part in parts), told


def test_a_large_file_is_refused_by_its_size_and_not_read_whole(tmp_path):
    path = tmp_path / "dump.txt"
    with path.open("wb") as file:
        file.truncate(20_000_000_000)  # sparse: nobody could read it in a test's time
    (one,) = from_paths([path])
    assert one.problem == f"{path}: 20000.0 MB is more than one report (limit 30 MB); split it"


def test_paths_that_are_no_files(tmp_path):
    for path, told in [(str(tmp_path / "none"), "no such file"), ("a\0b", "cannot be read")]:
        (one,) = from_paths([path])
        assert told in one.problem


@pytest.mark.parametrize("told", ["2021-11-31", "20211108", "2021-W45-1", "8 Nov 2021", "2021-11-08T10", ""])
def test_dates_that_are_none(told):
    with pytest.raises(InputError, match="YYYY-MM-DD"):
        publication_day(told)


def test_the_date_is_as_given_or_open():
    assert (from_text(NEWS).published, from_text(NEWS).published_basis) == (None, None)
    report = from_text(NEWS, published="2024-02-29")
    assert (report.published, report.published_basis) == ("2024-02-29", "given")
