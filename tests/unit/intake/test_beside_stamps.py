"""What stands on a stamp's line and is no headline: its number, who wrote, where, for which part of the page."""

from __future__ import annotations

from datetime import date, time

import pytest
from tests.unit.documents.reading import document

ENTRIES = (
    (time(16, 5), "Fähre legt wieder ab", "Der Hafen ist offen. Das Wasser sinkt seit dem Mittag."),
    (time(15, 20), "Damm bei Ulm hält", "Helfer füllen Säcke mit Sand. Bis zum Abend soll es reichen."),
    (time(14, 2), "Schulen bleiben zu", "In drei Kreisen fällt der Unterricht aus. Das gilt auch am Montag."),
    (time(13, 11), "Rat tagt im Zelt", "Die Verwaltung zieht um. Ihr Keller steht unter Wasser."),
)
PLACES = ("Ulm", "Neu-Ulm", "Passau", "Regensburg")


def read(page: list[str]) -> list[tuple[time | None, str, tuple[str, ...]]]:
    text = "\n\n".join(["Flut-Ticker", *page])
    return [(entry.moment.clock, entry.headline, entry.paragraphs) for entry in document(text).entries]


GOLD = [(clock, head, (text,)) for clock, head, text in ENTRIES]


@pytest.mark.parametrize(
    "before",
    [
        "#{number} | ",
        "{number}. ",
        "{place}, ",
        "{place}, 14. Nov., ",
        "Hochwasser | ",
        "Von Erika Muster um ",
        "Flut aktuell, ",
    ],
)
def test_what_stands_before_a_time_is_no_headline(before: str) -> None:
    page = []
    for number, (place, (clock, head, text)) in enumerate(zip(PLACES, ENTRIES, strict=True)):
        page += [f"{before.format(number=48 - number, place=place)}{clock:%H:%M} Uhr", head, text]
    assert read(page) == GOLD


def test_an_outlet_and_how_long_ago_it_reported_stand_below_a_headline() -> None:
    ago = ("vor 5 Minuten", "vor 40 Minuten", "vor 1 Stunde", "vor 2 Stunden")
    page = [
        line
        for when, (_, head, text) in zip(ago, ENTRIES, strict=True)
        for line in (head, f"Hafenblatt · {when}", text)
    ]
    assert [(head, texts) for _, head, texts in read(page)] == [(head, texts) for _, head, texts in GOLD]


def test_a_colon_parts_headline_and_text_beside_a_time_without_a_sign() -> None:
    assert read([f"- **{clock:%H:%M}** {head}: {text}" for clock, head, text in ENTRIES]) == GOLD


@pytest.mark.parametrize("before", ["{place}, ", "{place}, 14. November, ", "Erika Muster, ", "dpa | ", "Ca. "])
def test_what_stands_before_the_time_of_a_text_is_no_part_of_it(before: str) -> None:
    reports = zip(PLACES, ENTRIES, strict=True)
    page = [f"{before.format(place=place)}{clock:%H:%M} Uhr: {text}" for place, (clock, _, text) in reports]
    assert read(page) == [(clock, "", (text,)) for clock, _, text in ENTRIES]


@pytest.mark.parametrize(
    "line",
    [
        "Von Erika Muster und Max Muster, 14. November 2025, 16:40 Uhr",
        "von Deich-Fan » Fr 14. Nov 2025, 16:40",
        "Geschrieben von der Redaktion am 14. November 2025 um 16:40 Uhr",
    ],
)
def test_a_line_that_signs_the_page_dates_it_too(line: str) -> None:
    page = document(
        "\n\n".join(["Flut in Ulm", line, *(f"{at:%H:%M} Uhr: {head}\n{text}" for at, head, text in ENTRIES)])
    )
    assert (page.title, page.published.day, page.published.clock) == ("Flut in Ulm", date(2025, 11, 14), time(16, 40))
    assert [(entry.moment.clock, entry.headline, entry.paragraphs) for entry in page.entries] == GOLD


@pytest.mark.parametrize("before", ["Quelle: dpa, ", "Hochwasser | "])
def test_a_rubric_or_source_stands_with_its_time_below_a_report_too(before: str) -> None:
    page = [line for clock, head, text in ENTRIES for line in (head, text, f"{before}{clock:%H:%M} Uhr")]
    assert read(page) == GOLD


def test_places_with_times_one_below_the_other_are_a_list() -> None:
    rows = "\n".join(f"{place}, {18 + number}.30 Uhr" for number, place in enumerate(PLACES))
    page = f"Lesungen im Advent\n\nDie Autorin liest in vier Orten. Der Eintritt ist frei.\n\n{rows}\n\n{ENTRIES[0][2]}"
    (entry,) = document(page).entries
    assert len(entry.paragraphs) == 2 + len(PLACES)


@pytest.mark.parametrize("behind", [" von Erika Muster", " | dpa", " – Erika Muster", ", aktualisiert 17:20 Uhr"])
def test_what_stands_behind_a_time_alone_is_no_headline(behind: str) -> None:
    page = [line for clock, head, text in ENTRIES for line in (f"{clock:%H:%M} Uhr{behind}", head, text)]
    assert read(page) == GOLD


@pytest.mark.parametrize("form", ["{} Min. Lesezeit", "Lesezeit: {} Min.", "Lesedauer ca. {} Minuten", "{} min"])
@pytest.mark.parametrize("sign", [" · ", ", "])
def test_how_long_reading_takes_is_no_headline_and_no_text(sign: str, form: str) -> None:
    minutes = enumerate(ENTRIES, 2)
    page = [
        line
        for number, (clock, head, text) in minutes
        for line in (f"{clock:%H:%M}{sign}{form.format(number)}", head, text)
    ]
    assert read(page) == GOLD


@pytest.mark.parametrize(
    "line",
    [
        "{clock} Uhr | {place}",
        "{clock} MEZ / {place}er Zeit",
        "{clock} Uhr (bearbeitet)",
        "{clock} Uhr | Teilen | Link kopieren",
        "Ausland · Heute um {clock} Uhr",
    ],
)
def test_few_words_beside_a_time_above_a_headline_are_none(line: str) -> None:
    page = []
    for place, (clock, head, text) in zip(PLACES, ENTRIES, strict=True):
        page += [line.format(clock=f"{clock:%H:%M}", place=place), f"{head}, sagt der Rat", text]
    assert read(page) == [(clock, f"{head}, sagt der Rat", (text,)) for clock, head, text in ENTRIES]


@pytest.mark.parametrize("word", ["Jetzt ", "LIVE ", "EIL: "])
def test_the_newest_report_may_say_so_before_its_time(word: str) -> None:
    page = [line for at, head, text in ENTRIES for line in (f"{at:%H:%M} Uhr", head, text)]
    assert read([f"{word}{page[0]}", *page[1:]]) == GOLD


@pytest.mark.parametrize("stamp", ["+++ {clock} +++", "14. November\n{clock} Uhr", "ca. {clock} Uhr"])
def test_headlines_above_times_of_any_shape(stamp: str) -> None:
    page = [line for at, head, text in ENTRIES for line in (head, stamp.format(clock=f"{at:%H:%M}"), text)]
    assert read(page) == GOLD


@pytest.mark.parametrize(
    "end", ["(dpa, {clock} Uhr)", "({clock} Uhr, dpa)", "| {clock} Uhr", "– {clock}", "{clock} Uhr"]
)
def test_times_behind_texts(end: str) -> None:
    page = [line for at, head, text in ENTRIES for line in (head, f"{text} {end.format(clock=f'{at:%H:%M}')}")]
    assert read(page) == GOLD


def test_times_behind_headlines_that_no_sign_parts() -> None:
    assert read([line for at, head, text in ENTRIES[1:] for line in (f"{head}\t{at:%H:%M}", text)]) == GOLD[1:]
    teasers = "\n\n".join(f"{head} 14.11.2025 {at:%H:%M}\n{text}" for at, head, text in ENTRIES)
    assert not any(entry.moment.clock for entry in document(teasers).entries)


@pytest.mark.parametrize("sign", ["(mkl)", "(dpa/mkl)", "(jo)"])
def test_letters_in_brackets_below_a_report_sign_it(sign: str) -> None:
    page = [line for clock, head, text in ENTRIES for line in (f"{clock:%H.%M} Uhr: {head}", text, sign)]
    assert read(page) == GOLD


def test_the_line_that_closes_a_ticker_is_a_headline_below_a_time() -> None:
    page = ["16:40 Uhr", "Wir beenden den Liveblog", "Bis morgen früh ab sechs. Bleiben Sie trocken!"]
    page += [line for clock, head, text in ENTRIES for line in (f"{clock:%H:%M} Uhr", head, text)]
    assert read(page) == [(time(16, 40), page[1], (page[2],)), *GOLD]


def test_a_report_without_its_time_on_top_keeps_its_headline_where_others_stand_beside_times() -> None:
    page = [
        "Was ist neu am Fluss? Hier im Ticker lesen Sie alles.",
        "Brücke wieder frei",
        "Die Brücke ist wieder frei. Der Verkehr rollt.",
    ]
    page += [line for clock, head, text in ENTRIES for line in (f"{clock:%H.%M} Uhr: {head}", text)]
    assert read(page) == [(None, page[1], (page[2],)), *GOLD]


def test_the_numbers_of_a_list_are_no_part_of_a_tickers_headlines() -> None:
    page = [line for n, (_, head, text) in enumerate(ENTRIES, 1) for line in (f"{n}. {head}", text)]
    assert read(["Live-Ticker", "Neue Meldungen", *page]) == [(None, head, (text,)) for _, head, text in ENTRIES]


def test_a_long_sentence_on_top_is_what_is_left_of_the_newest_report() -> None:
    left = "In der Nacht hat der Fluss in der Altstadt von Passau vier Keller überflutet und eine Brücke beschädigt."
    page = [line for clock, head, text in ENTRIES for line in (f"{clock:%H:%M} Uhr| {head}", text)]
    entries = document("\n\n".join([left, *page])).entries
    assert [entry.paragraphs for entry in entries] == [(left,), *((text,) for *_, text in ENTRIES)]


def test_the_line_that_closes_a_ticker_is_one_below_a_day_and_time_too() -> None:
    page = ["14.11.2025 • 16:40 Uhr", "Ende des Liveblogs", "Damit schließen wir den Liveblog für heute."]
    page += [line for clock, head, text in ENTRIES for line in (f"14.11.2025 • {clock:%H:%M} Uhr", head, text)]
    assert read(page)[0][:2] == (time(16, 40), "Ende des Liveblogs")
    assert read(page)[1:] == GOLD


def test_a_whole_sentence_before_a_time_is_the_headline_however_long_it_is() -> None:
    long = (
        "Helfer aus drei Landkreisen füllen seit dem frühen Morgen am Hafen von Ulm Sand in Säcke und legen sie auf die"
    )
    page = [line for clock, head, text in ENTRIES for line in (f"{head}, {long} Dämme ({clock:%H:%M} Uhr)", text)]
    assert read(page) == [(clock, f"{head}, {long} Dämme", texts) for clock, head, texts in GOLD]


def test_sentences_between_marks_are_a_text_where_other_entries_have_headlines() -> None:
    page = [line for clock, head, text in ENTRIES[:3] for line in (f"+++ {clock:%H:%M} {head} +++", text)]
    page.append(f"+++ {ENTRIES[3][0]:%H:%M} {ENTRIES[3][2]} +++")
    assert read(page)[3] == (ENTRIES[3][0], "", (ENTRIES[3][2],))


def test_a_few_words_beside_a_time_are_the_text_where_headlines_stand_above() -> None:
    page = [line for clock, head, text in ENTRIES for line in (head, f"{clock:%H:%M} Uhr: {text}")]
    page[3] = f"{ENTRIES[1][0]:%H:%M} Uhr: Bilder vom Damm bei Ulm"
    assert read(page)[1] == (ENTRIES[1][0], ENTRIES[1][1], ("Bilder vom Damm bei Ulm",))


@pytest.mark.parametrize(
    ("line", "kept"), [("Der Landrat schreibt am Abend in seinem Kanal:", True), ("Was bisher geschah:", False)]
)
def test_a_line_that_announces_older_entries_is_no_text_and_one_whose_post_is_lost_is(line: str, kept: bool) -> None:
    page = [line for clock, head, text in ENTRIES for line in (f"{clock:%H:%M} Uhr", head, text)]
    page.insert(3, line)
    assert read(page)[0][2] == (ENTRIES[0][2], *([line] if kept else []))


def test_a_line_with_the_day_of_the_older_entries_stands_above_their_headline_too() -> None:
    page = [line for clock, head, text in ENTRIES for line in (head, f"{clock:%H:%M} Uhr: {text}")]
    page.insert(4, "Flut-Nachrichten aus Ulm am Freitag, 14. November:")
    assert read(page) == GOLD


def test_a_list_ends_where_the_text_goes_on() -> None:
    (clock, head, text), *others = ENTRIES
    page = [f"{clock:%H:%M} Uhr", head, "Geöffnet sind:", "Fähre und Hafen", "Schulen in Ulm", text, "Kran am Kai"]
    page += [line for clock, head, text in others for line in (f"{clock:%H:%M} Uhr", head, text)]
    assert read(page)[0] == (clock, head, ("Geöffnet sind:", "Fähre und Hafen", "Schulen in Ulm", text))
