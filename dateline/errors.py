"""The tree of errors. Each is one line that names the input and the mend.

DatelineError
├── CaseError         a case could not be opened, read or written (missing, newer, read-only, disk full ...)
├── InputError        a report could not be read (missing, empty, binary, too large, unknown language ...)
└── KnowledgeError    a codebook or language file holds a bad entry; gives file and line
"""


class DatelineError(Exception):
    """Anything Dateline refuses, in words its user can act on."""


class CaseError(DatelineError):
    """A case that could not be opened, read or written."""


class InputError(DatelineError):
    """A report that could not be read."""


class KnowledgeError(DatelineError):
    """A bad entry in a knowledge file."""
