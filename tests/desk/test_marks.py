"""A report's text in pieces: nothing is lost, nothing is moved, whatever the characters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.desk.render import exact
from dateline.desk.show.marks import Support, pieces, printable
from dateline.record import Report, Span, Zone

SPANS = st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60)), max_size=8)


@given(st.text(max_size=50), SPANS, SPANS)
def test_pieces_are_the_whole_text_in_order(text: str, spans: list, zones: list) -> None:
    report = Report(text, zones=tuple(Zone("caption", a, b) for a, b in zones))
    supports = [Support(Span(a, b), f"c{n}", "type") for n, (a, b) in enumerate(spans)]
    cut = pieces(report, supports)
    assert [piece.start for piece in cut] == [0, *(piece.end for piece in cut)][: len(cut)]
    assert "".join(report.text[piece.start : piece.end] for piece in cut) == text
    assert all(len(piece.text) == piece.end - piece.start for piece in cut)


@given(st.text(min_size=1, max_size=50), SPANS)
def test_a_piece_names_all_that_rests_on_it_and_nothing_else(text: str, spans: list) -> None:
    supports = [Support(Span(a, b), f"c{n}", "date") for n, (a, b) in enumerate(spans)]
    for piece in pieces(Report(text), supports):
        wanted = {
            one.key for one in supports
            if 0 <= one.span.start <= piece.start and piece.end <= one.span.end <= len(text)
        }  # fmt: skip
        assert set(piece.keys) == wanted
        assert piece.marked == bool(wanted)


def test_an_emoji_is_one_character_and_so_is_what_html_cannot_hold() -> None:
    report = Report("🔥🔥 twelve \x00killed")
    piece = next(p for p in pieces(report, [Support(Span(3, 9), "c1", "killed")]) if p.marked)
    assert (piece.start, piece.text) == (3, "twelve")
    assert printable("a\x00\ud800b") == "a��b"


def test_a_bare_carriage_return_survives_the_browser() -> None:
    assert exact("a\r\n<b>") == "a&#13;\n&lt;b&gt;"
