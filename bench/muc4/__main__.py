"""Scores MUC-4 templates: `python -m bench.muc4 --keys F --responses F [--history F] [--pairings F]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.outcome import NoData

from .history import read_history
from .pairing import read_pairing
from .report import report
from .score import score
from .templates import read_templates


def main(arguments: list[str]) -> int:
    """Prints the score report. Returns the exit status."""
    asked = _parser().parse_args(arguments)
    try:
        keys, responses = read_templates(asked.keys), read_templates(asked.responses)
        history = read_history(asked.history) if asked.history is not None else None
        pairing = read_pairing(asked.pairings, keys, responses) if asked.pairings is not None else None
    except NoData as problem:
        print(f"bench.muc4: {problem}", file=sys.stderr)
        return 2
    print(report(score(keys, responses, history, pairing)))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.muc4", description="Scores MUC-4 templates.")
    parser.add_argument("--keys", type=Path, required=True)
    parser.add_argument("--responses", type=Path, required=True)
    parser.add_argument("--history", type=Path, help="a judge's history; without one all is automatic")
    parser.add_argument("--pairings", type=Path, help="JSON: message to [[key, response], ...]")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
