"""Shelves: what people gave is kept, what Dateline made is stamped and can be remade."""

from .filter import STATUSES, Filter
from .opening import is_case, open_store
from .store import Store

__all__ = ["STATUSES", "Filter", "Store", "is_case", "open_store"]
