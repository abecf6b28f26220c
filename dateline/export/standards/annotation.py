"""W3C Web Annotations (JSON-LD): every claim's words by position and by quote."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dateline.export.tables.evidence import in_a_cell
from dateline.export.tables.sheaf import sheaf
from dateline.export.written import Written
from dateline.record import Merged, Report, Span, Told

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters of prefix and suffix, as Hypothesis has them
Row = dict[str, Any]


def annotations(merged: Merged, reports: Mapping[str, Report]) -> Iterator[Row]:
    """One annotation a claim: what it says about which incident, and where its words stand.

    Positions are code points of the report's own text, which its hash names; `via` is the page it came from.
    """
    for number, told in enumerate(merged.claims, 1):
        claim = told.claim
        body = {"type": "TextualBody", "purpose": "classifying", "value": f"{claim.field}: {_value(told)}"}
        yield {
            "@context": CONTEXT,
            "id": f"urn:dateline:{merged.id}:{number}",
            "type": "Annotation",
            "motivation": "classifying",
            "body": [
                body,
                {"type": "TextualBody", "purpose": "tagging", "value": f"incident: {merged.id}"},
                {"type": "TextualBody", "purpose": "tagging", "value": f"modality: {claim.says.modality}"},
                {"type": "TextualBody", "purpose": "tagging", "value": f"status: {claim.status}"},
            ],
            "creator": {"type": "Software", "name": claim.by},
            "target": [_target(span, reports[told.report]) for span in claim.spans],
        }


def write(incidents: Iterable[Merged], reports: Mapping[str, Report], path: Path) -> Written:
    """An AnnotationPage with every claim of every incident, one a line. Raises ExportError."""
    with sheaf(path) as to:
        out = to.text(path)
        out.write(f'{{"@context": "{CONTEXT}", "id": "urn:dateline:annotations", "type": "AnnotationPage",')
        out.write(' "startIndex": 0, "items": [')
        for one in incidents:
            for annotation in annotations(one, reports):
                annotation.pop("@context")
                out.write(("," if to.rows else "") + "\n" + json.dumps(annotation, ensure_ascii=False))
                to.rows += 1
        out.write("\n]}\n")
    return to.written()


def _value(told: Told) -> str:
    speaker = told.claim.says.speaker
    return f"{in_a_cell(told.claim.value)}" + (f" (says {speaker})" if speaker else "")


def _target(span: Span, report: Report) -> Row:
    text = report.text
    source: Row = {
        "id": f"urn:dateline:{report.id}", "type": "Text", "format": "text/plain",
        "language": report.language,
    }  # fmt: skip
    if report.url:
        source["via"] = report.url
    quote = {
        "type": "TextQuoteSelector", "exact": report.words(span),
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }  # fmt: skip
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"type": "SpecificResource", "source": source, "selector": [position, quote]}
