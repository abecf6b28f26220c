"""The people of a case's desk: accounts, sign-ins, the views they keep, and blind codings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from dateline.errors import DeskError
from dateline.store import people
from dateline.store.people import Account, Coding, SignIn

from .case import Case

__all__ = ["Account", "Coding", "SignIn"]
ROLES = ("reader", "coder", "lead")  # each may do all that the ones before it may


def put_up(case: Case) -> None:
    """Makes the shelves of the desk where they are missing. Raises CaseError on a case that is read-only."""
    with case.store.write(first=True) as turn:
        people.put_up(turn)


def accounts(case: Case) -> tuple[Account, ...]:
    """Every account, by name."""
    with case.store.read() as view:
        return people.all_people(view)


def account(case: Case, name: str) -> Account | None:
    """One account, or None."""
    with case.store.read() as view:
        return people.account(view, name)


def put_account(case: Case, name: str, role: str, change: tuple[str | None, str]) -> Account:
    """Adds an account or changes it; `change` is (hash of a new password or None: as it was, who does it).

    Raises DeskError: a name that cannot be one, no such role, a new account without a password, or a change
    after which the desk would have no lead.
    """
    secret, by = change
    name = name.strip()
    if not name or len(name) > 60 or not name.isprintable():
        raise DeskError("a name needs 1 to 60 printable characters")
    if role not in ROLES:
        raise DeskError(f"no role {role!r}; one of {', '.join(ROLES)}")
    with case.store.write(first=True) as turn:
        old = people.account(turn, name)
        if old is None and secret is None:
            raise DeskError(f"{name}: a new account needs a password")
        leads = [one.name for one in people.all_people(turn) if one.role == "lead"]
        if leads == [name] and role != "lead":
            raise DeskError(f"{name} is the only lead; make another one first")
        made = Account(name, role, secret or "", _now(), by)
        if old is not None:
            made = replace(old, role=role, secret=secret if secret is not None else old.secret)
        people.put_account(turn, made)
    return made


def note_sign_in(case: Case, name: str, address: str, outcome: str) -> None:
    """Writes a try to sign in down."""
    with case.store.write(first=True) as turn:
        people.note_sign_in(turn, SignIn(name[:60], _now(), address, outcome))


def sign_ins(case: Case) -> tuple[SignIn, ...]:
    """The latest tries to sign in, newest first."""
    with case.store.read() as view:
        return people.latest_sign_ins(view)


def views(case: Case, person: str) -> tuple[tuple[str, str], ...]:
    """(name, query) of the views a person keeps."""
    with case.store.read() as view:
        return people.views_of(view, person)


def keep_view(case: Case, person: str, name: str, query: str) -> None:
    """Keeps a view."""
    with case.store.write(first=True) as turn:
        people.keep_view(turn, person, name, query)


def drop_view(case: Case, person: str, name: str) -> None:
    """Forgets a view."""
    with case.store.write(first=True) as turn:
        people.drop_view(turn, person, name)


def draw(case: Case, incidents: Sequence[str], coders: Sequence[str]) -> int:
    """Gives incidents to coders to code blind; how many codings that adds."""
    with case.store.write(first=True) as turn:
        return sum(people.draw(turn, incident, coders) for incident in incidents)


def code(case: Case, incident: str, coder: str, values: dict[str, Any]) -> None:
    """Writes down what a coder makes of an incident, blind to what the others do.

    Raises DeskError when it was not given to them, or when every coder of it is done, so that none may follow
    another.
    """
    with case.store.write(first=True) as turn:
        held = [one for one in people.codings_of(turn) if one.incident == incident]
        if coder not in {one.coder for one in held}:
            raise DeskError(f"{incident} was not given to {coder} to code")
        if all(one.on for one in held):
            raise DeskError(f"{incident} is coded by all; a lead decides on it now")
        people.code(turn, Coding(incident, coder, _now(), values))


def codings(case: Case, coder: str | None = None) -> tuple[Coding, ...]:
    """Codings in the order of incidents and coders."""
    with case.store.read() as view:
        return people.codings_of(view, coder)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
