"""A web page's bytes to its text: what is the story, what surrounds it, and what the page says of itself."""

from .layout import read_fragment, read_page

__all__ = ["read_fragment", "read_page"]
