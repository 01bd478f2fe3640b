"""A live ticker that grows, corrects and drops entries, as text or as a page of HTML, with a tag for each state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape

from aiohttp import web

PLACES = (
    "Odessa",
    "Charkiw",
    "Sumy",
    "Cherson",
    "Dnipro",
    "Poltawa",
    "Lwiw",
    "Winnyzja",
    "Tschernihiw",
    "Saporischschja",
)
EVENTS = (
    "Drohnen treffen Hafen von",
    "Strom fällt aus in",
    "Hilfe kommt an in",
    "Minister reist nach",
    "Alarm endet in",
)


@dataclass
class Item:
    """An entry as the page has it."""

    clock: str
    headline: str
    text: str


@dataclass
class LiveTicker:
    """What the page shows, newest first."""

    items: list[Item] = field(default_factory=list)
    html: bool = False

    def grow(self) -> Item:
        """One more entry on top, a quarter of an hour later."""
        number = getattr(self, "_count", 0)
        self._count = number + 1
        minutes = 6 * 60 + 15 * number
        place, event = PLACES[number % len(PLACES)], EVENTS[number % len(EVENTS)]
        item = Item(
            f"{minutes // 60:02}:{minutes % 60:02}",
            f"{event} {place}",
            f"Das teilt die Verwaltung von {place} in ihrer Meldung Nummer {number + 1} mit. Verletzt wurde niemand.",
        )
        self.items.insert(0, item)
        return item

    @property
    def headlines(self) -> list[str]:
        """What should be kept of it."""
        return [item.headline for item in self.items]

    def page(self) -> bytes:
        """The page as it is now."""
        return ("\n".join(self._html() if self.html else self._text()) + "\n").encode()

    @property
    def tag(self) -> str:
        """What the server knows the page's state by."""
        return f'"{sha256(self.page()).hexdigest()[:16]}"'

    def _text(self) -> Iterator[str]:
        yield "Krieg gegen die Ukraine: Liveticker\n\nStand: 14.11.2025, 22:00 Uhr\n"
        for item in self.items:
            yield f"+++ {item.clock} {item.headline} +++\n{item.text}\n"

    def _html(self) -> Iterator[str]:
        yield '<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Liveticker</title></head><body><main>'
        yield "<h1>Krieg gegen die Ukraine: Liveticker</h1>"
        for item in self.items:
            time = f'<time datetime="2025-11-14T{item.clock}:00+01:00">{item.clock} Uhr</time>'
            yield f"<article>{time}<h2>{escape(item.headline)}</h2><p>{escape(item.text)}</p></article>"
        yield "</main></body></html>"

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """The page, or 304 where whoever asks has it."""
        headers = {"ETag": self.tag, "Content-Type": f"text/{'html' if self.html else 'plain'}; charset=utf-8"}
        if request.headers.get("If-None-Match") == self.tag:
            return web.Response(status=304, headers=headers)
        return web.Response(body=self.page(), headers=headers)
