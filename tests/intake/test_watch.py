"""Watching feeds: what is new is fetched once, kept, and a stopped round goes on where it was."""

import pytest

from dateline.errors import InputError
from dateline.intake.fetch import Terms
from dateline.intake.polite import Manners
from dateline.intake.source import Options
from dateline.intake.watch import Diary, watch
from dateline.intake.watching import Feed, WatchList, watch_list

from .servers import site

STORY = "<h1>Bomb kills {n} in Jos</h1><p>A bomb killed {n} people in the town of Jos, police said.</p>"
OURS = Options(isolated=False)


def feed(url, numbers, extra=""):
    items = "".join(
        f"<item><guid>{n}</guid><title>Bomb kills {n} in Jos</title><link>{url}/{n}</link>"
        f"<pubDate>Sun, 07 Nov 2021 23:30:00 -0500</pubDate>{extra}</item>"
        for n in numbers
    )
    return f'<rss version="2.0"><channel><title>Jos Herald</title>{items}</channel></rss>'.encode()


class Outlet:
    """A site with a feed whose items and failures the test sets."""

    def __init__(self, numbers=(1, 2, 3)):
        self.url, self.numbers, self.broken, self.tag, self.extra = "", list(numbers), {}, "a", ""

    def __call__(self, path, headers):
        if path == "/robots.txt":
            return 404, {}, b""
        if path == "/feed":
            if headers.get("if-none-match") == self.tag:
                return 304, {}, b""
            return 200, {"ETag": self.tag}, feed(self.url, self.numbers, self.extra)
        if path in self.broken:
            return self.broken[path], {}, b""
        return 200, {"Content-Type": "text/html"}, STORY.format(n=path[1:]).encode()


@pytest.fixture
def outlet():
    served = Outlet()
    with site(served) as (url, asked):
        served.url, served.asked = url, asked
        yield served


def one_round(outlet, tmp_path, keep=None, **wanted):
    kept = []
    manners = Manners(Terms(private=True), pause=0)
    feeds = WatchList(feed=(Feed(url=f"{outlet.url}/feed", **wanted),))
    told = list(watch(feeds, Diary(tmp_path / "diary.jsonl"), keep or kept.extend, manners, OURS))
    return kept, told


def test_every_story_once(outlet, tmp_path):
    kept, _ = one_round(outlet, tmp_path)
    assert [one.report.title for one in kept] == [f"Bomb kills {n} in Jos" for n in (1, 2, 3)]
    report = kept[0].report
    assert (report.published, report.published_basis) == ("2021-11-07", "feed")  # in the outlet's own zone
    assert (report.publisher, report.url) == ("Jos Herald", f"{outlet.url}/1")
    assert report.retrieved.endswith("Z")
    outlet.tag, outlet.numbers = "b", [4, 1, 2, 3]
    kept, _ = one_round(outlet, tmp_path)
    assert [one.report.title for one in kept] == ["Bomb kills 4 in Jos"]


def test_an_unchanged_feed_is_not_read_again(outlet, tmp_path):
    one_round(outlet, tmp_path)
    outlet.asked.clear()
    assert one_round(outlet, tmp_path)[0] == []
    assert [path for path in outlet.asked if path != "/robots.txt"] == ["/feed"]


def test_a_round_that_is_stopped_before_it_kept_loses_nothing(outlet, tmp_path):
    def stopped(_founds):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        one_round(outlet, tmp_path, stopped)
    kept, _ = one_round(outlet, tmp_path)
    assert len(kept) == 3


def test_a_diary_cut_in_the_middle_of_a_line_is_read(outlet, tmp_path):
    one_round(outlet, tmp_path)
    path = tmp_path / "diary.jsonl"
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(lines[:2]) + lines[2][:20])
    kept, _ = one_round(outlet, tmp_path)
    assert len(kept) == 1


def test_what_failed_is_told_and_tried_again_but_what_is_gone_is_not(outlet, tmp_path):
    outlet.broken = {"/1": 503, "/2": 404}
    kept, told = one_round(outlet, tmp_path)
    assert len(kept) == 1
    problems = [line for one in told for line in one.problems]
    assert len(problems) == 2
    assert all(line.startswith(outlet.url) and "\n" not in line for line in problems)
    outlet.broken = {}
    kept, _ = one_round(outlet, tmp_path)
    assert [one.report.url for one in kept] == [f"{outlet.url}/1"]


def test_where_the_page_is_gone_the_feed_s_own_text_is_kept(outlet, tmp_path):
    outlet.broken, outlet.numbers = {"/1": 404}, [1]
    outlet.extra = (
        "<description>&lt;p&gt;A bomb killed one person in the town of Jos.&lt;/p&gt;</description>"
    )
    kept, _ = one_round(outlet, tmp_path)
    assert "A bomb killed one person" in kept[0].report.text
    assert kept[0].report.zone_at(0) == "headline"


def test_only_and_newest(outlet, tmp_path):
    kept, _ = one_round(outlet, tmp_path, only=("/2", "/3"), newest=1)
    assert [one.report.title for one in kept] == ["Bomb kills 2 in Jos"]


def test_a_site_map_of_site_maps(tmp_path):
    def answer(path, _headers):
        place = served["url"]
        if path == "/map":
            return (
                200,
                {},
                f"<sitemapindex><sitemap><loc>{place}/inner</loc></sitemap></sitemapindex>".encode(),
            )
        if path == "/inner":
            return 200, {}, f"<urlset><url><loc>{place}/7</loc></url></urlset>".encode()
        return (404, {}, b"") if path == "/robots.txt" else (200, {}, STORY.format(n=path[1:]).encode())

    served = {}
    with site(answer) as (url, _):
        served["url"], kept = url, []
        wanted = WatchList(feed=(Feed(url=f"{url}/map"),))
        list(watch(wanted, Diary(tmp_path / "d"), kept.extend, Manners(Terms(private=True), pause=0), OURS))
    assert [one.report.title for one in kept] == ["Bomb kills 7 in Jos"]


def test_a_feed_may_not_lead_inside(tmp_path):
    with site(lambda _path, _headers: (200, {}, feed("http://169.254.169.254", [1]))) as (url, _):
        wanted, kept = WatchList(feed=(Feed(url=f"{url}/feed"),)), []
        told = list(watch(wanted, Diary(tmp_path / "d"), kept.extend, options=OURS))
    assert "private network" in told[0].problems[0]
    assert not kept


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "feed"),
        ("[[feed]]\nurl = 'ftp://a'", "must begin with http"),
        ("[[feed]]\nurl = 'http://a'\nevery = 5", "feed.0.every"),
        ("pause = 0\n[[feed]]\nurl = 'http://a'", "pause"),
        ("[[feed", "is not TOML"),
    ],
)
def test_a_bad_watch_list_names_its_entry(tmp_path, text, told):
    path = tmp_path / "feeds.toml"
    path.write_text(text)
    with pytest.raises(InputError, match=r"feeds\.toml") as caught:
        watch_list(str(path))
    assert told in str(caught.value)


def test_a_good_watch_list(tmp_path):
    path = tmp_path / "feeds.toml"
    path.write_text("pause = 3\n[[feed]]\nurl = 'https://a.example/rss'\npublisher = 'A'\n")
    assert watch_list(str(path)).feed[0].publisher == "A"
    with pytest.raises(InputError, match="no such file"):
        watch_list(str(tmp_path / "none.toml"))
