"""Dateline reads news reports of political violence and writes the record a trained coder would."""

from dateline.record import Claim, Flag, Incident, Record, Report, Span
from dateline.run import read_text as read

__all__ = ["Claim", "Flag", "Incident", "Record", "Report", "Span", "read"]
