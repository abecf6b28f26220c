"""Shelves: what people gave is kept, what Dateline made is stamped and can be remade."""
