"""`python -m fuzz ENTRY SECONDS`: atheris over one parser entry; what breaks it goes to fuzz/found/ENTRY."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["dateline.intake"]):
    from fuzz.entries import ENTRIES, check

FOUND, SEEDS = Path(__file__).parent / "found", Path(__file__).parent / "seeds"


def main(arguments: list[str]) -> int:
    """Runs one entry for some seconds; atheris ends the process itself on a finding."""
    if len(arguments) != 2 or arguments[0] not in ENTRIES:
        print("python -m fuzz ENTRY SECONDS; entries: " + ", ".join(ENTRIES), file=sys.stderr)
        return 2
    entry, seconds = arguments
    corpus, found = FOUND / entry / "corpus", FOUND / entry
    corpus.mkdir(parents=True, exist_ok=True)
    atheris.Setup(
        [sys.argv[0], f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=3000", "-max_len=20000",
         f"-artifact_prefix={found}/", "-print_final_stats=1", str(corpus), str(SEEDS / entry)],
        lambda data: check(entry, data),
    )  # fmt: skip
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
