"""The proof that our scorer is right: the 17 systems of 1992 against their official figures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bench.corpora import place_of, told
from bench.outcome import Figure, NoData, Options, Outcome, share

from .history import read_history
from .score import f_measure, score
from .templates import read_templates

NEAR, FAR = 0.05, 0.6  # a difference in F that is rounding, and one that is a fault


def measure(options: Options) -> Outcome:
    """F with the judges' history and our own pairing beside the official F, and F with no judge at all.

    `--data` names a folder like MUC-4's tst3: key-tst3.v2, final-history-nrad.tst3, official_scores.json,
    response-templates.tst3.d/SITE/response.tst3.
    """
    folder = place_of(options, "muc4/scorer/tst3")
    keys = read_templates(folder / "key-tst3.v2")
    history = read_history(folder / "final-history-nrad.tst3")
    official = _official(folder / "official_scores.json")
    figures, details, differences = [], [], []
    for site in sorted(official):
        responses = read_templates(folder / "response-templates.tst3.d" / site / "response.tst3")
        wanted = float(official[site]["F"][0])
        judged = f_measure(score(keys, responses, history).total())
        alone = f_measure(score(keys, responses).total())
        differences.append(abs(judged - wanted))
        figures.append(Figure(f"{site} automatic", alone, len(keys), "F"))
        details.append(f"{site:8} official {wanted:6.2f}  ours {judged:6.2f}  {judged - wanted:+6.2f}"
                       f"  automatic {alone:6.2f}")  # fmt: skip
    near = sum(difference <= NEAR for difference in differences)
    fair = sum(difference <= FAR for difference in differences)
    mean = share(sum(differences), len(differences))
    figures += [
        Figure("mean difference from the official F", mean, len(differences), "F"),
        Figure(f"systems within {FAR}", fair / len(differences), len(differences)),
        Figure(f"systems within {NEAR}", near / len(differences), len(differences)),
    ]
    return Outcome(
        "muc4-proof", told(folder), tuple(figures), f"systems within {NEAR}", details=tuple(details)
    )


def _official(path: Path) -> dict[str, dict[str, Any]]:
    try:
        scores: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["TST3"]
    except OSError as problem:
        raise NoData(f"{path}: cannot be read: {problem.strerror}") from None
    except (ValueError, KeyError) as problem:
        raise NoData(f"{path}: not official scores: {problem}") from None
    return scores
