"""What pages and feeds set apart, where entries can be opened, and what they say of themselves."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.unit.documents.linked_data_pages import linked_data, live, updates
from tests.unit.documents.marking import ADDRESS, framed
from tests.unit.documents.reports import REPORTS

from warticker.intake import Provenance, explained, read
from warticker.model import Document, DocumentKind, EmphasisKind, Entry
from warticker.records import story_from, story_record


def document(page: str, provenance: Provenance | None = None, name: str = "page") -> Document:
    (story,) = read(page.encode(), name=name, provenance=provenance or Provenance(address=ADDRESS))
    return story.document


def entry_of(inside: str) -> Entry:
    other = (
        '<article><time datetime="2025-11-14T09:00:00Z">10:00</time><h2>Anderes</h2><p>Noch ein Bericht.</p></article>'
    )
    one = f'<article><time datetime="2025-11-14T15:00:00Z">16:00</time><h2>Kopfzeile</h2>{inside}</article>'
    return document(framed(one + other)).entries[0]


def apart(entry: Entry) -> list[tuple[EmphasisKind, str, str | None]]:
    return [(mark.kind, mark.span.of(entry.text), mark.address) for mark in entry.emphasis]


def test_what_is_set_apart_becomes_spans_of_the_text() -> None:
    entry = entry_of(
        '<p>Der <em>Fluss</em> steigt, <strong>sehr schnell</strong>, <a href="/karte">sagt die Karte</a>.</p>'
    )
    assert entry.paragraphs == ("Der Fluss steigt, sehr schnell, sagt die Karte.",)
    assert apart(entry) == [
        (EmphasisKind.EMPHASIS, "Fluss", None),
        (EmphasisKind.STRONG, "sehr schnell", None),
        (EmphasisKind.LINK, "sagt die Karte", "https://www.beispiel.de/karte"),
    ]


def test_lists_and_quotations_are_paragraphs() -> None:
    entry = entry_of(
        "<p>Es fehlt:</p><ul><li>Sand</li><li>Holz</li></ul><blockquote><p>Wir warten hier.</p></blockquote>"
    )
    assert entry.paragraphs == ("Es fehlt:", "• Sand", "• Holz", "Wir warten hier.")
    assert apart(entry) == [(EmphasisKind.QUOTE, "Wir warten hier.", None)]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http://", "//[x", "#oben"]
)
def test_a_link_that_is_not_for_opening_is_plain_text(address: str) -> None:
    entry = entry_of(f'<p>Mehr <a href="{address}">an anderer Stelle</a> dazu.</p>')
    assert entry.paragraphs == ("Mehr an anderer Stelle dazu.",)
    assert apart(entry) == []


def test_emphasis_survives_records() -> None:
    (story,) = read(framed("<p>Der <b>Fluss</b> steigt bis zum Abend weiter an, heißt es.</p>").encode(), name="page")
    assert story_from(story_record(story)).document.entries == story.document.entries
    assert story.document.entries[0].emphasis


def test_control_characters_that_markup_spells_are_gone() -> None:
    entry = entry_of("<p>Ein&#27;[31m Satz&#8238; mit&#8203; Zeichen&shy;kette.</p>")
    assert entry.paragraphs == ("Ein Satz mit Zeichenkette.",)


def test_an_article_is_cut_at_its_subheads() -> None:
    found = document(
        framed(
            "<article><p>Der Fluss ist am Morgen über die Ufer getreten, wie die Behörden mitteilten.</p>"
            "<h2>Straßen gesperrt</h2><p>Mehrere Straßen im Tal sind seit der Nacht für alle gesperrt.</p>"
            "<figure><figcaption>Ein Boot. Foto: dpa</figcaption></figure>"
            "<p><strong>Hilfe aus dem Nachbarland</strong></p>"
            "<p>Aus dem Nachbarland kommen Pumpen und Sandsäcke.</p></article>",
            linked_data({"@type": "NewsArticle", "headline": "Fluss steigt", "datePublished": "2025-11-14T08:00Z"}),
            "Fluss steigt",
        )
    )
    assert found.kind is DocumentKind.ARTICLE
    assert [entry.headline for entry in found.entries] == [
        "Fluss steigt",
        "Straßen gesperrt",
        "Hilfe aus dem Nachbarland",
    ]
    assert str(found.published.at) == "2025-11-14 09:00:00+01:00"
    assert "Ein Boot. Foto: dpa" in found.dropped


def test_an_article_whose_text_is_for_machines_alone_is_read_from_there() -> None:
    told = {
        "@type": "NewsArticle",
        "headline": "Fluss steigt",
        "articleBody": "Der Fluss steigt.\n\nDie Brücke ist zu.",
    }
    found = document(framed("<div id='app'></div>", linked_data(told), "Fluss steigt"))
    assert found.entries[0].paragraphs == ("Der Fluss steigt.", "Die Brücke ist zu.")


def test_a_day_without_a_time_stays_a_day() -> None:
    told = [{**each, "datePublished": "2025-11-14"} for each in updates(REPORTS)]
    entry = document(framed("", linked_data(live(told)))).entries[0]
    assert (str(entry.moment.day), entry.moment.clock) == ("2025-11-14", None)


def test_relative_times_count_from_when_the_page_was_fetched() -> None:
    page = framed(
        "".join(
            f"<div class='e'><span>Vor {n} Stunden</span><h3>Lage {n}</h3><p>Ein Satz über die Lage am Fluss.</p></div>"
            for n in (2, 3, 5)
        )
    )
    found = document(page, Provenance(address=ADDRESS, fetched=datetime(2025, 11, 14, 15, 0, tzinfo=UTC)))
    assert [str(entry.moment.at)[:16] for entry in found.entries] == [f"2025-11-14 {hour}:00" for hour in (14, 13, 11)]


def test_an_address_is_where_the_page_was_fetched_else_what_it_calls_canonical() -> None:
    page = framed("<p>Der Fluss steigt bis zum Abend weiter an, heißt es aus dem Amt.</p>")
    assert document(page, Provenance()).address == ADDRESS
    assert document(page, Provenance(address="https://beispiel.de/x")).address == "https://beispiel.de/x"
    assert document(page.replace('href="https://www', 'href="javascript:www'), Provenance()).address is None


def test_a_feed_says_days_where_it_tells_no_times() -> None:
    items = "".join(f"<item><title>Lage {n}</title><pubDate>2025-11-14</pubDate></item>" for n in range(2))
    found = document(f'<rss version="2.0"><channel><title>Beispiel</title>{items}</channel></rss>')
    assert {(str(entry.moment.day), entry.moment.clock) for entry in found.entries} == {("2025-11-14", None)}


def test_a_declared_charset_is_believed() -> None:
    page = "<html><head><meta charset=koi8-u></head><body><p>Київ тримається, каже мер міста увечері.</p></body></html>"
    (story,) = read(page.encode("koi8-u"), name="page")
    assert story.document.entries[0].paragraphs[0].startswith("Київ тримається")


def test_latin_letters_that_are_none_are_read_as_what_they_are() -> None:
    head = "<html><head><meta charset=iso-8859-1></head>"
    page = f"{head}<body><p>Überall „Brücken“ gesperrt, heißt es am Abend.</p></body></html>"
    (story,) = read(page.encode(), name="page")
    assert story.document.entries[0].paragraphs == ("Überall „Brücken“ gesperrt, heißt es am Abend.",)


def test_an_explanation_says_what_each_line_was_taken_for() -> None:
    time, text = '<time datetime="2025-11-14T15:00Z">16:00</time>', "<p>Der Fluss steigt bis zum Abend an.</p>"
    page = framed("".join(f"<article>{time}<h2>Kopf {n}</h2>{text}</article>" for n in range(2)))
    told = explained(page.encode(), name="page")
    assert told.layout == "entries that repeat on the page"
    assert ("headline", "Kopf 1") in told.lines
    assert ("dropped: footer", "Impressum") in told.lines


def test_a_kicker_stands_apart_from_the_headline_that_it_touches() -> None:
    entry = entry_of("<p>Der Pegel fällt.</p><p><span>Region</span>Wieder <span>Sch</span>ule</p>")
    assert entry.paragraphs[1] == "Region Wieder Schule"


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("Pegel an der Donau: Der Damm hält", "Pegel an der Donau: Der Damm hält"),
        ("Der Damm hält", "Der Damm hält"),
        ("Pegel an der Donau Der Damm hält -", "Pegel an der Donau Der Damm hält"),
        ("Warum der Damm noch immer hält", "Pegel an der Donau Der Damm hält"),
    ],
)
def test_what_separates_a_kicker_from_its_headline_is_told_to_machines(told: str, title: str) -> None:
    printed = "<h1><span>Pegel an der Donau</span> <span>Der Damm hält</span></h1>"
    page = f"<!DOCTYPE html><meta property='og:title' content='{told}'>{printed}<p>Das Wasser fällt. Es regnet.</p>"
    (story,) = read(page.encode(), name="page")
    assert story.document.title == title


@pytest.mark.parametrize("kicker", ["<span>Pegel an der Donau</span>", ""])
def test_a_sign_that_is_read_aloud_parts_a_kicker_from_its_headline(kicker: str) -> None:
    title = f"{kicker}<span class='visually-hidden'>: </span><span>Der Damm hält bis zum Morgen</span>"
    found = document(f"<main><h1>{title}</h1><p>Die Stadt hat Sandsäcke verteilt, und der Regen lässt nach.</p></main>")
    assert found.title == ("Pegel an der Donau: " if kicker else "") + "Der Damm hält bis zum Morgen"


def test_what_a_button_says_is_no_report() -> None:
    entry = entry_of(
        "<p>Der Pegel fällt.</p><div><p>An dieser Stelle steht ein Video eines Drittanbieters.</p>"
        "<button>Jetzt zeigen</button></div>"
    )
    assert entry.paragraphs == ("Der Pegel fällt.",)


def test_a_link_to_more_is_taken_off_the_end_of_a_line_and_left_inside_of_it() -> None:
    entry = entry_of('<p>Der Pegel fällt. <a href="/a">Weiterlesen</a></p><p>Es kam <a href="/b">mehr</a> Wasser.</p>')
    assert entry.paragraphs == ("Der Pegel fällt.", "Es kam mehr Wasser.")


def test_answers_of_readers_are_no_part_of_a_report() -> None:
    entry = entry_of('<p>Der Pegel fällt.</p><div class="postings"><b>Uferfreund</b><p>Das sah man kommen.</p></div>')
    assert entry.paragraphs == ("Der Pegel fällt.",)


def test_words_in_bold_begin_a_text_and_no_headline_where_only_some_have_them() -> None:
    texts = ("<b>Das Wasser fällt.</b> Es bleibt kühl.", "Ohne Fettes.", "Auch ohne Fettes.", "Und noch einer ohne.")
    found = document(
        framed(
            "".join(
                f"<li><time datetime='2025-11-14T0{n}:00'>0{n}:00</time><p>{t}</p></li>" for n, t in enumerate(texts)
            )
        )
    )
    assert {entry.headline for entry in found.entries} == {""}


def test_what_links_keep_for_scripts_dates_the_pages_that_they_lead_to() -> None:
    text = "Die Gemeinde baut eine <a href='/{0}' data-publish-date='175975591{0}'>neue Brücke</a>, die breiter wird."
    found = document(framed("".join(f"<p>{text.format(number)}</p>" for number in range(4)), title="Eine Brücke"))
    assert found.kind is DocumentKind.ARTICLE


def test_a_moment_below_the_last_line_begins_nothing() -> None:
    reports = "".join(
        f'<h3>{r.headline}</h3><p><time datetime="{r.day}T{r.colon}">{r.colon}</time></p><p>{r.paragraphs[0]}</p>'
        for r in REPORTS
    )
    found = document(f'<div>{reports}<p><time datetime="2025-11-14T06:00"></time></p></div>')
    assert [entry.headline for entry in found.entries] == [r.headline for r in REPORTS]


@pytest.mark.parametrize("end", ["", "</time>"])
def test_what_an_element_says_besides_its_moment_is_read(end: str) -> None:
    reports = "".join(
        f'<div><h3><time datetime="{r.day}T{r.colon}">{r.colon} Uhr – {r.headline}{end}</h3>'
        f"<p>{r.paragraphs[0]}</p></div>"
        for r in REPORTS
    )
    found = document(framed(reports))
    assert [entry.headline for entry in found.entries] == [r.headline for r in REPORTS]
