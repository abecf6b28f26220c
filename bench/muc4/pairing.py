"""Given pairings of templates, one JSON object: message to [[key number, response number], ...]."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from bench.outcome import NoData

from .align import Pairs
from .score import Pairing, Templates
from .templates import Template


def read_pairing(path: Path, keys: Templates, responses: Templates) -> Pairing:
    """The pairings of a file as positions; messages it leaves out are paired by us. Raises NoData."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return {
            message: _positions(rows, keys[message], responses.get(message, ()))
            for message, rows in told.items()
        }
    except OSError as problem:
        raise NoData(f"{path}: cannot be read: {problem.strerror}") from None
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise NoData(f"{path}: not a pairing of these templates: {problem}") from None


def _positions(
    rows: Sequence[Sequence[object]], keys: Sequence[Template], responses: Sequence[Template]
) -> Pairs:
    key_at = [key.number for key in keys]
    response_at = [response.number for response in responses]
    return tuple((key_at.index(str(k)), response_at.index(str(r))) for k, r in rows)
