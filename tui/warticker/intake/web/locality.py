"""How near a host is: on the internet, in the user's own network, on this machine."""

from __future__ import annotations

import asyncio
from enum import IntEnum
from ipaddress import IPv4Address, IPv6Address, ip_address


class Nearness(IntEnum):
    """From where a host may be requested; the nearer, the fewer hosts may redirect to it."""

    WORLD = 0
    """From anywhere, or its name does not resolve."""
    NETWORK = 1
    """From the user's own network."""
    MACHINE = 2
    """From this machine."""


async def nearness(name: str) -> Nearness:
    """The nearness of a host's nearest address."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(name, None)
    except (OSError, UnicodeError):
        return Nearness.WORLD
    return max((_of(ip_address(address[0])) for *_, address in found), default=Nearness.WORLD)


def _of(address: IPv4Address | IPv6Address) -> Nearness:
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return _of(address.ipv4_mapped)
    if address.is_loopback or address.is_unspecified:
        return Nearness.MACHINE
    return Nearness.WORLD if address.is_global else Nearness.NETWORK
