"""The card: values in plain words, numbers that lead to the report's words, any width, nothing that bites."""

import io
import re
from dataclasses import replace

import pytest

from dateline.export import card, explain, words
from dateline.record import Actor, Record, Report, Says
from tests.export.story import TEXT, record


def printed(told, kind=card, **how):
    out = io.StringIO()
    kind.write(told, out, **how)
    return out.getvalue()


def test_the_whole_card():
    assert printed(record(), width=76) == CARD


CARD = """\
Blast kills four in port town
Published: 2024-05-07

E1  Grenade attack · carried out · 6 May 2024 · Tamra, Tunisia
  type      explosive.grenade [2]
  also in   other words for it [1]
  when      6 May 2024 [5]
  where     Tamra, Tunisia [4]
  by        a cell (unidentified armed): suspected
  claimed   not mentioned
  killed    at least 4 [3]
    but     6 (A union; set aside) [6]
  injured   not reported
  victim    at least 4 dockers (civilian): killed [3]
  grade     weak
  says so   the harbour master: “at least four dockers” [3]
  says so   A union: “six” [6]
  ! Four and six cannot both be exact. [6]

Told, but not counted
  E2  Peaceful protest · carried out · date not told: context

Set aside
  “war of words”: rhetoric

The report, with the words behind each value
‹Blast kills›[1] four in port town

‹A bomb killed›[2] ‹at least four dockers›[3] ‹in Tamra›[4] ‹on Monday›[5],
the harbour master said. A union put the dead at ‹six›[6]. The minister
spoke of a war of words.
"""


@pytest.mark.parametrize("width", [10, 40, 41, 57, 80, 200])
def test_no_line_is_wider_than_the_screen_or_ends_in_spaces(width):
    for line in printed(record(), width=width).splitlines():
        assert len(line) <= max(40, width)
        assert line == line.rstrip()


@pytest.mark.parametrize("width", [40, 80, 200])
def test_width_changes_no_word(width):
    def words(card):
        return re.sub(r"\s+", " ", card)

    assert words(printed(record(), width=width)) == words(printed(record(), width=76))


def test_a_pipe_gets_no_codes_and_a_terminal_does(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b" not in printed(record())
    assert "\x1b[" in printed(record(), terminal=True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in printed(record(), terminal=True)


@pytest.mark.parametrize("kind", [card, explain])
@pytest.mark.parametrize("evil", ["\x1b[2J", "\x07", "\x9b31m", "\u202e", "\x00", "\r\x1b]0;x\x07"])
def test_an_article_cannot_steer_the_terminal(kind, evil):
    told = printed(record(TEXT.replace("bomb", f"b{evil}mb").replace("six", "s" + evil)), kind)
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\x00", "\r"} & set(told)


def test_what_is_harmless_stays():
    text = "Nô\u00a0one was hurt \u2014 “naïve” \u0646\u0635 文 \u200dend"
    assert text in printed(Record(Report(text)), width=200)


def test_windows_line_ends_make_lines():
    assert "One line.\nAnother line.\n" in printed(Record(Report("One line.\r\nAnother line.\r\n")))


def test_a_report_without_incident():
    told = printed(Record(Report("Nothing happened.")))
    assert "No countable incident" in told
    assert "Published: not known" in told


def test_explain_tells_every_step_with_offsets():
    told = printed(record(), explain)
    assert "\nwhat\n  bomb (noun)  “A bomb killed” [31:44]\n" in told
    assert "\nset aside\n  rhetoric  “war of words”" in told
    assert "\n      killed by single\n" in told
    assert "“six” [136:139]  (A union; dissenting; by word_lists)" in told
    assert "E1 figures_differ: Four and six cannot both be exact." in told


def test_explain_wraps_on_a_terminal_only():
    assert max(map(len, printed(record(), explain).splitlines())) > 80
    assert max(map(len, printed(record(), explain, width=80).splitlines())) <= 80


def test_how_it_is_known_who_did_it_is_told_in_words() -> None:
    accused = Actor("Hill Brigade", "the Hill Brigade", "rebel_group", "accused_by_authority", "The army")
    denied = replace(accused, status="denied", said_by=None)
    told = words.actor(denied, [accused, denied])
    assert told == "Hill Brigade (rebel group): accused by the army; denies it"
    fact = replace(accused, status="reported_as_fact", said_by=None)
    assert words.actor(fact, [fact, fact]).endswith(": reported as fact")
    assert words.actor(replace(accused, said_by=None)).endswith(": accused by an authority")


@pytest.mark.parametrize(
    ("answer", "status", "shown"),
    [
        ("claimed", "claimed", "claimed by Sons of the Coast (video)"),
        ("denied", "denied", "denied by Sons of the Coast (video)"),
        ("competing", "disputed", "claimed by more than one: Sons of the Coast (video)"),
        ("claimed", "suspected", "claimed (video)"),
        ("none", "suspected", "none (the report says that nobody has claimed it)"),
    ],
)
def test_who_claims_it_and_how(answer, status, shown):
    incident = replace(
        record().incidents[0],
        claim_of_responsibility=answer,
        perpetrators=(Actor("Sons of the Coast", kind="rebel_group", status=status),),
    )
    assert words.responsibility(incident, [Says(channel="video")]) == shown
