"""Who says what, how firmly, and whose words a stretch is."""

import pytest

from dateline.read.page import Page
from dateline.read.says import quotations, sayings, says_of, source_kind
from dateline.record import Report, Says, Span

SPEAKERS = [
    ("Police said two men were killed in the raid.", "Police", "two men were killed in the raid"),
    ("Two men were killed in the raid, said police.", "police", "Two men were killed in the raid"),
    ('"They shot at us from the roof," said Mary Oduya, a nurse.', "Mary Oduya, a nurse", "They shot"),
    ("Two men were killed, according to a hospital official.", "a hospital official", "Two men were killed"),
    ("According to the ministry, two men were killed.", "the ministry", "two men were killed"),
    ("Major Ben Otieno, the district commander, said the post was overrun.", "Major Ben Otieno, the district"
     " commander", "the post was overrun"),
    ('"We ran," he said, "and they fired at us again."', "he", "they fired"),
    ("The army said it had shelled the ridge, adding that no civilian was hurt.", "The army", "no civilian"),
    ("The attack was described as an attempted murder by the army.", "the army", "attempted murder"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "words"), SPEAKERS)
def test_the_words_are_given_their_speaker(text: str, speaker: str, words: str) -> None:
    assert _says(text, words).speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Fighting spread to the border states on Sunday.",
        "His disparaging remarks had angered the elders.",
        "The army dropped criminal charges against the guards.",
    ],
)
def test_nouns_that_look_like_verbs_of_saying_say_nothing(text: str) -> None:
    assert sayings(Page(Report(text))) == ()


def test_i_think_makes_no_second_speaker() -> None:
    text = '"I think they came by boat," said Mary Oduya, a nurse.'
    assert [saying.name for saying in sayings(Page(Report(text)))] == ["Mary Oduya, a nurse"]


def test_a_sentence_without_a_speaker_is_the_narrators() -> None:
    text = "The mayor said he was safe. Two guards were injured."
    assert _says(text, "Two guards").speaker is None


def test_a_news_agency_that_passes_words_on_is_their_relay() -> None:
    for text in (
        "Witnesses said they heard an explosion, reported Reuters.",
        "Witnesses told Reuters that they heard an explosion.",
    ):
        says = _says(text, "heard an explosion")
        assert (says.speaker, says.via) == ("Witnesses", "Reuters")


def test_she_said_speaks_of_the_person_and_it_said_of_the_body() -> None:
    text = (
        "Mary Oduya, a nurse, said the ward was full. The health ministry said five people had died.\n\n"
        "It added that two were children. Peter Musa was on duty. He said the doors were shot at."
    )
    assert _says(text, "two were children").speaker == "The health ministry"
    assert _says(text, "the doors").speaker == "Peter Musa"


@pytest.mark.parametrize(
    ("text", "words", "modality"),
    [
        ("Residents accused the army of burning the village.", "burning", "accusation"),
        ("The army denied that it burned the village.", "burned", "denial"),
        ("Police believe the men came by boat.", "came by boat", "hedged"),
        ("Police said the alleged attack took place on Monday.", "attack", "hedged"),
        ("The front said it was behind the attack.", "attack", "claimed_responsibility"),
        ("The militia vowed to attack the town.", "attack", "planned"),
    ],
)
def test_how_firmly_it_is_said(text: str, words: str, modality: str) -> None:
    assert _says(text, words).modality == modality


def test_a_stray_single_mark_opens_no_quotation() -> None:
    text = 'Several guards were injured. \'\n\nThe minister called it a "failed attempt" on Monday.'
    assert [text[q.start : q.end] for q in quotations(Page(Report(text)))] == ['"failed attempt"']


def test_nobody_does_not_speak() -> None:
    assert sayings(Page(Report("No one has claimed responsibility for the attack."))) == ()


def test_the_name_of_a_country_is_no_saying() -> None:
    assert sayings(Page(Report("The United States and two reports arrived at the camp."))) == ()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("A police spokesman", "state_security"),
        ("residents of the village", "witness_eye"),
        ("a hospital official", "medical"),
        (None, "narrator"),
    ],
)
def test_the_kind_of_a_source_is_told_by_its_words(name: str | None, kind: str) -> None:
    assert source_kind("en", name) == kind


def _says(text: str, words: str) -> Says:
    page = Page(Report(text))
    start = text.index(words)
    return says_of(page, Span(start, start + len(words)), sayings(page), quotations(page))
