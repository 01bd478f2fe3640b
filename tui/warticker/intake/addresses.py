"""Addresses: only http and https, whole, and without what could mislead a terminal or tell who asks."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from warticker.errors import SourceError
from warticker.expressions import compiled

_LONGEST = 4000
"""Code points of an address; browsers and servers stop at 2,000 to 8,000."""
_WEB = compiled(
    r"https?://[^\s\x00-\x20\x7f-\x9f<>\"\\^`{|}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+", re.IGNORECASE
)
_PLAIN = compiled(r"https?://[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?:[/?#]|$)", re.IGNORECASE)
"""An address whose host needs no second look."""
_SCHEME = compiled(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)
_BARE = compiled(r"(?:www\.|[\w.-]+\.(?:at|ch|com|de|eu|info|net|org)(?:[:/]|\Z))\S*", re.IGNORECASE)
"""An address without what it begins with; a name with an ending that no kind of file has."""
_ASKED = compiled(r"https?://", re.IGNORECASE)
_TRIMMED = compiled(r"[\t\r\n]+")
_SHAPE = compiled(r"https?://[^\s/\\?#]+(?:[/?][^\s\\]*)?", re.IGNORECASE)
_CREDENTIALS = compiled(r"^([a-z]+://)[^/?#]*@", re.IGNORECASE)


def is_address(source: str) -> bool:
    """Whether a source is meant to be an address, which may not be asked for, and no file."""
    return _SCHEME.match(source) is not None


def not_there(source: str) -> str:
    """Why a source cannot be read that is no file; one that is written as browsers show addresses is told how to."""
    told = "no such file or folder"
    return f"{told}; an address begins with https://" if _BARE.fullmatch(source) else told


def checked(address: str) -> str:
    """The address as it is asked for and kept, without its fragment; raises SourceError where it may not be asked."""
    plain = address.strip().partition("#")[0]
    # What is between the name and the host may be a password: it must not be in a message.
    told = _CREDENTIALS.sub(r"\1", plain)[:200]
    if not _ASKED.match(plain):
        raise SourceError(told, "not an address that begins with http:// or https://")
    if told != plain[:200]:
        raise SourceError(told, "an address with a user name or password is not asked")
    if len(plain) > _LONGEST or not _SHAPE.fullmatch(plain) or not plain.isprintable():
        raise SourceError(told, "not a valid address")
    try:
        parts = urlsplit(plain)
        # Reading the port is what checks it.
        valid = bool(parts.hostname) and parts.port != 0
        if parts.hostname and not _PLAIN.match(plain):
            # What cannot be encoded so cannot be asked for in the DNS: a label that is empty or longer than 63.
            parts.hostname.encode("idna")
    except ValueError:
        valid = False
    if not valid:
        raise SourceError(told, "not a valid address")
    return parts._replace(scheme=parts.scheme.lower(), netloc=parts.netloc.lower(), path=parts.path or "/").geturl()


def web_address(address: object) -> str | None:
    """The address that a document names where it is http or https and names a host, else None."""
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


def host(address: str | None) -> str:
    """The host of an address, in small letters; empty where there is none."""
    try:
        return urlsplit(address or "").hostname or ""
    except ValueError:
        return ""


def site(address: str | None) -> str | None:
    """What an outlet is called by its address: the host without `www.`; None where there is none."""
    return host(address).removeprefix("www.") or None


def page_name(address: str | None) -> str:
    """What an address calls the page by itself: the last part of its path."""
    try:
        return urlsplit(address or "").path.rstrip("/").rpartition("/")[2]
    except ValueError:
        return ""


def fragment(address: str | None) -> str:
    """What stands behind an address's `#`."""
    return address.partition("#")[2] if address else ""
