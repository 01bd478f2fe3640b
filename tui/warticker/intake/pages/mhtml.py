"""Pages saved as MHTML (RFC 2557): extracts the page from its parts."""

from __future__ import annotations

from collections.abc import Sequence
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message
from itertools import islice

from warticker.errors import SourceError
from warticker.intake.addresses import web_address
from warticker.intake.decoding import decode
from warticker.intake.iso_times import moment
from warticker.intake.markup.frames import framing
from warticker.intake.provenance import Provenance

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_MOST_PARTS = 5000
_MOST_BOUNDARIES = 100_000
"""The most lines that look like a boundary between parts; splitting at a million takes a quarter minute."""


def page_of(data: bytes, *, name: str, provenance: Provenance) -> tuple[bytes, Provenance]:
    """The HTML of a saved page, and its address; raises SourceError if there is none."""
    if data.count(b"\n--") > _MOST_BOUNDARIES:
        raise SourceError(name, f"the saved page (MHTML) has more than {_MOST_BOUNDARIES} parts")
    try:
        message = message_from_bytes(data.lstrip(), policy=policy.compat32)
        pages = [part for part in islice(message.walk(), _MOST_PARTS) if part.get_content_type() in _PAGES]
        if pages:
            return _framing(pages), _from(message, pages[0], provenance)
    except (MessageError, ValueError, LookupError, RecursionError, AttributeError, TypeError) as error:
        raise SourceError(name, "the saved page (MHTML) is damaged") from error
    raise SourceError(name, "the saved page (MHTML) contains no HTML")


def _framing(pages: Sequence[Message]) -> bytes:
    """The first of some pages with the others in its frames, as displayed."""
    main, *others = pages
    framed = {name: page for part in others if (page := _text(part)) for name in _names(part)}
    return framing(_text(main), framed).encode("utf-8-sig") if framed else _content(main)


def _names(part: Message) -> tuple[str, ...]:
    """The names by which frames refer to a page."""
    return f"cid:{str(part.get('Content-ID') or '').strip('<>')}", str(part.get("Content-Location") or "").strip()


def _text(part: Message) -> str:
    """A part's text; empty if it is not text."""
    try:
        return decode(_content(part), name="", charset=part.get_content_charset())
    except SourceError:
        return ""


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _from(message: Message, part: Message, provenance: Provenance) -> Provenance:
    locations = part["Content-Location"], message["Snapshot-Content-Location"], message["Content-Location"]
    address = next((found for each in locations if each and (found := web_address(str(each).strip()))), None)
    saved = moment(str(message.get("Date") or "")).at
    return provenance._replace(
        address=provenance.address or address,
        charset=part.get_content_charset() or provenance.charset,
        fetched=provenance.fetched or saved,
    )
