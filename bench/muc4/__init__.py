"""MUC-4: a scorer of our own for 24-slot incident templates, proved on the 1992 systems."""
