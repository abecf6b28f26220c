"""The tree of errors. Each is one line that names the input and the mend.

DatelineError
├── CaseError         a case could not be opened, read or written (missing, newer, read-only, disk full ...)
├── DeskError         the desk could not be opened, or cannot take what was typed
├── ExportError       an export could not be written (unknown format, read-only folder, disk full ...)
├── JobError          a job could not be begun or carried on (no such engine, another job's folder ...)
├── InputError        a report could not be read (missing, empty, binary, too large, unknown language ...)
├── GazetteerError    a gazetteer could not be added, shown or removed
├── ReaderError      a reader could not be had, or gave no usable answer (unknown name, no server ...)
└── KnowledgeError    a codebook or language file holds a bad entry; gives file and line
"""


class DatelineError(Exception):
    """Anything Dateline refuses, in words its user can act on: one line, whatever names it quotes hold."""

    def __init__(self, told: str = "") -> None:
        super().__init__(" ".join(told.splitlines()))


class CaseError(DatelineError):
    """A case that could not be opened, read or written."""


class DeskError(DatelineError):
    """A desk that could not be opened, or a form that it cannot take."""


class ExportError(DatelineError):
    """An export or a brief that could not be written."""


class InputError(DatelineError):
    """A report that could not be read."""


class KnowledgeError(DatelineError):
    """A bad entry in a knowledge file."""


class GazetteerError(DatelineError):
    """A gazetteer that could not be added, shown or removed."""


class ReaderError(DatelineError):
    """A reader that could not be had, or that gave no usable answer."""


class JobError(DatelineError):
    """A job that could not be begun, or not be carried on."""
