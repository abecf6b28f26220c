"""Whether a report is worth reading at all: a look at its words that costs microseconds.

The great mass of news tells of no political violence. The gate skips it before anything dear is done; it
passes what is doubtful, since a missed massacre costs more than a report read in vain (handbook rule 67).
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.gate import GateWords, gate_words, length_of, plain_words
from dateline.record import Report


@dataclass(frozen=True, slots=True)
class Passage:
    """What the gate `by` says of a report: `open` when it goes on to be read."""

    open: bool
    score: float
    threshold: float
    by: str

    @property
    def told(self) -> str:
        """The verdict as a sentence."""
        verdict = "worth reading" if self.open else "no sign of political violence"
        return f"{self.by}: {verdict} (score {self.score:.1f}, passes from {self.threshold:.1f})"


def gate(report: Report) -> Passage:
    """Whether the report goes on; one in a language the gate has no words of always does."""
    words = gate_words()
    value = score(report.text, words)
    return Passage(report.language != "en" or value >= words.threshold, value, words.threshold, words.name)


def score(text: str, words: GateWords) -> float:
    """How much a text's words speak of political violence; more is more."""
    told = plain_words(text)
    weight = words.weights.__getitem__
    total = sum(map(weight, words.listed.intersection(told)))
    return words.bias + words.per_length * length_of(len(told)) + total / 100
