"""Feeds as strangers write them: markup that is not escaped, moments of every form, references, broken ends."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warticker.errors import WartickerError
from warticker.intake import Provenance, explained, read
from warticker.model import Document

ADDRESS = "https://www.beispiel.de/feed/alle.xml"


def document(feed: str | bytes) -> Document:
    data = feed if isinstance(feed, bytes) else feed.encode()
    (story,) = read(data, name="feed", provenance=Provenance(address=ADDRESS))
    return story.document


def rss(item: str) -> str:
    names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    items = f"<title>Donaubote</title><item>{item}</item>"
    return f'<?xml version="1.0"?><rss version="2.0" {names}><channel>{items}</channel></rss>'


@pytest.mark.parametrize(
    "moment",
    [
        "Fri, 14 Nov 2025 16:05:00 +0100",
        "Fri, 14 Nov 2025 15:05:00 GMT",
        "Fri, 14 Nov 2025 16:05:00",
        "14 Nov 2025 16:05 MEZ",
        "Fri Nov 14 16:05:00 CET 2025",
        "Fri,14 Nov 2025 16:05:00 +01:00",
        "2025-11-14T15:05:00Z",
        "2025-11-14 16:05:00",
        "14.11.2025 16:05",
        "Freitag, 14. November 2025, 16:05 Uhr",
        "11/14/2025 4:05 PM",
        "Fri, 14 Nov 2025 4:05 pm CET",
        "November 14, 2025 4:05 pm",
        "1763132700",
        "1763132700000",
    ],
)
def test_a_moment_is_read_however_it_is_written(moment: str) -> None:
    (entry,) = document(rss(f"<title>Kopf</title><description>Satz.</description><pubDate>{moment}</pubDate>")).entries
    assert str(entry.moment.at)[:16] == "2025-11-14 16:05"


@pytest.mark.parametrize("moment", ["Fri, 32 Nov 2025 16:05:00 +0100", "9999-99-99", "bald", " " * 300, "1" * 3000])
def test_what_is_no_moment_dates_nothing(moment: str) -> None:
    (entry,) = document(rss(f"<title>Kopf</title><description>Satz.</description><pubDate>{moment}</pubDate>")).entries
    assert entry.moment.day is None


def test_a_number_that_names_an_item_is_no_day() -> None:
    (entry,) = document(rss("<title>Kopf</title><description>Satz.</description><guid>39</guid>")).entries
    assert entry.moment.day is None


def test_each_line_of_a_feed_is_told_for_what_it_was_taken() -> None:
    told = explained(rss("<title>Kopf</title><description>Er steigt.</description>").encode(), name="feed")
    assert (told.layout, told.why) == ("feed", "1 report in RSS, Atom or RDF")
    assert told.lines[-2:] == (("headline", "Kopf"), ("paragraph", "Er steigt."))


def test_all_that_an_item_of_rdf_says_is_read() -> None:
    (entry,) = document(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        '<channel rdf:about="x"><title>Donaubote</title></channel><item rdf:about="y"><title>Kopf</title>'
        "<description>Kurz gesagt.</description><dc:date>2025-11-14T16:05:00+01:00</dc:date>"
        "<content:encoded>&lt;p&gt;Er steigt.&lt;/p&gt;&lt;p&gt;Noch.&lt;/p&gt;</content:encoded></item></rdf:RDF>"
    ).entries
    assert (entry.headline, entry.paragraphs) == ("Kopf", ("Kurz gesagt.", "Er steigt.", "Noch."))
    assert str(entry.moment.at)[:16] == "2025-11-14 16:05"


def test_names_are_known_that_a_feed_uses_without_saying_whose_they_are() -> None:
    (entry,) = document(
        "<rss version='2.0'><channel><title>Donaubote</title><item><title>Kopf</title>"
        "<dc:date>2025-11-14T16:05:00+01:00</dc:date><content:encoded>&lt;p&gt;Er steigt.&lt;/p&gt;</content:encoded>"
        "</item></channel></rss>"
    ).entries
    assert (entry.headline, entry.paragraphs) == ("Kopf", ("Er steigt.",))
    assert str(entry.moment.at)[:16] == "2025-11-14 16:05"


def test_markup_that_is_not_escaped_is_a_text() -> None:
    (entry,) = document(
        rss("<title>Damm <i>bei</i> Ulm</title><description><p>Er <b>hält</b>.</p><p>Noch.</p></description>")
    ).entries
    assert (entry.headline, entry.paragraphs) == ("Damm bei Ulm", ("Er hält.", "Noch."))


def test_what_looks_like_markup_inside_of_texts_stays_in_them() -> None:
    text = "<![CDATA[<p>Zwei <summary>kleine <b>Worte</b></summary> hier.</p>]]>"
    (entry,) = document(rss(f"<title>Kopf</title><content:encoded>{text}</content:encoded>")).entries
    assert "Worte" in entry.text


def test_a_description_that_is_cut_off_is_not_said_again() -> None:
    text = "Der Damm bei Ulm hält, das Wasser fällt dort seit dem Morgen langsam, heißt es."
    (entry,) = document(
        rss(
            f"<title>Kopf</title><description>{text[:60]}...</description>"
            f"<content:encoded>{text} Mehr kommt.</content:encoded>"
        )
    ).entries
    assert entry.paragraphs == (f"{text} Mehr kommt.",)


def test_references_are_seen_from_the_base_that_a_feed_names() -> None:
    (entry,) = document(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.beispiel.de/"><title>Donaubote</title><entry>'
        '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Damm <em>hält</em></div></title><id>1</id>'
        '<link href="/1"/><published>2025-11-14T15:05:00Z</published><updated>2025-11-15T15:05:00Z</updated>'
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Er <a href="/karte">hält</a>.</p></div>'
        "</content></entry></feed>"
    ).entries
    assert (entry.headline, entry.address) == ("Damm hält", "https://b.beispiel.de/1")
    assert [mark.address for mark in entry.emphasis if mark.address] == ["https://b.beispiel.de/karte"]
    assert str(entry.moment.at)[:16] == "2025-11-14 16:05"


def test_utf8_with_pieces_of_cp1252_in_it_is_both() -> None:
    feed = rss("<title>Dämme</title><description>Sie hälten, heißt es.</description>").encode()
    (entry,) = document(feed.replace("hälten".encode(), "hälten".encode("cp1252"))).entries
    assert (entry.headline, entry.paragraphs) == ("Dämme", ("Sie hälten, heißt es.",))


@pytest.mark.parametrize(
    "piece", ["<![CDATA[", "<title><a>", "<title ", "<date>" + " " * 200, "<!--", "<description>&"]
)
def test_what_never_ends_gives_entries_or_one_line(piece: str) -> None:
    told = ""
    try:
        document(f"<rss><channel>{piece * 20_000}</rss>")
    except WartickerError as error:
        told = str(error)
    assert "\n" not in told


_TAGS = ["title", "description", "pubDate", "link", "content:encoded", "div", "p"]
_TREES = st.recursive(
    st.sampled_from(
        ["Satz.", "&amp;", "&uuml;", "& ", "<![CDATA[<p>x]]>", "]]>", "14.11.2025", "\0", "<br>", "<!-- x -->"]
    ),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", st.sampled_from(_TAGS), st.lists(inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.lists(_TREES, max_size=5))
@settings(max_examples=60, deadline=None)
def test_any_tree_gives_entries_or_one_line(parts: list[str]) -> None:
    told = ""
    try:
        document(rss("".join(parts)))
    except WartickerError as error:
        told = str(error)
    assert "\n" not in told
