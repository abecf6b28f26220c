"""What Dateline writes down: frozen, tiny, standard library only."""

from .claim import NARRATOR, Claim, Says
from .ids import identify
from .incident import Flag, Incident, SetAside
from .record import Record, Step
from .text import Report, Span, Zone
from .toll import Count, Toll
from .what import What
from .when import When
from .where import Where
from .who import Actor, Target, Victim, Weapon

__all__ = [
    "NARRATOR", "Actor", "Claim", "Count", "Flag", "Incident", "Record", "Report", "Says", "SetAside",
    "Span", "Step", "Target", "Toll", "Victim", "Weapon", "What", "When", "Where", "Zone", "identify",
]  # fmt: skip
