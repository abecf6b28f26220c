"""Cases for the desk's tests: our own reports, read by the real reader into a real case."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from urllib.parse import quote

import dateline
from dateline.intake import Capture, Found, Options, Told, from_captures
from dateline.run import people, reviewing
from dateline.run.case import Case
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden"
REPORTS = (
    "original/02_midsayap_grenade", "original/17_tonzang_falls", "original/38_bol_two_women",
    "original/03_nahud_drone", "clusters/04_libya_brak/1", "clusters/04_libya_brak/2",
    "clusters/14_madagascar_toamasina/1", "clusters/14_madagascar_toamasina/2",
    "clusters/14_madagascar_toamasina/3", "clusters/12_kenya_elwak/1", "clusters/12_kenya_elwak/2",
    "clusters/12_kenya_elwak/3", "clusters/10_drc_drodro/1", "clusters/10_drc_drodro/2",
    "clusters/02_nigeria_maru_bungudu/1", "clusters/02_nigeria_maru_bungudu/2",
)  # fmt: skip


OUTLETS = ("The Valley Courier", "Northern Wire", "Harbour Post", "Radio Savane", "The Evening Ledger")


def golden_reports(names: tuple[str, ...] = REPORTS) -> Iterator[Capture]:
    """Our own articles as somebody would hand them in."""
    for name, outlet in zip(names, cycle(OUTLETS), strict=False):
        row = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
        told = row.get("report") or row
        say = Told(published=told.get("published"), publisher=outlet)
        yield Capture(name.replace("/", "-") + ".txt", told["text"].encode(), "text/plain", told=say)


def written(text: str, name: str = "report.txt", **told: str) -> Capture:
    """A report of one's own."""
    return Capture(name, text.encode(), "text/plain", told=Told(**told))


def make(folder: Path, captures: Iterator[Capture] | list[Capture]) -> Case:
    """A new case holding these documents."""
    case = dateline.open(folder, create=True)
    found: Iterator[Found] = from_captures(captures, Options(isolated=False))
    case.add(found, workers=1)
    return case


SCRIPT = "<script>window.fired=1</script>"
PAYLOADS = (
    SCRIPT, "\"><img src=x onerror=\"window.fired=1\">", "'><svg onload='window.fired=1'>",
    "</textarea>" + SCRIPT,
    "</title>" + SCRIPT, "{{ 7 * 7 }}{% raw %}", "javascript:window.fired=1//",
    "<iframe srcdoc=\"&lt;script&gt;parent.fired=1&lt;/script&gt;\">",
    "<a href=\"javascript:window.fired=1\" id=main>x</a>", "--><style>body{display:none}</style>",
    "\u202egnp.exe",
)  # fmt: skip
HOSTILE = Capture(
    "<img src=x onerror=window.fired=1>.txt",
    (
        f"Bomb kills four in Baidoa {SCRIPT}\n\nBAIDOA, Somalia - A bomb killed four people {PAYLOADS[1]} "
        f"in Baidoa on Tuesday, the \"{PAYLOADS[2]}\" group said. 🔥🔥 Police officer {SCRIPT} Ali Hassan "
        "was wounded.\n\n"
        + "\n\n".join(PAYLOADS)
    ).encode(),
    "text/plain",
    told=Told(published="2022-03-09", publisher=f"Daily {PAYLOADS[1]}", url="javascript:window.fired=1",
              title=f"Title {PAYLOADS[4]}"),
)  # fmt: skip
RIGHT_TO_LEFT = Capture(
    "rtl.txt",
    (
        "Rocket fire in Sderot\n\nSDEROT, Israel - A rocket killed two people in Sderot on Monday, police "
        "said.\n\n"
        "قال شهود عيان إن صاروخاً أصاب السوق (12 جريحاً) يوم الاثنين.\n\n"
        "המשטרה מסרה כי שני בני אדם נהרגו ביום שני."
    ).encode(),
    "text/plain", told=Told(published="2022-03-09", publisher="وكالة الأنباء"),
)  # fmt: skip


def decide_hostilely(case: Case) -> None:
    """Every field that a person can write is given something that would run if a page let it."""
    people.put_up(case)
    name = case.incidents(text="Baidoa")[0].id
    by = f"eve {PAYLOADS[1]}"
    store = case.store
    bad = {
        "place": {"name": PAYLOADS[0], "site": PAYLOADS[1], "locality": PAYLOADS[2], "admin1": PAYLOADS[3],
                  "country": "SOM", "relation": "in", "latitude": 3.1, "longitude": 43.6, "radius_km": 5.0,
                  "precision": "locality", "gazetteer_id": PAYLOADS[4], "alternatives": [PAYLOADS[0]]},
        "perpetrators": [{"name": one, "description": one, "kind": "unknown", "status": "suspected",
                          "said_by": one, "nationality": one, "number": None} for one in PAYLOADS],
        "victims": [{"who": one, "type": "civilian", "name": one, "effect": "killed", "count": None,
                     "subset_of": one} for one in PAYLOADS],
        "targets": [{"kind": "person", "type": "civilian", "name": one, "description": one,
                     "effect": "killed"} for one in PAYLOADS],
        "weapons": [{"type": "ied", "description": one, "count": None} for one in PAYLOADS],
    }  # fmt: skip
    for field, value in bad.items():
        reviewing.decide(store, reviewing.correct(name, field, value), by, PAYLOADS[1])
    for one in PAYLOADS:
        reviewing.decide(store, reviewing.comment(name), by, one)
    people.keep_view(case, "ana", PAYLOADS[1], "country=" + quote(PAYLOADS[1]))
    people.put_account(case, PAYLOADS[0], "coder", ("no hash", by))
    people.put_account(case, "ana", "lead", ("no hash", by))
    people.note_sign_in(case, PAYLOADS[1], PAYLOADS[0], "wrong name or password")
    people.draw(case, [name], ["ben", PAYLOADS[0]])
