"""Records scored against our own gold: `python -m bench gold` (the definition is in measure.py)."""
