"""Carries tasks out on this machine, in a pool of processes."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed

from .task import carry_out


def carry(tasks: Sequence[str], workers: int | None) -> Iterator[str]:
    """The tasks as they end, in any order. One worker is this process itself."""
    count = min(workers or os.cpu_count() or 1, len(tasks))
    if count <= 1:
        yield from map(carry_out, tasks)
        return
    context = multiprocessing.get_context("spawn")  # the same on every system
    with ProcessPoolExecutor(count, mp_context=context) as pool:
        waiting = [pool.submit(carry_out, task) for task in tasks]
        try:
            for done in as_completed(waiting):
                yield done.result()
        except BaseException:  # Ctrl-C too: what has not begun is left for the next run
            pool.shutdown(wait=False, cancel_futures=True)
            raise
