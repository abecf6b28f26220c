"""A one-page brief of a week, in which every number leads to the words it rests on."""

from .files import write
from .issue import Issue, brief
from .markdown import markdown
from .page import page
from .week import Week, week

__all__ = ["Issue", "Week", "brief", "markdown", "page", "week", "write"]
