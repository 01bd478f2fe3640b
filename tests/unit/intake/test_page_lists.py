"""Lists of what came out day by day: press releases, chronicles; boxes of links beside a text are none."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime, time

import pytest
from tests.unit.documents.marking import framed
from tests.unit.documents.reading import document

from warticker.intake import Provenance, read
from warticker.model import BERLIN, DocumentKind

DAYS = (("14. November 2025", 14), ("13. November 2025", 13), ("11. November 2025", 11))
TEXT = "Das Land stellt Sandsäcke bereit, die am Bauhof abgeholt werden können."


def teaser(day: str, number: int) -> str:
    return (
        f"<li><article class='teaser'><p><span class='teaser__date'>{day}</span> <span>Nr. {number}/2025</span></p>"
        f"<h3 class='teaser__title'><a href='/m/{number}'>Vorsorge am Damm {number}</a></h3><p>{TEXT}</p>"
        f"<a href='/m/{number}'>Weiterlesen</a></article></li>"
    )


def test_press_releases_with_days_are_entries() -> None:
    listed = "".join(teaser(*each) for each in DAYS)
    found = document(framed(f"<ol>{listed}</ol>", title="Mitteilungen")).entries
    assert [(entry.moment.day, entry.headline, entry.paragraphs) for entry in found] == [
        (date(2025, 11, day), f"Vorsorge am Damm {day}", (TEXT,)) for _, day in DAYS
    ]


@pytest.mark.parametrize("name", ["swiper-slide swiper-slide-duplicate", "slick-slide slick-cloned", "owl-item cloned"])
def test_the_copies_that_a_slider_makes_of_its_slides_are_no_entries(name: str) -> None:
    hours = (16, 12, 8)
    slides = [
        f"<div class='{{}}'><b>{hour}:05 Uhr</b><h3>Pegel um {hour} Uhr</h3><p>{TEXT}</p></div>" for hour in hours
    ]
    copies = [slide.format(name) for slide in slides]
    listed = "".join([copies[-1], *(slide.format(name.split()[0]) for slide in slides), copies[0]])
    found = document(framed(f"<div>{listed}</div>", title="Ticker vom 14. November 2025")).entries
    assert [(entry.moment.day, entry.moment.clock) for entry in found] == [
        (date(2025, 11, 14), time(hour, 5)) for hour in hours
    ]


@pytest.mark.parametrize(
    ("around", "report"),
    [
        ("<dl>{}</dl>", "<dt>{0}:05 Uhr</dt><dd><b>Pegel {1}</b><br>{2}</dd>"),
        ("<div>{}</div>", "<h3>{0}:05 Uhr: Pegel {1}</h3><p>{2}</p>"),
        ("<section>{}</section>", "<p><strong>{0}:05 Uhr</strong></p><h3>Pegel {1}</h3><p>{2}</p>"),
        ("<section>{}</section>", "<time>{0}:05</time><h3>Pegel {1}</h3><p>{2}</p>"),
    ],
)
def test_reports_in_a_part_for_each_day_are_entries_although_none_has_an_element(around: str, report: str) -> None:
    told = [(day, hour) for day in (14, 13) for hour in (16, 12, 10)]
    parts = "".join(
        f"<h2>{day}. November 2025</h2>"
        + around.format("".join(report.format(hour, day * hour, TEXT) for each, hour in told if each == day))
        for day in (14, 13)
    )
    found = document(framed(parts, title="Chronik")).entries
    assert [(entry.moment.day, entry.moment.clock, entry.headline, entry.paragraphs) for entry in found] == [
        (date(2025, 11, day), time(hour, 5), f"Pegel {day * hour}", (TEXT,)) for day, hour in told
    ]


def test_a_time_of_change_beside_that_of_publication_makes_no_entry_of_its_own() -> None:
    both = "<time>{0}:05</time> <time>{0}:35</time>"
    listed = "".join(
        f"<section>{both.format(hour)}<h3>Pegel {hour}</h3><p>{TEXT}</p></section>" for hour in (16, 12, 10)
    )
    found = document(framed(listed, title="Ticker vom 14. November 2025")).entries
    assert [(entry.moment.clock, entry.headline) for entry in found] == [
        (time(hour, 5), f"Pegel {hour}") for hour in (16, 12, 10)
    ]


def test_reports_without_headlines_that_print_how_long_ago_they_came_out_are_entries() -> None:
    hours = (2, 6, 12)
    events = "".join(
        f"<div class='event'><div><span>vor {ago} Stunden</span></div><div><a href='/karte/{ago}'>Karte</a></div>"
        f"<div>{TEXT} Das ist die Meldung Nummer {ago}.</div></div>"
        for ago in hours
    )
    fetched = Provenance(fetched=datetime(2025, 11, 14, 20, tzinfo=BERLIN))
    (story,) = read(framed(events, title="Karte der Pegel").encode(), name="page", provenance=fetched)
    assert [(entry.moment.clock, entry.headline) for entry in story.document.entries] == [
        (time(20 - ago), "") for ago in hours
    ]


def test_days_of_other_reports_make_no_list_of_an_article() -> None:
    text = "".join(f"<p>Absatz {n}: Der Damm hält, sagte ein Sprecher der Stadt am Abend.</p>" for n in range(40))
    others = "".join(teaser(day, number).replace("<li>", "<li><p>Kreis</p>") for day, number in DAYS * 6)
    found = document(framed(f"<article>{text}</article><ul>{others}</ul>", title="Der Damm hält"))
    assert found.kind is DocumentKind.ARTICLE
    assert len(found.entries[0].paragraphs) == 40


def test_a_chronicle_is_parted_at_its_days() -> None:
    days = "".join(
        f"<h3><span id='d{n}'>{day}</span><span class='mw-editsection'>[<a href='/w'>Bearbeiten</a>]</span></h3>"
        f"<ul><li>Am Damm wird gebaut, {n} Helfer sind da.</li><li>{TEXT}</li></ul>"
        for day, n in DAYS
    )
    found = document(framed(days, title="Chronik am Damm")).entries
    assert [(entry.moment.day, len(entry.paragraphs)) for entry in found] == [(date(2025, 11, n), 2) for _, n in DAYS]


def live_entry(clock: str, headline: str, text: str = TEXT) -> str:
    moment = f"<time datetime='2025-11-14T{clock}:00+01:00'>{clock}</time>"
    return f"<article>{moment}<h3>{headline}</h3><p>{text}</p></article>"


def test_an_entry_that_is_pinned_as_well_is_one() -> None:
    pinned, other = live_entry("16:05", "Damm hält stand"), live_entry("14:10", "Pegel fällt langsam")
    found = document(framed(f"<div class='pinned'>{pinned}</div><div>{other}{pinned}</div>")).entries
    assert [entry.headline for entry in found] == ["Damm hält stand", "Pegel fällt langsam"]


def test_that_a_ticker_has_ended_is_no_report() -> None:
    end = live_entry(
        "18:00", "Ende des Liveblogs", "Wir beenden den Liveblog für heute. Vielen Dank für Ihr Interesse!"
    )
    entries = live_entry("16:05", "Damm hält stand") + live_entry("14:10", "Pegel fällt langsam")
    found = document(framed(end + entries)).entries
    assert [entry.headline for entry in found] == ["Damm hält stand", "Pegel fällt langsam"]


def test_a_ticker_may_have_kept_one_entry() -> None:
    found = document(framed(f"<p>Hier finden Sie alle Berichte.</p>{live_entry('07:38', 'Damm hält stand')}"))
    assert found.kind is DocumentKind.TICKER
    assert [(str(entry.moment.at)[:16], entry.headline) for entry in found.entries] == [
        ("2025-11-14 07:38", "Damm hält stand")
    ]


def test_a_paragraph_without_a_time_goes_on_with_the_report_above() -> None:
    times = (("16.05", "Der Damm hält."), ("14.10", "Der Pegel fällt."), ("9.30", "Die Fähre ruht."))
    parts = [f"<p class='text'><b>Update vom 14. November, {at} Uhr:</b> {text} {TEXT}</p>" for at, text in times]
    found = document(framed(f"{parts[0]}<p class='text'>{TEXT} So heißt es.</p>{parts[1]}{parts[2]}")).entries
    assert [len(entry.paragraphs) for entry in found] == [2, 1, 1]


def test_an_entry_that_was_changed_is_of_when_it_came_out() -> None:
    times = ("18:50 Uhr <em>zuletzt geändert 18:58 Uhr</em>", "15:20 Uhr (aktualisiert: 16:01 Uhr)", "8:05 Uhr")
    entries = "".join(f"<li><header>{at}</header><h3>Damm {n}</h3><p>{TEXT}</p></li>" for n, at in enumerate(times))
    found = document(framed(f"<p>Stand: 14. November 2025, 19:00 Uhr</p><ul>{entries}</ul>")).entries
    assert [(str(entry.moment.clock)[:5], entry.paragraphs) for entry in found] == [
        (clock, (TEXT,)) for clock in ("18:50", "15:20", "08:05")
    ]


@pytest.mark.parametrize(
    ("times", "first"), [(("15:00", "11:00", "17:30", "10:00"), 1), (("10:00", "11:00", "15:00"), 9)]
)
def test_times_out_of_order_or_below_one_long_text_make_no_ticker(times: Sequence[str], first: int) -> None:
    text = "Hier gibt es alles, was man am Fluss braucht, und immer einen Platz am Fenster. "
    houses = "".join(
        f"<h3>Haus Nummer {n}</h3><p>{text * (1 if n else first)}</p><p>14.11.2025, {time} Uhr: Führung im Haus.</p>"
        for n, time in enumerate(times)
    )
    found = document(f"<title>Häuser am Ufer</title><body><h1>Häuser am Ufer</h1><div>{houses}</div></body>")
    assert found.kind is DocumentKind.ARTICLE


def test_entries_may_each_have_a_main_heading() -> None:
    when = "<time datetime='2025-11-{0}T10:00'>10 Uhr</time>"
    days = "".join(
        f"<div class='post'><h1>Damm hält am {day}.</h1>{when.format(day)}<p>Seit {day} Tagen: {TEXT}</p></div>"
        for day in range(15, 9, -1)
    )
    assert len(document(framed(f"<main>{days}</main>", title="Meldungen")).entries) == 6


def test_an_entry_with_another_headline_in_structured_data_is_known_by_its_place_on_the_page() -> None:
    updates = [
        {"@type": "BlogPosting", "url": f"https://www.beispiel.de/donau#m{hour}", "headline": f"Lage um {hour} Uhr"}
        | {"datePublished": f"2025-11-14T{hour}:00:00+01:00"}
        for hour in (14, 13, 12)
    ]
    told = json.dumps({"@type": "LiveBlogPosting", "headline": "Donau", "liveBlogUpdate": updates})
    shown = "".join(
        f"<div class='post' id='m{hour}'><time datetime='2025-11-14T{hour}:00:00+01:00'>{hour}:00</time>"
        f"<h3>Der Damm hält seit {24 - hour} Stunden</h3><p>{TEXT} ({hour})</p></div>"
        for hour in (14, 13, 12)
    )
    head = f"<script type='application/ld+json'>{told}</script>"
    found = document(framed(f"<h1>Donau</h1>{shown}", head, "Donau")).entries
    assert [(entry.headline, entry.paragraphs) for entry in found] == [
        (f"Lage um {hour} Uhr", (f"{TEXT} ({hour})",)) for hour in (14, 13, 12)
    ]


def test_what_stands_between_the_paragraphs_of_structured_data_is_none_of_an_entry() -> None:
    texts = (TEXT, "Die Feuerwehr bittet, den Damm nicht zu betreten.")
    update = {"@type": "BlogPosting", "headline": "Damm hält", "articleBody": "\n".join(texts)}
    update["datePublished"] = "2025-11-14T12:00:00+01:00"
    told = json.dumps({"@type": "LiveBlogPosting", "headline": "Donau", "liveBlogUpdate": [update]})
    box = "<p>Wer mitreden will, findet den Treffpunkt der Redaktion jeden Dienstag auf dem Platz vor dem Rathaus.</p>"
    shown = f"<h3>Damm hält</h3><p>{texts[0]}</p>{box}<p><b>Die Feuerwehr</b>{texts[1][13:]}</p>"
    head = f"<script type='application/ld+json'>{told}</script>"
    page = f"<h1>Donau</h1><article><time datetime='2025-11-14T12:00:00+01:00'>12:00</time>{shown}</article>"
    (entry,) = document(framed(page, head, "Donau")).entries
    assert (entry.paragraphs, len(entry.emphasis)) == (texts, 1)
