"""MUC-4 templates for the tests."""

from dateline.export.muc import NAMES


def template(message="AAA1-MUC4-0001", number="1", **slots):
    """A template's text; `s4="ATTACK"` fills slot 4, a list gives several lines."""
    told = {"s0": message, "s1": number} | slots
    lines = []
    for slot, name in enumerate(NAMES):
        fills = told.get(f"s{slot}", "*" if number == "*" else "-")
        first, *rest = fills if isinstance(fills, list) else [fills]
        lines.append(f"{slot}.".ljust(4) + f"{name:32}{first}")
        lines += [" " * 36 + fill for fill in rest]
    return "\n".join(lines) + "\n\n"


ATTACK = {
    "s2": "03 MAY 89", "s3": "PERU: PUNO (CITY)", "s4": "BOMBING", "s5": "ACCOMPLISHED", "s6": '"BOMB"',
    "s7": 'BOMB: "BOMB"', "s12": '"TOWN HALL" / "HALL"',
    "s13": 'GOVERNMENT OFFICE OR RESIDENCE: "TOWN HALL" / "HALL"',
    "s14": '1: "TOWN HALL" / "HALL"', "s19": '"CLERKS"', "s20": 'CIVILIAN: "CLERKS"', "s21": '2: "CLERKS"',
    "s23": 'INJURY: "CLERKS"',
}  # fmt: skip
