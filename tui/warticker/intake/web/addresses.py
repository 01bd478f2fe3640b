"""Addresses that may be asked: http and https, without credentials."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from warticker.errors import SourceError

MAX_LENGTH = 4000
"""Code points of an address; browsers and servers stop at 2,000 to 8,000."""

_SHAPE = re.compile(r"https?://[^\s/\\?#]+(?:[/?][^\s\\]*)?", re.IGNORECASE)
_CREDENTIALS = re.compile(r"^([a-z]+://)[^/?#]*@", re.IGNORECASE)


def is_address(source: str) -> bool:
    """Whether a source is meant to be an address on the web, and no file."""
    return source[:8].casefold().startswith(("http://", "https://"))


def checked(address: str) -> str:
    """The address as it is asked for and kept, without its fragment; raises SourceError where it may not be asked."""
    plain = address.strip().partition("#")[0]
    # What is between the name and the host may be a password: it must not be in a message.
    told = _CREDENTIALS.sub(r"\1", plain)[:200]
    if not is_address(plain):
        raise SourceError(told, "not an address that begins with http:// or https://")
    if told != plain[:200]:
        raise SourceError(told, "an address with a user name or password is not asked")
    if len(plain) > MAX_LENGTH or not _SHAPE.fullmatch(plain) or not plain.isprintable():
        raise SourceError(told, "not a valid address")
    try:
        parts = urlsplit(plain)
        # Reading the port is what checks it.
        valid = bool(parts.hostname) and parts.port != 0
    except ValueError:
        valid = False
    if not valid:
        raise SourceError(told, "not a valid address")
    return parts._replace(scheme=parts.scheme.lower(), netloc=parts.netloc.lower(), path=parts.path or "/").geturl()


def host(address: str) -> str:
    """The host of an address, in small letters; empty where there is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
