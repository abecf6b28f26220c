"""What the contract writes is read back without loss, for single records and for merged incidents."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.record import (
    Disagreement,
    Incident,
    Member,
    Merged,
    Raised,
    Review,
    SeriesPoint,
    Side,
    Span,
    Told,
    Toll,
    What,
    merged_rows,
    unrows,
)
from dateline.run import read_text

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_record_comes_back_as_it_was_written(path: Path) -> None:
    row = read_text(path.read_text("utf-8"), published="2023-09-20").to_dict()
    again = unrows.record(row)
    assert again.to_dict() == row
    assert again.incidents
    assert again.report.id == row["report"]["id"]


def test_a_merged_incident_comes_back_as_it_was_written() -> None:
    record = read_text(SAMPLES[0].read_text("utf-8"), published="2023-09-20")
    report = record.report.id
    one = record.incidents[0]
    member = Member(report, one.id)
    whole = Merged(
        Incident(member.name, What("explosive.grenade"), resolution=(("killed", "latest_same_source"),)),
        (member,),
        tuple(Told(report, claim) for claim in record.claims if claim.account == one.id),
        tuple(Raised(report, flag) for flag in record.flags),
        (SeriesPoint("killed", Toll("stated", 2, 2, 2), report, "police", "2023-09-20"),),
        (Disagreement("killed", (Side({"low": 2, "high": 2}, (report,), "police"),), "update", "latest"),),
    )
    row = merged_rows.merged(whole, {report: record.report})
    again = merged_rows.unmerged(row)
    assert merged_rows.merged(again, {report: record.report}) == row
    assert row["resolution"] == {"killed": "latest_same_source"}
    for quoted in (span for claim in row["claims"] for span in claim["spans"]):
        assert record.report.words(Span(quoted["start"], quoted["end"])) == quoted["quote"]


def test_a_review_comes_back_as_it_was_written() -> None:
    review = Review(
        "v1", "correct", "ana", "2026-01-01T00:00:00Z", (Member("r_1", "E1"),), field="killed",
        before={"low": 1}, after={"low": 2}, report="r_1", spans=(Span(3, 9),), why="second sentence",
    )  # fmt: skip
    assert merged_rows.unreview(merged_rows.review(review)) == review


@pytest.mark.parametrize(("kind", "by"), [("approve", "ana"), ("accept", "")])
def test_a_review_needs_a_known_kind_and_a_name(kind: str, by: str) -> None:
    with pytest.raises(ValueError, match="review"):
        Review("v1", kind, by, "2026-01-01T00:00:00Z", ())


def test_a_members_name_follows_from_its_contents() -> None:
    assert Member("r_1", "E1").name == Member("r_1", "E1").name != Member("r_1", "E2").name
