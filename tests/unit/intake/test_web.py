"""Pages come from the web whole, or not at all and with one line that says why."""

from __future__ import annotations

import asyncio
import gzip
import socket
import zlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import brotli  # type: ignore[import-untyped]
import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.library.live_server import Server, serving

from warticker.errors import BusyError, SourceError
from warticker.intake.addresses import checked, host
from warticker.intake.web import client
from warticker.intake.web.client import Client, Fetched, Limits, Validators
from warticker.intake.web.failures import seconds_to_wait
from warticker.intake.web.locality import Nearness, nearness

NOW = datetime(2025, 11, 14, 12, tzinfo=UTC)
HASTY = Limits(connecting=0.5, silence=0.05, whole=0.3, size=100_000)
TEXT = "Drohnen über Odessa".encode()


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as server:
        yield server


async def ask(address: str, known: Validators | None = None, limits: Limits = HASTY) -> Fetched | None:
    async with Client(limits, now=lambda: NOW) as asking:
        return await asking.get(address, known or Validators())


async def refused(address: str, limits: Limits = HASTY) -> SourceError:
    with pytest.raises(SourceError) as caught:
        await ask(address, limits=limits)
    assert str(caught.value).startswith(address)
    assert "\n" not in str(caught.value)
    return caught.value


async def test_a_page_comes_with_what_its_server_says_of_it(server: Server) -> None:
    server.show("/ticker", TEXT, Content_Type="text/plain; charset=utf-8", ETag='"a"')
    page = await ask(server.address("/ticker"))
    assert page is not None
    assert page.data == TEXT
    told = page.provenance
    assert (told.address, told.charset, told.media_type, told.fetched) == (
        server.address("/ticker"), "utf-8", "text/plain", NOW
    )  # fmt: skip


async def test_a_header_may_be_long_and_not_endless(server: Server) -> None:
    server.show("/ticker", TEXT, Content_Security_Policy="img-src " + "example.org " * 4000)
    page = await ask(server.address("/ticker"))
    assert page is not None
    assert page.data == TEXT
    server.show("/ticker", TEXT, Content_Security_Policy="img-src " + "example.org " * 40_000)
    assert "sent an invalid HTTP response" in (await refused(server.address("/ticker"))).reason


async def test_a_page_that_has_not_changed_costs_no_body(server: Server) -> None:
    async def page(request: web.Request) -> web.Response:
        known = request.headers.get("If-None-Match") == '"a"'
        return web.Response(status=304) if known else web.Response(body=TEXT, headers={"ETag": '"a"'})

    server.pages["/ticker"] = page
    first = await ask(server.address("/ticker"))
    assert first is not None
    assert await ask(server.address("/ticker"), first.validators) is None


async def test_a_page_is_asked_for_by_its_date_where_it_has_no_tag(server: Server) -> None:
    server.show("/ticker", TEXT, Last_Modified="Fri, 14 Nov 2025 11:00:00 GMT")
    first = await ask(server.address("/ticker"))
    assert first is not None
    await ask(server.address("/ticker"), first.validators)
    assert server.asked[1].headers["If-Modified-Since"] == "Fri, 14 Nov 2025 11:00:00 GMT"


async def test_what_one_page_was_known_by_is_not_told_to_another(server: Server) -> None:
    server.show("/heute", status=302, Location="/freitag")
    server.show("/freitag", TEXT, ETag='"a"')
    first = await ask(server.address("/heute"))
    server.show("/heute", status=302, Location="/samstag")
    server.show("/samstag", TEXT, ETag='"b"')
    assert first is not None
    assert await ask(server.address("/heute"), first.validators) is not None
    assert not any("If-None-Match" in request.headers for request in server.asked)


async def test_nothing_is_sent_that_tells_who_asks(server: Server) -> None:
    server.show("/erst", status=302, Location="/dann", Set_Cookie="wer=du")
    server.show("/dann", TEXT, Set_Cookie="wer=du")
    async with Client(HASTY) as asking:
        await asking.get(server.address("/erst"))
        await asking.get(server.address("/dann"))
    for request in server.asked:
        assert set(request.headers) == {"Host", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding"}
        assert request.headers["User-Agent"].startswith("warticker/")


@pytest.mark.parametrize(
    ("packing", "packed"),
    [
        ("gzip", gzip.compress(TEXT)),
        ("gzip", gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:]) + bytes(20)),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", zlib.compress(TEXT)[2:-4]),
        ("br", brotli.compress(TEXT)),
        ("identity", TEXT),
        ("UTF-8", TEXT),
    ],
)
async def test_packed_pages_are_unpacked(server: Server, packing: str, packed: bytes) -> None:
    server.show("/ticker", packed, Content_Encoding=packing)
    page = await ask(server.address("/ticker"))
    assert page is not None
    assert page.data == TEXT


@pytest.mark.parametrize(
    ("packing", "packed"),
    [
        ("gzip", gzip.compress(bytes(50_000_000))),
        ("deflate", zlib.compress(bytes(50_000_000))),
        ("br", brotli.compress(bytes(50_000_000), quality=5)),
    ],
    ids=["gzip", "deflate", "br"],
)
async def test_a_bomb_is_cut_off_at_the_limit(server: Server, packing: str, packed: bytes) -> None:
    server.show("/bombe", packed, Content_Encoding=packing)
    assert "too large" in (await refused(server.address("/bombe"))).reason


@pytest.mark.parametrize(
    ("packing", "packed", "reason"),
    [
        ("gzip", gzip.compress(TEXT)[:-10], "data is cut off"),
        ("br", brotli.compress(TEXT)[:-3], "data is cut off"),
        ("gzip", TEXT, "damaged"),
        ("br", b"\xff" * 100, "damaged"),
        ("zstd", TEXT, "not requested"),
    ],
)
async def test_what_cannot_be_unpacked_is_told(server: Server, packing: str, packed: bytes, reason: str) -> None:
    server.show("/ticker", packed, Content_Encoding=packing)
    assert reason in (await refused(server.address("/ticker"))).reason


async def test_a_page_that_never_ends_is_given_up(server: Server) -> None:
    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield bytes(10_000)

    server.stream("/endlos", endless)
    assert "too large" in (await refused(server.address("/endlos"))).reason


async def test_padding_that_never_ends_is_given_up(server: Server) -> None:
    async def padded() -> AsyncIterator[bytes]:
        yield gzip.compress(TEXT)
        while True:
            yield bytes(10_000)

    server.stream("/endlos", padded, Content_Encoding="gzip")
    assert "too large" in (await refused(server.address("/endlos"))).reason


async def test_a_page_that_drips_is_given_up(server: Server) -> None:
    async def dripping() -> AsyncIterator[bytes]:
        while True:
            yield b"x"
            await asyncio.sleep(0.01)

    server.stream("/tropft", dripping)
    assert "took longer than 0.3 seconds" in (await refused(server.address("/tropft"))).reason


async def test_a_silent_server_is_given_up(server: Server) -> None:
    server.hang("/still")
    assert "127.0.0.1 stopped responding" in (await refused(server.address("/still"))).reason


async def test_half_a_page_is_none(server: Server) -> None:
    server.break_off("/halb", TEXT)
    assert "the response was cut off" in (await refused(server.address("/halb"))).reason


async def test_redirects_are_followed(server: Server) -> None:
    for step in range(5):
        server.show(f"/{step}", status=[301, 302, 303, 307, 308][step], Location=f"{step + 1}")
    server.show("/5", TEXT)
    page = await ask(server.address("/0"))
    assert page is not None
    assert page.provenance.address == server.address("/5")


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("/kreis", "more than 5 redirects"),
        ("file:///etc/passwd", "redirects to file:///etc/passwd: not an http"),
        ("ftp://example.org/", "not an http"),
        ("data:text/plain,x", "not an http"),
        ("http://du:geheim@127.0.0.1/", "an address must not contain a user name or password"),
        ("http://[", "not a valid address"),
    ],
)
async def test_redirects_lead_only_where_may_be_asked(server: Server, location: str, reason: str) -> None:
    server.show("/kreis", status=302, Location=location)
    assert reason in (await refused(server.address("/kreis"))).reason
    assert len(server.asked) <= 6


@pytest.mark.parametrize("stranger", [Nearness.WORLD, Nearness.NETWORK])
async def test_nobody_is_led_nearer_than_who_leads(
    server: Server, monkeypatch: pytest.MonkeyPatch, stranger: Nearness
) -> None:
    async def near(name: str) -> Nearness:
        return Nearness.MACHINE if name == "localhost" else stranger

    monkeypatch.setattr(client, "nearness", near)
    server.show("/drinnen", TEXT)
    server.show("/hinein", status=302, Location=server.address("/drinnen", "localhost"))
    assert (await refused(server.address("/hinein"))).reason == "redirects into the local network (localhost)"
    assert await ask(server.address("/hinein", "localhost")) is not None


@pytest.mark.parametrize(
    ("resolved", "near"),
    [
        (["8.8.8.8"], Nearness.WORLD),
        (["192.168.0.1"], Nearness.NETWORK),
        (["8.8.8.8", "10.0.0.1"], Nearness.NETWORK),
        (["169.254.1.1"], Nearness.NETWORK),
        (["10.0.0.1", "::1"], Nearness.MACHINE),
        (["::"], Nearness.MACHINE),
        (["::ffff:127.0.0.1"], Nearness.MACHINE),
    ],
    ids=range(7),
)
async def test_a_network_is_told_by_the_addresses_in_it(
    monkeypatch: pytest.MonkeyPatch, resolved: list[str], near: Nearness
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(0, 0, 0, "", (address, 0)) for address in resolved])
    assert await nearness("host.example") is near


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (404, "404 (Not Found)"),
        (500, "500 (Internal Server Error)"),
        (304, "304 (Not Modified)"),
        (599, "returned 599"),
    ],
)
async def test_an_answer_without_a_page_is_told(server: Server, status: int, reason: str) -> None:
    server.show("/ticker", status=status)
    assert reason in (await refused(server.address("/ticker"))).reason


@pytest.mark.parametrize("status", [429, 503])
async def test_a_server_can_ask_to_be_left_alone(server: Server, status: int) -> None:
    server.show("/ticker", status=status, Retry_After="120")
    error = await refused(server.address("/ticker"))
    assert isinstance(error, BusyError)
    assert error.wait == 120


async def test_pictures_and_films_are_not_loaded(server: Server) -> None:
    server.show("/bild", bytes(10), Content_Type="image/png")
    assert "not a text document (image/png)" in (await refused(server.address("/bild"))).reason


async def test_a_host_is_asked_one_thing_at_a_time(server: Server) -> None:
    async def slow(request: web.Request) -> web.Response:
        await asyncio.sleep(0.01)
        return web.Response(body=TEXT)

    server.pages = {f"/{number}": slow for number in range(6)}
    async with Client() as asking:
        await asyncio.gather(*(asking.get(server.address(path)) for path in server.pages))
    assert (len(server.asked), server.most_at_once) == (6, 1)


async def test_hosts_do_not_wait_for_each_other(server: Server) -> None:
    both = asyncio.Barrier(2)

    async def meeting(request: web.Request) -> web.Response:
        await both.wait()
        return web.Response(body=TEXT)

    server.pages["/"] = meeting
    async with Client() as asking:
        await asyncio.gather(*(asking.get(server.address("/", name)) for name in ("127.0.0.1", "localhost")))


async def test_what_is_not_there_is_told(server: Server, unused_tcp_port: int) -> None:
    closed = await refused(f"http://127.0.0.1:{unused_tcp_port}/")
    assert closed.reason == "connection refused"
    plain = server.address("/").replace("http:", "https:")
    assert (await refused(plain)).reason == "cannot establish a TLS connection to 127.0.0.1"


async def test_a_name_that_does_not_resolve_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert (await refused("http://kein-solcher.invalid/")).reason == "cannot resolve the name kein-solcher.invalid"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("HTTPS://Example.ORG", "https://example.org/"),
        (" https://example.org/Ticker?x=1#y ", "https://example.org/Ticker?x=1"),
        ("http://example.org:8080?x", "http://example.org:8080/?x"),
    ],
)
def test_an_address_has_one_form(written: str, plain: str) -> None:
    assert checked(written) == plain


@pytest.mark.parametrize(
    "wrong",
    [
        "https://",
        "https:///x",
        "http://a b/",
        "http://x\\y/",
        "http://h:0/",
        "http://[/",
        "http://a..b/",
        f"http://{'a' * 64}.b/",
    ],
)
def test_what_is_no_address_is_refused(wrong: str) -> None:
    with pytest.raises(SourceError, match="not a valid address"):
        checked(wrong)


def test_a_password_is_neither_used_nor_told() -> None:
    with pytest.raises(SourceError, match="user name or password") as caught:
        checked("https://du:geheim@example.org/")
    assert "geheim" not in str(caught.value)


@given(st.text())
def test_whatever_stands_behind_the_scheme_is_an_address_or_refused(rest: str) -> None:
    try:
        address = checked(f"https://{rest}")
    except SourceError:
        return
    assert checked(address) == address
    assert host(address)
    assert "@" not in address.split("/")[2]


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("120", 120.0),
        ("Fri, 14 Nov 2025 12:01:00 GMT", 60.0),
        ("Fri, 14 Nov 2025 12:01:00", 60.0),
        ("Fri, 14 Nov 2025 11:00:00 GMT", 0.0),
        ("99999999999999999999", 86_400.0),
        ("Fri, 14 Nov 9025 12:00:00 GMT", 86_400.0),
        ("", 0.0),
        ("-5", 0.0),
        ("bald", 0.0),
        ("²", 0.0),
        ("Fri, 14 Nov 99999999999999999999 12:00:00 GMT", 0.0),
        ("Fri, 14 Nov 2025 12:00:00 +9999999999999999", 0.0),
    ],
)
def test_how_long_to_wait_is_told_in_seconds_or_as_a_date(told: str, seconds: float) -> None:
    assert seconds_to_wait(told, NOW) == seconds
