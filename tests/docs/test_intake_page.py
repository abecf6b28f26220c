"""docs/intake.md says what is so."""

import re

from dateline.intake import Limits
from dateline.intake.stamps import BELIEVED
from dateline.intake.watching import watch_list
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "intake.md").read_text(encoding="utf-8")


def test_the_watch_list_shown_is_one(tmp_path):
    (shown,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    path = tmp_path / "feeds.toml"
    path.write_text(shown)
    first, second = watch_list(str(path)).feed
    assert first.publisher == "The Example"
    assert (second.only, second.newest) == (("/world/", "/africa/"), 100)


def test_the_bounds_shown_are_the_bounds():
    shown = dict(re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE))
    limits = Limits()
    assert shown["one document"] == f"{limits.document // 1_000_000} MB"
    assert shown["one report's text"] == f"{limits.text // 1_000_000} million characters"
    assert shown["time for one document"] == f"{limits.seconds:g} seconds"
    assert shown["memory of the parsing process"] == f"{limits.memory // 1_000_000:,} MB"
    assert shown["files in one archive"] == f"{limits.members:,}"
    assert shown["archives in archives"] == str(limits.depth)
    slack = limits.slack // 1_000_000
    assert shown["unpacked over packed size"] == f"{limits.ratio} times, after the first {slack} MB"


def test_the_order_of_belief_is_the_one_told():
    told = PAGE.split("## The day of publication")[1].split("##")[0]
    assert [basis for basis in re.findall(r"`(\w+)`", told) if basis in BELIEVED] == list(BELIEVED)
