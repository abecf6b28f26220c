"""A story of our own, coded as gold: small enough to plant faults in."""

from typing import Any

from bench.gold.document import Document


def small() -> Document:
    """One bomb that counts, one old shooting that does not."""
    text = (
        "A bomb killed six soldiers and wounded two in Arba on 3 May 2020. Red Dawn said it had planted it. "
        "The city had been calm. "
        + "Nothing else was reported by the paper that day. "
        * 12
        + "In 2011 a judge "
        "was shot there. It was a war of words."
    )

    def incident(**changed: Any) -> dict[str, Any]:
        row: dict[str, Any] = {
            "id": "E1",
            "role": "main",
            "countable": True,
            "type": "explosive.remote_ied",
            "stage": "carried_out",
            "mentions": ["bomb"],
            "claim_of_responsibility": "claimed",
            "date": {"start": "2020-05-03", "end": "2020-05-03", "quotes": ["3 May 2020"]},
            "place": {
                "country": "ETH",
                "admin1": "Oromia",
                "locality": "Arba",
                "relation": "in",
                "quotes": ["in Arba"],
            },
            "perpetrators": [
                {"name": "Red Dawn", "kind": "rebel_group", "status": "claimed", "quotes": ["Red Dawn"]}
            ],
            "weapons": [{"type": "ied", "quotes": ["A bomb"]}],
            "targets": [
                {
                    "kind": "group",
                    "type": "military",
                    "name": None,
                    "effect": "killed",
                    "quotes": ["six soldiers"],
                }
            ],
            "victims": [
                {
                    "who": "soldiers",
                    "type": "military",
                    "name": None,
                    "effect": "killed",
                    "low": 6,
                    "high": 6,
                    "quotes": ["six soldiers"],
                },
                {
                    "who": "soldiers",
                    "type": "military",
                    "name": None,
                    "effect": "injured",
                    "low": 2,
                    "high": 2,
                    "quotes": ["wounded two"],
                },
            ],
            "killed": {"state": "stated", "low": 6, "high": 6},
            "injured": {"state": "stated", "low": 2, "high": 2},
        }
        return row | changed

    old = incident(
        id="E2",
        role="historical",
        countable=False,
        type="civilian.attack",
        mentions=["was shot"],
        date={"start": "2011-01-01", "end": "2011-12-31", "quotes": ["In 2011"]},
        perpetrators=[],
        weapons=[],
        targets=[],
        victims=[],
        claim_of_responsibility="not_mentioned",
        killed={"state": "not_reported", "low": None, "high": None},
        injured={"state": "not_reported", "low": None, "high": None},
    )
    content, modality = "it had planted it", "claimed_responsibility"
    statements = [{"source": "Red Dawn", "cue": "said", "content": content, "modality": modality}]
    words = [{"quote": "a war of words", "reason": "metaphor"}]
    return Document("small", text, None, [incident(), old], words, statements, [])
