"""Place names told apart from other names, and resolved by what surrounds them."""

import pytest

from dateline.read.page import Page
from dateline.read.where import places, resolved
from dateline.record import Report


def read(text):
    page = Page(Report(text))
    mentions = places(page)
    return {m.name: (m, where) for m, where in zip(mentions, resolved(page, mentions), strict=True)}


def test_spans_point_at_the_words():
    page = Page(Report("A bomb exploded near the market of Maiduguri, Borno state, Nigeria."))
    for mention in places(page):
        assert page.words(mention.span) == mention.name
        assert mention.lead.start <= mention.span.start and mention.lead.end == mention.span.end


def test_containment_goes_from_site_to_country():
    found = read("A bomb exploded in Maiduguri, Borno state, Nigeria, on Monday.")
    where = found["Maiduguri"][1]
    assert (where.locality, where.admin1, where.country) == ("Maiduguri", "Borno", "NGA")
    assert where.precision == "locality" and where.radius_km > 0
    assert found["Borno"][1].precision == "admin1"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Police in Tripoli, Lebanon, shot two men.", "LBN"),
        ("Police in Tripoli, Libya, shot two men.", "LBY"),
        ("Militants attacked the Syrian town of Tripoli.", "SYR"),
    ],
)
def test_the_containing_country_decides(text, country):
    assert read(text)["Tripoli"][1].country == country


def test_a_place_that_the_country_lacks_is_not_put_elsewhere():
    where = read("Gunmen attacked Reykjavik, Nigeria, on Friday.")["Reykjavik"][1]
    assert where.country == "NGA" and where.gazetteer_id is None


def test_what_is_named_along_decides_without_a_country():
    text = "The fire spread from Alexandria towards Pineville and Shreveport, officials in Louisiana said."
    assert read(text)["Alexandria"][1].admin1 == "Louisiana"


def test_the_runners_up_are_kept():
    where = read("Shots were fired in Springfield on Monday.")["Springfield"][1]
    assert where.alternatives


@pytest.mark.parametrize(
    ("text", "name", "use"),
    [
        ("Washington said it would respond.", "Washington", "metonym"),
        ("The mayor of Kano was shot at on Monday.", "Kano", "office"),
        ("Iraqi soldiers fired back.", "Iraqi", "demonym"),
        ("The Baghdad Times reported it.", "Baghdad", "part_of_name"),
        ("Six gunmen from Chad were arrested.", "Chad", "origin"),
        ("Rockets landed near Kirkuk at dawn.", "Kirkuk", "scene"),
    ],
)
def test_uses(text, name, use):
    mention, _ = read(text)[name]
    assert mention.use == use and mention.reason


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jordan Smith arrived late.", "Jordan"),
        ("Mr. Jackson was unhurt. Jackson thanked the crowd.", "Jackson"),
        ("She spoke in English.", "English"),
        ("The capital punishment debate went on.", "capital"),
    ],
)
def test_no_places(text, name):
    assert name not in read(text)


@pytest.mark.parametrize(
    ("text", "name", "relation", "precision"),
    [
        ("A mine exploded near Dori, Burkina Faso.", "Dori", "near", "near_locality"),
        ("He was shot on the outskirts of Kabul.", "Kabul", "outskirts", "near_locality"),
        ("Fighting raged in Aleppo.", "Aleppo", "in", "locality"),
        ("Protests broke out across Tunisia.", "Tunisia", "across", "country"),
        ("They died in Helmand province.", "Helmand", "in", "admin1"),
        ("Pirates boarded a ship in the Gulf of Guinea.", "Gulf of Guinea", "in", "sea_air"),
    ],
)
def test_relations_and_precision(text, name, relation, precision):
    where = read(text)[name][1]
    assert (where.relation, where.precision) == (relation, precision)


def test_distance_and_bearing_move_the_point():
    mention, where = read("The convoy was hit 40 km south-west of Kano, Nigeria.")["Kano"]
    town = read("Shots were heard in Kano, Nigeria.")["Kano"][1]
    assert mention.offset == (40.0, 225.0)
    assert where.latitude < town.latitude and where.longitude < town.longitude
    assert where.radius_km > town.radius_km


def test_a_distance_told_after_a_name_says_which_place_of_that_name_is_meant():
    where = read("Shells hit a camp at Bulengo, about 10 km west of Goma, DR Congo, on Monday.")["Bulengo"][1]
    assert (where.locality, where.admin1, where.country) == ("Bulengo", "North Kivu", "COD")
    assert abs(where.longitude - 29.14) < 0.05


def test_a_list_shares_its_relation():
    found = read("Bombs went off in Kabul, Herat and Kandahar on Monday.")
    assert found["Kandahar"][0].relation == "in" and found["Kandahar"][0].use == "scene"


def test_a_seat_of_government_told_without_its_name():
    where = read("A man was seized in the Kenyan capital on Monday.")["capital"][1]
    assert (where.locality, where.country) == ("Nairobi", "KEN")


def test_a_name_no_gazetteer_has_keeps_what_contains_it():
    where = read("Gunmen raided the village of Zzyxtown in Borno state, Nigeria.")["Zzyxtown"][1]
    assert (where.locality, where.admin1, where.country) == ("Zzyxtown", "Borno", "NGA")
    assert where.gazetteer_id is None and where.radius_km >= 50


def test_the_town_before_the_area_called_after_it():
    assert read("He was shot in Cairo.")["Cairo"][1].locality == "Cairo"
    assert read("He was shot in Cairo governorate.")["Cairo"][1].precision == "admin1"


def test_capitals_throughout():
    found = read("GUERRILLAS ATTACKED AN ARMY POST IN CHALATENANGO, EL SALVADOR, POLICE SAID TODAY.")
    assert found["CHALATENANGO"][1].country == "SLV"
    assert "GUERRILLAS" not in found and "POST" not in found


def test_a_dateline_is_no_scene():
    found = read("KANO, Nigeria - Two people died when a bridge in Jos collapsed.")
    assert found["KANO"][0].use == "dateline" and found["Jos"][0].use == "scene"


def test_the_same_twice():
    text = "Troops left Springfield for Paris, Texas, and Georgia, then Tripoli."
    assert read(text) == read(text)


def test_no_words_no_places():
    assert read("") == {}
