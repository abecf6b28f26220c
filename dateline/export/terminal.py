"""Lines of text on a terminal or in a pipe: wrapped to its width, harmless, in colour only where wanted."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from typing import TextIO

from rich.console import Console
from rich.text import Text

NARROWEST = 40  # columns; below that a value has no room beside its label
_COLUMN = 12  # where values begin
_UNSAFE = {"Cc", "Cs", "Co", "Cn"}  # control characters, and what no font shows
# What turns the direction of writing, and so can show words in another order than they are in.
_TURNS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True)
class Screen:
    """Where lines go, how wide they may be."""

    console: Console
    width: int

    def line(self, value: str | Text, *, style: str = "", indent: int = 0, hang: int | None = None) -> None:
        """Prints text after `indent` spaces; the lines it wraps into after `hang`."""
        hang = indent if hang is None else hang
        text = Text(shown(value), style=style) if isinstance(value, str) else value
        wrapped = text.wrap(self.console, self.width - hang, tab_size=4) if text.plain else [Text()]
        for number, piece in enumerate(wrapped):
            piece.rstrip()
            out = Text(" " * (hang if number else indent)).append_text(piece) if piece.plain else piece
            self.console.print(out, soft_wrap=True)

    def row(self, label: str, value: str) -> None:
        """Prints a label and, beside it, its value in a column of its own."""
        wrapped = Text(shown(value)).wrap(self.console, self.width - _COLUMN, tab_size=4)
        for number, piece in enumerate(wrapped):
            piece.rstrip()
            head = f"  {label}" if number == 0 else ""
            self.console.print(Text().append(f"{head:<{_COLUMN}}", "dim").append_text(piece), soft_wrap=True)


def screen(out: TextIO, *, terminal: bool | None = None, width: int | None = None) -> Screen:
    """The screen `out` is. Styles only on a terminal, and none at all where NO_COLOR is set."""
    terminal = out.isatty() if terminal is None else terminal
    console = Console(
        file=out,
        force_terminal=terminal,
        color_system="auto" if terminal and not os.environ.get("NO_COLOR") else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
    return Screen(console, max(NARROWEST, console.width if width is None else width))


def shown(value: str) -> str:
    """The text as it may be shown: what could steer a terminal or turn its writing is replaced."""
    return "".join(map(_shown, value.replace("\r\n", "\n").replace("\r", "\n")))


def _shown(character: str) -> str:
    if character in "\n\t" or (character.isprintable() and character not in _TURNS):
        return character
    kind = unicodedata.category(character)
    if kind in ("Zl", "Zp"):
        return "\n"
    unsafe = kind in _UNSAFE or character in _TURNS
    return "\N{REPLACEMENT CHARACTER}" if unsafe else character
