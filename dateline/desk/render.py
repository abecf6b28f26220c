"""Pages from templates: every value escaped, names of files with the version of what they hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from .show.marks import printable

STATIC = files("dateline.desk") / "static"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@cache
def environment() -> Environment:
    """The templates. A name a page forgot to give is an error, never an empty place."""
    made = Environment(
        loader=PackageLoader("dateline.desk", "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(exact=exact, spaced=spaced, moment=moment)
    made.globals["static"] = static
    return made


def page(template: str, values: Mapping[str, Any]) -> str:
    """The HTML of a template."""
    return environment().get_template(template).render(values)


def exact(text: str) -> Markup:
    """Text that keeps its code points in a browser: a bare carriage return would become a line feed."""
    return Markup(str(escape(printable(text))).replace("\r", "&#13;"))


def spaced(code: object) -> str:
    """A code of the codebook without its underscores."""
    return str(code).replace("_", " ")


def moment(told: str) -> str:
    """An ISO moment as "3 May 2024, 14:05" in UTC; what is no moment stays as it is."""
    try:
        when = datetime.fromisoformat(told).astimezone(UTC)
    except ValueError:
        return told
    return f"{when.day} {when:%b %Y, %H:%M}"


@cache
def static(name: str) -> str:
    """The address of a file that ships with the desk, with a mark that changes when the file does."""
    mark = sha256((STATIC / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={mark}"


def shown_line(text: str, most: int = 200) -> str:
    """One line of text for a message: no control characters, not endless."""
    line = " ".join(_CONTROL.sub(" ", text).split())
    return line if len(line) <= most else line[: most - 1] + "…"
