"""The weekly brief: every number leads to words, hostile words stay words, and what changed is told."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from dateline.errors import ExportError
from dateline.export.brief import brief, markdown, page, week, write
from dateline.export.brief.changes import changes
from dateline.export.brief.markdown import escaped
from dateline.record import Toll, When

from .merged_story import FIRST, FIVE, REPORTS, TUESDAY, alone, bombing

W45, W46 = week("2021-W45"), week("2021-W46")
CASE = (
    bombing(),
    alone("protest.peaceful"),
    alone("civilian.attack", account="E3", killed=Toll("unknown_number")),
)


class Page(HTMLParser):
    """What stands outside links and headings, every anchor, every target, every tag."""

    def __init__(self, html):
        super().__init__()
        self.bare, self.anchors, self.targets, self.tags = [], set(), [], set()
        self._open = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        self.tags.add(tag)
        if "id" in told:
            self.anchors.add(told["id"])
        if tag == "a":
            self.targets.append(told["href"])
        if tag != "meta":
            self._open.append((tag, told.get("class")))

    def handle_startendtag(self, tag, attrs):  # noqa: ARG002
        self.tags.add(tag)

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        inside = {tag for tag, _ in self._open}
        if not inside & {"a", "h1", "h2", "title", "style"} and ("ol", "evidence") not in self._open:
            self.bare.append(data)


@pytest.fixture(scope="module")
def issue():
    return brief(CASE, REPORTS, W45)


def test_every_number_is_a_link_to_evidence(issue):
    shown = Page(page(issue))
    days = re.compile(r"\w{3} \d+")  # what stands under the chart's bars
    assert not [words for words in shown.bare if re.search(r"\d", words) and not days.fullmatch(words)]
    inner = [target for target in shown.targets if target.startswith("#")]
    assert len(inner) > 20
    assert {target[1:] for target in inner} <= shown.anchors


def test_every_number_of_the_markdown_too(issue):
    body = markdown(issue).split("## The words behind every number")[0]
    body = re.sub(r"^#.*$", "", body, flags=re.M)
    rows = [line for line in body.splitlines() if not re.match(r"\| \w{3} \d+ \|", line)]
    unlinked = re.sub(r"\[(?:\\.|[^\]\\])*\]\(#e\d+\)", "", "\n".join(rows))
    assert not re.search(r"\d", unlinked), unlinked
    anchors = set(re.findall(r'<a id="(e\d+)">', markdown(issue)))
    assert set(re.findall(r"\(#(e\d+)\)", markdown(issue))) <= anchors


def test_evidence_is_a_quote_or_a_sum_of_quotes(issue):
    by_number = {item.number: item for item in issue.evidence}
    assert list(by_number) == list(range(1, len(by_number) + 1))
    for item in issue.evidence:
        assert item.quote or item.parts
        assert all(by_number[part].quote for part in item.parts)
        if item.quote:
            assert any(item.quote in " ".join(report.text.split()) for report in REPORTS.values())


def test_the_sum_of_the_week_is_open_where_a_number_is_not_told(issue):
    text = "".join(part if isinstance(part, str) else part.text for part in issue.paragraphs[0])
    assert text.startswith("3 incidents in Iraq: ")
    assert "at least 9 killed; 12 injured." in text
    assert "On deaths the reports of 1 are silent" in text


def test_a_value_without_words_is_not_shown():
    bare = replace(bombing(), claims=tuple(t for t in bombing().claims if t.claim.field != "injured"))
    (row,) = brief((bare,), REPORTS, W45).table
    assert row[5] == ("–",)
    (row,) = brief((bombing(),), REPORTS, W45).table
    assert row[5][0].text == "12"


def test_an_analysts_value_says_that_it_is_one():
    bare = replace(bombing(), claims=tuple(t for t in bombing().claims if t.claim.field != "injured"))
    ruled = replace(bare, incident=replace(bare.incident, resolution=(("injured", "analyst"),)))
    issue = brief((ruled,), REPORTS, W45)
    (number,) = issue.table[0][5][0].items
    assert "analyst" in issue.evidence[number - 1].source


def test_hostile_words_stay_words(issue):
    html = page(issue)
    assert "<script" not in html and "javascript:" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert Page(html).tags <= {
        "html", "head", "meta", "title", "style", "body", "h1", "h2", "table", "thead", "tbody", "tr", "th",
        "td", "p", "a", "sup", "svg", "line", "rect", "text", "ul", "li", "ol", "q",
    }  # fmt: skip
    text = markdown(issue)
    assert "\\<script\\>" in text and "javascript:" not in text
    assert "(https://tigris.example/a%281%29)" in text


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a|b", "a\\|b"),
        ("[x](http://e)", "\\[x\\](http:\\//e)"),
        ("www.evil.example", "www\\.evil.example"),
        ("<b>", "\\<b\\>"),
        ("`*_~#", "\\`\\*\\_\\~\\#"),
        ("two\n\nlines", "two lines"),
        ("\\[", "\\\\\\["),
        ("&lt;", "\\&lt;"),
    ],
)
def test_markdown_shows_words_as_they_are(words, shown):
    assert escaped(words) == shown


def test_the_page_fetches_nothing(issue):
    html = page(issue)
    assert "default-src 'none'" in html
    assert not re.search(r"(?:src|href)=\"(?!#|https://tigris)", html)


def test_same_case_same_bytes():
    assert page(brief(CASE, REPORTS, W45)) == page(brief(CASE, REPORTS, W45))


def test_a_week_without_incidents():
    issue = brief(CASE, REPORTS, week("2020-W01"))
    assert issue.table == () and issue.changes == ()
    assert "No countable incident is known for 2020-W01." in markdown(issue)
    assert "No countable incident" in page(issue)


def test_a_month_is_too_vague_for_a_week_and_what_does_not_count_stays_out():
    vague = bombing(date=When("2021-11-01", "2021-11-30", "month"))
    assert brief((vague, bombing(countable=False)), REPORTS, W45).table == ()


def test_a_table_has_a_pages_rows_and_says_how_many_more():
    many = tuple(alone("protest.peaceful", account=f"E{n}") for n in range(25))
    issue = brief(many, REPORTS, W45)
    assert len(issue.table) == 20
    assert issue.left[0].text == "5"


@pytest.mark.parametrize("told", ["2021-W60", "2021-45", "W45", "", "2021-W00", "０", "2021-W45\n"])
def test_a_week_that_is_none(told):
    with pytest.raises(ExportError, match="write the year and the week's number"):
        week(told)


def test_weeks_are_those_of_the_calendar():
    assert (W45.monday.isoformat(), W45.sunday.isoformat()) == ("2021-11-08", "2021-11-14")
    assert W45.words == "8 to 14 November 2021"
    assert week("2020-W53").words == "28 December 2020 to 3 January 2021"
    assert week("2020-W53").name == "2020-W53"
    assert W45.touches(TUESDAY) and not W46.touches(TUESDAY)


def told(issue):
    return ["".join(p if isinstance(p, str) else p.text for p in change) for change in issue.changes]


def test_what_a_weeks_reports_changed_by_the_series():
    assert told(brief((bombing(),), REPORTS, W46)) == [
        "Revised up, killed: bomb, mine or roadside explosive, Mosul, Nineveh, Iraq, 9 November 2021, "
        "from at least 5 to 9."
    ]
    assert told(brief((bombing(),), REPORTS, W45)) == []


def test_what_changed_since_a_snapshot():
    old = replace(bombing(killed=FIVE), disagreements=())
    kinds = [(one.kind, one.field) for one in changes((bombing(),), REPORTS, W46, (old,))]
    assert kinds == [("up", "killed"), ("disputed", "killed")]
    down = changes((bombing(killed=FIVE),), REPORTS, W46, (bombing(),))
    assert [(one.kind, one.field) for one in down] == [("down", "killed")]
    gone = changes((bombing(grade="discounted"),), REPORTS, W46, (bombing(),))
    assert [one.kind for one in gone] == ["discounted"]
    assert changes((bombing(),), REPORTS, W46, (bombing(),)) == ()


def test_an_incident_is_found_again_by_any_of_its_members():
    grown = bombing()
    alone_then = replace(grown, members=grown.members[1:])
    assert changes((grown,), REPORTS, W46, (alone_then,)) == ()


def test_an_older_incident_that_comes_to_light():
    (change,) = changes(
        (alone("protest.peaceful"),), {FIRST.id: replace(FIRST, published="2021-11-16")}, W46, None
    )
    assert change.kind == "found"
    (change,) = changes((alone("protest.peaceful"),), REPORTS, W46, ())
    assert change.kind == "found"


def test_a_brief_is_written_as_asked(tmp_path, issue):
    assert [path.name for path in write(issue, tmp_path / "w45")] == ["w45.md", "w45.html"]
    assert [path.name for path in write(issue, tmp_path / "w45.html")] == ["w45.html"]
    with pytest.raises(ExportError, match=r"a brief is \.md or \.html"):
        write(issue, tmp_path / "w45.pdf")
