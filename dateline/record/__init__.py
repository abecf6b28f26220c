"""What Dateline writes down: frozen, tiny, standard library only."""

from .claim import NARRATOR, Claim, Says
from .ids import identify
from .incident import Flag, Incident, SetAside
from .merged import Disagreement, Judgement, Member, Merged, Raised, SeriesPoint, Side, Told
from .record import Record, Step
from .review import Review
from .text import Report, Span, Zone
from .toll import Count, Toll
from .what import What
from .when import When
from .where import Where
from .who import Actor, Target, Victim, Weapon

__all__ = [
    "NARRATOR", "Actor", "Claim", "Count", "Disagreement", "Flag", "Incident", "Judgement", "Member",
    "Merged", "Raised", "Record", "Report", "Review", "Says", "SeriesPoint", "SetAside", "Side", "Span",
    "Step", "Target", "Told", "Toll", "Victim", "Weapon", "What", "When", "Where", "Zone", "identify",
]  # fmt: skip
