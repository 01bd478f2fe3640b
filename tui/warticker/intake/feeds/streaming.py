"""Reads feeds of any length: in pieces of whole items, of which only one is held in memory."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, NamedTuple

from warticker.errors import NoEntriesError
from warticker.intake.feeds import json_items, xml_items
from warticker.intake.feeds.syndication import Feed
from warticker.intake.feeds.unpacked_streams import Portions, plain
from warticker.intake.posts import entries, refuse_long_lines
from warticker.model import Document, EntryKey, Story

_PIECE = 1024 * 1024
_LONGEST_ITEM = 16 * _PIECE
"""The most bytes of an item, or of what precedes the first one."""
_START_BYTES = 100
"""How many bytes show whether a feed is JSON."""


class Piece(NamedTuple):
    """Some entries of a feed, in order."""

    story: Story
    """The feed with these entries, and the lines that were dropped around them."""
    first: int
    """The index of the first of them in the whole feed."""
    last: bool
    """Whether they are the last."""


def streamed(stream: BinaryIO, *, name: str) -> Iterator[Piece]:
    """The entries of a feed from a stream, gzipped or not, which may be larger than memory.

    Nothing if it is not a feed; raises SourceError where it is damaged or cut off, once that point is reached.
    """
    start = plain(stream, name=name).read(_START_BYTES).removeprefix(codecs.BOM_UTF8).lstrip()
    stream.seek(0)
    portions = Portions(plain(stream, name=name), _PIECE, _LONGEST_ITEM)
    reading = _Reading()
    found = False
    for feed, last in (json_items if start.startswith(b"{") else xml_items).feeds(portions, name):
        found = True
        for piece in reading.pieces(feed, last):
            refuse_long_lines(piece.story.document.entries, name=name)
            yield piece
    if found and not reading.count:
        raise NoEntriesError(name, "the feed has no entries")


class _Reading:
    """The state of reading a feed."""

    def __init__(self) -> None:
        self.count = 0
        self._document: Document | None = None
        self._keys: Counter[EntryKey] = Counter()
        self._posts: set[int] = set()

    def pieces(self, feed: Feed, last: bool) -> Iterator[Piece]:
        """The new entries of a portion of the feed; nothing if there are none."""
        if self._document is None:
            self._document = feed.document()
        posts = [post for post in dict.fromkeys(feed.posts) if hash(post) not in self._posts]
        self._posts.update(map(hash, posts))
        if not posts and not (last and self.count):
            return
        found = entries(posts, self._document.source, self._keys)
        document = replace(self._document, entries=found, dropped=feed.dropped)
        yield Piece(Story(document), self.count, last)
        self.count += len(posts)
