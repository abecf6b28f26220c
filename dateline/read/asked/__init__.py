"""A reading from someone who was asked: a language model marks words, Dateline reads the values from them."""

from .form import Form, Mark, answer_schema, instructions, parse
from .reading import reading, sheet

__all__ = ["Form", "Mark", "answer_schema", "instructions", "parse", "reading", "sheet"]
