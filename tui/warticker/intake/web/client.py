"""The HTTP client: one request at a time per host, with a limit on everything."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self, overload
from urllib.parse import urljoin

from warticker import __version__
from warticker.errors import BusyError, SourceError
from warticker.intake.addresses import checked, host
from warticker.intake.provenance import Provenance
from warticker.intake.unpacking import ACCEPTED, Body
from warticker.intake.web.locality import nearness

if TYPE_CHECKING:
    import aiohttp

USER_AGENT = f"warticker/{__version__}"
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html, application/rss+xml, application/atom+xml, application/json, text/plain, */*;q=0.5",
    "Accept-Language": "de, *;q=0.5",
    "Accept-Encoding": ACCEPTED,
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NO_TEXT = ("audio/", "font/", "image/", "video/")
_LONGEST_VALIDATOR = 200
_LONGEST_HEADER = 2**16
"""Bytes of a header: some servers' content security policies exceed the usual 8,190."""


class Limits(NamedTuple):
    """Limits of time and size for an answer."""

    connecting: float = 10.0
    """Seconds until there is a connection."""
    silence: float = 20.0
    """Seconds without a byte."""
    whole: float = 60.0
    """Seconds for everything, including redirects, but not the wait for one's turn."""
    size: int = 20 * 2**20
    """Bytes, decompressed."""
    redirects: int = 5


class Validators(NamedTuple):
    """A server's validators of a page, by which it can answer that nothing has changed (RFC 9110, 8.8)."""

    address: str = ""
    """The page that they belong to, after redirects: no other server gets to see them."""
    etag: str = ""
    last_modified: str = ""

    def headers(self, address: str) -> dict[str, str]:
        """The headers that request a page only if it has changed."""
        if address != self.address:
            return {}
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}


NONE = Validators()


class Fetched(NamedTuple):
    """A fetched page."""

    data: bytes
    provenance: Provenance
    validators: Validators = NONE


def utc_now() -> datetime:
    """The time, aware, in UTC."""
    return datetime.now(UTC)


class Client:
    """A round of requests: connections are kept for its duration, cookies never."""

    def __init__(self, limits: Limits | None = None, now: Callable[[], datetime] = utc_now) -> None:
        self._limits = limits or Limits()
        self._now = now
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._busy: dict[str, BusyError] = {}

    async def __aenter__(self) -> Self:
        # Imported here: it takes half a second, and most sources are files.
        import aiohttp

        limits = self._limits
        self._session = aiohttp.ClientSession(
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            max_field_size=_LONGEST_HEADER,
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=limits.connecting, sock_read=limits.silence),
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    @overload
    async def get(self, address: str) -> Fetched: ...
    @overload
    async def get(self, address: str, known: Validators, *, leave: bool = True) -> Fetched | None: ...
    async def get(self, address: str, known: Validators = NONE, *, leave: bool = True) -> Fetched | None:
        """A page, or None if it has not changed since the server gave `known`.

        `leave` is whether a redirect may lead to another host. A host that has asked to be left alone is not asked
        again. Raises BusyError if the server asks to be left alone, and SourceError for any other failure.
        """
        at = checked(address)
        left = self._limits.whole
        clock = asyncio.get_running_loop().time
        for _ in range(self._limits.redirects + 1):
            async with self._turns[host(at)]:
                if busy := self._busy.get(host(at)):
                    raise BusyError(address, busy.reason, busy.wait)
                began = clock()
                answer = await self._in_time(at, address, known, left)
                left -= clock() - began
            if not isinstance(answer, str):
                return answer
            at, before = _led(at, answer, address), at
            if host(at) != host(before):
                await self._check_leaving(before, at, address, allowed=leave)
        raise SourceError(address, f"more than {self._limits.redirects} redirects")

    async def _check_leaving(self, before: str, at: str, name: str, *, allowed: bool) -> None:
        """Raise SourceError for a redirect that must not lead to another host, such as to one that is nearer."""
        if not allowed:
            raise SourceError(name, f"redirects to another host ({host(at)})")
        if await nearness(host(at)) > await nearness(host(before)):
            raise SourceError(name, f"redirects into the local network ({host(at)})")

    async def _in_time(self, at: str, name: str, known: Validators, left: float) -> Fetched | str | None:
        # Imported here, but loaded already by __aenter__.
        import aiohttp

        from warticker.intake.web import failures

        try:
            async with asyncio.timeout(left):
                return await self._ask(at, name, known)
        except BusyError as error:
            self._busy[host(at)] = error
            raise
        except aiohttp.ClientError as error:
            raise SourceError(name, failures.reason(error, host(at))) from error
        except TimeoutError as error:
            raise SourceError(name, f"took longer than {self._limits.whole:g} seconds") from error

    async def _ask(self, at: str, name: str, known: Validators) -> Fetched | str | None:
        """The page, the address that it redirects to, or None if it has not changed."""
        # Imported here: it loads aiohttp.
        from warticker.intake.web import failures

        asked = self._session.get(at, headers=_HEADERS | known.headers(at), allow_redirects=False)
        async with asked as answer:
            headers = answer.headers
            if answer.status in _REDIRECTS and headers.get("Location"):
                return headers["Location"]
            if answer.status == 304 and known.headers(at):
                return None
            if not 200 <= answer.status < 300:
                raise failures.of_status(answer.status, headers.get("Retry-After", ""), name, self._now())
            body = await self._body(answer, name)
        provenance = Provenance(at, answer.charset, answer.content_type, self._now())
        return Fetched(body, provenance, _validators(at, headers))

    async def _body(self, answer: aiohttp.ClientResponse, name: str) -> bytes:
        if answer.content_type.startswith(_NO_TEXT):
            raise SourceError(name, f"not a text document ({answer.content_type[:50]})")
        body = Body(answer.headers.get("Content-Encoding", ""), self._limits.size, name)
        async for piece in answer.content.iter_any():
            body.add(piece)
        return body.whole()


def _led(at: str, location: str, name: str) -> str:
    """The target of a redirect; raises SourceError if it must not be requested."""
    try:
        return checked(urljoin(at, location))
    except (SourceError, ValueError) as error:
        reason = error.reason if isinstance(error, SourceError) else "not a valid address"
        raise SourceError(name, f"redirects to {location[:200]}: {reason}") from error


def _validators(at: str, headers: Mapping[str, str]) -> Validators:
    def plain(header: str) -> str:
        text = headers.get(header, "")
        # A value this long or strange is not a validator, but could track the user.
        return text if len(text) <= _LONGEST_VALIDATOR and text.isascii() and text.isprintable() else ""

    return Validators(at, plain("ETag"), plain("Last-Modified"))
