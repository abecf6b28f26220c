"""Passwords, kept only as argon2 hashes."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dateline.errors import DeskError

SHORTEST, LONGEST = 10, 200
_hasher = PasswordHasher()  # argon2id with the library's parameters (RFC 9106, low memory)
# Checked against when there is no such account, so that a name cannot be guessed by the time an answer takes.
_NOBODY = _hasher.hash("nobody has this password")


def hashed(password: str) -> str:
    """The hash to keep. Raises DeskError for one too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise DeskError(f"a password needs {SHORTEST} to {LONGEST} characters")
    return _hasher.hash(password)


def is_right(secret: str | None, password: str) -> bool:
    """Whether a password fits a hash; without a hash it takes as long, and never does."""
    try:
        _hasher.verify(secret or _NOBODY, password[: LONGEST + 1])
    except (VerificationError, InvalidHashError):
        return False
    return bool(secret)
