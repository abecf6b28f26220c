"""What other datasets call countries, actors and kinds: complete, and pointing at what there is."""

import pytest

from dateline.knowledge import datasets
from dateline.knowledge.countries import codes
from dateline.knowledge.enumerations import values
from dateline.knowledge.gazetteer import country
from dateline.knowledge.taxonomy import acled, plover, taxonomy


@pytest.mark.parametrize("name", ["acled", "ucdp", "gtd"])
def test_every_country_lies_in_one_region(name):
    assert {"IRQ", "COD", "SSD", "XKX", "TWN"} <= set(datasets.regions(name))
    for code in datasets.regions(name):
        assert codes(code) is not None, code


def test_a_country_stands_in_one_region_only():
    from dateline.knowledge.source import load

    whole = load(datasets._FOLDER / "regions.yaml", datasets.AllRegions).root
    for name, found in whole.items():
        told = [code for countries in found.regions.values() for code in countries]
        assert len(told) == len(set(told)), name
        assert len(told) == 250


def test_gtds_regions_have_their_numbers():
    assert set(datasets.regions("gtd").values()) - {""} == set(datasets.gtd_names().regions)


@pytest.mark.parametrize("names", [datasets.acled_names(), datasets.ucdp_names(), datasets.gtd_names()])
def test_renamed_countries_are_countries(names):
    assert all(country(code) is not None for code in names.countries)


def test_kinds_and_types_are_the_codebooks():
    kinds, types, weapons = set(values("actor_kind")), set(values("target")), set(values("weapon"))
    a, u, g, p = (getattr(datasets, f"{name}_names")() for name in ("acled", "ucdp", "gtd", "plover"))
    assert {*a.always, *a.unnamed, *a.armed.values(), *a.crowds.values()} <= kinds
    assert {*a.armed, *a.associated} <= types
    assert set(a.crowds) <= set(acled().events)
    assert a.civilian_sub_events <= {sub for subs in acled().events.values() for sub in subs}
    assert a.not_held | g.certain | g.not_named <= set(values("perpetrator_status"))
    assert u.state | u.organised | g.state | p.state <= kinds
    assert u.state_side | u.group_side <= types
    assert set(u.when_deadly) | g.doubtful | g.hostages | g.suicide.types <= set(taxonomy())
    assert g.suicide.weapons | g.bare_hands.weapons <= weapons
    assert g.vicinity <= set(values("relation"))
    assert set(p.sectors) <= kinds and set(p.target_sectors) | set(p.codes) <= types
    assert {event for events in p.quads.values() for event in events} == set(plover())
    assert set(p.contexts) <= set(values("stage")) | set(values("role"))


def test_numeric_codes_of_countries():
    found = codes("IRQ")
    assert found is not None and (found.alpha2, found.numeric) == ("IQ", 368)
    kosovo = codes("XKX")
    assert kosovo is not None and (kosovo.alpha2, kosovo.numeric) == ("XK", None)
    assert codes("XXX") is None and codes(None) is None
