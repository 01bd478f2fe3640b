"""Whether a host is in the user's own network, where a stranger's page must not lead."""

from __future__ import annotations

import asyncio
from ipaddress import ip_address


async def is_local(name: str) -> bool:
    """Whether any address of a host is not of the public internet; False where its name does not resolve."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(name, None)
    except (OSError, UnicodeError):
        return False
    return not all(ip_address(address[0]).is_global for *_, address in found)
