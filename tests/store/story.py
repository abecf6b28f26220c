"""Reports for the tests of stores and cases: short articles, made up."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.intake import from_text
from dateline.intake.source import Capture, Found
from dateline.record import Report

MARKET = (
    "GOMA, Congo - A grenade attack on a crowded market in Goma on Friday killed five people and wounded "
    "twelve, police said.\n\nNo group claimed responsibility for the attack."
)
MARKET_LATER = (
    "GOMA, Congo - The death toll from Friday's grenade attack on a market in Goma has risen to seven, the "
    "provincial governor said. Fourteen people were wounded."
)
BRIDGE = (
    "KABUL, Afghanistan - Gunmen shot dead two policemen at a bridge in Kandahar on Monday, officials said. "
    "The Taliban claimed responsibility."
)
_TOWNS = ("Goma", "Kandahar", "Mosul", "Maiduguri", "Cali", "Quetta", "Gao", "Mogadishu", "Aleppo", "Davao")


def report(text: str, published: str = "2024-05-04", publisher: str | None = None) -> Report:
    """A report as intake makes it."""
    made = from_text(text, published=published)
    return made if publisher is None else Report(**_fields(made) | {"publisher": publisher})


def _fields(made: Report) -> dict[str, object]:
    names = ("text", "published", "published_basis", "title", "publisher", "url", "language", "zones")
    return {name: getattr(made, name) for name in names}


def found(made: Report, name: str = "report.txt") -> Found:
    """The report as it came."""
    return Found(Capture(name, made.text.encode("utf-8", "surrogatepass"), "text/plain"), made, "text 1")


def founds(*texts: str) -> list[Found]:
    """Some reports, each a day later than the one before and under a name of its own."""
    days = (f"2024-05-{day:02}" for day in range(4, 31))
    return [found(report(text, day), f"{day}.txt") for text, day in zip(texts, days, strict=False)]


def many(count: int) -> list[Found]:
    """That many reports of different incidents, the same each time."""
    made = []
    for number in range(count):
        town = _TOWNS[number % len(_TOWNS)]
        day = date(2024, 1, 5) + timedelta(number)
        hurt = f"killed {2 + number % 40} people and wounded {3 + number % 30} in {town}"
        text = f"{town.upper()} - A bomb {hurt} on {day:%A}, police said. It was attack {number} there."
        made.append(found(report(text, day.isoformat()), f"{number:04}.txt"))
    return made
