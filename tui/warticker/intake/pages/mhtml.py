"""Pages saved whole as MHTML (RFC 2557): the page itself out of its parts."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message

from warticker.errors import SourceError
from warticker.intake.addresses import web_address
from warticker.intake.isotimes import moment
from warticker.intake.provenance import Provenance

_MOST_PARTS = 5000
_MOST_BOUNDARIES = 100_000
"""How many lines may begin as a boundary between parts does; splitting at a million of them takes a quarter minute."""


def page_of(data: bytes, *, name: str, provenance: Provenance) -> tuple[bytes, Provenance]:
    """The HTML of a saved page, and where it was saved from; raises SourceError where it holds none."""
    if data.count(b"\n--") > _MOST_BOUNDARIES:
        raise SourceError(name, f"a saved page (MHTML) of more than {_MOST_BOUNDARIES} parts")
    try:
        message = message_from_bytes(data.lstrip(), policy=policy.compat32)
        for number, part in enumerate(message.walk()):
            if number > _MOST_PARTS:
                break
            if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
                return _content(part), _from(message, part, provenance)
    except (MessageError, ValueError, LookupError, RecursionError, AttributeError, TypeError) as error:
        raise SourceError(name, "a damaged saved page (MHTML)") from error
    raise SourceError(name, "a saved page (MHTML) without HTML in it")


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _from(message: Message, part: Message, provenance: Provenance) -> Provenance:
    told = (part.get("Content-Location"), message.get("Snapshot-Content-Location"), message.get("Content-Location"))
    address = next((found for each in told if each and (found := web_address(str(each).strip()))), None)
    saved = moment(str(message.get("Date") or "")).at
    return replace(
        provenance,
        address=provenance.address or address,
        charset=part.get_content_charset() or provenance.charset,
        fetched=provenance.fetched or saved,
    )
