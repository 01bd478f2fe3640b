"""Every kind of page and feed that the generators mark up is read right, whatever stands around and inside it."""

from __future__ import annotations

import pytest
from tests.unit.documents.marking import ADDRESS, TITLE, Kind
from tests.unit.documents.reports import REPORTS, Report
from tests.unit.documents.ticker_feeds import FEEDS
from tests.unit.documents.ticker_pages import PAGES

from warticker.intake import Provenance, explained, read
from warticker.model import Document, DocumentKind, Entry

FROM = Provenance(address=ADDRESS)


def document(data: bytes) -> Document:
    (story,) = read(data, name="page", provenance=FROM)
    return story.document


def assert_read(entry: Entry, report: Report, kind: Kind) -> None:
    assert entry.moment.clock == report.clock
    assert entry.moment.day == report.day
    assert entry.headline == (report.headline if kind.headline else "")
    assert entry.paragraphs == report.paragraphs
    assert entry.source == kind.source
    if kind.addressed:
        assert entry.address


@pytest.mark.parametrize("kind", PAGES, ids=[kind.name for kind in PAGES])
def test_a_kind_of_page_is_read_right(kind: Kind) -> None:
    found = document(kind.page.encode())
    assert (found.title, found.kind, found.address) == (TITLE, DocumentKind.TICKER, ADDRESS)
    reports = REPORTS[::-1] if kind.name == "newest_below" else REPORTS
    assert [entry.headline for entry in found.entries] == [r.headline if kind.headline else "" for r in reports]
    for entry, report in zip(found.entries, reports, strict=True):
        assert_read(entry, report, kind)


@pytest.mark.parametrize("kind", FEEDS, ids=[kind.name for kind in FEEDS])
def test_a_kind_of_feed_is_read_right(kind: Kind) -> None:
    found = document(kind.data)
    assert len(found.entries) == len(REPORTS)
    for entry, report in zip(found.entries, REPORTS, strict=True):
        assert_read(entry, report, kind)


@pytest.mark.parametrize("kind", PAGES, ids=[kind.name for kind in PAGES])
def test_what_frames_a_page_is_dropped_and_told(kind: Kind) -> None:
    dropped = document(kind.page.encode()).dropped
    assert {"Startseite", "Impressum", "Ein Leser meint etwas dazu."} <= {line.lstrip("• ") for line in dropped}


@pytest.mark.parametrize("kind", PAGES, ids=[kind.name for kind in PAGES])
def test_the_way_that_was_taken_is_explained(kind: Kind) -> None:
    told = explained(kind.page.encode(), name="page", provenance=FROM)
    assert told.layout
    assert told.why
    assert "Impressum" in {text for _, text in told.lines}
