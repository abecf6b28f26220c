"""A small record made by hand: two claims that agree, one that lost, a speaker, a flag, words set aside."""

from dateline.record import (
    Actor,
    Claim,
    Count,
    Flag,
    Incident,
    Record,
    Report,
    Says,
    SetAside,
    Span,
    Step,
    Toll,
    Victim,
    What,
    When,
    Where,
    Zone,
)

TEXT = (
    "Blast kills four in port town\n\n"
    "A bomb killed at least four dockers in Tamra on Monday, the harbour master said. "
    "A union put the dead at six. The minister spoke of a war of words.\n"
)
MONDAY = When("2024-05-06", "2024-05-06", "day", basis="normalised", edtf="2024-05-06")
TAMRA = Where("Tamra", "Tamra", country="TUN", relation="in")
DOCKERS = Victim("dockers", "civilian", effect="killed", count=Count(4, None))
MASTER = Says("the harbour master")


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def claim(field: str, value: object, words: str, **more: object) -> Claim:
    return Claim("E1", field, value, (span(words),), **more)


def record(text: str = TEXT) -> Record:
    """The record; `text` takes the place of the report's own."""
    four = Toll("stated", 4)
    incident = Incident(
        "E1",
        What("explosive.grenade"),
        date=MONDAY,
        place=TAMRA,
        perpetrators=(Actor(description="a cell", kind="unidentified_armed", status="suspected"),),
        victims=(DOCKERS,),
        killed=four,
        mentions=(span("Blast kills"), span("A bomb killed")),
        resolution=(("killed", "single"),),
    )
    other = Incident("E2", What("protest.peaceful"), countable=False, not_countable_because="context")
    claims = (
        claim("type", incident.type, "A bomb killed"),
        claim("date", MONDAY, "on Monday"),
        claim("place", TAMRA, "in Tamra"),
        claim("killed", four, "at least four dockers", says=MASTER),
        claim("killed", Toll("stated", 6, 6, 6), "six", says=Says("A union"), status="dissenting"),
        claim("victims", DOCKERS, "at least four dockers", says=MASTER),
    )
    return Record(
        Report(text, "2024-05-07", "given", TEXT[:29], zones=(Zone("headline", 0, 29),)),
        (incident, other),
        claims,
        (SetAside("rhetoric", span("war of words")),),
        (Flag("figures_differ", "Four and six cannot both be exact.", (span("six"),), "E1", "killed"),),
        walk=(Step("what", "bomb (noun)", *_ends("A bomb killed")), Step("page", "3 sentences")),
    )


def _ends(words: str) -> tuple[int, int]:
    return span(words).start, span(words).end
