"""The local day of an act whose hour is told by a clock far away: "11 p.m. Eastern", "2100 GMT" (rule 25)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.when import WhenWords
from dateline.record import When, Where
from dateline.record.clue import DateClue

from .dates import DateAnswer

# Hours by which a day must surely have turned: clocks stand off the sun's time, and summer time is not told.
_SURELY = 1.5
_BANDS = ((6, "early hours"), (12, "morning"), (18, "afternoon"), (24, "evening"))


def local_day(answer: DateAnswer, place: Where, language: str) -> DateAnswer:
    """The answer with the day before or after, where the sun at the place says that it was that day."""
    told = next((c.value for c in answer.used if _hours(c.value, language) is not None), None)
    if told is None or place.longitude is None or answer.when.precision != "day":
        return answer
    away = _hours(told, language)
    assert away is not None and told.clock is not None
    hour, minute = map(int, told.clock.split(":"))
    local = hour + minute / 60 - away + place.longitude / 15
    days = 1 if local >= 24 + _SURELY else -1 if local <= -_SURELY else 0
    if not days:
        return answer
    return replace(answer, when=_moved(answer.when, days, local - 24 * days))


def _hours(clue: DateClue, language: str) -> float | None:
    """The hours from Greenwich of the zone told with a clock time."""
    if clue.clock is None or clue.zone is None:
        return None
    words: WhenWords = section(language, "when", WhenWords)
    return words.zones.get(clue.zone.lower())


def _moved(when: When, days: int, hour: float) -> When:
    assert when.start is not None
    day = (date.fromisoformat(when.start) + timedelta(days)).isoformat()
    band = next(name for end, name in _BANDS if hour < end)
    return replace(when, start=day, end=day, edtf=day, time_of_day=band, basis="inferred")
