"""What the model answers about every word, in the order of its columns."""

from __future__ import annotations

ROLES = ("doer", "organisation", "thing", "person", "weapon", "trigger", "place", "day")
EFFECTS = ("killed", "injured", "abducted", "arrested", "other")
STANDINGS = ("counts", "other", "lookalike")
FAMILIES = ("explosive", "civilian", "strategic", "protest", "battle", "riot", "property", "threat", "plot")

# Columns: for each role outside, begins, goes on; the classes; whether the word is of a told incident.
WIDTH = 3 * len(ROLES) + len(EFFECTS) + len(STANDINGS) + len(FAMILIES) + 1
AT_EFFECTS = 3 * len(ROLES)
AT_STANDINGS = AT_EFFECTS + len(EFFECTS)
AT_FAMILIES = AT_STANDINGS + len(STANDINGS)
AT_TOLD = AT_FAMILIES + len(FAMILIES)

LABELS = {"roles": ROLES, "effects": EFFECTS, "standings": STANDINGS, "families": FAMILIES}
