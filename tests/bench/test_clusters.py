"""What Dateline makes of our own stories, coded by hand, and of a handful of shootings."""

from __future__ import annotations

from bench.clusters import STORIES, _stories, dateline, figures
from bench.gva_clusters import Shooting, agreement, exact, main, tolls
from dateline.record import Record, Report, Toll
from dateline.run.merging import merge_tellings


def test_no_two_incidents_of_the_stories_are_taken_for_one_and_nearly_all_are_found() -> None:
    stories = _stories(STORIES)
    found = dateline([telling for story in stories for telling in story.tellings])
    values = {figure.name: figure.value for figure in figures(stories, found)}
    assert values["false mergers"] == 0.0 and values["forbidden mergers"] == 0.0
    assert values["CoNLL F1"] is not None and values["CoNLL F1"] > 0.97
    assert values["toll after merging"] is not None and values["toll after merging"] > 0.8


def test_an_article_without_an_incident_has_a_bare_one_in_its_place() -> None:
    telling, was_read = main(Record(Report("Sign in to read more.", "2017-01-01")))
    assert not was_read
    assert telling.incident.type.code == "civilian.attack" and telling.head.published == "2017-01-01"


def test_shootings_are_judged_by_group_and_by_toll() -> None:
    telling, _ = main(Record(Report("One.", "2017-01-01")))
    (one,) = merge_tellings([telling]).incidents
    shooting = Shooting("1", 0, 2, frozenset({"a", "b"}))
    values = {f.name: f.value for f in tolls([shooting], [(frozenset({"a"}), one)])}
    assert values["killed exact"] == 1.0 and values["injured exact"] == values["both exact"] == 0.0
    agreed = {f.name: f.value for f in agreement([frozenset("ab")], [frozenset("a"), frozenset("b")])}
    assert agreed["B-cubed P"] == 1.0 and agreed["B-cubed R"] == 0.5 and agreed["pairs found"] == 0.0


def test_a_toll_that_is_not_exact_is_no_figure() -> None:
    assert exact(Toll()) == 0
    assert exact(Toll("stated", 3, 3, 3)) == 3
    assert exact(Toll("stated", 3, None, None)) is None
