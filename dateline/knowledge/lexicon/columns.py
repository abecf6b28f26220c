"""The shape of languages/columns.yaml."""

from dateline.knowledge.source import Shape


class ColumnWords(Shape):
    """The names tables commonly give each field of a report, the surest first."""

    columns: dict[str, tuple[str, ...]]
