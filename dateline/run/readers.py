"""The readers by name: what marks a report's words. The rest of the house does not know which one it was."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Protocol

from dateline.errors import ReaderError
from dateline.knowledge.reader_model import NAME
from dateline.read import Reader
from dateline.record import Report
from dateline.record.account import Reading

DEFAULT = "words"


class Reads(Protocol):
    """Anything that reads a report; `version` is what the record's coder says."""

    @property
    def version(self) -> str: ...

    def __call__(self, report: Report) -> Reading: ...


def _words(_: str) -> Reads:
    return Reader()


def _trained(_: str) -> Reads:
    """Word lists and the trained reader that ships with the package, together."""
    from dateline.read.marks.at_work import marking  # onnxruntime and numpy, which word lists do without

    return Reader(f"{NAME}+{Reader().version}", marking)


def _llm(told: str) -> Reads:
    """`llm:MODEL@URL`: a language model on a server of the user's own choice."""
    from .llm import LlmReader  # brings an HTTP client, which no other reader needs

    model, _, url = told.partition("@")
    if not model or not url.startswith(("http://", "https://")):
        raise ReaderError(f"llm:{told}: give model and server, as in llm:qwen3@http://localhost:8000/v1")
    return LlmReader(url, model)


READERS: dict[str, Callable[[str], Reads]] = {"words": _words, "trained": _trained, "llm": _llm}


@cache
def reader(name: str = DEFAULT) -> Reads:
    """The reader called `name`: "words", "trained", or "llm:MODEL@URL". Raises ReaderError for any other."""
    kind, _, told = name.partition(":")
    if kind not in READERS or (kind != "llm" and told):
        raise ReaderError(f"no reader called {name}; one of {', '.join(READERS)}")
    return READERS[kind](told)
