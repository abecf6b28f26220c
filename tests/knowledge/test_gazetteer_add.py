"""A dump added to the gazetteer: over what was known, stopped and gone on with, refused when it is none."""

import zipfile

import pytest
from typer.testing import CliRunner

from dateline.commands.gazetteer import gazetteer as command
from dateline.errors import GazetteerError
from dateline.knowledge import gazetteer
from dateline.knowledge.places import add as adding
from dateline.knowledge.places import added, build
from dateline.knowledge.places.draft import Draft
from dateline.knowledge.places.dump import dumps, lines, row_of
from dateline.knowledge.places.place import Place
from dateline.knowledge.places.sources import Entry

_KNOWN = (
    Entry(Place("geonames:2328926", "Nigeria", "country", "NGA", None, None, 10.0, 8.0, 500, 190_000_000)),
    Entry(Place("admin1:NG.27", "Borno", "admin1", "NGA", "Borno", None, 11.0, 13.0, 150, 2_000_000)),
    Entry(
        Place("geonames:2331447", "Maiduguri", "city", "NGA", "Borno", "Maiduguri", 11.8, 13.1, 8, 1_000),
        (),
        True,
    ),
    Entry(Place("admin2:NG.27.bama", "Bama", "admin2", "NGA", "Borno", None, 11.0, 13.0, 20, 100_000)),
    Entry(Place("admin2:PH.05.albay", "Albay", "admin1", "PHL", "Albay", None, 13.0, 123.0, 20, 100_000)),
)  # fmt: skip


def _line(
    number, name, feature, country="NG", code="27", *, also="", second="", people=0, at=("11.5", "13.2")
):
    ascii_name = name.encode("ascii", "ignore").decode()
    return "\t".join(
        [str(number), name, ascii_name, also, *at, feature[0], feature[1], country, "", code, second, "", "",
         str(people), "", "300", "Africa/Lagos", "2024-01-01"]
    )  # fmt: skip


_DUMP = "\n".join(
    [
        _line(2346794, "Borno State", ("A", "ADM1"), also="Borno,Etat de Borno", at=("11.9", "13.5")),
        _line(2331447, "Maiduguri", ("P", "PPLA"), also="Yerwa,MIU", people=1_112_449),
        _line(2328952, "Zabarmari", ("P", "PPL"), also="Zabarmari Village"),
        _line(2347600, "Bama", ("A", "ADM2"), second="27003", at=("11.6", "13.7")),
        _line(7701234, "Konduga", ("A", "ADM2"), second="27015"),
        _line(9000001, "Alau Dam", ("S", "DAM")),
        _line(9000002, "Old Well", ("S", "WLL")),
        _line(9000003, "Kofa Bridge", ("S", "BDG"), code="99"),
        _line(9000004, "Guinobatan", ("P", "PPL"), "PH", "05", second="PH0505", people=900),
        _line(9000005, "Province of Albay", ("A", "ADM2"), "PH", "05", second="PH0505", at=("13.2", "123.6")),
        _line(9000006, "Nowhere", ("P", "PPL"), "ZZ"),
    ]
)
_NAMES = "\n".join(
    [
        "1\t2328952\ten\tZabarmary\t\t\t\t\t\t",
        "2\t2328952\tlink\thttps://en.wikipedia.org/wiki/Zabarmari\t\t\t\t\t\t",
        "3\t2328952\t\tForttown\t\t\t\t1\t\t",
        "4\t9000002\ten\tThe Old Well\t\t\t\t\t\t",
    ]
)
_AREAS = "NG.99\tFederal Capital Territory\tFederal Capital Territory\t9000099\n"


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A small built gazetteer, and a folder for what is added."""
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(build, "entries", lambda: iter(_KNOWN))
    monkeypatch.setattr(build, "_key", lambda: "test")
    _forget()
    yield tmp_path
    _forget()


def _forget():
    for one in (gazetteer.look_up, gazetteer.look_up_by_sound, gazetteer.longest, gazetteer.capital,
                gazetteer.country, gazetteer._database):  # fmt: skip
        one.cache_clear()


def _files(home, **texts):
    paths = []
    for name, text in texts.items():
        path = home / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def _add(paths):
    steps = []
    told = adding.add(paths, steps.append)
    _forget()
    return told, steps


def test_a_dump_is_looked_up_in(home):
    told, steps = _add(_files(home, allCountries=_DUMP, alternateNamesV2=_NAMES, admin1CodesASCII=_AREAS))
    assert told.places == len(_KNOWN) + 5
    village = gazetteer.look_up("Zabarmari")[0]
    assert (village.gazetteer, village.kind, village.country, village.admin1, village.locality) == (
        "geonames:2328952", "city", "NGA", "Borno", "Zabarmari",
    )  # fmt: skip
    assert village.own and (village.latitude, village.longitude) == (11.5, 13.2)
    assert gazetteer.look_up("Zabarmary")[0].gazetteer == "geonames:2328952"
    assert not gazetteer.look_up("Zabarmary")[0].own
    assert all(gazetteer.look_up(name) == () for name in ("Forttown", "Nowhere", "Old Well"))
    assert gazetteer.longest("Alau") == 2
    assert gazetteer.look_up("Kofa Bridge")[0].admin1 == "Federal Capital Territory"
    assert gazetteer.look_up("Kofa Bridge")[0].kind == "spot"
    assert [step.step for step in steps][-1] == "sorting first words"


def test_what_was_known_keeps_its_name_and_gets_its_position(home):
    _add(_files(home, NG=_DUMP))
    area, town, second = (gazetteer.look_up(name)[0] for name in ("Borno", "Maiduguri", "Bama"))
    assert (area.gazetteer, area.name, area.latitude) == ("geonames:2346794", "Borno", 11.9)
    assert len(gazetteer.look_up("Maiduguri")) == 1 and town.population == 1_112_449
    assert (second.gazetteer, second.kind, second.latitude) == ("geonames:2347600", "admin2", 11.6)
    seat = gazetteer.capital("NGA")
    assert seat is not None and seat.name == "Maiduguri"
    assert gazetteer.look_up("Yerwa")[0].name == "Maiduguri"


def test_where_provinces_are_the_second_level_they_are_told_as_the_first(home):
    _add(_files(home, PH=_DUMP))
    albay = gazetteer.look_up("Albay")
    assert [(place.kind, place.gazetteer) for place in albay] == [("admin1", "geonames:9000005")]
    assert gazetteer.look_up("Guinobatan")[0].admin1 == "Albay"


def test_a_second_dump_adds_to_the_first(home):
    first, second = _files(home, NG=_line(1, "Oneville", ("P", "PPL")), KE=_line(2, "Twoville", ("P", "PPL")))
    _add([first])
    told, _ = _add([second])
    assert told.files == ("NG.txt", "KE.txt")
    assert gazetteer.look_up("Oneville") and gazetteer.look_up("Twoville") and gazetteer.look_up("Borno")


def test_an_archive_is_read_as_its_text(home):
    plain = _files(home, NG=_DUMP)[0]
    packed = home / "NG.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("readme.txt", "not a table")
        archive.writestr("NG.txt", _DUMP)
    whole = list(lines(dumps([plain])[0], 0))
    assert list(lines(dumps([packed])[0], 0)) == whole
    for at, _ in whole[:4]:
        for path in (plain, packed):
            assert list(lines(dumps([path])[0], at)) == [one for one in whole if one[0] > at]


def test_a_stopped_run_goes_on_where_it_was(home, monkeypatch):
    paths = _files(home, allCountries=_DUMP, alternateNamesV2=_NAMES)
    whole = _content(_add(paths)[0].path)
    added.remove()
    monkeypatch.setattr(adding, "_PART", 3)
    monkeypatch.setattr(adding, "_KEPT", 1)
    seen = []

    def stop(step):
        seen.append(step)
        if len(seen) == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        adding.add(paths, stop)
    assert added.show() is None and Draft.path_of(added.path()).exists()
    read = []
    monkeypatch.setattr(adding, "row_of", lambda columns: read.append(columns[0]) or row_of(columns))
    told, steps = _add(paths)
    assert steps[0].step == "reading allCountries.txt" and steps[0].done > 0
    assert len(read) < len(_DUMP.splitlines())
    assert _content(told.path) == whole
    assert [one.name for one in told.path.parent.iterdir()] == ["gazetteer.sqlite"]


def _content(path):
    with added.opened(path) as database:
        return {
            table: sorted(database.execute(f"select * from {table}"), key=repr)
            for table in ("area", "place", "name", "skeleton", "opener", "country")
        }


def test_another_plan_starts_anew(home):
    one, other = _files(home, NG=_DUMP, KE=_line(2, "Twoville", ("P", "PPL"), "KE"))

    def stop(step):
        if step.step.startswith("sorting"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        adding.add([one], stop)
    _add([other])
    assert gazetteer.look_up("Twoville") and not gazetteer.look_up("Zabarmari")


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("notes.txt", "just a line\n", "is no table of GeoNames"),
        ("empty.txt", "", "is no table of GeoNames"),
        ("broken.zip", "PK\x05\x06 not really", "is no table of GeoNames"),
        ("bad.txt", "\n".join("\t".join("x" * 19) for _ in range(50)), "download it again"),
    ],
)
def test_what_is_no_dump_is_refused_and_nothing_is_changed(home, name, text, words):
    path = home / name
    path.write_text(text)
    with pytest.raises(GazetteerError, match=words) as raised:
        adding.add([path], print)
    assert str(path) in str(raised.value) and "\n" not in str(raised.value)
    assert added.show() is None


def test_a_missing_file_and_a_full_disk_are_told(home, monkeypatch):
    with pytest.raises(GazetteerError, match="cannot be read"):
        adding.add([home / "none.txt"], print)
    monkeypatch.setattr(adding, "_ROOM", 1e18)
    with pytest.raises(GazetteerError, match="DATELINE_DATA"):
        adding.add(_files(home, NG=_DUMP), print)


def test_a_few_broken_lines_are_passed_over(home):
    told, _ = _add(_files(home, NG=_DUMP + "\nbroken\n\n"))
    assert told.places == len(_KNOWN) + 5
    assert added.made(told.path)["refused"] == "1"


def test_a_gazetteer_of_other_tables_is_passed_over(home, monkeypatch, capsys):
    _add(_files(home, NG=_DUMP))
    monkeypatch.setattr(added, "VERSION", 999)
    _forget()
    assert gazetteer.look_up("Zabarmari") == () and gazetteer.look_up("Borno")
    assert "add again" in capsys.readouterr().err


def test_the_commands(home):
    run = CliRunner().invoke
    assert "No gazetteer was added" in run(command, ["show"]).output
    done = run(command, ["add", str(_files(home, NG=_DUMP)[0])])
    assert done.exit_code == 0 and "reading NG.txt 100%" in done.output and "10 places" in done.output
    assert "made of: NG.txt" in run(command, ["show"]).output
    assert "Removed" in run(command, ["remove"]).output
    assert "No gazetteer was added" in run(command, ["remove"]).output


def test_many_places_of_one_name_are_thinned(home):
    many = [_line(10_000 + n, "San José", ("P", "PPL"), people=n) for n in range(200)]
    rare = _line(10_500, "San José", ("P", "PPL"), "PH", "05", people=0)
    _add(_files(home, allCountries="\n".join([*many, rare])))
    found = gazetteer.look_up("San Jose")
    assert len(found) == 61 and found[0].population == 199 and found[-1].country == "PHL"
