"""What is followed is read exactly, politely, and never held up by what is broken."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tests.unit.library.live_server import Server, serving
from tests.unit.library.live_ticker import LiveTicker

from warticker.archive.following.followed import Subscription
from warticker.errors import ArchiveError, SourceError
from warticker.intake.addresses import host
from warticker.intake.sources import Content
from warticker.intake.web.client import Limits
from warticker.library import Library, gathering
from warticker.library.following import Following, Outcome
from warticker.model import BERLIN, Moment

MINUTE = timedelta(minutes=1)


class Reader:
    """Somebody who follows sources, with a clock of their own."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.now = datetime(2025, 11, 14, 21, tzinfo=UTC)
        self.kept = library.archive.subscriptions
        limits = Limits(connecting=1.0, silence=0.3, whole=2.0, size=1_000_000)
        self.following = Following(library.archive, limits=limits, now=lambda: self.now, chance=lambda: 1.0)

    def follow(self, address: str, *, deep: bool = False) -> Subscription:
        name = f"Quelle {len(self.kept)}"
        return self.kept.add(address, name=name, host=host(address), every=2 * MINUTE, deep=deep)

    async def update(self, *, minutes: float = 2.0) -> list[Outcome]:
        """What comes of the sources that are due, so many minutes later."""
        self.now += minutes * MINUTE
        outcomes: list[Outcome] = []
        await self.following.update(self.following.due(), outcomes.append)
        return outcomes

    @property
    def headlines(self) -> list[str]:
        selection = self.library.select()
        return [row.headline for row in selection.rows(0, len(selection))]


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as server:
        yield server


@pytest.fixture
def reader() -> Iterator[Reader]:
    with closing(Library.open()) as library:
        yield Reader(library)


@pytest.fixture
def ticker(server: Server) -> LiveTicker:
    ticker = LiveTicker()
    for _ in range(4):
        ticker.grow()
    server.pages["/ticker"] = ticker.answer
    return ticker


@pytest.mark.parametrize("html", [False, True], ids=["text", "html"])
async def test_a_page_that_grows_corrects_and_drops_is_followed_exactly(
    server: Server, reader: Reader, ticker: LiveTicker, html: bool
) -> None:
    ticker.html = html
    reader.follow(server.address("/ticker"))

    def grow() -> None:
        ticker.grow()

    def correct() -> None:
        ticker.items[2].text += " Das wurde inzwischen berichtigt."

    def drop() -> None:
        del ticker.items[1]

    def nothing() -> None:
        pass

    changes: list[Callable[[], None]] = [nothing, grow, nothing, correct, drop, nothing, grow, nothing, grow, nothing]
    told = []
    for change in changes:
        change()
        (outcome,) = await reader.update()
        told.append((outcome.gathered.added.new, outcome.gathered.added.changed, outcome.gathered.added.withdrawn))
    assert told == [
        (4, 0, 0), (1, 0, 0), (0, 0, 0), (0, 1, 0), (0, 0, 1), (0, 0, 0), (1, 0, 0), (0, 0, 0), (1, 0, 0), (0, 0, 0)
    ]  # fmt: skip
    assert server.sent == [200, 200, 304, 200, 200, 304, 200, 304, 200, 304]
    kept = reader.library.select(reader.library.parse("-is:withdrawn"))
    assert [row.headline for row in kept.rows(0, len(kept))] == ticker.headlines
    assert reader.kept.find("Quelle 0").entries == 7


async def test_a_page_without_tags_is_read_again_only_when_it_is_another(server: Server, reader: Reader) -> None:
    ticker = LiveTicker()
    ticker.grow()
    server.show("/ticker", ticker.page())
    reader.follow(server.address("/ticker"))
    assert [(await reader.update())[0].gathered.read for _ in range(3)] == [1, 0, 0]


async def test_twenty_sources_come_side_by_side_and_the_bad_ones_hold_up_none(server: Server, reader: Reader) -> None:
    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield bytes(50_000)

    for number in range(14):
        ticker = LiveTicker()
        for _ in range(number + 1):
            ticker.grow().headline += f" ({number})"
        server.pages[f"/{number}"] = ticker.answer
        reader.follow(server.address(f"/{number}"))
    server.hang("/still")
    server.break_off("/halb", b"+++ 12:00 Halb")
    server.stream("/endlos", endless)
    server.show("/kreis", status=302, Location="/kreis")
    server.show("/datei", status=302, Location="file:///etc/passwd")
    for path in ("/still", "/halb", "/endlos", "/kreis", "/datei", "/weg"):
        reader.follow(server.address(path, "localhost"))
    outcomes = await reader.update()
    assert len(outcomes) == 20
    bad = {
        outcome.subscription.address.rpartition("/")[2]: outcome.errors[0].reason
        for outcome in outcomes
        if outcome.errors
    }
    assert bad == {
        "still": "localhost stopped responding",
        "halb": "the response was cut off",
        "endlos": "too large (more than 0 MiB)",
        "kreis": "more than 5 redirects",
        "datei": "redirects to file:///etc/passwd: not an http:// or https:// address",
        "weg": "the server returned 404 (Not Found)",
    }
    assert len(reader.headlines) == sum(range(15))
    assert not any("Cookie" in request.headers for request in server.asked)


async def test_what_was_kept_stays_while_a_source_fails_and_it_is_asked_ever_more_rarely(
    server: Server, reader: Reader, ticker: LiveTicker
) -> None:
    reader.follow(server.address("/ticker"))
    await reader.update()
    kept = reader.headlines
    server.show("/ticker", status=500)
    asked = [len(await reader.update()) for _ in range(15)]
    assert asked == [1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1]
    assert reader.headlines == kept
    failed = reader.kept.find("Quelle 0")
    assert (failed.failures, failed.error) == (4, "the server returned 500 (Internal Server Error)")
    server.pages["/ticker"] = ticker.answer
    await reader.update(minutes=60)
    assert reader.kept.find("Quelle 0").failures == 0


async def test_what_stands_in_place_of_a_ticker_for_a_moment_is_not_kept(
    server: Server, reader: Reader, ticker: LiveTicker
) -> None:
    reader.follow(server.address("/ticker"))
    await reader.update()
    server.show("/ticker", "Wartung\n\nUnsere Seite steht in wenigen Minuten wieder da, wo sie vorher stand.")
    (outcome,) = await reader.update()
    assert [error.reason for error in outcome.errors] == [
        "no longer a ticker; if it is not one next time either, it will be read"
    ]
    server.pages["/ticker"] = ticker.answer
    ticker.items[0].headline += ", wie es heißt"
    (outcome,) = await reader.update(minutes=60)
    assert (outcome.gathered.added.new, outcome.gathered.added.changed) == (0, 1)
    server.show("/ticker", "Bilanz\n\nAm Ende des Tages zählte die Verwaltung von Odessa weniger Schäden als zuvor.")
    for _ in range(2):
        (outcome,) = await reader.update(minutes=60)
    assert (outcome.gathered.added.new, outcome.gathered.added.withdrawn) == (1, 0)


async def test_a_server_that_wants_to_be_left_alone_is(server: Server, reader: Reader, ticker: LiveTicker) -> None:
    for path in ("/ticker", "/zweiter", "/dritter"):
        server.show(path, status=429, Retry_After="600")
        reader.follow(server.address(path))
    await reader.update()
    assert len(server.asked) == 1
    waiting = reader.kept.find("Quelle 0")
    assert (waiting.failures, waiting.error) == (0, "the server returned 429 (Too Many Requests)")
    assert waiting.due == reader.now + 10 * MINUTE
    reader.now += 5 * MINUTE
    outcomes: list[Outcome] = []
    await reader.following.update(reader.kept, outcomes.append)
    assert [outcome.left_alone for outcome in outcomes] == [True] * 3
    server.pages["/ticker"] = ticker.answer
    reader.now += 5 * MINUTE
    await reader.following.update([reader.kept.find("Quelle 0")], outcomes.append)
    assert outcomes[-1].gathered.added.new == 4


async def test_a_page_is_not_asked_again_within_half_a_minute(
    server: Server, reader: Reader, ticker: LiveTicker
) -> None:
    reader.follow(server.address("/ticker"))
    await reader.update()
    left = []
    for seconds in (10, 10, 10):
        reader.now += timedelta(seconds=seconds)
        outcomes: list[Outcome] = []
        await reader.following.update(reader.kept, outcomes.append)
        left.append(outcomes[0].left_alone)
    assert left == [True, True, False]
    assert len(server.asked) == 2


async def test_a_source_is_due_a_little_sooner_than_its_interval_and_not_much(
    server: Server, reader: Reader, ticker: LiveTicker
) -> None:
    reader.follow(server.address("/ticker"))
    assert [len(await reader.update(minutes=minutes)) for minutes in (0, 1.7, 0.2, 1.9)] == [1, 0, 1, 1]


async def test_a_source_that_is_paused_is_not_due(server: Server, reader: Reader, ticker: LiveTicker) -> None:
    source = reader.follow(server.address("/ticker"))
    reader.kept.pause(source.address, True)
    assert await reader.update() == []
    reader.kept.pause(source.address, False)
    assert len(await reader.update()) == 1


async def test_a_folder_gives_what_is_new_and_changed_in_it(reader: Reader, tmp_path: Path) -> None:
    ticker = LiveTicker()
    ticker.grow()
    reader.follow(str(tmp_path))
    assert [(outcome.gathered.read, outcome.errors) for outcome in await reader.update()] == [(0, ())]
    (tmp_path / "eins.txt").write_bytes(ticker.page())
    (await reader.update()) and (tmp_path / "zwei.txt").write_bytes(b"\x00\x01" * 100)
    (told,) = await reader.update()
    assert (told.gathered.read, [error.reason for error in told.errors]) == (0, ["not a text document (binary data)"])
    assert [(told.gathered.read, told.errors) for told in await reader.update()] == [(0, ())]
    ticker.grow()
    (tmp_path / "eins.txt").write_bytes(ticker.page())
    os.utime(tmp_path / "eins.txt", ns=(1, 1))
    (told,) = await reader.update()
    assert told.gathered.added.new == 1
    assert sorted(reader.headlines) == sorted(ticker.headlines)


async def test_a_file_that_cannot_be_opened_for_now_is_told_and_read_later(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(name: str, refuse: Callable[[SourceError], object]) -> Iterator[Content]:
        error = SourceError(name, "permission denied")
        error.__cause__ = PermissionError()
        refuse(error)
        yield from ()

    ticker = LiveTicker()
    ticker.grow()
    reader.follow(str(tmp_path))
    (tmp_path / "eins.txt").write_bytes(ticker.page())
    with monkeypatch.context() as patch:
        patch.setattr(gathering, "contents", refusing)
        await reader.update()
        assert "permission denied" in reader.kept.find("Quelle 0").error
    await reader.update()
    assert sorted(reader.headlines) == sorted(ticker.headlines)
    assert not reader.kept.find("Quelle 0").error


async def test_a_folder_that_has_gone_is_told(reader: Reader, tmp_path: Path) -> None:
    reader.follow(str(tmp_path / "weg"))
    (told,) = await reader.update()
    assert [error.reason for error in told.errors] == ["no such file or folder"]
    assert reader.kept.find("Quelle 0").failures == 1


async def test_a_path_that_cannot_be_looked_at_holds_up_no_other(reader: Reader, tmp_path: Path) -> None:
    reader.follow(str(tmp_path / ("a" * 300)))
    reader.follow(str(tmp_path))
    outcomes = await reader.update()
    assert sorted(len(outcome.errors) for outcome in outcomes) == [0, 1]


def feed(server: Server, *addresses: str) -> str:
    """A feed whose items lead to addresses, by the names of their pages."""
    items = "".join(
        f"<item><title>Meldung {address.rpartition('/')[2]}</title><link>{address}</link>"
        f"<description>Kurz.</description><pubDate>Fri, 14 Nov 2025 12:0{number}:00 +0100</pubDate></item>"
        for number, address in enumerate(addresses)
    )
    link = server.address("/")
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>N</title><link>{link}</link>{items}</channel></rss>'
    )


async def test_a_feed_that_is_followed_deeply_leads_to_the_pages_of_its_own_host(
    server: Server, reader: Reader, ticker: LiveTicker
) -> None:
    server.show(
        "/artikel", "Ein Artikel\n\nIn Sumy ist seit dem Morgen der Strom weg. Die Stadt hilft mit Generatoren.\n"
    )
    server.show("/fort", status=302, Location=server.address("/fremd", "localhost"))
    server.show("/fremd", "Von woanders")
    leads = [server.address(path) for path in ("/ticker", "/artikel", "/fort")]
    elsewhere = [server.address("/fremd", "localhost"), "file:///etc/passwd"]
    server.show("/feed", feed(server, *leads, *elsewhere), Content_Type="application/rss+xml")
    reader.follow(server.address("/feed"), deep=True)
    (told,) = await reader.update()
    assert [request.path for request in server.asked] == ["/feed", "/ticker", "/artikel", "/fort"]
    assert [error.reason for error in told.errors] == ["redirects to another host (localhost)"]
    assert set(ticker.headlines) <= set(reader.headlines)
    assert "Meldung ticker" not in reader.headlines
    assert "Meldung fremd" in reader.headlines


async def test_of_the_pages_of_a_feed_those_that_grow_are_read_again(
    server: Server, reader: Reader, ticker: LiveTicker
) -> None:
    server.show(
        "/artikel", "Ein Artikel\n\nIn Sumy ist seit dem Morgen der Strom weg. Die Stadt hilft mit Generatoren.\n"
    )
    server.show("/feed", feed(server, server.address("/ticker"), server.address("/artikel")))
    reader.follow(server.address("/feed"), deep=True)
    await reader.update()
    ticker.grow()
    (told,) = await reader.update()
    assert [request.path for request in server.asked[3:]] == ["/feed", "/ticker"]
    assert told.gathered.added.new == 1


async def test_a_page_without_a_day_is_as_old_as_the_feed_says(server: Server, reader: Reader) -> None:
    text = "In Sumy ist seit dem Morgen der Strom weg. Die Stadt hilft mit Generatoren."
    server.show("/artikel", f"Ein Artikel\n\n{text}\n")
    server.show("/datiert", f"Noch ein Artikel\n\n13.11.2025, 8:30 Uhr\n\n{text}\n")
    server.show("/feed", feed(server, server.address("/artikel"), server.address("/datiert")))
    reader.follow(server.address("/feed"), deep=True)
    await reader.update()
    selection = reader.library.select()
    moments = {row.headline: row.moment for row in selection.rows(0, len(selection))}
    assert moments["Ein Artikel"].at == datetime(2025, 11, 14, 12, tzinfo=BERLIN)
    assert moments["Noch ein Artikel"] == Moment(date(2025, 11, 13), inferred=True)


async def test_an_archive_that_cannot_be_written_ends_the_round(
    server: Server, reader: Reader, ticker: LiveTicker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise ArchiveError("ticker.db: the disk is full; free some space and try again")

    reader.follow(server.address("/ticker"))
    monkeypatch.setattr(type(reader.library.archive), "add", full)
    with pytest.raises(ArchiveError, match="the disk is full"):
        await reader.update()


async def test_a_round_that_is_ended_ends_at_once(server: Server, reader: Reader) -> None:
    server.hang("/still")
    reader.follow(server.address("/still"))
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await reader.update()
