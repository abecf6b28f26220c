"""The notebook view: well formed, self-contained, and no way in for what an article says."""

from html.parser import HTMLParser

from dateline.record import Record, Report
from tests.export.story import TEXT, record


class Outline(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.text = [], set(), ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.tags.add(tag)
        assert {name for name, _ in attrs} <= {"style"}

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def test_well_formed_and_self_contained():
    page = record()._repr_html_()
    outline = Outline(page)
    assert outline.open == []
    assert outline.tags <= {"div", "p", "b", "table", "tr", "th", "td", "mark", "sup", "ul", "li"}
    assert "http" not in page
    assert "url(" not in page


def test_fields_carry_the_numbers_of_their_words():
    page = record()._repr_html_()
    assert "low: 4 <sup>2, 5</sup>" in page
    assert "at least four dockers</mark><sup>2</sup>" in page
    assert "Four and six cannot both be exact." in page
    assert "“war of words”: rhetoric" in page


def test_an_article_cannot_add_markup():
    evil = TEXT + "<b>union</b><script>alert(1)</script>&amp;"
    outline = Outline(record(evil)._repr_html_())
    assert "script" not in outline.tags
    assert "<script>alert(1)</script>&amp;" in outline.text


def test_a_report_without_incident():
    assert "No incident." in Outline(Record(Report("Nothing happened."))._repr_html_()).text
