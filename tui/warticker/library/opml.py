"""Lists of followed sources in the format that other readers use: OPML 2.0 (http://opml.org/spec2.opml)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from html import escape
from typing import NamedTuple
from xml.parsers import expat

from warticker.archive.following.followed import Subscription
from warticker.errors import SourceError, UsageError
from warticker.library import intervals

MAX_BYTES = 10 * 2**20
MAX_OUTLINES = 2_000
_DEEPEST = 50
_OURS = "urn:x-warticker"
"""The namespace of this program's own attributes, which OPML 2.0 allows."""


class Outline(NamedTuple):
    """A source in a list."""

    address: str
    """As written there."""
    name: str
    """Empty if it has none."""
    every: timedelta = intervals.USUAL
    deep: bool = False


def to_opml(subscriptions: Iterable[Subscription]) -> str:
    """A list of the sources that have a web address."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<opml version="2.0" xmlns:warticker="{_OURS}">',
        "  <head><title>warticker</title></head>",
        "  <body>",
        *(_outline(subscription) for subscription in subscriptions if subscription.host),
        "  </body>",
        "</opml>",
    ]
    return "\n".join(lines) + "\n"


def _outline(subscription: Subscription) -> str:
    name, address = escape(subscription.name), escape(subscription.address)
    every = intervals.written(subscription.every)
    deep = ' warticker:deep="true"' if subscription.deep else ""
    return f'    <outline type="rss" text="{name}" title="{name}" xmlUrl="{address}" warticker:every="{every}"{deep}/>'


def from_opml(data: bytes, *, name: str) -> tuple[Outline, ...]:
    """The sources of a list, in order, each once; raises SourceError if it is not OPML or not safe."""
    if len(data) > MAX_BYTES:
        raise SourceError(name, f"too large (more than {MAX_BYTES // 2**20} MiB)")
    reading = _Reading(name)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    # OPML has no document type; a document with one may declare entities that expand endlessly or read files.
    parser.StartDoctypeDeclHandler = reading.refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise SourceError(name, f"not valid XML in line {error.lineno}") from error
    except (LookupError, ValueError) as error:
        raise SourceError(name, "unknown character set") from error
    if reading.root != "opml":
        raise SourceError(name, "not OPML")
    return tuple(reading.found.values())


class _Reading:
    """The state of parsing a list."""

    def __init__(self, name: str) -> None:
        self.root = ""
        self.found: dict[str, Outline] = {}
        self._name = name
        self._depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.root = self.root or tag
        self._depth += 1
        if self._depth > _DEEPEST:
            raise SourceError(self._name, f"nested more than {_DEEPEST} levels deep")
        address = attributes.get("xmlUrl", "").strip()
        if tag == "outline" and address:
            self.found.setdefault(address, _read(address, attributes))
            if len(self.found) > MAX_OUTLINES:
                raise SourceError(self._name, f"more than {MAX_OUTLINES:,} sources; import it in parts")

    def end(self, _: str) -> None:
        self._depth -= 1

    def refuse(self, *_: object) -> None:
        raise SourceError(self._name, "has a document type declaration (DOCTYPE); remove it")


def _read(address: str, attributes: dict[str, str]) -> Outline:
    try:
        every = intervals.interval(attributes.get(f"{_OURS} every", ""))
    except UsageError:
        every = intervals.USUAL
    name = " ".join((attributes.get("text") or attributes.get("title") or "").split())
    return Outline(address, name, every, attributes.get(f"{_OURS} deep") == "true")
