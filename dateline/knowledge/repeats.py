"""Finds a name written twice in a knowledge file, where the second would silently replace the first."""

from pathlib import Path

import yaml

from dateline.errors import KnowledgeError


def refuse_repeats(path: Path) -> None:
    """Raises KnowledgeError with file and line when a mapping names one entry twice."""
    try:
        tree = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError):
        return  # `load` says what is wrong with the file itself
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            named: set[str] = set()
            for key, value in node.value:
                if key.value in named:
                    line = key.start_mark.line + 1
                    raise KnowledgeError(f"{path}:{line}: {key.value}: stands twice in one list")
                named.add(str(key.value))
                waiting.append(value)
        elif isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)
