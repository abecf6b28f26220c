"""docs/cases.md names every filter, shelf and command of a case."""

from dataclasses import fields

from dateline.cli import app
from dateline.store import Filter
from dateline.store.schema import KEPT, MADE
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "cases.md").read_text(encoding="utf-8")


def test_every_filter_has_its_line():
    listed = PAGE.split("## Filters")[1].split("## What is kept")[0]
    for one in fields(Filter):
        assert f"`{one.name}`" in listed


def test_every_shelf_is_named():
    inner = {"review_members", "unsettled"}  # indexes of other shelves
    for table in (*KEPT, *MADE):
        assert f"`{table.name}`" in PAGE or table.name in inner, table.name


def test_every_command_is_named():
    groups = {group.name for group in app.registered_groups} | {one.name for one in app.registered_commands}
    for name in groups - {"read", "gazetteer"}:
        assert f"dateline {name}" in PAGE or f"`{name}`" in PAGE, name
