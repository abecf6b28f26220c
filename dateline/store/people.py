"""Who may sit at the desk of a case, who signed in, the views they keep, and blind codings.

Kept by people, never remade. These shelves are put up when a desk first opens, so that a case without a desk
has none of them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    delete,
    select,
    update,
)

from .bodies import unpacked
from .upserts import replacing

desk_shelves = MetaData()

people = Table(
    "desk_people",
    desk_shelves,
    Column("name", String, primary_key=True),
    Column("role", String, nullable=False),
    Column("secret", Text, nullable=False),  # an argon2 hash, never a password; empty: may not sign in
    Column("since", String, nullable=False),  # ISO 8601 UTC
    Column("by", String, nullable=False),
)
sign_ins = Table(
    "desk_sign_ins",
    desk_shelves,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("name", String, nullable=False, index=True),
    Column("on", String, nullable=False),
    Column("address", String, nullable=False),
    Column("outcome", String, nullable=False),  # signed in, wrong password, made to wait, signed out ...
)
views = Table(
    "desk_views",
    desk_shelves,
    Column("person", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("query", Text, nullable=False),
)
codings = Table(
    "desk_codings",
    desk_shelves,
    Column("incident", String, primary_key=True),  # Member.name of the first telling when it was drawn
    Column("coder", String, primary_key=True),
    Column("on", String),  # None: drawn for this coder, not coded yet
    Column("body", Text, nullable=False),  # JSON: field to value
)


@dataclass(frozen=True, slots=True)
class Account:
    """A person of the desk: role reader, coder or lead; `secret` the hash of a password."""

    name: str
    role: str
    secret: str
    since: str
    by: str


@dataclass(frozen=True, slots=True)
class SignIn:
    """One try to sign in, with what came of it."""

    name: str
    on: str
    address: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Coding:
    """One person's blind coding of one incident; `on` None while it waits for them."""

    incident: str
    coder: str
    on: str | None
    values: dict[str, Any]


def put_up(connection: Connection) -> None:
    """Makes the shelves of the desk where they are missing."""
    desk_shelves.create_all(connection, checkfirst=True)


def all_people(connection: Connection) -> tuple[Account, ...]:
    """Every account, by name."""
    rows = connection.execute(select(people).order_by(people.c.name))
    return tuple(Account(row.name, row.role, row.secret, row.since, row.by) for row in rows)


def account(connection: Connection, name: str) -> Account | None:
    """One account, or None."""
    row = connection.execute(select(people).where(people.c.name == name)).one_or_none()
    return None if row is None else Account(row.name, row.role, row.secret, row.since, row.by)


def put_account(connection: Connection, one: Account) -> None:
    """Adds an account, or puts it in place of the one of that name."""
    row = {"name": one.name, "role": one.role, "secret": one.secret, "since": one.since, "by": one.by}
    connection.execute(replacing(connection, people), [row])


def note_sign_in(connection: Connection, one: SignIn) -> None:
    """Writes a try to sign in down; never changed."""
    row = {"name": one.name, "on": one.on, "address": one.address, "outcome": one.outcome}
    connection.execute(sign_ins.insert(), row)


def latest_sign_ins(connection: Connection, most: int = 200) -> tuple[SignIn, ...]:
    """The latest tries, newest first."""
    rows = connection.execute(select(sign_ins).order_by(sign_ins.c.number.desc()).limit(most))
    return tuple(SignIn(row.name, row.on, row.address, row.outcome) for row in rows)


def views_of(connection: Connection, person: str) -> tuple[tuple[str, str], ...]:
    """(name, query) of the views a person keeps, by name."""
    rows = connection.execute(select(views).where(views.c.person == person).order_by(views.c.name))
    return tuple((row.name, row.query) for row in rows)


def keep_view(connection: Connection, person: str, name: str, query: str) -> None:
    """Keeps a view under a name, in place of an older one of that name."""
    connection.execute(replacing(connection, views), [{"person": person, "name": name, "query": query}])


def drop_view(connection: Connection, person: str, name: str) -> None:
    """Forgets a view."""
    connection.execute(delete(views).where(views.c.person == person, views.c.name == name))


def draw(connection: Connection, incident: str, coders: Sequence[str]) -> int:
    """Gives an incident to coders who do not have it yet; how many that were."""
    held = set(connection.execute(select(codings.c.coder).where(codings.c.incident == incident)).scalars())
    fresh = [coder for coder in coders if coder not in held]
    for coder in fresh:
        connection.execute(codings.insert(), {"incident": incident, "coder": coder, "on": None, "body": "{}"})
    return len(fresh)


def code(connection: Connection, one: Coding) -> None:
    """Writes a coder's answers down; a coder may correct their own until both have coded."""
    body = json.dumps(one.values, ensure_ascii=False, sort_keys=True)
    where = (codings.c.incident == one.incident, codings.c.coder == one.coder)
    connection.execute(update(codings).where(*where).values({"on": one.on, "body": body}))


def codings_of(connection: Connection, coder: str | None = None) -> tuple[Coding, ...]:
    """Codings in the order of their incidents and coders; of one coder, or of all."""
    query = select(codings).order_by(codings.c.incident, codings.c.coder)
    rows = connection.execute(query if coder is None else query.where(codings.c.coder == coder))
    return tuple(Coding(row.incident, row.coder, row.on, unpacked(row.body)) for row in rows)
