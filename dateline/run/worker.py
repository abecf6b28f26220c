"""A process that reads reports: one comes in, its record goes out, until nothing more comes.

Started as `python -m dateline.run.worker` by `reading`. Both ways go pickled values; what the code prints
goes to the error stream. It ends by itself when whoever started it is gone.
"""

from __future__ import annotations

import os
import pickle
import sys

from dateline.errors import DatelineError
from dateline.record import Report
from dateline.store.records import Made, body

from .read import read

READY = "ready"


def made(report: Report, maker: str) -> Made:
    """The report's record as it is shelved under that stamp, or the reason why it could not be read."""
    if report.language != "en":
        reason = f"seems to be in {report.language}; Dateline reads English, so it is kept but not read"
        return Made(report.id, maker, None, reason)
    try:
        return Made(report.id, maker, body(read(report)))
    except DatelineError as problem:
        return Made(report.id, maker, None, str(problem))
    except Exception as problem:  # one report's trouble is written down and stops no other
        return Made(report.id, maker, None, f"the reader failed: {type(problem).__name__}: {problem}")


def main() -> None:
    """Reads until the input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing printed by chance may come between the answers
    read(Report(""))  # what is loaded once is loaded before time is taken
    pickle.dump(READY, answers)
    answers.flush()
    while True:
        try:
            report, maker = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        pickle.dump(made(report, maker), answers)
        answers.flush()


if __name__ == "__main__":
    main()
