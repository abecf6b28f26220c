"""What a watch list says: feeds and site maps, with the manners to keep."""

from __future__ import annotations

import tomllib
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from dateline.errors import InputError


class Feed(BaseModel):
    """A feed or site map; `only`: words one of which an address must hold; `newest`: stories a visit."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str
    publisher: str | None = None
    only: tuple[str, ...] = ()
    newest: int = Field(default=200, ge=1, le=5000)

    @field_validator("url")
    @classmethod
    def _web(cls, url: str) -> str:
        if urlsplit(url).scheme not in ("http", "https"):
            raise ValueError("must begin with http:// or https://")
        return url


class WatchList(BaseModel):
    """feeds.toml: `[[feed]]` tables; `pause`: seconds between calls at a host; `private`: own network too."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    feed: tuple[Feed, ...] = Field(min_length=1)
    pause: float = Field(default=2.0, ge=0.5, le=600)
    private: bool = False


def watch_list(path: str) -> WatchList:
    """The watch list in a TOML file. Raises InputError naming the entry and the mend."""
    try:
        told = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        return WatchList.model_validate(told)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; write one with a [[feed]] and its url") from None
    except (OSError, UnicodeDecodeError) as problem:
        raise InputError(f"{path}: cannot be read: {problem}") from None
    except tomllib.TOMLDecodeError as problem:
        raise InputError(f"{path}: is not TOML: {problem}") from None
    except ValidationError as problem:
        first = problem.errors()[0]
        entry = ".".join(map(str, first["loc"]))
        raise InputError(f"{path}: {entry}: {first['msg']}") from None
