"""The word lists of a language, one file a column."""

from functools import cache
from typing import TypeVar

from pydantic import BaseModel

from .source import HERE, load

S = TypeVar("S", bound=BaseModel)

LANGUAGES = tuple(sorted(folder.name for folder in (HERE / "languages").iterdir() if folder.is_dir()))


@cache
def section(language: str, column: str, shape: type[S]) -> S:
    """languages/<language>/<column>.yaml as `shape`. Raises KnowledgeError with file and line."""
    return load(HERE / "languages" / language / f"{column}.yaml", shape)
