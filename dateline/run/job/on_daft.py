"""Carries tasks out with Daft: on this machine, or on a Ray cluster that sees the same folder.

Daft hands out the tasks and runs them in processes of its own; with DAFT_RUNNER=ray the same runs on Ray.
Chosen on measurements: of the engines tried it was the fastest to start and at work.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from dateline.errors import JobError

from .task import carry_out


class Carrier:
    """What each of Daft's processes holds."""

    def __call__(self, line: str) -> str:
        return carry_out(line)


def carry(tasks: Sequence[str], workers: int | None) -> Iterator[str]:
    """The tasks as they end, in any order, each in one of so many processes of Daft's. Raises JobError."""
    os.environ.setdefault("DO_NOT_TRACK", "1")  # Daft reports its use at import unless told not to
    try:
        import daft  # an optional extra
    except ImportError:
        raise JobError("the engine daft is not installed; pip install 'dateline[cluster]'") from None
    many = min(workers or os.cpu_count() or 1, len(tasks))
    held = daft.cls(Carrier, use_process=True, max_concurrency=many)()
    frame = daft.from_pydict({"task": list(tasks)}).into_batches(1)  # one at a time to whoever is free
    for row in frame.select(held(daft.col("task")).alias("done")).iter_rows():
        yield str(row["done"])
