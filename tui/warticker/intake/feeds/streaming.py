"""Feeds of XML of any length: read in pieces of whole items, of which only one is ever held."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from warticker.errors import NoEntriesError, SourceError
from warticker.intake.decoding import decode
from warticker.intake.feeds import syndication
from warticker.intake.feeds.plainness import Bytes, plain
from warticker.intake.forms import Form, form_of
from warticker.intake.posts import Post, entries
from warticker.intake.provenance import UNKNOWN
from warticker.model import Document, EntryKey, Story

_PIECE = 1024 * 1024
_LONGEST = 16 * _PIECE
"""How many bytes an item, or what stands above the first one, may have."""
_BEGIN = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]")
_TAIL = re.compile(rb"</(?:\w+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_ROOT = re.compile(rb"<((?:\w+:)?(?:rss|feed|rdf))[\s>]", re.IGNORECASE)
_TOKEN = re.compile(rb"<!\[CDATA\[|\]\]>|<!--|-->|</(?:\w+:)?(?:item|entry)\s*>")
_HIDING = {b"<![CDATA[": b"]]>", b"<!--": b"-->"}
"""What begins and ends what is no markup whatever stands in it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some entries of a feed, in its order."""

    story: Story
    """The feed with these entries; of the lines that it dropped, all pieces have those of the first."""
    first: int
    """The index of the first of them in the whole feed."""
    last: bool
    """Whether there are no further ones."""


def streamed(stream: BinaryIO, *, name: str) -> Iterator[Piece]:
    """The entries of a feed as a stream gives it, packed or not, of which there can be more than memory holds.

    Nothing where it is no feed of XML; raises SourceError where it is damaged or cut off, once it comes to that.
    """
    plainly = plain(stream, name=name)
    head, rest = _head(plainly)
    root = _ROOT.search(head)
    if root is None or form_of(decode(head, name=name), name=name, provenance=UNKNOWN) is not Form.FEED:
        return
    tail = (b"</channel>" if root[1].lower().endswith(b"rss") else b"") + b"</%s>" % root[1]
    reading = _Reading(name)
    for items, last in _items(plainly, rest, name):
        yield from reading.pieces(decode(head + items + tail, name=name), last)
    if not reading.count:
        raise NoEntriesError(name, "a feed without entries")


class _Reading:
    """What is known of a feed while it is read."""

    def __init__(self, name: str) -> None:
        self.count = 0
        self._name = name
        self._document: Document | None = None
        self._keys: Counter[EntryKey] = Counter()
        self._posts: set[int] = set()

    def pieces(self, text: str, last: bool) -> Iterator[Piece]:
        """What a piece of the feed holds that did not stand above; nothing where that is nothing."""
        feed = syndication.parsed(text, self._name, UNKNOWN)
        if self._document is None:
            self._document = feed.document()
        posts = [post for post in feed.posts if self._is_new(post)]
        if not posts and not (last and self.count):
            return
        document = replace(self._document, entries=entries(posts, self._document.source, self._keys))
        yield Piece(Story(document), self.count, last)
        self.count += len(posts)

    def _is_new(self, post: Post) -> bool:
        mark = hash(post)
        new = mark not in self._posts
        self._posts.add(mark)
        return new


def _head(stream: Bytes) -> tuple[bytes, bytes]:
    """What stands above a feed's first item, and what has been read of the rest; nothing where there is none."""
    data = stream.read(_PIECE)
    while (match := _BEGIN.search(data)) is None and len(data) < _LONGEST and (more := stream.read(_PIECE)):
        data += more
    if match is None:
        return b"", b""
    return data[: match.start()], data[match.start() :]


def _items(stream: Bytes, data: bytes, name: str) -> Iterator[tuple[bytes, bool]]:
    """Whole items, as many as a piece holds, and whether they are the last; raises SourceError at an end cut off."""
    while True:
        more = stream.read(_PIECE)
        data += more
        end = _last_end(data)
        if not more:
            if not _TAIL.search(data, end):
                raise SourceError(name, "a feed that is cut off")
            yield data[:end], True
            return
        if end:
            yield data[:end], False
            data = data[end:]
        elif len(data) > _LONGEST:
            raise SourceError(name, f"an item of a feed is longer than {_LONGEST // 2**20} MiB")


def _last_end(data: bytes) -> int:
    """Where the last item ends that is whole; 0 where none is."""
    end, hidden_until = 0, b""
    for match in _TOKEN.finditer(data):
        if hidden_until:
            hidden_until = b"" if match[0] == hidden_until else hidden_until
        elif match[0].startswith(b"</"):
            end = match.end()
        else:
            hidden_until = _HIDING.get(match[0], b"")
    return end
