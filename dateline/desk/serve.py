"""Opens the desk: binds it, prints where it is, and serves until it is stopped."""

from __future__ import annotations

import getpass
import socket
from dataclasses import dataclass
from ipaddress import ip_address

import uvicorn
from fastapi import FastAPI

from dateline.errors import DeskError
from dateline.run import looking, people
from dateline.run.case import Case

from . import passwords
from .app import create_app
from .context import Settings
from .sessions import Person


@dataclass(frozen=True, slots=True)
class Place:
    """Where a desk listens. `names` are further host names a team reaches it by; `behind_tls` when a proxy in
    front of it speaks HTTPS."""

    host: str = "127.0.0.1"
    port: int = 8765
    names: tuple[str, ...] = ()
    behind_tls: bool = False


def serve(case: Case, place: Place, *, team: bool = False, name: str | None = None) -> None:
    """Serves the desk of a case until it is stopped; prints the one-time link, or for a team the address.

    Raises DeskError: the port is taken, or a desk without accounts would be open to others.
    """
    if not team and not is_loopback(place.host):
        raise DeskError(
            f"--host {place.host} would open the desk to others; add --team, which asks for passwords"
        )
    if team and not any(one.role == "lead" for one in people.accounts(case)):
        raise DeskError("this case has no lead yet; make one with: dateline desk CASE --add-person NAME")
    people.put_up(case)
    looking.prepare(case)
    listening = _bound(place)
    port = listening.getsockname()[1]
    app = create_app(case, Settings(team=team, names=_names(place), secure=place.behind_tls))
    print(_greeting(app, place, (port, team, name)), flush=True)
    config = uvicorn.Config(app, log_level="warning", server_header=False, timeout_graceful_shutdown=5)
    uvicorn.Server(config).run(sockets=[listening])


def add_person(case: Case, name: str, role: str, password: str) -> None:
    """Adds an account from the command line, or gives it a new password. Raises DeskError."""
    people.put_up(case)
    people.put_account(case, name, role, (passwords.hashed(password), f"command line: {getpass.getuser()}"))


def is_loopback(host: str) -> bool:
    """Whether only this computer can reach a host."""
    try:
        return host == "localhost" or ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _greeting(app: FastAPI, place: Place, how: tuple[int, bool, str | None]) -> str:
    port, team, name = how
    host = f"[{place.host}]" if ":" in place.host else place.host
    address = f"http://{host}:{port}"
    if team:
        return f"The desk is open at {address} (sign in there). Ctrl-C closes it."
    token = app.state.desk.sessions.token(Person(name or getpass.getuser(), "lead"))
    return f"The desk is open. This link works once:\n\n  {address}/open?token={token}\n\nCtrl-C closes it."


def _names(place: Place) -> frozenset[str]:
    own = {"127.0.0.1", "localhost", "[::1]"}
    if is_loopback(place.host):
        return frozenset(own | set(place.names))
    if place.names:
        return frozenset(own | {place.host} | set(place.names))
    return frozenset(("*",))  # a team's desk that was told no names answers to any


def _bound(place: Place) -> socket.socket:
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((place.host.strip("[]"), place.port))
        listening.listen()  # a link opened as soon as it is printed waits for the server, and is not refused
    except OSError as problem:
        listening.close()
        raise DeskError(
            f"{place.host}:{place.port} cannot be listened on ({problem.strerror}); give another --port"
        ) from None
    return listening
