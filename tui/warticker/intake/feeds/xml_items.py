"""Splits XML feeds into portions of whole items, of which only one is held in memory."""

from __future__ import annotations

import re
from collections.abc import Iterator

from warticker.errors import SourceError
from warticker.intake.decoding import decode
from warticker.intake.feeds import syndication
from warticker.intake.feeds.syndication import Feed
from warticker.intake.feeds.unpacked_streams import Portions
from warticker.intake.forms import Form, form_of
from warticker.intake.provenance import UNKNOWN

_BEGIN = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]")
_TAIL = re.compile(rb"</(?:\w+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_ROOT = re.compile(rb"<((?:\w+:)?(?:rss|feed|rdf))[\s>]", re.IGNORECASE)
_TOKEN = re.compile(rb"<!\[CDATA\[|\]\]>|<!--|-->|</(?:\w+:)?(?:item|entry)\s*>")
_HIDING = {b"<![CDATA[": b"]]>", b"<!--": b"-->"}
"""The start and end of sections without markup."""


def feeds(portions: Portions, name: str) -> Iterator[tuple[Feed, bool]]:
    """An XML feed with some of its items, and whether they are the last; nothing if it is not an XML feed."""
    head, rest = _head(portions)
    root = _ROOT.search(head)
    if root is None or form_of(decode(head, name=name), name=name, provenance=UNKNOWN) is not Form.FEED:
        return
    tail = (b"</channel>" if root[1].lower().endswith(b"rss") else b"") + b"</%s>" % root[1]
    for items, last in _items(portions, rest, name):
        yield syndication.parsed(decode(head + items + tail, name=name), name, UNKNOWN), last


def _head(portions: Portions) -> tuple[bytes, bytes]:
    """Everything before a feed's first item, and what has been read of the rest; nothing if there is no item."""
    data = portions.next(0)
    while (
        (match := _BEGIN.search(data)) is None and len(data) < portions.longest and (more := portions.next(len(data)))
    ):
        data += more
    if match is None:
        return b"", b""
    return data[: match.start()], data[match.start() :]


def _items(portions: Portions, data: bytes, name: str) -> Iterator[tuple[bytes, bool]]:
    """Whole items, as many as a piece holds, and whether they are the last; raises SourceError if it is cut off."""
    while True:
        more = portions.next(len(data))
        data += more
        end = _last_end(data)
        if not more:
            if not _TAIL.search(data, end):
                raise SourceError(name, "the feed is cut off")
            yield data[:end], True
            return
        if end:
            yield data[:end], False
            data = data[end:]
        elif len(data) > portions.longest:
            raise portions.too_long(name)


def _last_end(data: bytes) -> int:
    """Where the last complete item ends; 0 if there is none."""
    end, hidden_until = 0, b""
    for match in _TOKEN.finditer(data):
        if hidden_until:
            hidden_until = b"" if match[0] == hidden_until else hidden_until
        elif match[0].startswith(b"</"):
            end = match.end()
        else:
            hidden_until = _HIDING.get(match[0], b"")
    return end
