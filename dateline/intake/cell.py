"""The process in which documents are parsed: little memory, no network, no other program, no writing.

Started by `guard`; reads documents from standard input and answers on standard output until its input ends.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from dateline.errors import InputError

from .extract import safely
from .wire import answer, asked, receive, send

# What a tricked parser would need. Sockets stay shut even for libraries that would "help" by fetching.
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.spawn", "os.posix_spawn", "os.system",
              "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.chmod",
              "shutil.", "ftplib.", "http.client.", "urllib.Request", "smtplib.", "webbrowser.")  # fmt: skip
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def _watch(event: str, args: tuple[Any, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"a document's parser may not do {event}")
    if event == "open" and isinstance(args[2], int) and args[2] & _WRITES and args[0] != os.devnull:
        raise PermissionError("a document's parser may not write files")


def _bound(memory: int) -> None:
    try:
        import resource  # Unix only; elsewhere time alone is bounded
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):  # macOS knows the limit but does not keep it
            continue


def serve(memory: int) -> None:
    """Answers documents one by one. What a parser raises is told, not raised: the next document is served."""
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not break into an answer
    sys.dont_write_bytecode = True
    _bound(memory)
    sys.addaudithook(_watch)
    send(answers, {"ready": True})  # loading the parsers is no document's fault
    while (told := receive(questions)) is not None:
        row, raw = told
        try:
            reply = answer(safely(asked(row["capture"], raw), row["kind"]))
        except InputError as problem:
            reply = {"problem": str(problem)}
        except MemoryError:
            reply = {"problem": f"needs more than {memory // 1_000_000} MB to be read"}
        send(answers, reply)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
