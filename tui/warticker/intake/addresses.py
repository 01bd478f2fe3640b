"""Addresses that documents name: only http and https, whole, and without what could mislead a terminal."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

_WEB = re.compile(
    r"https?://[^\s\x00-\x20\x7f-\x9f<>\"\\^`{|}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+", re.IGNORECASE
)
_PLAIN = re.compile(r"https?://[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?:[/?#]|$)", re.IGNORECASE)
"""An address whose host needs no second look."""
_LONGEST = 2000
_TRIMMED = re.compile(r"[\t\r\n]+")


def web_address(address: object) -> str | None:
    """The address where it is http or https and names a host, else None."""
    if not isinstance(address, str) or len(address) > _LONGEST or not _WEB.fullmatch(address):
        return None
    return address if _PLAIN.match(address) or host(address) else None


def resolved(address: object, base: str | None) -> str | None:
    """The web address that a document's reference means, seen from the address it stands in; None where it is none."""
    if not isinstance(address, str) or len(address) > _LONGEST:
        return None
    if _PLAIN.match(address) and "/." not in address and _WEB.fullmatch(address):
        return address
    address = _TRIMMED.sub("", address).strip().replace(" ", "%20")
    if not address or (address.startswith("#") and base is None):
        return None
    try:
        return web_address(urljoin(base or "", address))
    except ValueError:
        return None


def host(address: str | None) -> str | None:
    """The host of an address in small letters, without `www.`; None where there is none."""
    try:
        name = urlsplit(address or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def fragment(address: str | None) -> str:
    """What stands behind an address's `#`."""
    return address.partition("#")[2] if address else ""
