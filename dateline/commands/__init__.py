"""The commands of the command line, a story a file; `dateline.cli` assembles them."""
