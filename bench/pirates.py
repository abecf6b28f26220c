"""How far attacks on ships went: `python -m bench pirates`.

The International Maritime Bureau's narratives (Benden et al. 2021, CC BY 4.0) say of each whether the ship
was boarded, hijacked, fired upon or the attack only attempted. Asked of the leading incident: boarded (it was
carried out), attempted (IMB counts a ship fired upon and not boarded as attempted), hijacked. A report in
which no incident is found is wrong.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .corpora import place_of, told
from .first import leading
from .outcome import Figure, NoData, Options, Outcome, f1, share
from .reading import Item, read_all

_LABELS = {
    "Boarded": "boarded", "Attempted": "attempted", "Fired Upon": "attempted", "Hijacked": "hijacked",
}  # fmt: skip
_UNDONE = frozenset({"attempted", "foiled", "aborted", "threatened", "planned"})
Dict = dict[str, Any]


def measure(options: Options) -> Outcome:
    """Reads the narratives and compares how far each attack went."""
    path = place_of(options, "pirate_attacks/pirate_attacks.csv")
    rows = _rows(path)[: options.limit]
    items = [Item(str(number), text, day, snippet=True) for number, (_, text, day) in enumerate(rows)]
    readings = read_all(items, options)
    got = [_read(readings.records.get(item.key)) for item in items]
    pairs = list(zip([label for label, _, _ in rows], got, strict=True))
    details = [
        f"{wanted} > {got or 'none'}: {item.text}"
        for (wanted, got), item in zip(pairs, items, strict=True) if wanted != got
    ]  # fmt: skip
    where = f"{told(path)} ({len(rows)} narratives)"
    shown = tuple(details) if options.errors else ()
    return Outcome("pirates", where, figures(pairs), "macro F1", readings.failed, shown)


def figures(pairs: Sequence[tuple[str, str | None]]) -> tuple[Figure, ...]:
    """From (wanted, got) pairs: incidents found, accuracy, F1 of each outcome, and their mean."""
    wanted, got = Counter(w for w, _ in pairs), Counter(g for _, g in pairs)
    right = Counter(w for w, g in pairs if w == g)
    scores = {
        label: f1(share(right[label], got[label]), share(right[label], wanted[label]))
        for label in ("boarded", "attempted", "hijacked") if wanted[label]
    }  # fmt: skip
    values = [value or 0.0 for value in scores.values()]
    return (
        Figure("found", share(sum(g is not None for _, g in pairs), len(pairs)), len(pairs)),
        Figure("right", share(sum(right.values()), len(pairs)), len(pairs)),
        *(Figure(f"{label} F1", value, wanted[label]) for label, value in scores.items()),
        Figure("macro F1", share(sum(values), len(values)), len(pairs)),
    )


def _read(record: Dict | None) -> str | None:
    incident = leading(record) if record is not None else None
    if incident is None:
        return None
    if incident["stage"] in _UNDONE:
        return "attempted"
    return "hijacked" if incident["type"] == "civilian.hijacking" else "boarded"


def _rows(path: Path) -> list[tuple[str, str, str]]:
    """(outcome, narrative, day) of every row that has a narrative and an outcome asked for."""
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if not {"attack_type", "attack_description", "date"} <= set(reader.fieldnames or ()):
            raise NoData(f"{path}: not the pirate attacks: no attack_type, attack_description and date")
        return [
            (_LABELS[row["attack_type"]], row["attack_description"], row["date"])
            for row in reader
            if row["attack_type"] in _LABELS and row["attack_description"] not in ("", "NA")
        ]
