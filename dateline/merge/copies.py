"""Near-copies of one text: syndicated reports, found by a sketch of their words."""

from __future__ import annotations

import re
from zlib import crc32

import numpy as np

# Signatures are kept with the case, so what makes them may never change under one name.
SIGNED_BY = "minhash-1"
HASHES, BANDS, ROWS, WORDS = 128, 8, 4, 4
LEAST = 40  # words: shorter texts are alike by chance

_TOKEN = re.compile(r"\w+")
_SEED = np.random.Generator(np.random.PCG64(20_211_107))
_FACTORS = _SEED.integers(1, 2**63, HASHES, dtype=np.uint64) | np.uint64(1)
_ADDENDS = _SEED.integers(0, 2**63, HASHES, dtype=np.uint64)
_SHIFT = np.uint64(32)


def signature(text: str) -> bytes:
    """A MinHash of the text's 4-word shingles, 128 little-endian 32-bit numbers; b"" under 40 words.

    Two signatures agree in about that share of numbers which their texts share of shingles (Jaccard);
    the standard error of the estimate is at most 0.045.
    """
    words = _TOKEN.findall(text.casefold())
    if len(words) < LEAST:
        return b""
    shingles = {" ".join(words[at : at + WORDS]) for at in range(len(words) - WORDS + 1)}
    hashed = np.array([crc32(shingle.encode()) for shingle in shingles], dtype=np.uint64)
    mixed = (hashed[:, None] * _FACTORS + _ADDENDS) >> _SHIFT  # multiply-shift, modulo 2**64
    return bytes(mixed.min(axis=0).astype("<u4").tobytes())


def bands(signed: bytes) -> tuple[str, ...]:
    """Keys that near-copies share: at least one with chance 0.98 where 80 % of shingles are the same."""
    width = 4 * ROWS
    return tuple(
        f"copy|{band}|{signed[band * width : (band + 1) * width].hex()}" for band in range(BANDS) if signed
    )
