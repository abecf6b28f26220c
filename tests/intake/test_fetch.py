"""Fetching: nothing inside the own network, bounded in everything, manners kept."""

import gzip
import time

import pytest

from dateline.errors import InputError
from dateline.intake.addresses import checked
from dateline.intake.fetch import Terms, fetch
from dateline.intake.polite import Manners

from .servers import site, talker

HERE = Terms(private=True, seconds=5, silence=2, size=100_000)
PAGE = b"<h1>Five killed in Jos</h1><p>Five people were killed in Jos on Monday, police said.</p>"


def refusal(url, terms=HERE, **how):
    with pytest.raises(InputError) as caught:
        fetch(url, terms, **how)
    told = str(caught.value)
    assert "\n" not in told
    return told


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
     "224.0.0.1", "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1",
     "fd00:ec2::254", "ff02::1",
     "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::", "not an address"],
)  # fmt: skip
def test_private_addresses_are_refused(address):
    with pytest.raises(InputError, match="leads into a private network"):
        checked("http://news.example/", lambda _host, _port: [address])


def test_one_private_answer_among_public_ones_is_refused():
    with pytest.raises(InputError, match="private network"):
        checked("http://news.example/", lambda _host, _port: ["93.184.216.34", "127.0.0.1"])


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_public_addresses_are_not(address):
    assert checked("https://news.example/a", lambda _host, _port: [address])[1:] == (address, 443)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("ftp://news.example/", "only http and https"),
        ("http:///path", "names no host"),
        ("http://user:secret@news.example/", "user name or password"),
        ("http://news.example/a b", "control characters"),
        ("http://news.example/\r\nX: y", "control characters"),
        ("http://news.example:99999/", "is not an address"),
        ("http://[::1", "is not an address"),
        ("http://" + "a" * 5000, "too long"),
    ],
)
def test_odd_addresses_are_refused_unresolved(url, told):
    def never(_host, _port):
        raise AssertionError("must not be resolved")

    with pytest.raises(InputError, match=told) as caught:
        checked(url, never)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "url", ["http://localhost:9/", "http://2130706433/", "http://0x7f.1/", "http://127.1/"]
)
def test_other_spellings_of_this_machine(url):
    assert "private network" in refusal(url, Terms()) or "is not known" in refusal(url, Terms())


def test_a_page_with_its_origin():
    with site(lambda _path, _headers: (200, {"Content-Type": "text/html", "ETag": '"1"'}, PAGE)) as (url, _):
        answer = fetch(f"{url}/a", HERE)
    assert answer.capture.raw == PAGE
    assert answer.capture.url == f"{url}/a"
    assert answer.capture.retrieved.endswith("Z")
    assert ("etag", '"1"') in answer.capture.headers


def test_the_way_is_kept():
    def answer(_path, _headers):
        return (200, {}, PAGE) if _path == "/c" else (302, {"Location": {"/a": "/b", "/b": "/c"}[_path]}, b"")

    with site(answer) as (url, _):
        capture = fetch(f"{url}/a", HERE).capture
    assert capture.url == f"{url}/c"
    assert capture.redirects == (f"{url}/a", f"{url}/b")


def test_redirects_end():
    with site(lambda _path, _headers: (302, {"Location": "/b" if _path == "/a" else "/a"}, b"")) as (url, _):
        assert "in a circle" in refusal(f"{url}/a")
    with site(lambda _path, _headers: (302, {"Location": f"{_path}x"}, b"")) as (url, asked):
        assert "more than 5 times" in refusal(f"{url}/a")
        assert len(asked) == 6


def test_a_redirect_into_the_own_network_is_not_followed():
    with site(lambda _path, _headers: (200, {}, b"the secrets of this network")) as (inner, inside):
        with site(lambda _path, _headers: (302, {"Location": f"{inner}/meta-data"}, b"")) as (outer, _):
            port = outer.rpartition(":")[2]

            def resolve(_host, _port):  # the first host is public as far as anyone can tell
                return ["127.0.0.1"]

            told = refusal(f"http://news.example:{port}/", Terms(), resolve=resolve)
            assert "private network" in told
        assert inside == []


def test_a_name_is_resolved_once_and_that_answer_connected_to():
    """DNS rebinding: the second answer would be inside; it is never asked for."""
    answers = [["127.0.0.1"], ["169.254.169.254"]]
    with site(lambda _path, _headers: (200, {}, _headers["host"].encode())) as (url, _):
        port = url.rpartition(":")[2]
        got = fetch(f"http://news.example:{port}/", HERE, resolve=lambda _host, _port: answers.pop(0))
    assert got.capture.raw == f"news.example:{port}".encode()
    assert len(answers) == 1


def test_a_server_that_says_nothing():
    begun = time.monotonic()
    with talker(lambda _: time.sleep(4)) as url:
        assert "says nothing for 0.3 seconds" in refusal(url, Terms(private=True, silence=0.3))
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(
    "start", [b"HTTP/1.1 200 OK\r\nX-Slow: ", b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"]
)
def test_a_server_that_drips(start):
    def drip(visitor):
        visitor.sendall(start)
        for _ in range(400):
            visitor.sendall(b"a")
            time.sleep(0.02)

    begun = time.monotonic()
    with talker(drip) as url:
        assert "takes longer than 0.5 seconds" in refusal(url, Terms(private=True, seconds=0.5, silence=2))
    assert time.monotonic() - begun < 8


def test_huge_headers():
    with talker(lambda v: v.sendall(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000 + b"\r\n\r\n")) as url:
        assert "headers are too large" in refusal(url)
    many = b"".join(b"X-%d: %s\r\n" % (n, b"a" * 2000) for n in range(90))
    with talker(lambda v: v.sendall(b"HTTP/1.1 200 OK\r\n" + many + b"\r\n")) as url:
        assert "headers are larger" in refusal(url)
    with talker(lambda v: v.sendall(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n")) as url:
        assert "headers are too large" in refusal(url)


def test_large_bodies():
    with talker(lambda v: v.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n")) as url:
        assert "it has 100.0 MB" in refusal(url)
    with talker(lambda v: v.sendall(b"HTTP/1.1 200 OK\r\n\r\n" + b"a" * 200_000)) as url:
        assert "more than" in refusal(url)
    bomb = gzip.compress(bytes(50_000_000))
    with site(lambda _path, _headers: (200, {"Content-Encoding": "gzip"}, bomb)) as (url, _):
        assert "more than" in refusal(url)


def test_packed_pages():
    for encoding, body in (("gzip", gzip.compress(PAGE)), ("identity", PAGE)):
        with site(lambda _path, _headers, e=encoding, b=body: (200, {"Content-Encoding": e}, b)) as (url, _):
            assert fetch(url, HERE).capture.raw == PAGE
    with site(lambda _path, _headers: (200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE)[:-9])) as (
        url,
        _,
    ):
        assert "breaks off" in refusal(url)
    with site(lambda _path, _headers: (200, {"Content-Encoding": "br"}, b"x")) as (url, _):
        assert "was not asked for" in refusal(url)


@pytest.mark.parametrize(
    "noise",
    [
        b"",
        b"\x00\xff\xfe",
        b"SSH-2.0-OpenSSH_9\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
def test_what_is_no_web_server(noise):
    with talker(lambda visitor: visitor.sendall(noise)) as url:
        assert "cannot be fetched" in refusal(url)


@pytest.mark.parametrize(
    ("status", "told"), [(404, "has no such page (404)"), (500, "answers with an error (500)")]
)
def test_errors_are_told(status, told):
    with site(lambda _path, _headers: (status, {}, b"")) as (url, _):
        assert told in refusal(url)


def test_unchanged_pages_are_not_sent_again():
    def answer(_path, _headers):
        return (304, {}, b"") if _headers.get("if-none-match") == '"7"' else (200, {"ETag": '"7"'}, PAGE)

    with site(answer) as (url, _):
        first = fetch(url, HERE)
        again = fetch(url, HERE, known={"etag": first.headers["etag"]})
    assert again.unchanged
    assert again.capture is None


def test_robots_are_kept_and_hosts_not_hurried():
    robots = b"User-agent: *\nDisallow: /private*\nCrawl-delay: 3\n"
    slept = []
    clock = [0.0]

    def sleep(seconds):
        slept.append(seconds)
        clock[0] += seconds

    with site(lambda _path, _headers: (200, {}, robots if _path == "/robots.txt" else PAGE)) as (url, asked):
        manners = Manners(HERE, pause=1, now=lambda: clock[0], sleep=sleep)
        manners.fetch(f"{url}/a")
        manners.fetch(f"{url}/b")
        with pytest.raises(InputError, match=r"robots\.txt"):
            manners.fetch(f"{url}/private/c")
    assert asked == ["/robots.txt", "/a", "/b"]
    assert slept == [3.0, 3.0]


def test_a_site_that_cannot_tell_its_rules_is_left_alone():
    with site(lambda _path, _headers: (503 if _path == "/robots.txt" else 200, {}, PAGE)) as (url, asked):
        with pytest.raises(InputError, match="left alone"):
            Manners(HERE, pause=0).fetch(f"{url}/a")
        assert asked == ["/robots.txt"]
    with site(lambda _path, _headers: (404 if _path == "/robots.txt" else 200, {}, PAGE)) as (url, _):
        assert Manners(HERE, pause=0).fetch(f"{url}/a").capture.raw == PAGE
