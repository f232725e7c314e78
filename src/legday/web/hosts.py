"""Decides which Host and Origin headers are this page's own."""

import re
from collections.abc import Container
from ipaddress import IPv4Address, IPv6Address, ip_address

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names that every machine has for itself."""

_AUTHORITY = re.compile(
    r"(?:\[(?P<six>[0-9a-f:.]{2,45})\]|(?P<name>[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?))(?::(?P<port>[0-9]{1,5}))?",
    re.ASCII | re.IGNORECASE,
)


def host_name(header: str) -> str | None:
    """The name or address in a Host header, lower case, without its port; None for what no Host header can be."""
    found = _AUTHORITY.fullmatch(header)
    if found is None or int(found["port"] or 0) > 65_535:
        return None
    if found["six"] and _address(found["six"]) is None:
        return None
    return str(found["six"] or found["name"]).lower()


def is_own_host(name: str, *, names: Container[str], reached: str) -> bool:
    """Whether `name` is one of `names`, or the very address of this machine that the request `reached`.

    An address in numbers can be let in, since no foreign name can be pointed at it; a name must have been said.
    """
    if name in names:
        return True
    address = _address(name)
    return address is not None and address == _address(reached)


def is_own_origin(origin: str, *, host: str, scheme: str) -> bool:
    """Whether an Origin header is the page at the Host header `host`: by `scheme`, or by https where something in front of us speaks it."""
    return origin.lower() in {f"{scheme}://{host}".lower(), f"https://{host}".lower()}


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a page that listens at `host`."""
    address = _address(host)
    return host.lower() == "localhost" or (address is not None and address.is_loopback)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None
