"""What the desk ships is what its sources make, and nothing in it is asked of anybody else."""

from __future__ import annotations

import json
import re
from hashlib import sha256

import pytest

from dateline.desk.render import STATIC
from dateline.desk.show.outlines import LAYERS, Frame, outlines, within
from dateline.desk.show.small_map import small_map
from dateline.record import Where
from tests.conftest import ROOT

WEB = ROOT / "desk-web"


def test_the_bundle_was_built_from_the_sources_beside_it() -> None:
    names = ["package.json", "vite.config.ts", "tsconfig.json"]
    names += [f"src/{path.name}" for path in sorted((WEB / "src").iterdir())]
    whole = sha256()
    for name in names:
        whole.update(f"{name}\n".encode())
        whole.update((WEB / name).read_bytes())
    built = json.loads((STATIC / "BUILT.json").read_text(encoding="utf-8"))
    assert built["sources"] == whole.hexdigest(), "run `npm ci && npm run build` in desk-web"


def test_what_is_bundled_is_pinned_and_its_licences_ship_with_it() -> None:
    pinned = json.loads((WEB / "package.json").read_text(encoding="utf-8"))
    licences = (STATIC / "LICENCES.txt").read_text(encoding="utf-8")
    for name, version in pinned["dependencies"].items():
        assert re.fullmatch(r"[\d.]+", version), f"{name} is not pinned exactly"
        assert f"{name} {version}" in licences
    for version in pinned["devDependencies"].values():
        assert re.fullmatch(r"[\d.]+", version)


@pytest.mark.parametrize("name", ["desk.css", "map.css"])
def test_styles_load_nothing_from_elsewhere(name: str) -> None:
    text = (STATIC / name).read_text(encoding="utf-8")
    assert "@import" not in text
    assert all(url.startswith(('"data:', "data:", "'data:")) for url in re.findall(r"url\((.{0,8})", text))


def test_the_outlines_hold_every_layer_and_know_where_they_lie() -> None:
    held = outlines()
    assert set(held) == set(LAYERS) and all(len(held[name]) > 30 for name in LAYERS)
    lakes = dict(within(Frame(124.0, 6.0, 126.0, 8.0)))  # Mindanao
    assert lakes["land"] and lakes["states"]
    points = [point for line in lakes["states"] for point in line]
    assert any(124 <= x <= 126 and 6 <= y <= 8 for x, y in points)
    assert not dict(within(Frame(-140.0, -40.0, -139.0, -39.0)))["states"]  # the empty Pacific


@pytest.mark.parametrize("latitude", [-89.0, 0.0, 33.3, 71.0, 89.5])
def test_a_small_map_shows_its_radius_to_scale(latitude: float) -> None:
    narrow = small_map(Where(latitude=latitude, longitude=44.4, radius_km=10.0))
    wide = small_map(Where(latitude=latitude, longitude=44.4, radius_km=300.0))
    assert narrow is not None and wide is not None
    for drawn, km in ((narrow, 10.0), (wide, 300.0)):
        assert drawn.radius / drawn.bar == pytest.approx(km / drawn.bar_km, rel=0.02)
        assert (drawn.x, drawn.y) == (pytest.approx(180, abs=0.2), pytest.approx(120, abs=0.2))
        assert 0 < drawn.bar < drawn.width
    assert small_map(Where(country="IRQ")) is None
