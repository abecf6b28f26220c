"""Bytes to text, exactly once: what is not text, or not in an encoding we are sure of, is refused."""

from __future__ import annotations

import codecs

from dateline.errors import InputError

_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decoded(data: bytes, name: str) -> str:
    """The text in the bytes, less a byte-order mark; UTF-8, or UTF-16 with its mark. Raises InputError."""
    if not data.strip():
        raise InputError(f"{name}: is empty; give it the report's text")
    if data.startswith(_UTF32):
        raise InputError(f"{name}: is UTF-32; convert it first: iconv -f UTF-32 -t UTF-8 FILE > NEW")
    encoding, skip = "utf-8", 0
    for mark, told in _BOMS:
        if data.startswith(mark):
            encoding, skip = told, len(mark)
            break
    if encoding == "utf-8" and b"\0" in data:
        raise InputError(_not_text(data, name))
    try:
        return data[skip:].decode(encoding)
    except UnicodeDecodeError as problem:
        if encoding == "utf-8" and _binary(data):
            raise InputError(_not_text(data, name)) from None
        source = "WINDOWS-1252" if encoding == "utf-8" else "ITS-ENCODING"
        raise InputError(
            f"{name}: is not {encoding.upper()[:6].rstrip('-')} (byte {skip + problem.start + 1}); "
            f"convert it first: iconv -f {source} -t UTF-8 FILE > NEW"
        ) from None


def _not_text(data: bytes, name: str) -> str:
    sample = data[:4096]
    for offset, encoding in ((1, "UTF-16LE"), (0, "UTF-16BE")):
        zeros = sample[offset::2].count(0)
        if zeros > 0.7 * len(sample) / 2 and not sample[1 - offset :: 2].count(0):
            return (
                f"{name}: is UTF-16 without its byte-order mark; convert it first: "
                f"iconv -f {encoding} -t UTF-8 FILE > NEW"
            )
    return f"{name}: is a binary file, not text; give it a text file"


def _binary(data: bytes) -> bool:
    """Text in an old encoding has few control bytes; pictures and programs have many."""
    sample = data[:4096]
    return sum(byte < 9 or 13 < byte < 32 for byte in sample) > len(sample) / 50
