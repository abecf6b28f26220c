"""Flat tables of incidents and their evidence: rows, cells that no spreadsheet runs, files."""
