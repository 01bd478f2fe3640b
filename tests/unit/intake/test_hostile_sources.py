"""What strangers send to do harm, or send in pieces, gets a limit and one line that says what is wrong."""

from __future__ import annotations

import gzip
import os
import random
import threading
import tracemalloc
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.documents.marking import framed
from tests.unit.documents.ticker_feeds import FEEDS
from tests.unit.documents.ticker_pages import PAGES
from tests.unit.growth import grows_by_size

from warticker.errors import SourceError, WartickerError
from warticker.intake import read, unpacking
from warticker.intake.decoding import decode
from warticker.model import Story

BOMB = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
SENTENCE = "<p>Der Fluss steigt bis zum Abend weiter an, heißt es aus dem Amt.</p>"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"[" * 250_000, "the JSON is nested too deeply"),
        (b'{"a":' * 200_000, "the JSON is nested too deeply"),
        (b'{"version":"https://jsonfeed.org/version/1","items":[{"content_text":"abc', "the JSON is cut off"),
        (b'{"a": {"b": [1, 2]}}', "the JSON has an unknown structure"),
        (b'{"version":"https://jsonfeed.org/version/1","items":[]}', "the feed has no entries"),
        (b"<html><body>" + b"<div>" * 100_000, "the HTML is nested too deeply"),
        (b"<html><body>" + b"<x><div></x></div>" * 100_000, "the HTML is nested too deeply"),
        (b"<html><body>" + b"<div>" * 400 + b"<p>Wort</p>" * 30_000, "the HTML is nested too deeply"),
        (b"Wort\n" * 100_001, "more than 100000 lines"),
        (b"<html><body>" + b"<span></span>" * 250_000, "the HTML has more than 200000 elements"),
        (b"<html><body><p>" + b"Wort " * 250_000, "a line is too long"),
        (b"[" + b"[1]," * 400_000 + b"1]", "the JSON has more than 300000 lists"),
        (b"<html><body><img src=x></body></html>", "the HTML has no text"),
        (
            b'<html><body><div id=root></div><script src="x.js">1</script></body></html>',
            "perhaps the page loads them by script",
        ),
        (b'<?xml version="1.0"?><svg><text>abc</text></svg>', "this XML is not a feed"),
        (b'<rss version="2.0"><channel><title>x</title><item><title>abc</ti', "the feed is cut off"),
        (b'<rss version="2.0"><channel><title>x</title></channel></rss>', "the feed has no entries"),
        (b"<rss " + b"a='>' " * 60_000 + b"><channel><item><title>x</title></item></channel></rss>", "unclosed tag"),
        (gzip.compress(b"<html>" * 1000)[:30], "gzip data is cut off"),
        (b"\x1f\x8b" + b"x" * 30, "gzip data is damaged"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--", "contains no HTML"),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n" + b"\n--x\n" * 100_001,
            "has more than 100000 parts",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_refused_with_its_cause(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason) as caught:
        read(data, name="page")
    assert str(caught.value).startswith("page: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("around", ["<em>", "<b><i>", "<blockquote>"])
def test_what_is_set_apart_within_itself_is_set_apart_once(around: str) -> None:
    (story,) = read(f"<html><body><h1>Lage</h1>{SENTENCE}{around * 40}{SENTENCE}".encode(), name="page")
    (entry,) = story.document.entries
    assert len(entry.emphasis) == len(set(entry.emphasis))


def test_a_bomb_is_given_up_at_the_limit() -> None:
    with pytest.raises(SourceError, match="too large"):
        unpacking.unpacked(gzip.compress(bytes(30_000_000)), name="page", limit=2**20)


@pytest.mark.parametrize("used", ["j", "f", "weit"])
def test_a_feed_that_uses_entities_of_its_own_is_refused(used: str) -> None:
    declared = f'<!ENTITY a "x">{BOMB}<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY weit "{"a" * 200_000}">'
    item = f"<item><title>Lage</title><description>Vor &{used}; nach</description></item>"
    with pytest.raises(SourceError, match=f"the feed defines entities of its own .&{used};."):
        read(f"<!DOCTYPE r [{declared}]><rss version='2.0'><channel>{item}</channel></rss>".encode(), name="page")


def test_entities_that_a_feed_takes_from_html_or_quotes_are_read() -> None:
    item = "<item><title>Lage&nbsp;heute</title><description><![CDATA[Vor &j; nach dem Regen.]]></description></item>"
    feed = f"<!DOCTYPE r [<!ENTITY nbsp '&#160;'><!ENTITY j ''>]><rss version='2.0'><channel>{item}</channel></rss>"
    (story,) = read(feed.encode(), name="page")
    assert story.document.entries[0].text == "Lage heute\nVor &j; nach dem Regen."


@pytest.mark.parametrize("above", ["", "<!-- <rss> -->", "\n<?a b?>", '<!DOCTYPE r SYSTEM "a>b">', "<!DOCTYPE a [<!--"])
def test_no_file_that_a_feed_names_is_opened(above: str, tmp_path: Path) -> None:
    pipe = tmp_path / "declared"
    os.mkfifo(pipe)
    opened = threading.Event()

    def watch() -> None:
        # This waits until somebody opens the pipe to read it.
        writing = os.open(pipe, os.O_WRONLY)
        opened.set()
        os.close(writing)

    watching = threading.Thread(target=watch)
    watching.start()
    held = f"<?xml version='1.0'?>{above}<!DOCTYPE r [<!ENTITY a ']>'><!ENTITY % x SYSTEM '{pipe.as_uri()}'> %x;]>"
    with suppress(SourceError):
        read(f"{held}<rss><channel><item><title>Lage</title></item></channel></rss>".encode(), name="page")
    read_by_stranger = opened.is_set()
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    watching.join()
    os.close(reading)
    assert not read_by_stranger


@pytest.mark.parametrize(
    "above",
    [
        '<?xml version="1.0" encoding="utf-16"?><!-- <rss -->',
        '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://example.org/rss-0.91.dtd">',
        '<!DOCTYPE rss [<!ENTITY a "b>"><!ELEMENT rss (channel)>]>\n',
    ],
)
def test_what_stands_above_a_feed_is_read_past(above: str) -> None:
    feed = f"{above}<rss><channel><item><title>Lage am Fluß</title></item></channel></rss>"
    (story,) = read(feed.encode(), name="page")
    assert [entry.headline for entry in story.document.entries] == ["Lage am Fluß"]


def test_many_options_fonts_and_attributes_are_read_past() -> None:
    harm = (
        "<select>" + "<option>" * 20_000 + "</select>"
        + "".join(f"<font c={n}>" for n in range(5000))
        + "".join("<div " + end.join(f"a{n}" for n in range(60_000)) + ">" for end in (" ", "/", "=''"))
    )  # fmt: skip
    (story,) = read(framed(harm + SENTENCE).encode(), name="page")
    assert any("Fluss" in entry.text for entry in story.document.entries)


@pytest.mark.parametrize(
    ("before", "harm", "behind"),
    [
        ("<!--<script>-->", "<div>", "</script>"),
        ("<svg><style>", "<div>", "</style></svg>"),
        ("<noframes><script></noframes>", "<div>", "</script>"),
        ('<p ="x>', "<div>", '<p ="x>'),
        ('<p a=b=">', "<div>", '<p a=b=">'),
        ("<svg>", "<wbr>", ""),
        ("", "<lin\u212a>", ""),
        ("", "<a>" + "<div>" * 60 + "</a>", ""),
        ("<p>" + "".join(f"<b c={n}>" for n in range(200)) + "</p>", "<p>x</p>", ""),
    ],
    ids=range(9),
)
def test_nothing_hides_how_deep_elements_stand_in_each_other(before: str, harm: str, behind: str) -> None:
    def reading(size: int) -> None:
        with suppress(SourceError):
            read(framed(before + harm * (size // len(harm)) + behind + SENTENCE).encode(), name="page")

    grows_by_size(reading, 500_000)


def test_brackets_in_scripts_and_titles_are_what_they_were() -> None:
    entry = '{"date": "2025-11-14T16:05:00Z", "title": "Lage", "text": "<p>Der Fluss <em>steigt</em> an.</p>"}'
    listed = ", ".join(entry.replace("Lage", name) for name in ("Lage", "Pegel", "Folge"))
    page = f"<html><title>A <b> B</title><body><!-- <script> --><script>x = [{listed}]</script>"
    (story,) = read(page.encode(), name="page")
    assert story.document.title == "A B"
    assert story.document.entries[0].paragraphs == ("Der Fluss steigt an.",)


def test_thousands_of_entries_of_one_minute_have_keys_of_their_own() -> None:
    one = f'<article><time datetime="2025-11-14T15:00:00Z">16:00</time><h2>Lage {{}}</h2>{SENTENCE}</article>'
    (story,) = read(framed("".join(map(one.format, range(5000)))).encode(), name="page")
    assert len({entry.key for entry in story.document.entries}) == 5000


FLAVOURS = st.sampled_from(
    [
        "<html>", "<body>", "<div>", "</div>", "<p>", "<li>", "<article>",
        "<time datetime='2025-11-14T15:00Z'>16:00</time>", "<h2>Kopf</h2>",
        "<script type='application/ld+json'>", "</script>",
        '{"@type":"LiveBlogPosting","liveBlogUpdate":',
        "[", "]", "{", "}", '"headline":', '"x"', ",", "null", "<rss version='2.0'><channel>", "<item>", "</item>",
        "</channel></rss>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "<![CDATA[", "]]>", "<!--", "-->",
        "&#27;", "&amp;", "<!DOCTYPE html>", "<?xml version='1.0'?>", "Ein Satz über den Fluss. ", "\x00", "\ufeff",
        "<blockquote>", "<a href='javascript:x'>", "<br>", "16:05 Uhr ", "+++", "<table><tr><td>",
        '"_items":', '"events":',
        '"_type":"Tik::Model::Event"', '"contents":', "1e999", "MIME-Version: 1.0\r\n", "e\u0301",
    ]
)  # fmt: skip


def assert_sound(data: bytes) -> None:
    """Read some bytes: documents whose spans fit, or one line that says why not."""
    stories: tuple[Story, ...]
    try:
        stories = read(data, name="page")
    except WartickerError as error:
        stories, message = (), str(error)
    else:
        message = ""
    assert "\n" not in message
    for entry in (entry for story in stories for entry in story.document.entries):
        text = entry.text
        assert not any(char < " " for char in text.replace("\n", ""))
        assert text.count("\n") == len(entry.paragraphs)
        for mark in entry.emphasis:
            assert 0 <= mark.span.start < mark.span.end <= len(text)
            assert "\n" not in mark.span.of(text)
            assert mark.address is None or mark.address.startswith(("http://", "https://"))


@given(st.lists(FLAVOURS, max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_markup_gives_documents_or_one_error(pieces: list[str]) -> None:
    assert_sound("".join(pieces).encode())


@pytest.mark.parametrize("data", [kind.page.encode() for kind in PAGES] + [kind.data for kind in FEEDS])
def test_damaged_pages_and_feeds_give_documents_or_one_error(data: bytes) -> None:
    chance = random.Random(len(data))
    pieces = (b"<", b">", b'"', b"}", b"</div>", b"<li>", b"\x00", b"\xff", b"&#27;", b"<table>", b"<!--", b"</script>")
    for _ in range(6):
        damaged = bytearray(data)
        for _ in range(chance.choice((1, 5, 30))):
            at = chance.randrange(len(damaged))
            damaged[at : at + chance.choice((0, 0, 1, 50))] = chance.choice(pieces)
        assert_sound(bytes(damaged))


def test_a_page_with_foreign_noise_is_read_the_same() -> None:
    noise = (
        "<div class='ad'><p>Anzeige</p></div>", "<x-widget data-a='1'></x-widget>",
        "<script>var a = '<p>nein</p>';</script>",
        "<!-- ein Kommentar -->", "<template><p>Vorlage</p></template>", "<iframe src='x'>Rahmen</iframe>",
        "<figure><img alt='x'><figcaption>Ein Kahn</figcaption></figure>", "<style>p { color: red }</style>",
    )  # fmt: skip
    chance = random.Random(5)
    for kind in PAGES:
        page = kind.page
        parts = page.split("</p>")
        disturbed = "".join(
            part + "</p>" + (chance.choice(noise) if chance.random() < 0.5 else "") for part in parts[:-1]
        )
        before, after = (read(text.encode(), name="page")[0].document for text in (page, disturbed + parts[-1]))
        assert [(e.headline, e.moment, e.paragraphs) for e in before.entries] == [
            (e.headline, e.moment, e.paragraphs) for e in after.entries
        ], kind.name


def test_a_picture_that_is_called_a_text_is_refused_in_the_memory_of_a_few_copies() -> None:
    data = bytes(range(128, 256)) * 2**13
    tracemalloc.start()
    try:
        with pytest.raises(SourceError, match="unknown character set"):
            decode(data, name="bild.txt")
        assert tracemalloc.get_traced_memory()[1] < 20 * len(data)
    finally:
        tracemalloc.stop()
