"""What is followed goes into other readers and comes out of them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warticker.archive.following.followed import Subscription
from warticker.errors import SourceError
from warticker.library.intervals import USUAL
from warticker.library.opml import MAX_BYTES, MAX_OUTLINES, Outline, from_opml, to_opml

NTV = Subscription("https://example.org/ticker?a=1&b=<2>", 'ntv "live" & mehr', "example.org", timedelta(minutes=2))


def test_what_was_written_reads_back() -> None:
    feed = NTV._replace(address="https://example.com/feed", name="zdf", deep=True, every=timedelta(hours=1))
    folder = NTV._replace(address="/home/du/ticker", name="ticker", host="")
    assert from_opml(to_opml([NTV, feed, folder]).encode(), name="liste") == (
        Outline(NTV.address, NTV.name, timedelta(minutes=2)),
        Outline(feed.address, "zdf", timedelta(hours=1), deep=True),
    )


def test_lists_of_other_readers_are_read_with_their_folders() -> None:
    other = b"""<opml version="1.0"><head/><body>
      <outline text="Nachrichten"><outline text="Ost" title="x" xmlUrl="https://example.org/a" htmlUrl="https://example.org"/>
      <outline title="West" xmlUrl="https://example.org/b"/></outline>
      <outline xmlUrl="https://example.org/a" text="noch einmal"/><outline type="link" text="kein Feed"/>
    </body></opml>"""
    assert from_opml(other, name="liste") == (
        Outline("https://example.org/a", "Ost", USUAL),
        Outline("https://example.org/b", "West", USUAL),
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not valid XML"),
        (b"<opml><body>", "not valid XML in line 1"),
        (b'<?xml version="1.0" encoding="zlib"?><opml/>', "character set"),
        (b'<?xml version="1.0" encoding="big5"?><opml/>', "character set"),
        (b"<html/>", "not OPML"),
        (b"<opml>" + b"<outline>" * 60, "nested more than 50 levels deep"),
        (b'<!DOCTYPE o [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><opml>&b;</opml>', "document type"),
        (b'<!DOCTYPE o [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml>&a;</opml>', "document type"),
        (b'<opml><outline text="&unbekannt;"/></opml>', "not valid XML"),
        (b" " * (MAX_BYTES + 1), "too large"),
        (
            b"<opml>" + b"".join(b'<outline xmlUrl="%d"/>' % i for i in range(MAX_OUTLINES + 1)) + b"</opml>",
            "more than 2,000 sources; import it in parts",
        ),
    ],
    ids=range(11),
)
def test_what_is_no_list_is_refused_in_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason) as caught:
        from_opml(data, name="liste")
    assert str(caught.value).startswith("liste: ")


@given(st.text())
def test_any_name_survives(name: str) -> None:
    name = "".join(letter for letter in name if letter.isprintable()) or "x"
    (outline,) = from_opml(to_opml([NTV._replace(name=name)]).encode(), name="liste")
    assert outline.name == " ".join(name.split())
