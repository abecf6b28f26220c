"""A real PostgreSQL server for the tests, from Debian's postgresql package, in a folder to be thrown away."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WANTED = "install Debian's postgresql package, or set DATELINE_POSTGRESQL to an address that may be emptied"


def programs() -> Path | None:
    """The folder of initdb and pg_ctl, the newest first."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if found:
        return found[-1].parent
    own = shutil.which("initdb")
    return Path(own).resolve().parent if own else None


@contextmanager
def server() -> Iterator[str]:
    """The address of a server that runs for as long as it is needed."""
    bin_ = programs()
    assert bin_ is not None
    folder = Path(tempfile.mkdtemp(prefix="dateline-pg-"))
    user = _user()
    if user is not None:
        os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
    port = _free_port()
    data = folder / "data"
    try:
        _run(
            user,
            [
                str(bin_ / "initdb"),
                "-D",
                str(data),
                "-A",
                "trust",
                "-U",
                "dateline",
                "-E",
                "UTF8",
                "--no-sync",
            ],
        )
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        _run(
            user,
            [str(bin_ / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start"],
        )
        yield f"postgresql://dateline@127.0.0.1:{port}/postgres"
    finally:
        _run(user, [str(bin_ / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"], check=False)
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> str | None:
    """PostgreSQL refuses to run as root; its package brings a user."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return name
    return None


def _run(user: str | None, command: list[str], check: bool = True) -> None:
    done = subprocess.run(
        command, user=user, capture_output=True, text=True, cwd="/", timeout=60, check=False
    )
    if check and done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
