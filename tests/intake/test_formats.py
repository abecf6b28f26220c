"""What bytes are, and pages, feeds, PDFs, archives and folders of them."""

import gzip
import io
import tarfile
import zipfile

import pytest

from dateline.intake import Capture, from_captures, from_paths
from dateline.intake.formats import sniff

from .makers import OURS, PAGE, STORY, mail, pdf, report, taken, warc


@pytest.mark.parametrize(
    ("raw", "name", "media", "kind"),
    [
        (b"PK\x03\x04", "a.txt", "", "zip"),
        (b"%PDF-1.7", "a.html", "text/html", "pdf"),
        (b"\xef\xbb\xbf<!DOCTYPE html>", "a", "", "page"),
        (b"<h1>a</h1>", "", "text/html; charset=utf-8", "page"),
        (b"<?xml version='1.0'?><rss version='2.0'>", "a.html", "text/html", "feed"),
        (b"<?xml version='1.0'?><x:urlset xmlns:x='a'>", "a.xml", "", "sitemap"),
        (b"<html><body>the &lt;rss&gt; <rss > tag", "a.html", "", "page"),
        (b"From a@b Mon Nov  8 10:00:00 2021\nX: y", "a", "", "mbox"),
        (b"Received: by x\nSubject: y\n\nz", "a.txt", "", "mail"),
        (b"FROM: The press office\nDATE: 8 November\n\nStatement", "a.txt", "", "text"),
        (b'{"name": "c", "messages": [', "result.json", "", "chat"),
        (b'{"text": "c"}\n', "a.jsonl", "", "jsonl"),
        (b"title,text\n", "a.csv", "", "csv"),
        (b"WARC/1.0\r\n", "a", "", "warc"),
        (b"PAR1", "a", "", "parquet"),
        (b"\xd0\xcf\x11\xe0", "a.doc", "", "office"),
        (b"Five were killed.", "a.pdf", "application/pdf", "text"),
    ],
)
def test_bytes_tell_what_they_are_and_names_help(raw, name, media, kind):
    assert sniff(raw, name, media) == kind


def test_a_pdf_with_running_heads():
    lines = [[f"Jos Herald - page {n}", "Gunmen killed five people in Jos on Monday and wounded",
              f"eleven others, police said in report {n}. They burned the govern-",
              "ment office."] for n in (1, 2, 3, 4)]  # fmt: skip
    got = report(pdf(lines), "a.pdf")
    assert "government office" in got.text
    assert got.zone_at(got.text.index("Jos Herald - page 2")) == "boilerplate"
    assert got.zone_at(got.text.index("eleven others")) == "body"


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (pdf([[], []]), "only pictures"),
        (b"%PDF-1.7 text", "not a PDF that can be read"),
        (pdf([[STORY]])[:200], "PDF"),
    ],
)
def test_pdfs_without_text(raw, told):
    (one,) = taken(raw, "a.pdf")
    assert one.report is None
    assert told in one.problem
    assert "\n" not in one.problem


@pytest.mark.parametrize("atom", [False, True])
def test_a_feed_file(atom):
    if atom:
        raw = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Jos Herald</title><entry><id>1</id>
        <title>Five killed</title><link href="http://a.example/1"/><published>2021-11-07T23:30:00-05:00</published>
        <content type="html">&lt;p&gt;{STORY}&lt;/p&gt;</content></entry></feed>"""
    else:
        raw = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Jos Herald</title><item>
        <title>Five killed</title>
        <link>http://a.example/1</link><pubDate>Sun, 07 Nov 2021 23:30:00 -0500</pubDate>
        <description>&lt;p&gt;{STORY}&lt;/p&gt;</description></item></channel></rss>"""
    got = report(raw.encode(), "feed.xml")
    assert got.text == f"Five killed\n\n{STORY}"
    assert (got.published, got.published_basis) == ("2021-11-07", "feed")  # its own day, not London's
    assert (got.publisher, got.url) == ("Jos Herald", "http://a.example/1")


def test_a_site_map_holds_no_text():
    (one,) = taken(b"<urlset><url><loc>http://a.example/1</loc></url></urlset>", "sitemap.xml")
    assert "names 1 addresses but holds no text; fetch them: dateline watch" in one.problem


@pytest.mark.parametrize("packed", [True, False])
def test_a_web_archive(tmp_path, packed):
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    page = PAGE.encode()
    path.write_bytes(warc([("request", b"text/html", page, 200), ("response", b"text/html", page, 200),
                           ("response", b"image/png", b"\x89PNG", 200), ("response", b"text/html", page, 404),
                           ("response", b"text/html", page, 200)], packed))  # fmt: skip
    found = list(from_paths([path], OURS))
    assert [one.report.url for one in found] == ["http://a.example/1", "http://a.example/4"]
    assert found[0].report.retrieved == "2021-11-09T00:00:00Z"
    assert found[0].report.title == "Five killed in Jos"


def test_folders_zips_and_tars_in_order(tmp_path):
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("in/2.html", PAGE)
        archive.writestr("in/1.txt", STORY)
        archive.writestr("__MACOSX/._1.txt", b"\0")
    with tarfile.open(tmp_path / "c.tar.gz", "w:gz") as archive:
        info = tarfile.TarInfo("x.txt")
        info.size = len(STORY)
        archive.addfile(info, io.BytesIO(STORY.encode()))
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "z.txt.gz").write_bytes(gzip.compress(STORY.encode()))
    (tmp_path / ".hidden").write_text("no")
    found = list(from_paths([tmp_path], OURS))
    names = [one.name.removeprefix(f"{tmp_path}/") for one in found]
    assert names == ["a/z.txt", "b.zip!/in/2.html", "b.zip!/in/1.txt", "c.tar!/x.txt"]
    assert all(STORY in one.report.text for one in found)


def test_the_same_bytes_in_a_process_apart():
    captures = [Capture("a.html", PAGE.encode(), url="http://a.example/x"),
                Capture("a.eml", mail().as_bytes()),
                Capture("a.pdf", pdf([[STORY]])), Capture("a.txt", STORY.encode())]  # fmt: skip
    assert list(from_captures(captures)) == list(from_captures(captures, OURS))


def test_the_text_and_its_origin_are_kept():
    (one,) = taken(PAGE.encode(), "a.html", url="http://a.example/x", retrieved="2021-11-09T00:00:00Z")
    assert one.capture.raw == PAGE.encode()
    assert len(one.capture_sha256) == 64
    assert "trafilatura" in one.extractor
    assert one.report.retrieved == "2021-11-09T00:00:00Z"
