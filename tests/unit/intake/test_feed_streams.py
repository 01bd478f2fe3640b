"""A feed of any length is read piece by piece, and holds what it does when it is read whole."""

from __future__ import annotations

import gzip
import json
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.documents.marking import e
from tests.unit.documents.reports import REPORTS
from tests.unit.documents.ticker_feeds import FEEDS, atom_of, rss_of

from warticker.archive.file import FileArchive
from warticker.errors import SourceError
from warticker.intake import read
from warticker.intake.feeds import streaming
from warticker.intake.feeds.streaming import Piece
from warticker.library import stories
from warticker.library.adding import add_stories
from warticker.model import Entry


def pieces(data: bytes, size: int = 300) -> list[Piece]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(streaming, "_PIECE", size)
        return list(streaming.streamed(BytesIO(data), name="feed"))


def item(number: int, text: str = "Der Fluss steigt.") -> str:
    date = "<pubDate>Fri, 14 Nov 2025 16:20:00 +0100</pubDate>"
    return f"<item><title>Pegel {number}</title>{date}<description>{text}</description></item>"


def whole(data: bytes) -> tuple[Entry, ...]:
    (story,) = read(data, name="feed")
    return story.document.entries


def test_what_is_left_out_of_a_late_item_is_told_too() -> None:
    data = rss_of(
        "\n".join(item(number, e(f"<p>Der Fluss steigt um {number}.</p><p>Anzeige</p>")) for number in range(9))
    )
    (story,) = read(data.encode(), name="feed")
    found = pieces(data.encode())
    assert len(found) > 2
    assert [line for piece in found for line in piece.story.document.dropped] == [*story.document.dropped]
    assert len(story.document.dropped) == 9


@given(st.lists(st.tuples(st.integers(0, 4), st.text(max_size=60)), min_size=1, max_size=30), st.integers(50, 2000))
def test_what_comes_in_pieces_is_what_is_read_whole(told: list[tuple[int, str]], size: int) -> None:
    data = rss_of("\n".join(item(number, e(text)) for number, text in told)).encode()
    found = pieces(data, size)
    assert tuple(entry for piece in found for entry in piece.story.document.entries) == whole(data)
    assert [piece.last for piece in found] == [False] * (len(found) - 1) + [True]
    assert [piece.first for piece in found] == [
        sum(len(before.story.document.entries) for before in found[:at]) for at in range(len(found))
    ]


@pytest.mark.parametrize("kind", ["rss", "rss_with_content", "atom", "rdf", "json_feed"])
def test_every_kind_of_feed_comes_in_pieces(kind: str) -> None:
    data = next(each.data for each in FEEDS if each.name == kind)
    found = pieces(data)
    assert len(found) > 1
    assert [entry.headline for piece in found for entry in piece.story.document.entries] == [
        report.headline for report in REPORTS
    ]
    assert {piece.story.document.title for piece in found} == {"Beispiel-Zeitung"}


@pytest.mark.parametrize("packed", [False, True])
def test_a_feed_that_is_packed_comes_in_pieces(packed: bool) -> None:
    data = rss_of("\n".join(item(number, "Die Böen über der Förde – schwächer.") for number in range(40))).encode()
    found = pieces(gzip.compress(data) if packed else data)
    assert len(found) > 5
    assert tuple(entry for piece in found for entry in piece.story.document.entries) == whole(data)


@pytest.mark.parametrize(("end", "reason"), [(300, "cut off"), (10, "damaged|cut off")])
def test_a_packed_feed_that_is_cut_off_says_so(end: int, reason: str) -> None:
    data = gzip.compress("".join([rss_of("@").split("@")[0], *map(item, range(400))]).encode())
    with pytest.raises(SourceError, match=reason):
        pieces(data[:end])


def test_a_packed_feed_of_damaged_bytes_says_so() -> None:
    data = gzip.compress(rss_of("".join(map(item, range(400)))).encode())
    with pytest.raises(SourceError, match="gzip data is damaged"):
        pieces(data[:200] + bytes(40) + data[240:])


def test_an_items_end_in_a_text_ends_nothing() -> None:
    data = rss_of(item(1, "<![CDATA[Das Zeichen </item> steht im Text.]]>") + "<!-- </item> -->" + item(2)).encode()
    (first, second) = (entry for piece in pieces(data, 40) for entry in piece.story.document.entries)
    assert (first.headline, second.headline) == ("Pegel 1", "Pegel 2")
    assert "steht im Text." in first.paragraphs[0]


def test_a_feed_that_is_cut_off_gives_what_stands_before_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    data = atom_of("".join(f"<entry><title>Pegel {number}</title></entry>" for number in range(20))).encode()[:-40]
    found: list[Piece] = []
    monkeypatch.setattr(streaming, "_PIECE", 200)
    with pytest.raises(SourceError, match="feed: the feed is cut off"):
        found.extend(streaming.streamed(BytesIO(data), name="feed"))
    assert sum(len(piece.story.document.entries) for piece in found) >= 15


def json_of(items: int, text: str = "Der Fluss steigt.") -> str:
    listed = [
        {"title": f"Pegel {n}", "content_text": text, "date_published": "2025-11-14T16:20:00+01:00"}
        for n in range(items)
    ]
    return json.dumps({"title": "Beispiel-Zeitung", "items": listed}, ensure_ascii=False)


@given(st.integers(1, 30), st.text(max_size=60), st.integers(20, 2000), st.booleans())
def test_json_that_comes_in_pieces_is_what_is_read_whole(items: int, text: str, size: int, packed: bool) -> None:
    data = json_of(items, text).encode("utf-8", "replace")
    found = pieces(gzip.compress(data) if packed else data, size)
    assert tuple(entry for piece in found for entry in piece.story.document.entries) == whole(data)
    assert [piece.last for piece in found] == [False] * (len(found) - 1) + [True]


@pytest.mark.parametrize("cut", [1, 2, 30, 400])
def test_json_that_is_cut_off_gives_what_stands_before_and_says_so(cut: int, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[Piece] = []
    monkeypatch.setattr(streaming, "_PIECE", 200)
    with pytest.raises(SourceError, match="feed: the feed is cut off"):
        found.extend(streaming.streamed(BytesIO(json_of(20).encode()[:-cut]), name="feed"))
    assert sum(len(piece.story.document.entries) for piece in found) >= 10


@pytest.mark.parametrize("text", ['{"items": [1, 2]}', '{"a": {"items": []}}', '{"items": {}}', '{"_items": []}', "{"])
def test_json_that_is_no_feed_is_left_to_others(text: str) -> None:
    assert pieces(text.encode()) == []


def test_json_that_is_nested_too_deeply_is_refused() -> None:
    with pytest.raises(SourceError, match="nested too deeply"):
        pieces(('{"version": "https://jsonfeed.org/version/1", "items": [' + "[" * 200_000).encode(), 2**20)


def test_json_with_an_endless_number_is_refused() -> None:
    with pytest.raises(SourceError, match="a number that is too long"):
        pieces(('{"version": "https://jsonfeed.org/version/1", "items": [{"id": ' + "1" * 5000 + "}]}").encode(), 2**20)


def test_an_item_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = rss_of("<item><title>Pegel</title><description>" + "x" * 5000).encode()
    monkeypatch.setattr(streaming, "_LONGEST_ITEM", 1000)
    monkeypatch.setattr(streaming, "_PIECE", 100)
    with pytest.raises(SourceError, match="longer than"):
        list(streaming.streamed(BytesIO(data), name="feed"))


def test_a_line_that_no_document_may_have_is_refused_in_pieces_too() -> None:
    with pytest.raises(SourceError, match="a line is too long"):
        pieces(rss_of(item(1) + item(2, "Wort " * 210_000)).encode(), 2**20)


@pytest.mark.parametrize("text", ["", "Pegel steigt.", "<html><item>", "<?xml version='1.0'?><opml><entry/></opml>"])
def test_what_is_no_feed_is_left_to_others(text: str) -> None:
    assert pieces(text.encode()) == []


def test_a_long_feed_is_kept_once_however_often_it_is_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "LONG", 0)
    monkeypatch.setattr(streaming, "_PIECE", 2000)
    path = tmp_path / "feed.xml"
    path.write_text(rss_of("\n".join(item(number) for number in range(60))), encoding="utf-8")
    archive = FileArchive()
    errors: list[SourceError] = []
    added = [add_stories(archive, stories.opened([str(path)], errors.append), (), lambda _: None) for _ in range(2)]
    assert not errors
    assert [(each.new, each.unchanged) for each in added] == [(60, 0), (0, 60)]
    archive.close()
