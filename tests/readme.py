"""The README's demo block as the program prints it; `python -m tests.readme` writes it anew."""

import io
import re

import dateline
from dateline.export import card
from tests.conftest import ROOT

README = ROOT / "README.md"
BLOCK = re.compile(r"(<!-- demo:[^\n]*-->\n```\n)(.*?)(```\n)", re.DOTALL)


def printed() -> str:
    """What `make demo` prints, 80 columns wide, without trailing spaces."""
    text = (ROOT / "samples" / "midsayap-grenade.txt").read_text(encoding="utf-8")
    out = io.StringIO()
    card.write(dateline.read(text, published="2023-09-20"), out, terminal=False, width=80)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).rstrip() + "\n"


def shown() -> str:
    """What the README shows."""
    found = BLOCK.search(README.read_text(encoding="utf-8"))
    assert found is not None, "the README has lost its demo block"
    return found[2]


if __name__ == "__main__":
    text = README.read_text(encoding="utf-8")
    README.write_text(BLOCK.sub(lambda m: m[1] + printed() + m[3], text), encoding="utf-8")
