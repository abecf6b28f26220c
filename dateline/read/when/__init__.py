"""When: dates, times of day and lengths of time in a page's words."""

from .find import find
from .mention import DateMention
from .ranges import dates

__all__ = ["DateMention", "dates", "find"]
