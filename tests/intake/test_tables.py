"""Tables and chats: a document a row, columns by name, bad rows told one by one."""

import json

import pytest

from dateline.intake import Options, from_paths

from .makers import OURS, STORY, taken


@pytest.mark.parametrize("kind", ["csv", "csv16", "tsv", "jsonl", "json", "parquet"])
def test_tables(tmp_path, kind):
    rows = [
        {
            "Headline": f"H{n}",
            "Body": f"{STORY} {n}",
            "Date": "2021-11-08",
            "Link": f"http://a/{n}",
            "Outlet": "J",
        }
        for n in (1, 2)
    ]
    path = tmp_path / f"a.{kind.removesuffix('16')}"
    if kind == "parquet":
        pa = pytest.importorskip("pyarrow")
        import pyarrow.parquet as pq

        pq.write_table(pa.Table.from_pylist(rows), path)
    elif kind == "jsonl":
        path.write_text("\n".join(map(json.dumps, rows)))
    elif kind == "json":
        path.write_text(json.dumps(rows))
    else:
        comma = "\t" if kind != "csv" else ","
        lines = [comma.join(rows[0])] + [comma.join(f'"{value}"' for value in row.values()) for row in rows]
        path.write_text("\n".join(lines), encoding="utf-16" if kind == "csv16" else "utf-8")
    found = list(from_paths([path], OURS))
    assert [one.report.title for one in found] == ["H1", "H2"]
    got = found[1].report
    assert (got.published, got.published_basis, got.publisher, got.url) == (
        "2021-11-08",
        "given",
        "J",
        "http://a/2",
    )
    assert got.text == f"H2\n\n{STORY} 2"
    assert found[1].name == f"{path}#2"


def test_columns_that_are_named(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(f'a,b,text\n"{STORY}",The title,no\n')
    (one,) = from_paths([path], Options(columns={"text": "a", "title": "b"}))
    assert one.report.text == f"The title\n\n{STORY}"


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"text": "c"}, "has no column 'c'; it has x, y"),
        ({"body": "x"}, "no field 'body'"),
        ({}, "text=COLUMN"),
    ],
)
def test_columns_that_are_missing(tmp_path, columns, told):
    path = tmp_path / "a.csv"
    path.write_text("x,y\n1,2\n")
    (one,) = from_paths([path], Options(columns=columns))
    assert told in one.problem


def test_a_table_s_bad_rows_cost_only_themselves(tmp_path):
    path = tmp_path / "a.jsonl"
    good = json.dumps({"text": STORY})
    path.write_bytes(
        b"\n".join(
            [good.encode(), b"{broken", b'["list"]', b'{"text": ""}', b'{"text": "\xff"}', good.encode()]
        )
    )
    found = list(from_paths([path]))
    assert [one.report is not None for one in found] == [True, False, False, False, False, True]
    path = tmp_path / "a.csv"
    path.write_bytes(f'text,n\n"{STORY}",1\n"caf\xe9",2\n"{STORY}",3\n'.encode("latin-1"))
    assert [one.report is not None for one in from_paths([path])] == [True, False, True]


def test_a_table_of_markup_loses_its_tags():
    markup = f"<p>{STORY}</p><figure><figcaption>A market</figcaption></figure>"
    raw = json.dumps({"text": markup}).encode()
    (one,) = taken(raw, "a.jsonl")
    assert one.report.text == f"{STORY}\n\nA market"


def test_a_chat():
    posts = [
        {"id": 1, "type": "service", "action": "create_channel", "text": ""},
        {"id": 2, "type": "message", "date": "2021-11-09T01:30:00", "date_unixtime": "1636414200",
         "text": STORY},
        {"id": 3, "type": "message", "date": "2021-11-09T02:00:00", "photo": "a.jpg", "text": ""},
        {"id": 4, "type": "message", "date": "2021-11-09T02:00:00", "forwarded_from": "Jos TV",
         "text": ["Gunmen killed ", {"type": "bold", "text": "five people"}, " in Jos, police said today."]},
    ]  # fmt: skip
    raw = json.dumps({"name": "Jos Alerts", "type": "public_channel", "id": 9, "messages": posts}).encode()
    found = taken(raw, "result.json")
    assert [one.name for one in found] == ["result.json#2", "result.json#3", "result.json#4"]
    assert (found[0].report.published, found[0].report.published_basis) == ("2021-11-08", "message")
    assert "by the exporter's clock" in found[0].notes[0]
    assert found[0].report.publisher == "Jos Alerts"
    assert found[1].problem.endswith("a photo without words")
    assert found[2].report.text == "Gunmen killed five people in Jos, police said today."
    assert "forwarded from Jos TV" in found[2].notes


def test_a_table_from_an_old_mac():
    found = taken(f'text,n\r"{STORY}",1\r"{STORY}",2\r'.encode(), "a.csv")
    assert [one.report.text for one in found] == [STORY, STORY]
