"""What a record holds beside its incidents: words set aside, who says what, and contradictions."""

from __future__ import annotations

from collections.abc import Iterator

from bench.assign import best_pairs

from .document import Dict, Document, Place, everywhere, place
from .verdict import Verdict, extra, judged, missed
from .words import likeness, reason, touch


def around(document: Document, record: Dict) -> Iterator[Verdict]:
    """Everything that is judged once a document."""
    yield from _not_incidents(document, record)
    yield from _statements(document, record)
    yield from _contradictions(document, record)


def _not_incidents(document: Document, record: Dict) -> Iterator[Verdict]:
    """Right when the words overlap, one to one."""
    ours = [(row, place(document.text, row["quote"])) for row in document.not_incidents]
    theirs = [(row["reason"], (row["span"]["start"], row["span"]["end"])) for row in record["not_incidents"]]
    pairs = best_pairs([[float(_met(spot, other)) for _, other in theirs] for _, spot in ours])
    for one, other in pairs:
        row, told = ours[one][0], theirs[other][0]
        if not row.get("optional"):
            yield judged("not_incidents", "exact", row["quote"], told)
            right = reason(row["reason"]) == reason(told)
            yield judged("not_incidents.reason", "exact" if right else "wrong", row["reason"], told)
    met, used = {one for one, _ in pairs}, {other for _, other in pairs}
    for at, (row, _) in enumerate(ours):
        if at not in met and not row.get("optional"):
            yield missed("not_incidents", f"{row['quote']} ({row['reason']})")
    for at, (told, (start, end)) in enumerate(theirs):
        if at not in used:
            yield extra("not_incidents", f"{document.text[start:end]} ({told})")


def _met(left: Place | None, right: Place) -> bool:
    return left is not None and touch([left], [right])


def _statements(document: Document, record: Dict) -> Iterator[Verdict]:
    """The record says who says what by the speakers of its claims.

    A gold statement's content is found when a claim's words lie in it; its source is right when a claim there
    names the same speaker. An attributed claim is wrong when it lies in no content with its speaker.
    """
    claims = [(claim, [(s["start"], s["end"]) for s in claim["spans"]]) for claim in record["claims"]]
    contents = [(row, everywhere(document.text, [row["content"]])[:1]) for row in document.statements]
    for row, spots in contents:
        inside = [claim for claim, spans in claims if touch(spans, spots)]
        if not inside:
            yield missed("statements.content", row["content"])
            continue
        yield judged("statements.content", "exact", row["content"], inside[0]["spans"][0]["quote"])
        speakers = list(dict.fromkeys(_speaker(claim) for claim in inside))
        right = any(_same_speaker(row["source"], speaker) for speaker in speakers)
        if row["source"]:
            got = " | ".join(speaker or "the report" for speaker in speakers)
            yield judged("statements.source", "exact" if right else "wrong", row["source"], got)
        modal = any(claim["modality"] == row["modality"] for claim in inside)
        yield judged(
            "statements.modality", "exact" if modal else "wrong", row["modality"], inside[0]["modality"]
        )
    for claim, spans in claims:
        if _speaker(claim):
            fits = any(
                touch(spans, spots) and _same_speaker(row["source"], _speaker(claim))
                for row, spots in contents
            )
            quote = claim["spans"][0]["quote"]
            kind = "exact" if fits else "wrong"
            yield judged("statements.attributed", kind, quote, _speaker(claim) or "")


def _speaker(claim: Dict) -> str | None:
    return claim["said_by"] or None


def _same_speaker(ours: str | None, theirs: str | None) -> bool:
    return likeness(ours, theirs) >= 0.6 if ours else theirs is None


def _contradictions(document: Document, record: Dict) -> Iterator[Verdict]:
    """Right when a flag's words overlap those the gold quotes, one to one."""
    ours = [(row, everywhere(document.text, row["quotes"])) for row in document.contradictions]
    theirs = [(flag, [(s["start"], s["end"]) for s in flag["spans"]]) for flag in record["flags"]]
    pairs = best_pairs([[float(touch(spans, spots)) for _, spans in theirs] for _, spots in ours])
    for one, other in pairs:
        yield judged("contradictions", "exact", _told(ours[one][0]), theirs[other][0]["message"])
    met, used = {one for one, _ in pairs}, {other for _, other in pairs}
    for at, (row, _) in enumerate(ours):
        if at not in met:
            yield missed("contradictions", _told(row))
    for at, (flag, _) in enumerate(theirs):
        if at not in used:
            yield extra("contradictions", f"{flag['kind']}: {flag['message']}")


def _told(row: Dict) -> str:
    return f"{row['field']}: {' / '.join(row['quotes'])}"
