"""How fast a large case is exported, and whether memory stays flat: `python -m bench exports`.

The incidents that the reader finds in our own stories (tests/golden/clusters) are repeated under ids of
their own, `--limit` times in all (100,000 without it), and written in every format, each in a process of its
own whose peak memory is read; a tenth of them is written too, so that growth shows. Seconds are those of the
processor (one core), so that what else the machine does is left out.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from time import process_time

from dateline.export.formats import FORMATS, export
from dateline.record import Member, Merged, Record, Report, Told
from dateline.run import read

from .outcome import Figure, Options, Outcome

ROOT = Path(__file__).parent.parent
STORIES = ROOT / "tests" / "golden" / "clusters"
_ALL = 100_000  # incidents


def measure(options: Options) -> Outcome:
    """Writes every format twice, with all incidents and with a tenth of them."""
    many = options.limit or _ALL
    figures = []
    for name in FORMATS:
        seconds, memory = _run(name, many)
        _, least = _run(name, many // 10)
        figures.append(Figure(name, many / seconds, many, "incidents/s"))
        figures.append(Figure(f"{name}: peak memory", memory, many, "MB"))
        figures.append(Figure(f"{name}: peak memory, a tenth of them", least, many // 10, "MB"))
    return Outcome("exports", "tests/golden/clusters, repeated", tuple(figures), "csv")


def _run(name: str, many: int) -> tuple[float, float]:
    """Seconds and megabytes of one export."""
    child = [sys.executable, "-m", "bench.exports", name, str(many)]
    done = subprocess.run(child, check=True, capture_output=True, text=True, cwd=ROOT)
    seconds, memory = map(float, done.stdout.split())
    return seconds, memory


def incidents(many: int, reports: dict[str, Report]) -> Iterator[Merged]:
    """Incidents of our stories, each repetition a telling of its own; `reports` takes their reports."""
    found: list[Merged] = []
    for path in sorted(STORIES.glob("*/[0-9].json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        record = read(Report(gold["text"], gold["published"][:10], publisher=gold["outlet"]))
        reports[record.report.id] = record.report
        found += _alone(record)
    for number, one in enumerate(islice(cycle(found), many)):
        member = Member(one.members[0].report, f"E{number}")
        yield replace(one, incident=replace(one.incident, id=member.name), members=(member,))


def _alone(record: Record) -> Iterator[Merged]:
    for incident in record.incidents:
        member = Member(record.report.id, incident.id)
        claims = tuple(Told(member.report, one) for one in record.claims if one.account == incident.id)
        yield Merged(replace(incident, id=member.name, mentions=()), (member,), claims)


def main(name: str, many: int) -> None:
    """One export, for the process of its own: seconds and peak megabytes."""
    reports: dict[str, Report] = {}
    case = incidents(many, reports)
    first = next(case)  # the stories are read before the clock starts
    with tempfile.TemporaryDirectory() as folder:
        begun = process_time()
        export(_with(first, case), reports, name, Path(folder) / "out")
        seconds = process_time() - begun
    print(seconds, _peak())


def _peak() -> float:
    """Peak megabytes of this process. getrusage would count what its parent had when it was forked."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    (kilobytes,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return int(kilobytes) / 1024


def _with(first: Merged, others: Iterator[Merged]) -> Iterator[Merged]:
    yield first
    yield from others


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
