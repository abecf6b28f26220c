"""One file a page: what it asks of the case, and which template shows it."""
