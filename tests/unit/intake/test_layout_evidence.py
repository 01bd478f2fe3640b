"""What a page itself tells of its layout, against what only looks like a part of it."""

from __future__ import annotations

from datetime import date, time

import pytest
from tests.unit.documents.reading import document

from warticker.model import DocumentKind

BODY = "Das Wasser steht bis an die Treppe. Helfer füllen Säcke mit Sand."
STORY = (
    "Am Ufer von Ruse wird seit Stunden gebaggert, und die Feuerwehr bringt Pumpen aus drei Nachbarorten. Ein Sprecher "
    "der Stadt rechnet erst am Abend mit dem höchsten Stand. Bis dahin sollen die Säcke reichen, die im Hafen liegen. "
    "Wer helfen will, findet dort einen Spaten und warmen Tee."
)


def clocks(text: str) -> list[time | None]:
    return [entry.moment.clock for entry in document(text).entries]


def days(text: str) -> list[date | None]:
    return [entry.moment.day for entry in document(text).entries]


def ticker(*stamps: str, head: str = "Flut-Ticker") -> str:
    return "\n\n".join(
        [head, *(f"{stamp} Damm bei Ort {number} hält\n\n{BODY}" for number, stamp in enumerate(stamps))]
    )


def test_the_length_of_a_video_inside_a_text_is_out_of_order_and_begins_no_entry() -> None:
    texts = [f"{clock} {BODY} 00:42 Video vom Ufer" for clock in ("19:32", "18:44", "18:33", "18:20")]
    assert clocks("Flut-Ticker\n\n" + "\n\n".join(texts)) == [time(19, 32), time(18, 44), time(18, 33), time(18, 20)]


def test_a_lost_newline_is_found_where_the_time_stands_in_its_order() -> None:
    texts = [f"19:32 {BODY} 19:05 {BODY}", f"18:44 {BODY}", f"18:33 {BODY}", f"18:20 {BODY}"]
    assert clocks("Flut-Ticker\n\n" + "\n\n".join(texts))[:3] == [time(19, 32), time(19, 5), time(18, 44)]


def test_an_agency_that_is_glued_to_a_time_is_set_apart() -> None:
    page = f"Flut-Ticker\n\nGetty22.10 Uhr: {BODY}\n\n" + "\n\n".join(
        f"{clock} Uhr{end} {BODY}" for clock, end in [("22.01", " -"), ("21.50", ":"), ("21.40", ":")]
    )
    assert clocks(page) == [time(22, 10), time(22, 1), time(21, 50), time(21, 40)]
    assert "Getty" in document(page).dropped


def test_two_times_that_a_paragraph_quotes_make_no_ticker_of_an_article() -> None:
    page = f"Nacht am Ufer\n\n{STORY} Der Pegel meldete: 00.43 Uhr: Neun Meter. 00.45 Uhr: Zehn Meter. {STORY}\n"
    assert document(page).kind is DocumentKind.ARTICLE


def test_dates_with_times_part_a_text_that_has_no_lines_and_what_comes_before_each_is_no_part_of_it() -> None:
    told = [f"Flut an der Donau 5/20/19 10:{minute} AM Ort {minute}: {BODY}" for minute in (41, 36, 30)]
    page = " ".join(["Alle Entwicklungen zum Hochwasser lesen Sie im Newsblog.", *told, BODY])
    entries = document(page).entries
    assert [entry.moment.clock for entry in entries] == [time(10, 41), time(10, 36), time(10, 30)]
    assert [entry.paragraphs for entry in entries][:2] == [(f"Ort {minute}: {BODY}",) for minute in (41, 36)]


def test_one_stamp_repeated_among_many_is_two_entries() -> None:
    page = "Ticker\n\n" + "\n\n".join(
        f"{clock}\n\n{text}"
        for clock, text in [
            ("19:48", BODY),
            ("19:45", BODY),
            ("19:43", "Nachspielzeit in Minuten: 4"),
            ("19:43", BODY),
            ("19:41", BODY),
            ("19:40", BODY),
        ]
    )
    assert clocks(page)[2:4] == [time(19, 43), time(19, 43)]


def test_single_sentences_between_title_and_first_stamp_are_a_lead() -> None:
    lead = [
        "Alle Entwicklungen zur Flut lesen Sie in unserem Ticker.",
        "An der Donau steigt das Wasser weiter.",
        "Der Höchststand wird am Abend erwartet. Gegen acht soll er Ruse erreichen.",
        "In drei Dörfern fällt die Schule aus.",
        "Für die Nacht ist kein Regen angesagt.",
    ]
    page = "\n\n".join([*lead, *(f"Montag, 10. Februar, {at} Uhr\n\nDamm hält\n\n{BODY}" for at in ("07:51", "07:45"))])
    assert clocks(page) == [time(7, 51), time(7, 45)]


def test_the_day_that_a_page_was_looked_at_dates_no_entry() -> None:
    page = ticker(
        "21.31 Uhr:", "21.20 Uhr:", head="Donnerstag, 30. Oktober 2014\n\n02. Juni 2013 07:14 Uhr\n\nFlut-Ticker"
    )
    assert days(page) == [date(2013, 6, 2)] * 2


def test_a_day_that_parts_entries_is_near_the_pages_own() -> None:
    reports = [f"{at} Uhr: Damm hält\n\n{BODY}" for at in ("08.00", "07.00", "06.45")]
    reports.insert(2, "09.02.2020")
    page = "\n\n".join(["Flut-Ticker", "10.2.2020 - 08:00", *reports])
    assert days(page) == [date(2020, 2, 10), date(2020, 2, 10), date(2020, 2, 9)]


@pytest.mark.parametrize(
    "line", ["Wie hoch steigt das Wasser in Ruse? Wer hilft am Ufer, und wann kommen die Pumpen an?"]
)
def test_several_questions_are_text(line: str) -> None:
    document_ = document(f"Nacht am Ufer\n\n{STORY}\n\n{line}\n\n{STORY}\n")
    assert line in [text for entry in document_.entries for text in entry.paragraphs]


def test_what_is_all_in_parentheses_heads_no_section() -> None:
    page = f"Nacht am Ufer\n\n{STORY}\n\n(Übersetzt von Hand)\n\n{STORY}\n"
    assert len(document(page).entries) == 1


def test_what_stands_below_the_name_of_a_page_is_its_lead() -> None:
    reports = [f"{head}\n\n{BODY}" for head in ("Damm bei Ruse bricht", "Helfer ziehen ab", "Pegel bei Lom fällt")]
    page = "\n\n".join(
        ["Donau: News zur Flut im Liveblog", "Liveblog", "Aktuelle Nachrichten zur Flut an der Donau", BODY, *reports]
    )
    assert [entry.headline for entry in document(page).entries] == [
        "Damm bei Ruse bricht",
        "Helfer ziehen ab",
        "Pegel bei Lom fällt",
    ]


def test_durations_are_no_times() -> None:
    lead = "1\n\nMaria Muster\n\n3:34:09h\n\n2\n\nErika Beispiel\n\n+1:28m"
    reports = "\n\n".join(f"Spitze bei Ort {at}\n\n{at}\n\n{BODY}" for at in ("17:15", "17:10", "17:08"))
    assert clocks(f"Radrennen im Liveticker\n\n{lead}\n\n{reports}") == [time(17, 15), time(17, 10), time(17, 8)]


def test_a_source_behind_a_text_makes_no_caption_of_it() -> None:
    page = "\n\n".join(f"{at} Uhr: Damm hält\n{BODY} (Quelle: Tagesblatt)" for at in ("14:09", "12:02", "11:30"))
    assert [entry.paragraphs for entry in document(f"Flut-Ticker\n\n{page}").entries] == [
        (f"{BODY} (Quelle: Tagesblatt)",)
    ] * 3


def test_marks_inside_a_quotation_stay_in_the_text() -> None:
    text = 'Die Stadt warnt: "+++ACHTUNG+++ Meiden Sie das Ufer!+++" Wenig später gibt sie Entwarnung.'
    page = "\n\n".join(["Flut-Ticker", *(f"{at} Uhr: {text}" for at in ("19.05", "19.30", "19.33"))])
    assert [entry.paragraphs for entry in document(page).entries] == [(text,)] * 3


@pytest.mark.parametrize(
    "top",
    [
        "Unwetter\n\nFlut bringt Pumpen nach Ruse",
        "Flut bringt Pumpen nach Ruse\n\nAlles steht still",
        "Unwetter\n\nFlut bringt Pumpen nach Ruse\n\nRuse im Mai",
    ],
)
def test_the_title_of_an_article_is_what_its_text_takes_up_most(top: str) -> None:
    entries = document(f"{top}\n\n{STORY}\n\n{STORY}\n").entries
    assert [(entry.headline, entry.paragraphs) for entry in entries] == [
        ("Flut bringt Pumpen nach Ruse", (STORY, STORY))
    ]


def test_a_pointer_to_the_ticker_inside_an_article_is_no_headline() -> None:
    page = f"Nacht am Ufer\n\n{STORY}\n\n++ Den Liveticker finden Sie am Ende des Artikels ++\n\n{STORY}\n"
    assert len(document(page).entries) == 1


def test_a_page_that_speaks_of_a_ticker_and_has_no_entries_is_an_article() -> None:
    page = f"Flut bringt Pumpen nach Ruse\n\nAlles steht still\n\n{STORY} Mehr im Liveticker.\n\n{STORY}\n"
    read = document(page)
    assert read.kind is DocumentKind.ARTICLE
    assert [entry.headline for entry in read.entries] == ["Flut bringt Pumpen nach Ruse"]


def test_what_stands_right_below_a_lead_belongs_to_it() -> None:
    lead = "Alle Neuigkeiten zur Flut findet Ihr hier im Liveticker.\n\nDie Stadt braucht 270 Pumpen. Stand jetzt: 224."
    reports = "\n\n".join(f"6. Mai, {at} Uhr: Damm hält\n\n{BODY}" for at in ("10.32", "10.15", "9.57"))
    assert clocks(f"Flut im Ticker: Damm bricht!\n\n{lead}\n\n{reports}") == [time(10, 32), time(10, 15), time(9, 57)]


def test_sentences_behind_marks_that_never_close_are_texts() -> None:
    text = "Die Stadt hat am Mittwoch den Ausnahmezustand bis zum Ende der Woche verlängert, weil das Wasser steigt."
    page = "\n\n".join(["Flut-Ticker", *(f"+++ {at} Uhr: {text}\n\n{BODY}" for at in ("10.22", "9.25", "8.10"))])
    assert [(entry.headline, entry.paragraphs) for entry in document(page).entries] == [("", (text, BODY))] * 3


def test_a_lead_that_promises_all_in_the_ticker_names_one_without_times() -> None:
    reports = [f"{head}\n\n{BODY}" for head in ("Damm bei Ruse bricht", "Helfer ziehen ab", "Pegel bei Lom fällt")]
    page = "\n\n".join(("Was in der Nacht war und heute kommt. Das war der Mittwoch im Ticker.", *reports))
    assert len(document(page).entries) == 3
    assert document(page).kind is DocumentKind.TICKER


def test_an_article_that_invites_to_a_ticker_below_its_lead_is_none() -> None:
    parts = [f"{head}\n\n{BODY}" for head in ("Ruse räumt auf", "Helfer ziehen ab", "Pegel bei Lom fällt")]
    page = "\n\n".join(("Damm bei Ruse bricht", BODY, "Alle Entwicklungen im Newsblog", *parts))
    assert document(page).kind is DocumentKind.ARTICLE


@pytest.mark.parametrize(
    ("head", "says"),
    [
        ("Flut: Pegel sinken, Frau aus Baum gerettet", "Hier alles Wichtige im Rückblick."),
        ("News zur Flut: Pegel sinken weiter", "Alles zur aktuellen Lage."),
    ],
)
def test_a_section_that_ends_by_saying_what_the_page_is_is_its_lead(head: str, says: str) -> None:
    reports = [f"{head}\n\n{BODY}" for head in ("Damm bei Ruse bricht", "Helfer ziehen ab", "Pegel bei Lom fällt")]
    lead = f"An vielen Orten sinkt das Wasser. {says}"
    page = "\n\n".join(["Das war der Liveticker zur Flut", head, lead, *reports])
    assert [entry.headline for entry in document(page).entries] == [
        "Damm bei Ruse bricht",
        "Helfer ziehen ab",
        "Pegel bei Lom fällt",
    ]


def test_a_sentence_printed_again_with_or_without_whose_picture_it_is_is_a_caption() -> None:
    caption = "Ein Bagger steht am Ufer von Ruse im Schlamm."
    for pictured in (f"{caption} Foto: A. Bild/dpa\n{caption}", f"{caption}\n{caption}"):
        entries = document(f"Nacht am Ufer von Ruse\n\n{STORY}\n\n{pictured}\n").entries
        assert [entry.paragraphs for entry in entries] == [(STORY,)]


@pytest.mark.parametrize("printed", ["Saturday, June 1, 2019", "Juni 1, 2019", "1 June 2019"])
def test_dates_as_english_blog_software_prints_them_date_a_page(printed: str) -> None:
    assert days(f"{printed}\n\n{ticker('9:48', '9:28', '8:55')}") == [date(2019, 6, 1)] * 3


@pytest.mark.parametrize(("printed", "day"), [("01.06.2019", 31), ("02.06.2019", 31), ("03.06.2019", None)])
def test_a_ticker_of_a_weekday_is_of_the_last_one_when_its_page_is_dated_a_day_or_two_behind(
    printed: str, day: int | None
) -> None:
    head = f"Flut-Ticker vom Freitag\n\n{printed}, 09:36 Uhr"
    found = days(ticker("22:37", "21:20", "20:28", head=head))
    assert (found == [date(2019, 5, 31)] * 3) is (day is not None)


def test_a_subhead_of_six_words_that_the_text_does_not_take_up_is_one() -> None:
    page = f"Nacht am Ufer\n\n{STORY}\n\nEin wenig Ruhe, noch keine Rast\n\n{STORY}\n"
    assert [entry.headline for entry in document(page).entries] == ["Nacht am Ufer", "Ein wenig Ruhe, noch keine Rast"]


def test_a_ticker_that_has_ended_and_is_no_live_ticker_is_one_as_well() -> None:
    told = "\n\n".join(f"Damm bei Ort {number} hält\n\n{BODY}" for number in range(2))
    assert document(f"Tag am Fluss\n\nUnser Ticker ist für heute beendet.\n\n{told}").kind is DocumentKind.TICKER


def test_a_sentence_with_a_figure_between_all_its_commas_is_no_row_of_a_table() -> None:
    text = "Der Pegel in Ruse steht nach Angaben der Stadt bei 9 Metern, in Lom bei 8, in Vidin bei mehr als 7 Metern."
    told = [f"{clock} Uhr: {text}" for clock in ("9:48", "9:28", "8:55", "8:20")]
    assert [entry.paragraphs for entry in document("\n".join(["Flut-Ticker", *told])).entries] == [(text,)] * 4


def test_lines_that_are_only_stamps_are_no_texts_with_a_time_behind_them() -> None:
    told = "\n\n".join(f"Damm bei Ort {number} hält\n\n{BODY}" for number in range(3))
    page = f"Flut im Liveblog\n\nStand: 25.03.2019 23:26 Uhr\n\n25.03.2019 • 23:25 Uhr\n\n{told}"
    assert [entry.headline for entry in document(page).entries] == [
        f"Damm bei Ort {number} hält" for number in range(3)
    ]


def test_a_day_with_its_source_beside_it_dates_the_page() -> None:
    found = document(f"Nacht am Ufer\n\n04. Januar 2019 | Quelle: dpa\n\n{STORY}\n")
    assert (found.published.day, "Quelle: dpa" in found.dropped) == (date(2019, 1, 4), True)


def test_what_stands_above_the_name_of_a_live_blog_is_no_entry() -> None:
    told = "\n\n".join(f"Damm bei Ort {number} hält\n\n{BODY} Pumpen: {number}." for number in range(3))
    page = (
        f"Zwei Helfer sitzen am Ufer auf einer Bank vor Säcken.\n\nLiveblog\n\nEnde des Liveblogs\n\n{STORY}\n\n{told}"
    )
    assert [entry.paragraphs for entry in document(page).entries[:2]] == [(STORY,), (f"{BODY} Pumpen: 0.",)]


@pytest.mark.parametrize("joint", ["", " "])
def test_texts_right_behind_headlines_are_parted_from_them_where_most_stand_so(joint: str) -> None:
    heads = ["Damm bei Ruse hält noch", 'Stadt hat "viel Sand"', "Pegel fällt bei Lom"]
    told = [f"{clock} {head}{joint}{BODY}" for clock, head in zip(("21:44", "21:25", "21:02"), heads, strict=True)]
    entries = document("Flut-Ticker\n" + "\n".join(told)).entries
    assert [(entry.headline, entry.paragraphs) for entry in entries] == [(head, (BODY,)) for head in heads]
    names = [f"{clock} Wer bei SpaceX arbeitet, bleibt. {BODY}" for clock in ("21:44", "21:25", "21:02")]
    assert not any(entry.headline for entry in document("Flut-Ticker\n" + "\n".join(names)).entries)


def test_the_line_below_one_that_ends_with_a_comma_goes_on_with_it() -> None:
    rows = "1. Ruse 54 Boote,\n2. Lom 37 Boote,\n3. Vidin 30 Boote"
    page = f"17:24\nStand am Fluss\n{rows}\n17:20\nPegel steigt\n{BODY}\n17:10\nHelfer kommen\n{BODY}\n"
    assert document(page).entries[0].paragraphs == tuple(rows.split("\n"))


def test_a_text_that_is_printed_twice_is_told_once() -> None:
    said = f"{BODY} {BODY} {BODY} {BODY}"
    page = f"21:53\nPegel steigt\n{said}\n{said}\n21:51\nHelfer kommen\n{BODY}\n21:40\nDamm hält\n{BODY}\n"
    assert document(page).entries[0].paragraphs == (said,)


def test_a_stray_stop_before_uhr_is_forgiven() -> None:
    assert clocks(f"16.03. Uhr: Pegel steigt\n\n{BODY}\n\n14.48. Uhr: Damm hält\n\n{BODY}\n") == [
        time(16, 3),
        time(14, 48),
    ]


def test_texts_below_a_list_of_times_and_headlines_belong_to_the_entries_of_that_list() -> None:
    heads = ["Pumpen laufen in Ruse", "Brücke bei Vidin zu", "Pegel fällt in Lom"]
    listed = [f"• {clock} Uhr: {head}" for clock, head in zip(("20:45", "16:21", "08:50"), heads, strict=True)]
    page = "\n".join(["Flut-Ticker", "", *listed, "", f"➤ {heads[0]}", "", STORY, "", heads[2], "", BODY])
    texts = [entry.text for entry in document(page).entries]
    assert [STORY[:20] in texts[0], BODY in texts[0], STORY[:20] in texts[2], BODY in texts[2]] == [1, 0, 0, 1]


def test_plus_signs_tell_a_headline_above_a_credit_from_a_caption() -> None:
    heads = ("Damm hält", "Fähre fährt wieder", "Rat tagt im Zelt")
    page = "\n\n".join(["Flut-Ticker", *(f"+++ {head} +++\nFoto: Max Muster/dpa\n{BODY}" for head in heads)])
    assert [(entry.headline, entry.paragraphs) for entry in document(page).entries] == [
        (head, (BODY,)) for head in heads
    ]


def test_a_line_that_names_the_day_of_what_follows_is_of_no_report() -> None:
    page = (
        ticker("10:05", "09:10")
        + "\n\nDie Ereignisse vom Donnerstag, 13. November:\n\n"
        + ticker("22:30", "18:05", head="")
    )
    assert [entry.paragraphs for entry in document(page).entries] == [(BODY,)] * 4
