"""Incidents in the columns of other datasets, and in formats others agreed on."""
