"""What a corpus with one incident a text asks of a record that may hold several."""

from __future__ import annotations

from typing import Any

Dict = dict[str, Any]


def leading(record: Dict) -> Dict | None:
    """The incident the text is about: the main one that counts, else the first that does, else the first."""
    incidents = record["incidents"]
    ranked = sorted(
        enumerate(incidents), key=lambda pair: (not pair[1]["countable"], pair[1]["role"] != "main", pair[0])
    )
    return ranked[0][1] if ranked else None


def countable(record: Dict) -> list[Dict]:
    """The incidents that are rows of an incident dataset."""
    return [incident for incident in record["incidents"] if incident["countable"]]
