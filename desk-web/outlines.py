"""Reads the states and provinces of Natural Earth 1:10m out of a GeoPackage and prints them as GeoJSON.

The GeoPackage is QGIS's world_map.gpkg (Natural Earth 4.1.0, public domain, simplified), which Debian has in
the package qgis-common. Usage: python outlines.py world_map.gpkg > states.json; then `npm run outlines`.
"""

import json
import sqlite3
import struct
import sys


def shapes(blob: bytes) -> list:
    """The polygons or lines of a GeoPackage geometry (WKB, either byte order)."""
    envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[(blob[3] >> 1) & 7]
    return _shape(blob, 8 + envelope)[0]


def _shape(blob: bytes, at: int) -> tuple[list, int]:
    order = "<" if blob[at] else ">"
    (kind,) = struct.unpack_from(order + "I", blob, at + 1)
    (number,) = struct.unpack_from(order + "I", blob, at + 5)
    at += 9
    found: list = []
    if kind % 1000 in (5, 6):  # multi-line, multi-polygon
        for _ in range(number):
            inner, at = _shape(blob, at)
            found += inner
        return found, at
    if kind % 1000 == 2:
        return [_points(blob, at - 4, order)[0]], _points(blob, at - 4, order)[1]
    if kind % 1000 != 3:
        raise SystemExit(f"outlines: a geometry of kind {kind}, where polygons or lines were expected")
    for _ in range(number):
        ring, at = _points(blob, at, order)
        found.append(ring)
    return [found], at


def _points(blob: bytes, at: int, order: str) -> tuple[list, int]:
    (number,) = struct.unpack_from(order + "I", blob, at)
    flat = struct.unpack_from(f"{order}{2 * number}d", blob, at + 4)
    return [[flat[i], flat[i + 1]] for i in range(0, len(flat), 2)], at + 4 + 16 * number


def main(path: str) -> None:
    database = sqlite3.connect(path)
    features = []
    for geometry, country in database.execute("select geom, adm0_a3 from states_provinces order by fid"):
        shape = {"type": "MultiPolygon", "coordinates": shapes(geometry)}
        properties = {"layer": "states", "country": country}
        features.append({"type": "Feature", "properties": properties, "geometry": shape})
    for (geometry,) in database.execute("select geom from disputed_borders order by fid"):
        shape = {"type": "MultiLineString", "coordinates": shapes(geometry)}
        features.append({"type": "Feature", "properties": {"layer": "disputed"}, "geometry": shape})
    json.dump({"type": "FeatureCollection", "features": features}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
