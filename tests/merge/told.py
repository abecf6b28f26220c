"""Tellings made up for tests: one bombing at one market, but for what a test changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dateline.merge.copies import SIGNED_BY, signature
from dateline.record import Actor, Count, Incident, Member, Target, Toll, Victim, Weapon, What, When, Where
from dateline.record.telling import Head, Telling


def town(name: str, admin1: str, latitude: float, longitude: float) -> Where:
    """A town in Pakistan."""
    return Where(name, name, admin1, "PAK", None, "in", latitude, longitude, 4.0, "locality", f"made:{name}")


DARABAN = town("Daraban", "Khyber Pakhtunkhwa", 31.73, 70.33)
KULACHI = town("Kulachi", "Khyber Pakhtunkhwa", 31.93, 70.46)
QUETTA = town("Quetta", "Balochistan", 30.18, 66.99)


def day(iso: str, end: str | None = None) -> When:
    """A day, or a span of days."""
    if end is None:
        return When(iso, iso, "day", None, "normalised", iso)
    return When(iso, end, "2-6_days", None, "normalised", f"{iso}/{end}")


def toll(low: int, high: int | None = -1) -> Toll:
    """Exactly `low`, or from `low` to `high` (None is open)."""
    if low == 0 and high == -1:
        return Toll("stated_zero", 0, 0, 0)
    top = low if high == -1 else high
    return Toll("stated", low, low if top == low else None, top)


def dead(*names: str) -> tuple[Victim, ...]:
    return tuple(Victim(name, "civilian", name, "killed", Count(1, 1)) for name in names)


def told(
    report: str = "r_1",
    incident: str = "E1",
    names: tuple[str, ...] = (),
    head: dict[str, Any] | None = None,
    **changes: Any,
) -> Telling:
    """The market bombing as a report tells it; `changes` are fields of its incident."""
    base = Incident(
        incident, What("explosive.remote_ied"), date=day("2016-04-12"), place=DARABAN,
        weapons=(Weapon("ied"),), killed=toll(4), injured=toll(6),
    )  # fmt: skip
    known: dict[str, Any] = {"published": "2016-04-12", "publisher": f"Outlet of {report}"} | (head or {})
    text = known.pop("text", None)
    signed = signature(text) if text else b""
    top = Head(report, signature=signed, signed_by=SIGNED_BY if signed else "", **known)
    return Telling(Member(report, incident), replace(base, **changes), (), (), top, names)


__all__ = ["DARABAN", "KULACHI", "QUETTA", "Actor", "Target", "day", "dead", "told", "toll"]
