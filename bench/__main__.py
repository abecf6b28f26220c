"""The bench: `python -m bench NAME [--data PATH] [--reader NAME] [--limit N] [--json]`; NAME as below."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from dateline.run.readers import DEFAULT, READERS

from . import (
    archive,
    asam,
    awsd,
    case2021,
    clusters,
    corruptions,
    dates,
    desk,
    doers,
    ecb,
    exports,
    extract,
    factuality,
    gate_relevance,
    gazetteer,
    golden,
    gva_clusters,
    gvdb,
    hrds,
    incident_dates,
    merge_speed,
    pirates,
    places,
    relevance,
    roles,
    sentences,
    speakers,
    speed,
    store,
    tolls,
    variants,
)
from .gate import gate, pin
from .gold import measure as gold
from .muc4 import measure as muc4
from .muc4 import proof
from .outcome import NoData, Options, Outcome
from .quality import quality

MEASURES: dict[str, Callable[[Options], Outcome]] = {
    "gold": gold.measure,
    "golden": golden.measure,
    "clusters": clusters.measure,
    "gva": gva_clusters.measure,
    "ecb": ecb.measure,
    "relevance": relevance.measure,
    "gate-relevance": gate_relevance.measure,
    "hrds": hrds.measure,
    "asam": asam.measure,
    "awsd": awsd.measure,
    "pirates": pirates.measure,
    "gvdb": gvdb.measure,
    "case2021": case2021.measure,
    "petrarch": sentences.petrarch,
    "plover": sentences.plover,
    "dates": dates.measure,
    "incident-dates": incident_dates.measure,
    "places": places.measure,
    "tolls": tolls.measure,
    "doers": doers.measure,
    "speakers": speakers.measure,
    "corruptions": corruptions.measure,
    "factuality": factuality.measure,
    "speed": speed.measure,
    "muc4": muc4.measure,
    "roles": roles.measure,
    "variants": variants.measure,
    "muc4-proof": proof.measure,
}
# Takes minutes and needs no data; run by name only.
LONG = {
    "gazetteer": gazetteer.measure, "extract": extract.measure, "archive": archive.measure,
    "store": store.measure, "exports": exports.measure, "desk": desk.measure,
    "merge-speed": merge_speed.measure,
}  # fmt: skip
OVER_ALL = {"gate": gate, "pin": pin, "quality": quality}
NAMES = (*MEASURES, *LONG, *OVER_ALL)


def main(arguments: list[str]) -> int:
    """Runs one measure and prints its table, the figure on the last line. Returns the exit status."""
    asked = _parser().parse_args(arguments)
    options = Options(
        asked.data, asked.reader, asked.limit, asked.split, asked.errors, asked.workers, asked.system
    )
    if asked.name in OVER_ALL:
        return OVER_ALL[asked.name](MEASURES, options)
    try:
        outcome = (MEASURES | LONG)[asked.name](options)
    except NoData as problem:
        print(f"bench {asked.name}: {problem}", file=sys.stderr)
        return 2
    print(outcome.to_json() if asked.json else outcome.to_text())
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="What Dateline can do, in numbers.")
    parser.add_argument("name", choices=NAMES, metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--data", type=Path, help="another split in the same format")
    parser.add_argument(
        "--reader", default=DEFAULT, help=f"{', '.join(READERS)}, or a JSONL file of dateline/1 records"
    )
    parser.add_argument("--limit", type=int, help="only so many reports")
    parser.add_argument("--split", choices=("dev", "train", "all"), default="dev")
    parser.add_argument("--errors", action="store_true", help="print every difference")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    parser.add_argument("--workers", type=int, help="processes (default: all cores)")
    parser.add_argument("--system", default="singletons", help="clusters: singletons, one, dateline or read")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
