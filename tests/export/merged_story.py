"""Two reports of one bombing that differ on the dead, and incidents that other datasets have no row for."""

from dataclasses import replace

from dateline.record import (
    Actor,
    Claim,
    Count,
    Disagreement,
    Flag,
    Incident,
    Member,
    Merged,
    Raised,
    Report,
    Says,
    SeriesPoint,
    Side,
    Span,
    Target,
    Told,
    Toll,
    Victim,
    Weapon,
    What,
    When,
    Where,
)

FIRST = Report(
    "Blast at Mosul market kills five\n\n"
    "MOSUL, Nov 9 - A car bomb killed at least five shoppers at a market in Mosul on Tuesday, police said. "
    "Two policemen were among the dead and a dozen people were injured. The Black Banner claimed the "
    "attack.\n",
    "2021-11-09",
    "given",
    "Blast at Mosul market kills five",
    publisher="Tigris Wire",
    url="https://tigris.example/a(1)",
)
SECOND = Report(
    "=HYPERLINK(\"http://evil.example\",\"Toll\") rises to nine\n\n"
    "The bombing in Mosul on 9 November killed nine people, a hospital said on Monday.\n",
    "2021-11-15",
    "given",
    "=HYPERLINK(\"http://evil.example\",\"Toll\") <script>alert(1)</script> | rises to nine",
    publisher="@Nineveh Post",
    url="javascript:alert(1)",
)  # fmt: skip
REPORTS = {one.id: one for one in (FIRST, SECOND)}
TUESDAY = When("2021-11-09", "2021-11-09", "day", basis="normalised", edtf="2021-11-09")
MOSUL = Where(
    "Mosul", "Mosul", "Nineveh", "IRQ", "a market", "at", 36.335, 43.119, 4.0, "site", "geonames:99072"
)
BANNER = Actor("Black Banner", "The Black Banner", "rebel_group", "claimed", "The Black Banner")
SHOPPERS = Victim("shoppers", "civilian", effect="killed", count=Count(3, None))
POLICE = Victim("Two policemen", "police", effect="killed", count=Count(2, 2))
FIVE, NINE = Toll("stated", 5), Toll("stated", 9, 9, 9)
DOZEN = Toll("stated", 12, 12, 12)


def told(report: Report, field: str, value: object, words: str, **more: object) -> Told:
    """A claim of a report in some words of its text."""
    start = report.text.index(words)
    spans = (Span(start, start + len(words)),)
    return Told(report.id, Claim(more.pop("account", "E1"), field, value, spans, **more))


def bombing(**changed: object) -> Merged:
    """The bombing as both reports tell it; `changed` fields of its incident take the place of its own."""
    members = (Member(FIRST.id, "E1"), Member(SECOND.id, "E1"))
    incident = Incident(
        members[0].name,
        What("explosive.remote_ied"),
        date=TUESDAY,
        place=MOSUL,
        perpetrators=(BANNER,),
        claim_of_responsibility="claimed",
        weapons=(Weapon("vehicle_bomb", "A car bomb"),),
        targets=(Target("object", "business", None, "a market", "not_stated"),),
        victims=(SHOPPERS, POLICE),
        killed=NINE,
        injured=DOZEN,
        grade="fair",
        summary="On 9 November 2021, bomb at Mosul, Nineveh, IRQ; killed: 9; injured: 12.",
        resolution=(("killed", "latest_same_source"), ("date", "agree")),
    )
    police, hospital = Says("police"), Says("a hospital")
    claims = (
        told(FIRST, "type", incident.type, "A car bomb killed", says=police),
        told(SECOND, "type", incident.type, "bombing", says=hospital),
        told(FIRST, "date", TUESDAY, "on Tuesday", says=police),
        told(SECOND, "date", TUESDAY, "on 9 November", says=hospital),
        told(FIRST, "place", MOSUL, "at a market in Mosul", says=police),
        told(FIRST, "perpetrators", BANNER, "The Black Banner claimed the attack", says=Says("Black Banner")),
        told(FIRST, "weapons", incident.weapons[0], "A car bomb", says=police),
        told(FIRST, "victims", SHOPPERS, "at least five shoppers", says=police),
        told(FIRST, "victims", POLICE, "Two policemen"),
        told(
            FIRST, "killed", FIVE, "at least five shoppers", says=police, status="superseded_by_same_source"
        ),
        told(SECOND, "killed", NINE, "killed nine people", says=hospital),
        told(FIRST, "injured", DOZEN, "a dozen people were injured"),
    )
    sides = (Side(FIVE, (FIRST.id,), "police"), Side(NINE, (SECOND.id,), "a hospital"))
    return Merged(
        replace(incident, **changed),
        members,
        claims,
        (Raised(FIRST.id, Flag("sum", "The parts do not add up.", (Span(0, 5),), "E1", "killed")),),
        (
            SeriesPoint("killed", FIVE, FIRST.id, "police", FIRST.published),
            SeriesPoint("killed", NINE, SECOND.id, "a hospital", SECOND.published),
        ),
        (Disagreement("killed", sides, "update", "latest_same_source"),),
        independent_sources=2,
    )


def alone(code: str, **changed: object) -> Merged:
    """An incident of the first report alone, of another type, without victims and tolls."""
    member = Member(FIRST.id, changed.pop("account", "E2"))
    incident = Incident(
        member.name, What(code), date=TUESDAY, place=MOSUL, grade="weak", summary="Something happened."
    )
    claims = (
        told(FIRST, "type", What(code), "the attack", account=member.incident),
        told(FIRST, "date", TUESDAY, "on Tuesday", account=member.incident),
        told(FIRST, "place", MOSUL, "in Mosul", account=member.incident),
    )
    return Merged(replace(incident, **changed), (member,), claims)
