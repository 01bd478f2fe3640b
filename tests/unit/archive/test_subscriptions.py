"""What is followed is kept, due in time, and asked by one at a time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from warticker.archive.database import Database
from warticker.archive.following.followed import Attempt, Known, Subscription
from warticker.archive.following.subscriptions import Subscriptions
from warticker.archive.protocol import EPOCH
from warticker.errors import NothingMatchedError, UsageError

NOW = datetime(2025, 11, 14, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
TICKER = "https://example.org/ticker"


@pytest.fixture
def kept() -> Subscriptions:
    return Subscriptions(Database(None))


def follow(kept: Subscriptions, address: str = TICKER, name: str = "ntv") -> Subscription:
    return kept.add(address, name=name, host="example.org", every=2 * MINUTE)


def asked(at: datetime) -> Attempt:
    return Attempt(at, next_try=at + 2 * MINUTE, not_before=at + MINUTE)


def test_a_source_is_kept_as_it_was_added(kept: Subscriptions) -> None:
    added = kept.add(TICKER, name="ntv", host="example.org", every=2 * MINUTE, deep=True)
    assert list(kept) == [added]
    assert added == Subscription(TICKER, "ntv", "example.org", 2 * MINUTE, deep=True)
    assert added.next_try == EPOCH


def test_a_source_is_found_by_name_or_address(kept: Subscriptions) -> None:
    added = follow(kept)
    assert kept.find("NTV") == kept.find(TICKER) == added
    with pytest.raises(NothingMatchedError, match="no source zdf"):
        kept.find("zdf")


def test_adding_a_source_again_changes_how_it_is_followed_and_forgets_nothing(kept: Subscriptions) -> None:
    kept.succeeded(follow(kept), asked(NOW), 7)
    again = kept.add(TICKER, name="n-tv", host="example.org", every=5 * MINUTE)
    assert (len(kept), again.name, again.every, again.entries) == (1, "n-tv", 5 * MINUTE, 7)


def test_what_a_clock_planned_that_was_set_back_counts_for_nothing(kept: Subscriptions) -> None:
    source = follow(kept)
    other = follow(kept, "https://example.org/anderer", "zdf")
    later = NOW + timedelta(days=365)
    assert kept.claim(other, later, later + 5 * MINUTE)
    kept.failed(other, asked(later), "zu")
    assert kept.claim(source, later, later + 5 * MINUTE)
    assert kept.find("ntv").by(NOW).due <= NOW
    for each in (source, other):
        assert kept.claim(each, NOW, NOW + MINUTE)
        kept.succeeded(each, asked(NOW), 1)
    assert [each.due for each in kept] == [NOW + 2 * MINUTE] * 2
    assert not kept.claim(source, NOW, NOW + MINUTE)


def test_no_two_sources_have_a_name(kept: Subscriptions) -> None:
    follow(kept)
    other = follow(kept, "https://example.org/anderer", "zdf")
    with pytest.raises(UsageError, match="another source is already called NTV"):
        kept.rename(other.address, "NTV")
    with pytest.raises(UsageError, match="another source is already called ntv"):
        follow(kept, "https://example.org/dritter", "ntv")


def test_only_one_may_read_a_source_at_a_time(kept: Subscriptions) -> None:
    added = follow(kept)
    assert kept.claim(added, NOW, NOW + 10 * MINUTE)
    assert not kept.claim(added, NOW + MINUTE, NOW + 10 * MINUTE)
    kept.succeeded(added, asked(NOW + MINUTE), 0)
    assert kept.claim(added, NOW + 2 * MINUTE, NOW + 12 * MINUTE)
    assert kept.find("ntv").last_try == NOW + 2 * MINUTE


def test_a_server_is_asked_by_one_at_a_time(kept: Subscriptions) -> None:
    added, other = follow(kept), follow(kept, "https://example.org/anderer", "zdf")
    folders = [kept.add(path, name=path, host="", every=MINUTE) for path in ("/a", "/b")]
    assert kept.claim(added, NOW, NOW + 10 * MINUTE)
    assert not kept.claim(other, NOW, NOW + 10 * MINUTE)
    assert all(kept.claim(folder, NOW, NOW + 10 * MINUTE) for folder in folders)
    kept.release(added)
    assert kept.claim(other, NOW, NOW + 10 * MINUTE)


def test_whoever_dies_while_reading_a_source_keeps_it_from_others_for_a_while_only(kept: Subscriptions) -> None:
    added = follow(kept)
    assert kept.claim(added, NOW, NOW + 10 * MINUTE)
    assert kept.claim(added, NOW + 10 * MINUTE, NOW + 20 * MINUTE)


def test_success_and_failure_are_kept(kept: Subscriptions) -> None:
    added = follow(kept)
    for time in (NOW, NOW + MINUTE):
        kept.failed(added, asked(time), "connection refused")
    failed = kept.find("ntv")
    assert (failed.failures, failed.error, failed.next_try) == (2, "connection refused", NOW + 3 * MINUTE)
    kept.succeeded(added, asked(NOW + 3 * MINUTE), 3)
    read = kept.find("ntv")
    assert (read.failures, read.error, read.entries, read.last_success) == (0, "", 3, NOW + 3 * MINUTE)


def test_a_server_that_wants_to_be_left_alone_is_left_alone_with_all_its_pages(kept: Subscriptions) -> None:
    follow(kept)
    follow(kept, "https://example.org/anderer", "zdf")
    kept.add("https://example.com/", name="welt", host="example.com", every=MINUTE)
    kept.leave_alone("example.org", NOW)
    assert [(source.name, source.not_before) for source in kept] == [("ntv", NOW), ("welt", EPOCH), ("zdf", NOW)]
    kept.leave_alone("example.org", NOW - MINUTE)
    kept.succeeded(kept.find("zdf"), asked(NOW - 2 * MINUTE), 0)
    assert kept.find("zdf").not_before == NOW


def test_what_pages_were_known_by_goes_with_their_source(kept: Subscriptions) -> None:
    added = follow(kept)
    known = Known(TICKER, '"a"', "Fri, 14 Nov 2025 11:00:00 GMT", "f00", live=True)
    for page in (TICKER, f"{TICKER}/2"):
        kept.know(added.address, page, known)
    kept.forget(added.address, [f"{TICKER}/2"])
    assert kept.pages(added.address) == {TICKER: known}
    kept.remove(TICKER)
    assert (len(kept), kept.pages(added.address)) == (0, {})


def test_a_paused_source_says_so(kept: Subscriptions) -> None:
    added = follow(kept)
    kept.pause(added.address, True)
    assert kept.find("ntv").paused
    kept.pause(added.address, False)
    assert not kept.find("ntv").paused
