"""The signs that two tellings are of one incident or of two: who was hurt, who did it, whose names fall."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.merging import merging
from dateline.knowledge.spellings import same_group, same_person, share_one
from dateline.record import Toll

from .facts import Facts, bounds
from .signs import Sign

_MOST_PAIRS, _MOST_WORDS = 5, 4  # that count; more say no more
_ENOUGH = 8  # names around each of two tellings, of which none in both says something
_OPEN = 1_000_000


def tolls(a: Facts, b: Facts) -> Iterator[Sign]:
    """Whether the figures can be of one incident; a toll that rises with time is no difference (rule 78)."""
    later = b.published is not None and a.published is not None and b.published > a.published
    earlier = b.published is not None and a.published is not None and b.published < a.published
    for field, mine, theirs in (
        ("killed", a.incident.killed, b.incident.killed),
        ("injured", a.incident.injured, b.incident.injured),
    ):
        one, other = bounds(mine), bounds(theirs)
        if one is None or other is None:
            continue
        said = f"{field} {shown(mine)} and {shown(theirs)}"
        if one == other and one[1] < _OPEN:
            yield Sign("telling_toll" if one[0] >= 5 else "same_toll", f"same toll ({shown(mine)} {field})")
        elif max(one[0], other[0]) <= min(one[1], other[1]):
            yield Sign("tolls_meet", said)
        elif (later and other[0] > one[1]) or (earlier and one[0] > other[1]):
            yield Sign("toll_rises", f"{said}, rising")
        else:
            yield Sign("tolls_part", said, 1.0 if field == "killed" else 0.5)


def shown(toll: Toll) -> str:
    """A toll in short: "5+", "9-11", "0"."""
    if toll.state == "stated_zero":
        return "0"
    if toll.low is None:
        return "some" if toll.state == "unknown_number" else "not told"
    if toll.high is None:
        return f"{toll.low}+"
    return str(toll.low) if toll.low == toll.high else f"{toll.low}-{toll.high}"


def victims(a: Facts, b: Facts) -> Sign | None:
    """Persons named as harmed."""
    if not a.harmed or not b.harmed:
        return None
    for name in a.harmed:
        other = next((other for other in b.harmed if same_person(name, other) == "full"), None)
        if other is not None:
            dead = name in a.dead and other in b.dead
            told = name if name == other else f"{name}, {other}"
            return Sign(
                "same_dead" if dead else "same_victim", f"same {'dead' if dead else 'victim'} ({told})"
            )
    part = share_one(a.harmed, b.harmed)
    if part is not None:
        return Sign("maybe_victim", "a victim of the same name")
    return Sign("other_victims", f"other victims ({a.harmed[0]}; {b.harmed[0]})")


def ages(a: Facts, b: Facts) -> Sign | None:
    """How old those are who came to harm."""
    if not a.ages or not b.ages:
        return None
    shared = a.ages & b.ages
    if shared:
        return Sign("same_age", f"victim aged {', '.join(sorted(shared))} in both", min(2, len(shared)))
    one = len(a.ages) == len(b.ages) == 1
    return Sign("other_age", f"victims aged {min(a.ages)} and {min(b.ages)}") if one else None


def target(a: Facts, b: Facts) -> Sign | None:
    """Whom or what it was aimed at, by name."""
    if not a.aims or not b.aims:
        return None
    for mine in a.aims:
        if any(same_person(mine, theirs) == "full" or same_group(mine, theirs) for theirs in b.aims):
            return Sign("same_target", f"same target ({mine})")
    return Sign("other_target", f"other targets ({a.aims[0]}; {b.aims[0]})")


def doer(a: Facts, b: Facts) -> Sign | None:
    """Who did it, by name; rivals may both claim it, so that another name says little."""
    if share_one(a.doers, b.doers) == "full":
        return Sign("same_doer", "same person named as doer", 2.0)
    if not a.groups or not b.groups:
        return None
    for mine in a.groups:
        if any(same_group(mine, theirs) for theirs in b.groups):
            return Sign("same_doer", f"same doer ({mine})")
    return Sign("other_doer", f"other doers ({a.groups[0]}; {b.groups[0]})")


def names(a: Facts, b: Facts) -> Iterator[Sign]:
    """Names and figures in the words around both: streets, persons, units; two words in a row say more."""
    if not a.names or not b.names:
        return
    own = {*a.ground.town.split(), *b.ground.town.split()}
    shared = {name for name in a.heard & b.heard if name not in own}
    pairs = sorted(name for name in shared if " " in name)
    within = {word for pair in pairs for word in pair.split()}
    singles = sorted(name for name in shared if " " not in name and name not in within)
    if pairs:
        told = ", ".join(a.names[name] for name in pairs[:4])
        yield Sign("shared_name", f"named in both: {told}", min(_MOST_PAIRS, len(pairs)))
    if singles:
        told = ", ".join(a.names[name] for name in singles[:4])
        yield Sign("shared_word", f"words in both: {told}", min(_MOST_WORDS, len(singles)))
    if not shared and min(len(a.names), len(b.names)) >= _ENOUGH:
        yield Sign("no_shared_name", "no name in both")


def titles(a: Facts, b: Facts) -> Sign | None:
    """Words that both titles have and few others."""
    shared = sorted(a.title & b.title)
    if not shared:
        return None
    return Sign("shared_title", f"titles share {', '.join(shared[:4])}", min(_MOST_WORDS, len(shared)))


def words(a: Facts, b: Facts) -> Sign | None:
    """The texts themselves."""
    like = a.head.likeness(b.head)
    if like >= merging().copied_from:
        return Sign("copy", f"{like:.0%} of the text is the same")
    return Sign("shared_words", f"{like:.0%} of the text is the same") if like >= 0.08 else None
