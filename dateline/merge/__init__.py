"""Tellings of one incident brought together, with reasons: copies, keys, judgements, clusters."""
