"""A live ticker that grows, corrects and drops entries, as text or as a page of HTML, with a tag for each state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
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
    day: date = date(2025, 11, 14)
    grown: int = 0
    """How many entries it has had."""

    def grow(self, clock: str | None = None) -> Item:
        """One more entry on top, of a time such as `16:05`, by itself a quarter of an hour later than the last."""
        number, minutes = self.grown, 6 * 60 + 15 * self.grown
        self.grown += 1
        place, event = PLACES[number % len(PLACES)], EVENTS[number // 2 % len(EVENTS)]
        item = Item(
            clock or f"{minutes // 60:02}:{minutes % 60:02}",
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
        yield f"Krieg gegen die Ukraine: Liveticker\n\nStand: {self.day:%d.%m.%Y}, 22:00 Uhr\n"
        for item in self.items:
            yield f"+++ {item.clock} {item.headline} +++\n{item.text}\n"

    def _html(self) -> Iterator[str]:
        yield '<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Liveticker</title></head><body><main>'
        yield "<h1>Krieg gegen die Ukraine: Liveticker</h1>"
        for item in self.items:
            time = f'<time datetime="{self.day}T{item.clock}:00+01:00">{item.clock} Uhr</time>'
            yield f"<article>{time}<h2>{escape(item.headline)}</h2><p>{escape(item.text)}</p></article>"
        yield "</main></body></html>"

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """The page, or 304 where whoever asks has it."""
        headers = {"ETag": self.tag, "Content-Type": f"text/{'html' if self.html else 'plain'}; charset=utf-8"}
        if request.headers.get("If-None-Match") == self.tag:
            return web.Response(status=304, headers=headers)
        return web.Response(body=self.page(), headers=headers)
