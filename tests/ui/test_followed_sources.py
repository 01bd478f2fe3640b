"""The list of what is followed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.ui.driver import Driver, Start
from textual.widgets import Static

from warticker.archive.following.followed import Attempt, Subscription
from warticker.library import Library
from warticker.library.subscribing import subscribe
from warticker.model import BERLIN
from warticker.ui.commands.program import OPEN_AGAIN
from warticker.ui.drawing.sources import source_lines
from warticker.ui.following import Follower
from warticker.ui.screens.sources import SourcesScreen

NOW = datetime(2025, 11, 14, 12, 0, tzinfo=UTC)
HEALTHY = Subscription(
    "https://ticker.example/", "Ticker", "ticker.example", timedelta(minutes=2), entries=1200,
    last_try=NOW, last_success=NOW, next_try=NOW + timedelta(minutes=2),
)  # fmt: skip


def clock(at: datetime) -> str:
    return f"{at.astimezone(BERLIN):%H:%M}"


def told(source: Subscription, width: int = 60) -> list[str]:
    return source_lines(source, NOW, width).plain.split("\n")


async def seen(app: Driver, name: str, state: str) -> None:
    """Wait until a source is listed in a state."""
    await app.until(lambda: any(f" {name} " in line and state in line for line in app.lines))


def test_a_source_says_when_it_was_read_and_will_be_and_what_came() -> None:
    first, second = told(HEALTHY)
    assert first.startswith("Ticker  ")
    assert first.endswith(f" read {clock(NOW)} · next {clock(NOW + timedelta(minutes=2))}")
    assert second == "1,200 entries · https://ticker.example/"
    assert {len(line) <= 40 for line in told(HEALTHY, 40)} == {True}
    assert told(HEALTHY._replace(entries=1))[1].startswith("1 entry · ")


def test_a_source_that_fails_says_why() -> None:
    failing = Subscription("/seiten", "Seiten", "", timedelta(minutes=2), error="no such folder", failures=3)
    assert told(failing)[0].endswith(" not read yet · due")
    assert told(failing)[1:] == ["0 entries · /seiten", "no such folder (3 times)"]


async def test_f_lists_what_is_followed_and_space_leaves_one_alone(start: Start, kept: Library, tmp_path: Path) -> None:
    subscribe(kept.archive.subscriptions, "https://ticker.example/", name="Ticker")
    subscribe(kept.archive.subscriptions, str(tmp_path), name="Seiten")
    async with start(other=kept) as app:
        await app.press("F")
        await seen(app, "Seiten", "not read yet · due")
        assert "Followed sources: not read in this session" in app.text
        await app.press("space")
        (paused,) = [each.name for each in kept.archive.subscriptions if each.paused]
        await seen(app, paused, "paused")
        await app.press("space", "escape")
        assert not [each for each in kept.archive.subscriptions if each.paused]
        assert app.focus == "timeline"


async def test_where_nothing_is_followed_the_list_of_it_begins_one(start: Start, kept: Library, tmp_path: Path) -> None:
    folder = tmp_path / "Seiten"
    folder.mkdir()
    async with start((40, 12), other=kept) as app:
        await app.press("F")
        assert "No sources followed yet" in app.text
        await app.press("a")
        await app.type(str(folder))
        await app.press("enter")
        assert [each.address for each in kept.archive.subscriptions] == [str(folder)]
        await seen(app, "Seiten", "not read yet · due")


async def test_what_cannot_be_followed_waits_to_be_mended(start: Start, kept: Library, tmp_path: Path) -> None:
    async with start(other=kept) as app:
        await app.press("F", "a")
        await app.type(str(tmp_path / "q"))
        await app.press("enter")
        foot = app.app.screen.query_one(".foot", Static)
        assert str(foot.render()).endswith("no such file or folder")
        await app.press("backspace", "backspace", "enter")
        assert len(kept.archive.subscriptions) == 1


async def test_escape_leaves_off_typing_and_then_the_list(start: Start, kept: Library) -> None:
    async with start(other=kept) as app:
        await app.press("F", "a", "x", "escape")
        assert isinstance(app.app.screen, SourcesScreen)
        await app.press("escape")
        assert app.focus == "timeline"
        assert len(kept.archive.subscriptions) == 0


async def test_x_twice_follows_a_source_no_longer(start: Start, kept: Library) -> None:
    for name in ("Eins", "Zwei"):
        subscribe(kept.archive.subscriptions, f"https://{name}.example/", name=name)
    async with start(other=kept) as app:
        await app.press("F", "x")
        assert "Press x again to stop following Eins" in app.text
        await app.press("j", "x", "k", "x")
        assert len(kept.archive.subscriptions) == 2
        await app.press("x")
        assert [each.name for each in kept.archive.subscriptions] == ["Zwei"]


async def test_what_the_foot_tells_stays_while_the_list_is_looked_after(
    start: Start, kept: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SourcesScreen, "POLL_EVERY", 0.01)
    subscribe(kept.archive.subscriptions, "https://eins.example/", name="Eins")
    async with start(other=kept) as app:
        await app.press("F", "x")
        await app.pilot.pause(0.2)
        assert "Press x again to stop following Eins" in app.text
        await app.press("x")
        assert len(kept.archive.subscriptions) == 0


async def test_reading_is_offered_only_where_something_reads(start: Start, kept: Library) -> None:
    subscribe(kept.archive.subscriptions, "https://eins.example/", name="Eins")
    async with start(other=kept) as app:
        await app.press("F")
        assert "read now" not in app.text
        await app.press("escape")
        app.main.follower = Follower(kept, Path(), print)
        await app.press("F")
        assert "R read now" in app.text


async def test_reading_says_when_it_will_have_been(start: Start, kept: Library) -> None:
    subscribe(kept.archive.subscriptions, "https://eins.example/", name="Eins")
    (source,) = kept.archive.subscriptions
    later = datetime.now(UTC) + timedelta(minutes=3)
    kept.archive.subscriptions.succeeded(source, Attempt(datetime.now(UTC), later, not_before=later), 0)
    async with start(other=kept) as app:
        app.main.follower = Follower(kept, Path(), print)
        await app.press("F", "R")
        await app.until(lambda: f"Checking 1 source, by {clock(later)}" in app.text)
        await app.press("space", "R")
        await app.until(lambda: "All sources are paused" in app.text)


async def test_where_nothing_is_kept_nothing_can_be_followed(start: Start) -> None:
    async with start(other=Library.open()) as app:
        await app.press("F")
        assert "These entries are not kept" in app.text


async def test_who_follows_something_goes_on_from_the_bundled_edition_to_it(
    start: Start, library: Library, tmp_path: Path
) -> None:
    async with start() as app:
        await app.press("F")
        assert "Follow sources" in app.text
        await app.press("escape", "F", "a")
        assert app.app.return_value is None
        await app.type(str(tmp_path))
        await app.press("enter", "escape")
        assert app.app.return_value == OPEN_AGAIN
    assert [each.address for each in library.archive.subscriptions] == [str(tmp_path)]
