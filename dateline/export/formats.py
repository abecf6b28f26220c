"""Every way out of a case: `FORMATS` by name, `export` writes one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from dateline.errors import ExportError
from dateline.record import Merged, Report

from . import geojson, lines
from .standards import annotation, datapackage, ftm, plover
from .standards.acled import ACLED, ACLED_ZEROS
from .standards.gtd import GTD
from .standards.ucdp import UCDP
from .tables import excel
from .tables.arrow import write_parquet
from .tables.table import OWN, Table, write_csv
from .written import Format, Note, Noted, Written, read_notes

__all__ = ["FORMATS", "Format", "Note", "Noted", "Written", "export", "read_notes"]


def _flat(name: str, says: str, table: Table) -> Format:
    return Format(name, ".csv", says, partial(write_csv, table), partial(write_csv, table, hxl=True))


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("jsonl", ".jsonl", "everything, one incident a line (dateline-merged/1)", lines.write),
        Format("parquet", ".parquet", "flat columns and the record, for data frames and R", write_parquet),
        _flat("csv", "flat columns, one row an incident", OWN),
        Format("excel", ".xlsx", "for people: incidents, claims with quotes, reports, codebook", excel.write),
        Format("package", "", "a folder: CSV tables described by datapackage.json", datapackage.write),
        _flat("acled", "ACLED's 31 columns", ACLED),
        Format("acled-excel", ".xlsx", "the same in Excel", partial(excel.write_table, ACLED)),
        _flat("acled-zeros", "the same with ACLED's convention that silence is 0 fatalities", ACLED_ZEROS),
        _flat("ucdp", "UCDP GED's 49 columns: deadly events of organised actors", UCDP),
        _flat("gtd", "GTD's 135 columns: attacks by non-state actors", GTD),
        Format("plover", ".jsonl", "PLOVER events, one a line", plover.write),
        Format("geojson", ".geojson", "points with radius and precision, for maps", geojson.write),
        Format("annotations", ".jsonld", "the words of every claim as W3C Web Annotations", annotation.write),
        Format("ftm", ".ftm.json", "FollowTheMoney entities, one a line, for Aleph", ftm.write),
    )
}


def export(
    incidents: Iterable[Merged], reports: Mapping[str, Report], name: str, path: Path, *, hxl: bool = False
) -> Written:
    """Writes incidents in the format of that name; a path without an ending gets the format's.

    `reports` gives the member reports by id; `hxl` adds a row of HXL hashtags under the header of a flat
    table. Raises ExportError: unknown format, no hashtags for it, a report that is missing, or a place that
    cannot be written to; what was there before stays.
    """
    if name not in FORMATS:
        raise ExportError(f"{name}: no such format; choose one of {', '.join(FORMATS)}")
    form = FORMATS[name]
    write = form.write_hxl if hxl else form.write
    if write is None:
        tagged = [one.name for one in FORMATS.values() if one.write_hxl is not None]
        raise ExportError(f"{name}: has no HXL hashtags; leave --hxl out, or choose {', '.join(tagged)}")
    if path.suffix == "" and form.suffix:
        path = path.with_name(path.name + form.suffix)
    try:
        return write(incidents, reports, path)
    except KeyError as missing:
        if not str(missing.args[0]).startswith("r_"):
            raise
        raise ExportError(
            f"{path}: report {missing.args[0]} is missing from the case; run dateline verify on it"
        ) from missing
