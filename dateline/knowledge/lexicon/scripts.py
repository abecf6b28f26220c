"""The shape of languages/scripts.yaml."""

from dateline.knowledge.source import Shape


class ScriptWords(Shape):
    """The small words of each language and its code, by the language's name."""

    function_words: dict[str, frozenset[str]]
    codes: dict[str, str]
