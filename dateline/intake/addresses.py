"""Which addresses may be fetched: none inside this network, whatever name or redirect leads there."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import SplitResult, urlsplit

from dateline.errors import InputError

Resolve = Callable[[str, int], list[str]]
_PORTS = {"http": 80, "https": 443}
_LONGEST = 4_000  # characters of an address
# Networks that Python's is_global may take for the open internet but that lead back inside: translated and
# tunnelled IPv4, and the shared address space of providers.
_INWARD = tuple(
    map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "100.64.0.0/10"))
)


def checked(url: str, resolve: Resolve, *, private: bool = False) -> tuple[SplitResult, str, int]:
    """(the address in its parts, an IP that may be connected to, the port). Raises InputError.

    The caller connects to that very IP: a name that answers otherwise when asked again changes nothing.
    """
    parts, port = _parts(url)
    host = parts.hostname or ""
    try:
        found = resolve(host, port)
    except (OSError, UnicodeError) as problem:
        raise InputError(f"{url}: its host {host!r} is not known ({problem})") from None
    if not found:
        raise InputError(f"{url}: its host {host!r} has no address")
    inward = [address for address in found if not private and not _open(address)]
    if inward:  # one private answer among public ones is rebinding in the making
        raise InputError(
            f"{url}: leads into a private network ({inward[0]}); not fetched unless that is allowed"
        )
    return parts, found[0], port


def system(host: str, port: int) -> list[str]:
    """The addresses the system's resolver gives."""
    infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in infos))


def _parts(url: str) -> tuple[SplitResult, int]:
    if len(url) > _LONGEST or any(ord(character) <= 32 or ord(character) == 127 for character in url):
        raise InputError(
            f"{url[:100]!r}: is not an address; it is too long or holds spaces or control characters"
        )
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as problem:
        raise InputError(f"{url}: is not an address ({problem})") from None
    if parts.scheme not in _PORTS:
        raise InputError(f"{url}: only http and https are fetched")
    if not parts.hostname:
        raise InputError(f"{url}: names no host")
    if parts.username is not None or parts.password is not None:
        shown = url.replace(parts.netloc, f"…@{parts.hostname}")
        raise InputError(f"{shown}: holds a user name or password; leave it out")
    return parts, port or _PORTS[parts.scheme]


def _open(address: str) -> bool:
    """Whether an IP is on the open internet: not private, loopback, link-local, reserved or a way in."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped is not None:
        ip = ip.ipv4_mapped
    if any(ip.version == network.version and ip in network for network in _INWARD):
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved
