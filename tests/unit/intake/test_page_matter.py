"""What of a page is its own matter: its text beside what readers write below it, its name, what it is saved with."""

from __future__ import annotations

import quopri

import pytest
from tests.unit.documents.marking import framed, shown
from tests.unit.documents.reading import document
from tests.unit.documents.reports import REPORTS

from warticker.errors import WartickerError
from warticker.intake import explained
from warticker.intake.markup import tree_writer
from warticker.model import DocumentKind

TEXT = "".join(
    f"<p>Absatz {n}: Der Damm bei Ulm hält, das Wasser fällt langsam, sagte ein Sprecher.</p>" for n in range(8)
)
REMARKS = "".join(
    f'<li class="comment"><time datetime="2025-11-14T1{n % 10}:05:00+01:00">14.11.</time><cite>Leser{n} sagt:</cite>'
    "<p>Das sehe ich ganz anders, denn im vorigen Jahr war das Wasser viel höher und niemand hat etwas getan.</p></li>"
    for n in range(30)
)


ADDRESS = "https://www.beispiel.de/flut"
CHROME = f"<!-- saved from url=(0028){ADDRESS} -->"
SAVED = "Fri Nov 14 2025 16:30:00 GMT+0100"
SINGLE_FILE = f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: {SAVED} \n-->"


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("<title>Damm hält – Politik – Donaubote</title>", "Donaubote"),
        ("<title>Damm hält | Flut im Ticker</title>", None),
        ("<title>Damm hält | 14. November 2025</title>", None),
        ("<title>Was der Damm aushält | Teil zwei</title>", None),
        ("<base href='https://www.donaubote.example/'><title>Damm hält | Bote</title>", "donaubote.example"),
        ("<meta property='og:site_name' content='https://donaubote.example'><title>Damm hält | Bote</title>", "Bote"),
        (CHROME, "beispiel.de"),
        (SINGLE_FILE, "beispiel.de"),
        ("<!-- saved from url=(0014)about:internet --><title>Damm hält</title>", None),
    ],
)
def test_a_saved_page_is_of_the_outlet_that_its_title_or_its_browser_names(head: str, outlet: str | None) -> None:
    found = document(f"<!DOCTYPE html>{head}<body><h1>Damm hält</h1><article>{TEXT}</article></body>")
    assert (found.source, found.address) == (outlet, ADDRESS if outlet == "beispiel.de" else None)


def test_what_was_minutes_ago_counts_from_when_a_page_was_saved() -> None:
    entries = "".join(
        f"<div class='entry'><span>vor {n} Min.</span><h3>Damm {n} hält</h3><p>Das Wasser fällt dort langsam.</p></div>"
        for n in (10, 20, 30)
    )
    found = document(f"{SINGLE_FILE}{framed(entries)}").entries
    assert [(str(each.moment.at)[:16], each.moment.inferred) for each in found] == [
        (f"2025-11-14 16:{minute}", True) for minute in (20, 10, "00")
    ]


@pytest.mark.parametrize("names", ['class="commentlist"', 'id="comments"', 'class="comment-list"'])
def test_an_article_stays_one_though_its_readers_write_more(names: str) -> None:
    found = document(framed(f"<article>{TEXT}</article><ol {names}>{REMARKS}</ol>", title="Damm hält"))
    assert found.kind is DocumentKind.ARTICLE
    assert [len(entry.paragraphs) for entry in found.entries] == [8]


def test_what_is_called_comments_is_a_page_where_nothing_else_is() -> None:
    found = document(framed(f"<ol class='comments'>{REMARKS}</ol>", title="Aussprache"))
    assert len(found.entries) == 30


def test_readers_may_write_more_than_a_ticker_that_has_begun() -> None:
    found = document(framed(f"{shown(REPORTS[:3])}<ol class='comments'>{REMARKS}</ol>"))
    assert [entry.headline for entry in found.entries] == [report.headline for report in REPORTS[:3]]


def test_entries_that_a_ticker_calls_comments_each_are_its_own() -> None:
    entries = "".join(
        f"<div class='ticker-kommentar'><span>{h}:05</span><h3 class='kommentar-kopf'>Damm {h} hält</h3>"
        f"<p>Das Wasser fällt um {h} Uhr weiter, sagte ein Sprecher der Stadt am Abend.</p></div>"
        for h in range(20, 9, -1)
    )
    found = document(framed(entries, title="Flut im Liveticker")).entries
    assert [entry.headline for entry in found] == [f"Damm {h} hält" for h in range(20, 9, -1)]


def test_an_element_that_says_it_has_comments_is_none() -> None:
    found = document(framed(f"<div class='post comments-open'>{TEXT}</div>{TEXT}", title="Damm hält"))
    assert sum(len(entry.paragraphs) for entry in found.entries) == 16


def test_a_blog_of_articles_makes_no_ticker_of_them() -> None:
    parts = "".join(f"<h2>Teil {n} vom Bau des Damms</h2>{TEXT}" for n in range(4))
    page = framed(f"<article>{parts}</article>", title="Wie ein Damm gebaut wird").replace(
        "www.beispiel.de/politik/", "x.beispiel.de/blog/"
    )
    assert document(page).kind is DocumentKind.ARTICLE
    assert document(page.replace("donau-krise-102", "donau-liveblog-102")).kind is DocumentKind.TICKER


def test_a_programme_beside_an_article_is_no_ticker() -> None:
    programme = "".join(
        f"<p>{h:02}:00 - {h + 2:02}:00</p><p>Sendung Nummer {h} mit Musik und Gästen</p>" for h in range(6, 22, 2)
    )
    found = document(framed(f"<article>{TEXT}</article><div>{programme}</div>", title="Damm hält"))
    assert (found.kind, len(found.entries[0].paragraphs)) == (DocumentKind.ARTICLE, 8)


def test_a_dateline_dates_the_page_and_is_no_entry() -> None:
    entries = "".join(
        f"<p><b>{h}.05 Uhr: Damm {h} hält</b></p><p>Das Wasser fällt dort langsam, sagte ein Sprecher.</p>"
        for h in (16, 15, 14, 12)
    )
    line = '<div>Ulm. <time datetime="2025-11-14T06:30:00Z">14.11.2025, 07:30 Uhr</time></div>'
    found = document(framed(f"{line}{entries}"))
    assert [str(entry.moment.at)[:16] for entry in found.entries][:2] == ["2025-11-14 16:05", "2025-11-14 15:05"]
    assert "Ulm. 14.11.2025, 07:30 Uhr" in found.dropped


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("", "Von Erika Muster | 14.11.2025 18:30 Uhr"),
        ("", "Ulm, 14. November 2025"),
        ("", "Freitag, 14. November 2025 18:30, Deutschland"),
        ("", "Max Beispiel · 13. November 2025 · zuletzt am 14. November 2025"),
        ("Fr 14.11.25 | 18:30 Uhr", "Von Erika Muster"),
    ],
)
def test_a_ticker_is_of_the_day_that_is_printed_above_its_title_or_beside_its_author_or_place(
    above: str, below: str
) -> None:
    entries = "".join(
        f"<div class='entry'><b>{h}:05:33</b><h3>Damm {h} hält</h3><p>Das Wasser fällt langsam.</p></div>"
        for h in (18, 17, 16)
    )
    page = framed(f"<p class='byline'>{below}</p><div>{entries}</div>").replace("<h1>", f"<div>{above}</div><h1>")
    assert [str(entry.moment.at)[:16] for entry in document(page).entries] == [
        f"2025-11-14 {h}:05" for h in (18, 17, 16)
    ]


def saved(*parts: tuple[str, str]) -> str:
    whole = [
        f"Content-Type: text/html\r\n{head}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        f"{quopri.encodestring(page.encode()).decode()}"
        for head, page in parts
    ]
    joined = "\r\n--B\r\n".join(("", *whole))
    return f'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n{joined}\r\n--B--\r\n'


ENTRIES = "".join(
    f"<div class='t'><span>14.11.2025 {h}:05</span><h4>Damm {h} hält</h4><p>Das Wasser fällt, heißt es.</p></div>"
    for h in (16, 15, 14)
)


@pytest.mark.parametrize(
    ("source", "head"),
    [
        ("cid:frame-7@x", "Content-ID: <frame-7@x>"),
        ("https://ticker.example/7?a=1&amp;b=2", "Content-Location: https://ticker.example/7?a=1&b=2"),
    ],
)
def test_a_saved_page_is_read_with_the_pages_in_its_frames(source: str, head: str) -> None:
    page = framed(f"<p>Hier der Ticker.</p><iframe height='9' src=\"{source}\" data-src='spaeter'></iframe>")
    found = document(saved(("Content-Location: https://www.beispiel.de/t", page), (head, ENTRIES)))
    assert [entry.headline for entry in found.entries] == ["Damm 16 hält", "Damm 15 hält", "Damm 14 hält"]


def test_a_frame_that_carries_itself_is_carried_once() -> None:
    page = framed(f"{ENTRIES}<iframe src='cid:f'></iframe><iframe src='cid:f'></iframe>")
    found = document(
        saved(("Content-ID: <m>", page), ("Content-ID: <f>", "<p>Ein Rahmen im Bild.</p><iframe src='cid:f'></iframe>"))
    )
    assert sum("Ein Rahmen im Bild." in line for entry in found.entries for line in entry.paragraphs) <= 1


@pytest.mark.parametrize("end", ["</template>" * 3, "<iframe srcdoc='", '<iframe srcdoc="<p>'])
def test_frames_that_never_end_are_read_or_refused(end: str) -> None:
    page = f"<h1>Ticker</h1><template>{ENTRIES}{end}"
    told = ""
    try:
        explained(page.encode(), name="page.html")
    except WartickerError as error:
        told = str(error)
    assert "\n" not in told


@pytest.mark.parametrize("around", ['<form id="aspnetForm">', '<div class="nav-content">', '<div class="share-page">'])
def test_what_holds_most_of_a_pages_text_is_no_furniture_of_it(around: str) -> None:
    links = "".join(f'<li><a href="/{n}">Alles zu unserem Thema Nummer {n}</a></li>' for n in range(80))
    found = document(framed(f"<ul>{links}</ul>{around}<div>{TEXT}</div>", title="Damm hält"))
    assert [len(entry.paragraphs) for entry in found.entries] == [8]


def test_a_page_that_says_it_is_an_article_is_none_of_the_lists_below_it() -> None:
    head = '<meta property="og:type" content="article">'
    posts = REMARKS.replace('class="comment"', 'class="post"')
    found = document(framed(f"<article>{TEXT * 3}</article><ul>{posts}</ul>", head, title="Damm hält"))
    assert (found.kind, len(found.entries[0].paragraphs)) == (DocumentKind.ARTICLE, 24)


def test_of_text_that_is_set_as_it_stands_each_line_has_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree_writer, "MAX_LINE", 200)
    lines = "\n".join(f"1{n}:05 Uhr: Das Wasser bei Ulm fällt weiter." for n in range(9))
    assert len(document(framed(f"<pre>{lines}</pre>", title="Ticker")).entries) == 9


def test_what_machines_are_told_above_all_entries_dates_them() -> None:
    signed = (
        "<p>Am <time datetime='2025-11-14T08:00:00+01:00'>14. November</time> von <a href='/a'>der Redaktion</a></p>"
    )
    entries = "".join(
        f"<article><span>{h}:05</span><h3>Damm {h} hält</h3><p>Das Wasser fällt um {h} Uhr.</p></article>"
        for h in range(20, 9, -1)
    )
    found = document(framed(signed + entries, title="Flut im Liveticker")).entries
    assert {str(entry.moment.day) for entry in found} == {"2025-11-14"}


def test_what_closes_a_ticker_dates_it_however_long_it_is() -> None:
    closing = "<p>Dieser Liveblog ist beendet. Unser Ticker vom Sonntag, 28. September 2025, zum Nachlesen.</p>"
    entries = "".join(
        f"<article><p>{h}:05 Uhr</p><h3>Damm {h} hält</h3><p>Das Wasser fällt um {h} Zentimeter.</p></article>"
        for h in range(20, 9, -1)
    )
    found = document(framed(closing + entries, title="Flut im Liveticker")).entries
    assert {str(entry.moment.day) for entry in found} == {"2025-09-28"}


def test_a_paragraph_that_does_not_end_ends_with_the_entry_that_it_stands_in() -> None:
    entry = (
        "<live-entry><time datetime='2025-11-14T1{0}:00:00+01:00'></time><h3>Pegel {0}</h3><p>Er steigt.</live-entry>"
    )
    found = document(framed("".join(map(entry.format, range(4))))).entries
    assert [(e.headline, e.paragraphs) for e in found] == [(f"Pegel {n}", ("Er steigt.",)) for n in range(4)]


def test_a_heading_below_an_entrys_text_is_one_inside_it() -> None:
    later = "<p>Bis Montag bleibt es trocken. Dann regnet es.</p>"
    entries = "".join(
        f"<div class='entry'><span>{h}:05</span><div class='title'>Damm {h} hält</div>"
        f"<div><p>Das Wasser fällt. Der Damm hält.</p><h4>Ausblick auf Damm {h}</h4>{later}</div></div>"
        for h in (18, 17, 16)
    )
    found = document(framed(entries, title="Liveticker zum Hochwasser"))
    assert [entry.headline for entry in found.entries] == ["Damm 18 hält", "Damm 17 hält", "Damm 16 hält"]
    assert all(entry.paragraphs[1].startswith("Ausblick auf Damm") for entry in found.entries)


def test_a_row_of_a_table_in_a_text_is_one_line() -> None:
    rows = "<tr><th>Pegel</th><th>Meter</th></tr><tr><td>Passau</td><td>7,90</td></tr><tr><td>Linz</td><td>6</td></tr>"
    entries = "".join(
        f"<article><time>{h}:05</time><h2>Damm {h} hält</h2><p>Um {h} Uhr stand das Wasser so hoch.</p>"
        f"<table>{rows}</table><p>Das teilte das Amt um {h} Uhr mit.</p></article>"
        for h in (18, 17)
    )
    found = document(framed(entries, title="Liveticker zum Hochwasser"))
    assert [entry.paragraphs[1:4] for entry in found.entries] == [("Pegel · Meter", "Passau · 7,90", "Linz · 6")] * 2


def test_what_heads_the_columns_of_a_table_of_entries_is_no_entry() -> None:
    rows = "".join(f"<tr><td>{h}:05</td><td>Damm {h} hält. Das Wasser fällt.</td></tr>" for h in (18, 17, 16))
    found = document(framed(f"<table><tr><th>Uhrzeit</th><th>Was geschah</th></tr>{rows}</table>", title="Ticker"))
    assert [entry.moment.clock is not None for entry in found.entries] == [True] * 3
