"""Reads MUC-4 template files: keys and system responses, one filler a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.outcome import NoData

STRING, SET, TEXT = "string", "set", "text"
SLOTS = {
    1: ("template-id", TEXT), 2: ("inc-date", TEXT), 3: ("inc-loc", TEXT), 4: ("inc-type", SET),
    5: ("inc-stage", SET), 6: ("inc-instr-id", STRING), 7: ("inc-instr-type", SET), 8: ("perp-inc-cat", SET),
    9: ("perp-ind-id", STRING), 10: ("perp-org-id", STRING), 11: ("perp-org-conf", SET),
    12: ("phys-tgt-id", STRING), 13: ("phys-tgt-type", SET), 14: ("phys-tgt-num", TEXT),
    15: ("phys-tgt-nation", SET), 16: ("phys-tgt-effect", SET), 17: ("phys-tgt-total-num", TEXT),
    18: ("hum-tgt-name", STRING), 19: ("hum-tgt-desc", STRING), 20: ("hum-tgt-type", SET),
    21: ("hum-tgt-num", TEXT), 22: ("hum-tgt-nation", SET), 23: ("hum-tgt-effect", SET),
    24: ("hum-tgt-total-num", TEXT),
}  # fmt: skip
DATE, LOCATION, TYPE = 2, 3, 4
TAGGED = frozenset({7, 11, 13, 14, 15, 16, 19, 20, 21, 22, 23})  # may carry a cross-reference
NUMBERS = frozenset({14, 17, 21, 24})

_SLOT = re.compile(r"\s*(\d{1,2})\.\s+([A-Z]+(?: TGT)?):\s+([A-Z ]*?)(?:\s{2,}|\t\s*|\s*$)(.*)$")
_MESSAGE = re.compile(r"[A-Z0-9]+-MUC\d-\d{4}")
_RANGE = re.compile(r"\s*-\s*")


@dataclass(frozen=True, slots=True)
class Fill:
    """One filler: any of `heads` is right, `tags` name the filler of another slot that it belongs to."""

    heads: tuple[str, ...]
    tags: tuple[str, ...] = ()
    optional: bool = False
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """One incident of one message: its fills by slot number (2 to 24)."""

    message: str
    number: str
    optional: bool
    fills: dict[int, tuple[Fill, ...]]

    @property
    def irrelevant(self) -> bool:
        """Whether it only says that the message tells of no incident."""
        return self.number == "*"

    def of(self, slot: int) -> tuple[Fill, ...]:
        """The fills of one slot; none for a hyphen or an asterisk."""
        return self.fills.get(slot, ())


def read_templates(path: Path) -> dict[str, tuple[Template, ...]]:
    """Templates by message, both in file order. Raises NoData naming the file."""
    try:
        text = path.read_text(encoding="latin-1")
    except OSError as problem:
        raise NoData(f"{path}: cannot be read: {problem.strerror}") from None
    found = parse_templates(text)
    if not found:
        raise NoData(f"{path}: holds no MUC-4 template (looked for a line '0.  MESSAGE: ID')")
    return found


def parse_templates(text: str) -> dict[str, tuple[Template, ...]]:
    """Templates by message of a template file's text."""
    by_message: dict[str, tuple[Template, ...]] = {}
    for lines in _blocks(text):
        template = _template(lines)
        if template is not None:
            by_message[template.message] = (*by_message.get(template.message, ()), template)
    return by_message


def _blocks(text: str) -> Iterator[list[str]]:
    """The lines of each template: from slot 0 to a blank line or the next slot 0."""
    block: list[str] = []
    for line in text.splitlines():
        opens = re.match(r"\s*0\.\s+MESSAGE: ID", line) is not None
        if block and (opens or not line.strip()):
            yield block
            block = []
        if opens or block:
            block.append(line)
    if block:
        yield block


def _template(lines: list[str]) -> Template | None:
    slots: dict[int, list[str]] = {}
    at: int | None = None
    for line in lines:
        slot = _SLOT.match(line)
        if slot:
            at = int(slot[1])
            slots[at] = [slot[4]] if slot[4].strip() else []
        elif at is not None and line.strip():
            slots[at].append(line)
    message = _MESSAGE.search(" ".join(slots.get(0, [])))
    if message is None:
        return None
    number = " ".join(slots.get(1, [])).strip()
    fills = {
        slot: tuple(fill for line in slots.get(slot, []) if (fill := parse_fill(line, slot)) is not None)
        for slot in SLOTS
        if slot > 1
    }
    return Template(message[0], number.split()[0] if number else "*", "(OPTIONAL)" in number, fills)


def parse_fill(line: str, slot: int) -> Fill | None:
    """The filler a line holds; None for an empty one (a hyphen or asterisk)."""
    told = " ".join(line.upper().split())
    if told in ("-", "*", ""):
        return None
    optional = told.startswith("?")
    told = told.removeprefix("?").strip()
    heads, tags = told, ""
    if slot in TAGGED:
        parts = split(told, ":")
        if len(parts) > 2:
            return Fill((told,), optional=optional, broken=True)
        heads, tags = parts[0], parts[1] if len(parts) == 2 else ""
    return Fill(
        tuple(canonical(head, slot) for head in split(heads, "/")),
        tuple(split(tags, "/")) if tags else (),
        optional,
    )


def canonical(value: str, slot: int) -> str:
    """A head in one spelling: no brackets around the whole, single spaces, ' - ' in ranges."""
    told = value.strip()
    while told.startswith("(") and told.endswith(")") and _closes(told) == len(told) - 1:
        told = told[1:-1].strip()
    if (slot == DATE or slot in NUMBERS) and '"' not in told:
        told = _RANGE.sub(" - ", told).strip()
    if slot == LOCATION:
        told = ": ".join(part.strip() for part in told.split(":"))
    return told


def split(text: str, mark: str) -> list[str]:
    """Text cut at a mark outside quotes and brackets, each part stripped, empty parts dropped."""
    parts, start, depth, quoted = [], 0, 0, False
    for at, char in enumerate(text):
        if char == '"' and (at == 0 or text[at - 1] != "\\"):
            quoted = not quoted
        elif quoted:
            continue
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == mark and depth == 0:
            parts.append(text[start:at])
            start = at + 1
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()]


def _closes(text: str) -> int:
    """Where the first bracket is closed; -1 if never."""
    depth = 0
    for at, char in enumerate(text):
        depth += {"(": 1, ")": -1}.get(char, 0)
        if char == ")" and depth == 0:
            return at
    return -1
