"""A language model as the reader, behind the seam of every reader: off unless its user sets one up.

Any server that speaks the OpenAI chat protocol: vLLM, llama.cpp, Ollama, or a paid one. The report's text
goes to the address the user names and nowhere else. The model only marks words; what they say is read by
Dateline, and words that are not in the report are refused (`dateline.read.asked`).
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

import urllib3

from dateline.errors import ReaderError
from dateline.read.asked import answer_schema, instructions, parse, reading, sheet
from dateline.record import Report
from dateline.record.account import Reading

KEY = "DATELINE_LLM_KEY"  # a key on the command line would stand in the shell's history
_LARGEST = 4_000_000  # bytes of an answer
_RETRIED = frozenset({429, 500, 502, 503, 504})
_FORMATS: tuple[dict[str, Any], ...] = (
    {"type": "json_schema", "json_schema": {"name": "marks", "strict": True, "schema": answer_schema()}},
    {"type": "json_object"},
)


@dataclass(frozen=True)
class LlmReader:
    """Reads reports by asking the model `model` of the server at `url` (".../v1").

    `timeout` is in seconds for one answer; `tries` how often a busy server or an answer that is no form is
    asked again. Raises ReaderError, in one line, when there is no usable answer.
    """

    url: str
    model: str
    timeout: float = 120.0
    tries: int = 3
    _pool: urllib3.PoolManager = field(default_factory=urllib3.PoolManager, repr=False, compare=False)

    @property
    def version(self) -> str:
        """What the record's `coder` says."""
        return f"llm:{self.model}"

    def __call__(self, report: Report) -> Reading:
        """What the model marked in one report, as a reading."""
        asked: list[dict[str, str]] = [
            {"role": "system", "content": instructions(report.language)},
            {"role": "user", "content": f"<report>\n{sheet(report)}\n</report>"},
        ]
        problem = ""
        for _ in range(self.tries):
            try:
                return reading(report, parse(self._answer(asked)), self.version)
            except ValueError as found:  # asked again, with what was wrong
                problem = str(found)
        raise ReaderError(
            f"{self.url}: {self.model} gave no usable answer in {self.tries} tries ({problem}); "
            "take another model, or read with --reader words"
        )

    def _answer(self, asked: list[dict[str, str]]) -> str:
        """The text of one answer. Raises ValueError for one worth asking again, ReaderError for no server."""
        status, data = 0, b""
        for form in _FORMATS:  # older servers know only the second
            body = {"model": self.model, "messages": asked, "temperature": 0, "seed": 0}
            status, data = self._post(body | {"response_format": form})
            if status not in (400, 422):
                break
        if status in _RETRIED:
            raise ValueError(f"the server answered {status}")
        if status != 200:
            raise ReaderError(f"{self.url}: the server answered {status}; {_mend(status)}")
        return _content(data)

    def _post(self, body: dict[str, Any]) -> tuple[int, bytes]:
        headers = {"Content-Type": "application/json"}
        if key := os.environ.get(KEY):
            headers["Authorization"] = f"Bearer {key}"
        address = f"{self.url.rstrip('/')}/chat/completions"
        over = monotonic() + self.timeout  # the wait for each piece is bounded, and all of them together
        try:
            response = self._pool.request(
                "POST", address, body=json.dumps(body).encode(), headers=headers, retries=False,
                redirect=False, timeout=urllib3.Timeout(connect=10, read=self.timeout), preload_content=False,
            )  # fmt: skip
            data = b""
            for piece in response.stream(65_536):
                data += piece
                if len(data) > _LARGEST:
                    raise ReaderError(f"{self.url}: an answer above {_LARGEST:,} bytes; take another model")
                if monotonic() > over:
                    raise self._late()
        except (urllib3.exceptions.NewConnectionError, ValueError) as problem:
            raise self._away(problem) from None
        except urllib3.exceptions.TimeoutError:
            raise self._late() from None
        except urllib3.exceptions.HTTPError as problem:
            raise self._away(problem) from None
        return response.status, data

    def _away(self, problem: Exception) -> ReaderError:
        told = type(problem).__name__
        return ReaderError(f"{self.url}: cannot be reached ({told}); start the server, or check the address")

    def _late(self) -> ReaderError:
        return ReaderError(
            f"{self.url}: no answer in {self.timeout:g} seconds; start the server, or take a smaller model"
        )


def _content(raw: bytes) -> str:
    """The message in a chat completion. Raises ValueError for anything else, a refusal included."""
    try:
        choice = json.loads(raw)["choices"][0]
        message = choice["message"]
    except (ValueError, LookupError, TypeError):
        raise ValueError("not a chat completion") from None
    if message.get("refusal"):
        raise ValueError("the model refused")
    if choice.get("finish_reason") == "length":
        raise ValueError("the answer was cut off; give the server a larger context")
    content = message.get("content")
    if not isinstance(content, str) or not content.strip():
        raise ValueError("an empty answer")
    return content


def _mend(status: int) -> str:
    if status in (401, 403):
        return f"put its key into the environment variable {KEY}"
    if status == 404:
        return "check the address (it ends in /v1) and the model's name"
    return "see the server's log"
