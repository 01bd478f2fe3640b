"""Addresses: only complete http and https ones, without anything that misleads a terminal or identifies the user."""

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
"""An address whose host needs no closer check."""
_SCHEME = compiled(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)
_BARE = compiled(r"(?:www\.|[\w.-]+\.(?:at|ch|com|de|eu|info|net|org)(?:[:/]|\Z))\S*", re.IGNORECASE)
"""An address without scheme, whose ending is not that of a file type."""
_ASKED = compiled(r"https?://", re.IGNORECASE)
_TRIMMED = compiled(r"[\t\r\n]+")
_SHAPE = compiled(r"https?://[^\s/\\?#]+(?:[/?][^\s\\]*)?", re.IGNORECASE)
_CREDENTIALS = compiled(r"^([a-z]+://)[^/?#]*@", re.IGNORECASE)


def is_address(source: str) -> bool:
    """Whether a source is meant to be an address (not necessarily a permitted one), and not a file."""
    return _SCHEME.match(source) is not None


def not_there(source: str) -> str:
    """Why a source that is no file cannot be read; for an address as browsers display it, how to write it."""
    told = "no such file or folder"
    return f"{told}; an address begins with https://" if _BARE.fullmatch(source) else told


def checked(address: str) -> str:
    """The normalised address, without its fragment; raises SourceError for one that must not be requested."""
    plain = address.strip().partition("#")[0]
    # What precedes the host may be a password: it must not appear in a message.
    told = _CREDENTIALS.sub(r"\1", plain)[:200]
    if not _ASKED.match(plain):
        raise SourceError(told, "not an http:// or https:// address")
    if told != plain[:200]:
        raise SourceError(told, "an address must not contain a user name or password")
    if len(plain) > _LONGEST or not _SHAPE.fullmatch(plain) or not plain.isprintable():
        raise SourceError(told, "not a valid address")
    try:
        parts = urlsplit(plain)
        # Reading the port validates it.
        valid = bool(parts.hostname) and parts.port != 0
        if parts.hostname and not _PLAIN.match(plain):
            # The DNS does not allow this: an empty label, or one longer than 63.
            parts.hostname.encode("idna")
    except ValueError:
        valid = False
    if not valid:
        raise SourceError(told, "not a valid address")
    return parts._replace(scheme=parts.scheme.lower(), netloc=parts.netloc.lower(), path=parts.path or "/").geturl()


def web_address(address: object) -> str | None:
    """The address that a document gives if it is http or https and has a host, else None."""
    if not isinstance(address, str) or len(address) > _LONGEST or not _WEB.fullmatch(address):
        return None
    return address if _PLAIN.match(address) or host(address) else None


def resolved(address: object, base: str | None) -> str | None:
    """The web address of a reference in a document with a base address; None if it is not one."""
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
    """The host of an address, in lower case; empty if there is none."""
    try:
        return urlsplit(address or "").hostname or ""
    except ValueError:
        return ""


def site(address: str | None) -> str | None:
    """An outlet's name by its address: the host without `www.`; None if there is none."""
    return host(address).removeprefix("www.") or None


def path_of(address: str | None) -> str:
    """The path of an address; empty if there is none."""
    try:
        return urlsplit(address or "").path
    except ValueError:
        return ""


def page_name(address: str | None) -> str:
    """The last part of an address's path, which names the page."""
    return path_of(address).rstrip("/").rpartition("/")[2]


def fragment(address: str | None) -> str:
    """The fragment of an address, after its `#`."""
    return address.partition("#")[2] if address else ""
