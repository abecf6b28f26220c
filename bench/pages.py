"""Our own web pages with what each part of them is, for the extract measure and the tests."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import html

PAGES = Path(__file__).parent.parent / "tests" / "golden" / "pages"
SEEN = 24  # pages looked at while the extractor was built; those after were only scored
_MARK = re.compile(r" z=([a-z]+)(?=[ >/])")
_EXPECT = re.compile(r"\A<!--expect (\{.*?\})-->\n", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """A page as a server would send it, and its key: (zone, text) in document order, and what it must say."""

    number: int
    name: str
    raw: bytes
    parts: tuple[tuple[str, str], ...]
    expected: dict[str, Any]

    @property
    def story(self) -> str:
        """The words of body and subheads, and those that only the structured data hold."""
        told = [text for zone, text in self.parts if zone in ("body", "subhead")]
        return "\n".join([*told, *self.expected.get("extra", [])])

    @property
    def headline(self) -> str:
        return next((text for zone, text in self.parts if zone == "headline"), "")


def pages(folder: Path = PAGES) -> Iterator[Page]:
    """The pages by number."""
    for path in sorted(folder.glob("*.html")):
        source = path.read_text(encoding="utf-8")
        found = _EXPECT.match(source)
        if found is None:
            raise ValueError(f"{path}: its first line must be <!--expect {{...}}-->")
        expected = json.loads(found.group(1))
        marked = source[found.end() :]
        raw = _MARK.sub("", marked).encode(expected.get("encoding", "utf-8"))
        yield Page(int(path.name[:2]), path.name, raw, _parts(marked), expected)


def _parts(marked: str) -> tuple[tuple[str, str], ...]:
    tree = html.document_fromstring(marked)
    return tuple(
        (element.get("z"), " ".join(element.text_content().split()))
        for element in tree.iter()
        if element.get("z")
    )
