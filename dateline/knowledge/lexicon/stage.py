"""The shape of languages/<code>/stage.yaml."""

from dateline.knowledge.source import Shape


class StageWords(Shape):
    """Words that tell whether an act was carried out, imagined or denied, and to what end."""

    attempted: tuple[str, ...]
    foiled: tuple[str, ...]
    aborted: tuple[str, ...]
    threatened: tuple[str, ...]
    planned: tuple[str, ...]
    hoax: tuple[str, ...]
    rumoured: tuple[str, ...]
    discredited: tuple[str, ...]
    reaching: dict[str, str]
    devices: frozenset[str]
    disarmed: tuple[str, ...]
    hypothetical: tuple[str, ...]
    negated: tuple[str, ...]
    objectives: dict[str, str]
    unmet: tuple[str, ...]
