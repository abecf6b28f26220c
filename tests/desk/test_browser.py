"""An analyst's day at the desk, in real Chromium."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from dateline.desk.sessions import Person
from dateline.run import looking

from .conftest import Open
from .pages import Watched, opened, select


def incident_of(desk: Open, words: str) -> str:
    """The id of the incident that reports with these words tell most of."""
    found = max(desk.case.incidents(text=words), key=lambda one: (len(one.members), len(one.claims)))
    return found.id


@pytest.fixture
def ana(browser: Any, desk: Open) -> Any:
    with opened(browser, desk) as watched:
        yield watched
        assert watched.complaints == []


def test_the_queue_opens_by_urgency_and_the_keys_walk_it(ana: Watched, desk: Open) -> None:
    rows = ana.page.locator("[data-row]")
    assert rows.count() == len(desk.case.incidents())
    ana.page.keyboard.press("j")
    ana.page.keyboard.press("j")
    ana.page.keyboard.press("Enter")
    ana.page.wait_for_selector("[data-record]")
    second = looking.page(desk.case, looking.Filter(), "urgency", (1, 2))[0]
    assert ana.page.locator("[data-record]").get_attribute("data-record") == second
    ana.page.keyboard.press("?")
    assert "Accept and go to the next" in ana.page.inner_text("#keys")


def test_a_value_lights_its_words_and_words_what_they_support(ana: Watched, desk: Open) -> None:
    ana.page.goto(f"{desk.address}/incident/{incident_of(desk, 'Midsayap')}")
    ana.page.click("tr[data-field=type] .value >> nth=0")
    assert "grenade" in " ".join(ana.page.locator(".piece.lit").all_inner_texts())
    ana.page.locator(".piece", has_text="Monday evening").first.click()
    assert "lit" in (ana.page.locator("tr[data-field=date]").get_attribute("class") or "")


def test_accept_leads_to_the_next_and_undo_takes_it_back(ana: Watched, desk: Open) -> None:
    ana.page.goto(f"{desk.address}/next")
    first = ana.page.locator("[data-record]").get_attribute("data-record")
    ana.page.keyboard.press("a")
    ana.page.wait_for_selector(".told")
    assert ana.page.locator("[data-record]").get_attribute("data-record") != first
    assert looking.some(desk.case, [first])[1][first] == "accepted"
    ana.page.keyboard.press("u")
    ana.page.wait_for_selector(f"[data-record={first}], .queue, [data-record]")
    ana.page.goto(f"{desk.address}/incident/{first}")
    assert "to check" in ana.text()
    assert "took a decision back" in ana.text()


def test_reject_goes_on_too(ana: Watched, desk: Open) -> None:
    ana.page.goto(f"{desk.address}/next")
    first = ana.page.locator("[data-record]").get_attribute("data-record")
    ana.page.keyboard.press("r")
    ana.page.wait_for_selector(".told")
    assert looking.some(desk.case, [first])[1][first] == "rejected"


def test_a_date_is_corrected_by_selecting_its_words(ana: Watched, desk: Open) -> None:
    name = incident_of(desk, "Tonzang")
    ana.page.goto(f"{desk.address}/incident/{name}")
    select(ana.page, "Saturday, May 31")
    ana.page.click("[data-use=date]")
    ana.page.wait_for_selector("form[data-correct]")
    assert ana.page.inner_text("[data-words]") == "Saturday, May 31"
    ana.page.fill("form[data-correct] [name=start]", "2024-06-01")
    ana.page.fill("form[data-correct] [name=end]", "2024-06-01")
    ana.page.fill("form[data-correct] [name=why]", "a Saturday, as the words say")
    ana.page.click("form[data-correct] button.primary")
    ana.page.wait_for_selector(".told")
    whole = desk.case.incident(name)
    assert whole.incident.date.start == "2024-06-01"
    assert dict(whole.incident.resolution)["date"] == "analyst"
    mine = [told for told in whole.claims if told.claim.by == "analyst:ana"]
    text = desk.case.report(mine[0].report)
    assert [text.words(span) for span in mine[0].claim.spans] == ["Saturday, May 31"]
    assert "1 June 2024" in ana.page.inner_text("tr[data-field=date]")


def test_what_cannot_be_is_said_in_the_form_and_nothing_typed_is_lost(ana: Watched, desk: Open) -> None:
    name = incident_of(desk, "Midsayap")
    ana.page.goto(f"{desk.address}/incident/{name}")
    ana.page.click("[data-edit=killed]")
    ana.page.select_option("form[data-correct] [name=state]", "stated")
    ana.page.fill("form[data-correct] [name=low]", "9")
    ana.page.fill("form[data-correct] [name=high]", "4")
    ana.page.click("form[data-correct] button.primary")
    ana.page.wait_for_selector("form[data-correct] .problem")
    assert "4 is less than the least, 9" in ana.page.inner_text("form[data-correct] .problem")
    assert ana.page.input_value("form[data-correct] [name=low]") == "9"


def test_a_place_is_looked_up_in_the_gazetteer(ana: Watched, desk: Open) -> None:
    name = incident_of(desk, "Midsayap")
    ana.page.goto(f"{desk.address}/incident/{name}")
    ana.page.click("[data-edit=place]")
    ana.page.fill("form[data-correct] [name=name]", "Cotabato City")
    ana.page.click("text=Look up in the gazetteer")
    ana.page.locator("form[data-correct] [name=chosen]").first.check()
    ana.page.click("form[data-correct] button.primary")
    ana.page.wait_for_selector(".told")
    place = desk.case.incident(name).incident.place
    assert (place.country, place.name) == ("PHL", "Cotabato City")
    assert place.latitude == pytest.approx(7.2, abs=0.2)


def test_an_item_is_added_to_a_list(ana: Watched, desk: Open) -> None:
    name = incident_of(desk, "Midsayap")
    before = desk.case.incident(name).incident.weapons
    ana.page.goto(f"{desk.address}/incident/{name}")
    ana.page.click("[data-edit=weapons]")
    ana.page.click("[data-add-row]")
    new = ana.page.locator("form[data-correct] fieldset[data-item]").last
    new.locator("select").first.select_option("firearms")
    new.locator("input").first.fill("a rifle")
    ana.page.click("form[data-correct] button.primary")
    ana.page.wait_for_selector(".told")
    after = desk.case.incident(name).incident.weapons
    assert [one.description for one in after] == [*(one.description for one in before), "a rifle"]


def test_merge_and_split_and_undo(ana: Watched, desk: Open) -> None:
    name, stranger = incident_of(desk, "Midsayap"), incident_of(desk, "Tonzang")
    number = len(desk.case.incident(name).members)
    ana.page.goto(f"{desk.address}/incident/{name}/reports")
    ana.page.fill("[name=other] >> visible=true", stranger)
    ana.page.locator("form[action$='/merge'] button:has-text('Merge')").last.click()
    ana.page.wait_for_selector(".told:has-text('merged')")
    assert len(desk.case.incident(name).members) == number + 1
    ana.page.goto(f"{desk.address}/incident/{name}/reports")
    other = ana.page.locator(f"[name=member]:not([value='{name}'])")
    taken = other.get_attribute("value")
    other.check()
    ana.page.keyboard.press("s")
    ana.page.wait_for_selector(".told:has-text('split off')")
    assert desk.case.incident(taken).id != desk.case.incident(name).id
    with ana.page.expect_navigation():
        ana.page.keyboard.press("u")
    assert desk.case.incident(taken).id == desk.case.incident(name).id


def test_the_filter_is_in_the_address_and_shared(ana: Watched, desk: Open) -> None:
    ana.page.fill("[name=country]", "Chad")
    ana.page.keyboard.press("Enter")
    ana.page.wait_for_url("**/queue?**country=Chad**")
    ana.page.wait_for_function("document.querySelectorAll('[data-row]').length < 5")
    assert ana.page.locator("[data-row]").count() == len(desk.case.incidents(country="Chad"))
    ana.page.goto(ana.page.url.replace("/queue", "/map"))
    assert ana.page.input_value("[name=country]") == "Chad"


def test_export_of_the_filter(ana: Watched, desk: Open) -> None:
    ana.page.goto(f"{desk.address}/export?country=Chad")
    with ana.page.expect_download() as started:
        ana.page.click("a[href^='/export/csv']")
    with zipfile.ZipFile(io.BytesIO(started.value.path().read_bytes())) as archive:
        rows = archive.read("dateline-csv.csv").decode("utf-8-sig").splitlines()
    assert len(rows) == 1 + len(desk.case.incidents(country="Chad"))


def test_two_people_at_one_record(browser: Any, desk: Open) -> None:
    name = incident_of(desk, "Midsayap")
    with opened(browser, desk) as ana, opened(browser, desk, Person("ben", "coder")) as ben:
        for one in (ana, ben):
            one.page.goto(f"{desk.address}/incident/{name}")
            one.page.click("[data-edit=injured]")
            one.page.select_option("form[data-correct] [name=state]", "stated")
        for one, number in ((ana, "2"), (ben, "3")):
            one.page.fill("form[data-correct] [name=low]", number)
            one.page.fill("form[data-correct] [name=best]", number)
            one.page.fill("form[data-correct] [name=high]", number)
        ana.page.click("form[data-correct] button.primary")
        ana.page.wait_for_selector(".told")
        ben.page.click("form[data-correct] button.primary")
        ben.page.wait_for_selector("text=Somebody else has decided here meanwhile")
        assert "ana" in ben.text() and "nothing of it is lost" in ben.text()
        assert desk.case.incident(name).incident.injured.low == 2
        ben.page.click("text=Save mine on top of that")
        ben.page.wait_for_selector(".told")
        assert desk.case.incident(name).incident.injured.low == 3


def test_a_pasted_report_becomes_a_record(ana: Watched, desk: Open) -> None:
    before = len(desk.case.incidents())
    ana.page.goto(f"{desk.address}/add")
    ana.page.fill("textarea[name=text]", (
        "Market bombing kills five in Baidoa\n\nBAIDOA, Somalia - A car bomb exploded at a market in Baidoa "
        "on Tuesday, killing five people and wounding eleven, police said."
    ))  # fmt: skip
    ana.page.locator("form:has(textarea) [name=published]").fill("2022-03-09")
    ana.page.click("form:has(textarea) button")
    ana.page.wait_for_selector(".job a[href^='/incident/']", timeout=60_000)
    assert len(desk.case.incidents()) == before + 1
    ana.page.click(".job a[href^='/incident/']")
    assert "8 March 2022" in ana.page.inner_text("h1")


def test_bulk_decisions_ask_first(ana: Watched, desk: Open) -> None:
    ana.page.goto(f"{desk.address}/queue")
    boxes = ana.page.locator("input[name=incident]")
    chosen = [boxes.nth(number).get_attribute("value") for number in (0, 1)]
    boxes.nth(0).check()
    boxes.nth(1).check()
    ana.page.click("button[value=accept]")
    ana.page.wait_for_selector("text=Accept 2 incidents?")
    assert looking.some(desk.case, chosen)[1] == dict.fromkeys(chosen, "open")
    ana.page.keyboard.press("y")
    ana.page.wait_for_selector(".told")
    assert looking.some(desk.case, chosen)[1] == dict.fromkeys(chosen, "accepted")


def test_nothing_is_asked_of_any_other_server(browser: Any, desk: Open) -> None:
    with opened(browser, desk) as ana:
        for path in ("/queue", "/map", f"/incident/{incident_of(desk, 'Toamasina')}", "/brief"):
            ana.page.goto(desk.address + path)
            ana.page.wait_for_load_state("networkidle")
        asked = {
            address.split("/")[2] for address in ana.requests if not address.startswith(("data:", "blob:"))
        }
        assert asked == {desk.address.split("/")[2]}
        assert ana.complaints == []
