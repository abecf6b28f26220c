"""Trains the relevance gate: `python -m training.gate` writes dateline/knowledge/models/gate-1.tsv.

Seconds on one core, the same bytes every time. Trained only on data whose weights may be published
(MUC-4 DEV, HRDsAttack train, our gold without its development files, ECB+ topics 1 to 23, UD-EWT reviews,
answers and mail, training/ordinary.txt); training/README.md and the model card tell what came of it.

A logistic regression over which listed words a text holds. Words of violence (from Dateline's own lists) may
only open the gate and words of sport, business, film and weather may only close it, so that a few hundred
ordinary texts suffice. Words of one kind share a weight, so that a word never seen in training counts too.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import scipy.sparse as sparse
from scipy.optimize import minimize

from dateline.knowledge.gate import FILE, length_of, plain_words

from .gate_texts import Text, texts
from .gate_words import alone, closing, kinds

_PENALTY = 1.0
_SEEN = 4  # texts a word must stand in to get a weight beyond its kind's
_OPENS = 9.0  # the weight of a word that opens the gate by itself
_KEEP = 0.05  # weights below this are left out of the file
_RECALL = 0.998  # of training reports with an incident, in five-fold cross-validation


def main() -> None:
    """Trains, picks the threshold by cross-validation, writes the file and prints what it did."""
    parser = argparse.ArgumentParser(prog="python -m training.gate", description=__doc__)
    home = Path(__file__).parent.parent
    parser.add_argument("--corpora", type=Path, default=home / ".." / "shared" / "corpora")
    parser.add_argument("--out", type=Path, default=FILE)
    asked = parser.parse_args()
    learned = list(texts(asked.corpora))
    held_out = np.concatenate([_fold(learned, fold) for fold in range(5)])
    whole = np.array([text.whole and text.label for fold in range(5) for text in learned[fold::5]])
    threshold = float(np.quantile(held_out[whole], 1 - _RECALL, method="lower"))
    weights, per_length, bias = _fit(learned)
    weights |= dict.fromkeys(alone(), _OPENS)
    lines = [f"# gate-1\tbias {bias:.3f}\tlength {per_length:.3f}\tthreshold {threshold:.3f}"]
    lines += [f"{word}\t{weight:.2f}" for word, weight in sorted(weights.items()) if abs(weight) >= _KEEP]
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(learned)} texts, {sum(t.label for t in learned)} with an incident; {len(lines) - 1} words")
    print(f"threshold {threshold:.3f}: recall {_RECALL} in cross-validation; wrote {asked.out.name}")


def _fold(learned: Sequence[Text], fold: int) -> np.ndarray:
    """Scores of every fifth text by weights learned from the others."""
    rest = [text for number, text in enumerate(learned) if number % 5 != fold]
    weights, per_length, bias = _fit(rest)
    return np.array([
        bias + per_length * length_of(len(words)) + sum(weights.get(word, 0.0) for word in set(words))
        for words in (_words(text) for text in learned[fold::5])
    ])  # fmt: skip


def _words(text: Text) -> list[str]:
    return [word.decode() for word in plain_words(text.words)]


def _fit(learned: Sequence[Text]) -> tuple[dict[str, float], float, float]:
    """(weight of each listed word, of the length, and the bias) that tell the texts apart best."""
    told = [_words(text) for text in learned]
    seen = Counter(word for words in told for word in set(words))
    shared, against = kinds(), closing()
    listed = sorted({*shared, *against})
    number = {word: index for index, word in enumerate(w for w in listed if seen[w] >= _SEEN)}
    names = sorted(set(shared.values()))
    table = sparse.csr_matrix(np.array([_row(words, number, shared, names) for words in told]))
    labels = np.array([1.0 if text.label else -1.0 for text in learned])
    share = np.array([text.weight for text in learned])
    for label in (1.0, -1.0):  # both sides weigh the same
        share[labels == label] /= 2 * share[labels == label].sum()
    bounds = [(None, 0.0) if word in against else (0.0, None) for word in number]
    bounds += [(0.0, None)] * len(names) + [(None, 0.0), (None, None)]
    found = _solve(table, labels, share * len(told), bounds)
    own = dict(zip(number, found, strict=False))
    common = dict(zip(names, found[len(number) :], strict=False))
    weights = {word: own.get(word, 0.0) + common.get(shared.get(word, ""), 0.0) for word in listed}
    return weights, float(found[-2]), float(found[-1])


def _row(
    words: Sequence[str], number: dict[str, int], shared: dict[str, str], names: Sequence[str]
) -> np.ndarray:
    """One text: which words it holds, how many of each kind, its length, and 1 for the bias."""
    row = np.zeros(len(number) + len(names) + 2)
    for word in set(words):
        if word in number:
            row[number[word]] = 1.0
        if word in shared:
            row[len(number) + names.index(shared[word])] += 1.0
    row[-2], row[-1] = length_of(len(words)), 1.0
    return row


def _solve(
    table: sparse.csr_matrix,
    labels: np.ndarray,
    share: np.ndarray,
    bounds: Sequence[tuple[float | None, float | None]],
) -> np.ndarray:
    """The weights of least loss within their bounds; bias and length are not held back."""
    held = np.full(table.shape[1], _PENALTY)
    held[-2:] = 0.0

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = labels * (table @ weights)
        slope = -share * labels / (1.0 + np.exp(np.minimum(margin, 500.0)))
        total = float(share @ np.logaddexp(0.0, -margin) + held @ weights**2)
        return total, table.T @ slope + 2 * held * weights

    start = np.zeros(table.shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 500})
    return np.asarray(found.x)


if __name__ == "__main__":
    main()
