"""Reads a knowledge file into its shape; a bad entry fails with file and line."""

import re
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from dateline.errors import KnowledgeError

HERE = Path(__file__).parent


class Shape(BaseModel):
    """What a knowledge file must look like: unknown keys are refused, values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


S = TypeVar("S", bound=BaseModel)


class _Words(yaml.CSafeLoader):
    """YAML in which `no`, `on` and `2021-11-07` are words, since word lists are full of them."""


_WORDS = {"tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp"}
_Words.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _WORDS]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Words.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def load(path: Path, shape: type[S]) -> S:
    """The file's contents as `shape`. Raises KnowledgeError naming file, line and entry."""
    try:
        text = path.read_text(encoding="utf-8")
        contents = yaml.load(text, Loader=_Words)
    except OSError as problem:
        raise KnowledgeError(f"{path}: cannot be opened: {problem.strerror}") from problem
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        raise KnowledgeError(f"{path}:{line}: not valid YAML: {problem.problem}") from problem
    try:
        return shape.model_validate(contents)
    except ValidationError as problem:
        first, tree = problem.errors()[0], yaml.compose(text, Loader=_Words)
        entry = ".".join(map(str, first["loc"]))
        raise KnowledgeError(f"{path}:{_line(tree, first['loc'])}: {entry}: {first['msg']}") from problem


def _line(node: yaml.Node | None, steps: tuple[int | str, ...]) -> int:
    """The line of the deepest node that the steps lead to."""
    line = node.start_mark.line + 1 if node else 1
    for step in steps:
        following: yaml.Node | None = None
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == str(step):
                    line, following = key.start_mark.line + 1, value
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            following = node.value[step]
            line = following.start_mark.line + 1
        if following is None:
            return line
        node = following
    return line
