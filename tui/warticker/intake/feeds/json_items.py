"""Splits JSON Feeds into portions of whole items, of which only one is held in memory."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any

from warticker.errors import SourceError
from warticker.intake.feeds import json_feed
from warticker.intake.feeds.syndication import Feed
from warticker.intake.feeds.unpacked_streams import Portions
from warticker.intake.provenance import UNKNOWN

_ITEMS = re.compile(r'"items"\s{0,99}:\s{0,99}\[')
_BETWEEN = re.compile(r"[\s,]*")
_DECODER = json.JSONDecoder(strict=False)


def feeds(portions: Portions, name: str) -> Iterator[tuple[Feed, bool]]:
    """A JSON Feed with some of its items, and whether they are the last; nothing if it is not a JSON Feed.

    Members after the items are ignored.
    """
    text = _Text(portions)
    while (match := _ITEMS.search(text.held)) is None and len(text.held) < portions.longest and text.grow():
        pass
    head = None if match is None else _loaded(text.held[: match.end()] + "]}", name)
    if match is None or not isinstance(head, dict):
        return
    text.held = text.held[match.end() :]
    known = json_feed.is_json_feed(head)
    for items, last in _items(text, portions, name):
        known = known or json_feed.is_json_feed({"items": items})
        if not known:
            return
        yield json_feed.parsed({**head, "items": items}, UNKNOWN), last


class _Text:
    """The part of a stream's text that is held."""

    def __init__(self, portions: Portions) -> None:
        self._portions = portions
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self.held = ""

    def grow(self) -> bool:
        """Read on; returns whether there was more."""
        data = self._portions.next(len(self.held))
        self.held += self._decoder.decode(data, final=not data)
        return bool(data)


def _items(text: _Text, portions: Portions, name: str) -> Iterator[tuple[list[Any], bool]]:
    """The items from a text's position, and whether they are the last; raises SourceError if it is cut off."""
    while True:
        items, ended = _whole(text, name)
        if ended:
            while len(text.held) < portions.longest and text.grow():
                pass
            if _loaded('{"items":[' + text.held, name) is None:
                raise SourceError(name, "the feed is cut off")
            yield items, True
            return
        if items:
            yield items, False
        elif len(text.held) > portions.longest:
            raise portions.too_long(name)
        if not text.grow():
            raise SourceError(name, "the feed is cut off")


def _whole(text: _Text, name: str) -> tuple[list[Any], bool]:
    """The complete items, which are then released, and whether the list ends after them."""
    items: list[Any] = []
    position = 0
    while True:
        between = _BETWEEN.match(text.held, position)
        position = between.end() if between else position
        if text.held.startswith("]", position):
            break
        try:
            item, position = _DECODER.raw_decode(text.held, position)
        except json.JSONDecodeError:
            break
        except RecursionError as error:
            raise SourceError(name, "the JSON is nested too deeply") from error
        except ValueError as error:
            raise SourceError(name, "the JSON has a number that is too long") from error
        items.append(item)
    text.held = text.held[position:]
    return items, text.held.startswith("]")


def _loaded(text: str, name: str) -> Any:
    try:
        return _DECODER.decode(text)
    except RecursionError as error:
        raise SourceError(name, "the JSON is nested too deeply") from error
    except ValueError:
        return None
