"""What of a page's lines is an entry's headline, its text, or the lead above all entries."""

from __future__ import annotations

from datetime import time

from tests.unit.documents.reading import document

from warticker.model import DocumentKind

BODY = "Das Wasser steht bis an die Treppe. Helfer füllen Säcke mit Sand."
STORY = (
    "Am Ufer von Ruse wird seit Stunden gebaggert, und die Feuerwehr bringt Pumpen aus drei Nachbarorten. Ein Sprecher "
    "der Stadt rechnet erst am Abend mit dem höchsten Stand. Bis dahin sollen die Säcke reichen, die im Hafen liegen."
)


def test_a_sentence_alone_beside_a_stamp_is_a_text_and_no_headline() -> None:
    told = [f"{clock} Uhr: Damm {clock[:2]} hält\n\n{BODY}" for clock in ("21:44", "20:25", "19:02")]
    newest = "22:05 Uhr: Für heute war das alles aus unserem Ticker, wir wünschen allen eine ruhige Nacht!"
    entry = document("\n\n".join(["Flut-Ticker", newest, *told])).entries[0]
    assert (entry.headline, entry.paragraphs) == ("", (newest[11:],))


def test_one_time_before_a_text_makes_a_ticker_of_a_page_that_speaks_of_its_news() -> None:
    page = f"Nacht am Ufer\n\nDas waren die News am 8. November.\n\nDamm hält noch\n\n23.56 Uhr: {STORY}\n"
    assert document(page).entries[0].moment.clock == time(23, 56)


def test_what_stands_above_a_headline_is_a_lead_where_entries_have_none() -> None:
    told = [f"{clock}\n\n{BODY}" for clock in ("21:44 Uhr", "20:25 Uhr", "19:02 Uhr")]
    assert len(document("\n\n".join(["Nacht am Ufer", STORY, "DAS HOCHWASSER IN RUSE", *told])).entries) == 3


def test_when_a_page_was_made_and_changed_begin_no_entries() -> None:
    page = document(f"Nacht am Ufer\n\n23.02.2016, 11:40 Uhr\n23.02.2016, 23:45 Uhr\n\n{STORY}\n\n{STORY}\n")
    assert page.kind is DocumentKind.ARTICLE


def test_what_stands_above_a_line_that_announces_the_entries_is_a_lead() -> None:
    told = [f"{clock} Uhr: Damm {clock[:2]} hält noch\n\n{BODY}" for clock in ("21:44", "20:25", "19:02")]
    page = document("\n\n".join(["Nacht am Ufer", STORY, "Das Wichtigste vom Dienstag, 26. April:", *told]))
    assert len(page.entries) == 3


def test_what_stands_below_the_name_of_a_ticker_is_its_lead() -> None:
    told = [f"{clock} Uhr | Damm {clock[:2]} hält noch\n\n{BODY}" for clock in ("21:44", "20:25", "19:02")]
    assert len(document("\n\n".join(["Der Flut-Ticker aus Ruse", STORY, *told])).entries) == 3
    strung = "Damm bricht bei Lom +++ Stadt ohne Strom +++ Alle Entwicklungen im Flut-Ticker."
    assert len(document("\n\n".join([strung, STORY, *told])).entries) == 3


def test_what_stands_below_the_name_of_a_part_of_the_site_is_the_lead_where_that_is_its_tickers() -> None:
    told = [f"{clock} Uhr\nDamm {clock[:2]} hält\n{BODY}" for clock in ("21:44", "20:25", "19:02")]
    assert len(document("\n".join(["liveblog", STORY, *told])).entries) == 3


def test_the_kind_of_page_alone_on_top_is_not_its_title() -> None:
    told = [f"+++ {clock} Damm {clock[:2]} hält +++\n{BODY}" for clock in ("21:44", "20:25", "19:02")]
    title = "Flut in Bulgarien: Neue Welle bei Ruse"
    assert document("\n\n".join(["News-Ticker", title, *told])).title == title


def test_a_time_with_a_colon_alone_begins_the_first_of_texts_beside_such_times() -> None:
    told = [f"{clock} Uhr: {BODY}" for clock in ("00.25", "00.24", "00.23")]
    clocks = [entry.moment.clock for entry in document("\n\n".join([f"00.35 Uhr:\n{STORY}", *told])).entries]
    assert clocks[0] == time(0, 35)


def test_a_note_on_what_cannot_be_checked_is_no_report() -> None:
    note = (
        "Die Berichterstattung aus dem Gebiet ist schwierig, Angaben der Behörden lassen sich nicht unabhängig prüfen."
    )
    told = [f"{clock} Uhr | Damm {clock[:2]} hält noch\n\n{BODY}" for clock in ("21:44", "20:25", "19:02")]
    assert len(document("\n\n".join([note, *told])).entries) == 3


def test_the_first_of_texts_beside_times_can_stand_below_its_own() -> None:
    told = [f"{clock} Uhr {BODY}" for clock in ("2.30", "2.36", "2.42")]
    assert document("\n".join(["Flut-Blog", f"2.28 Uhr\n{STORY}", *told])).entries[0].moment.clock == time(2, 28)


def test_a_time_with_a_dot_is_one_where_a_colon_ends_its_line() -> None:
    told = [f"{clock}:\n{BODY}" for clock in ("18:02", "15.10", "15.00")]
    assert [entry.moment.clock for entry in document("\n\n".join(["Flut-Ticker", *told])).entries] == [
        time(18, 2),
        time(15, 10),
        time(15),
    ]


def test_a_line_whose_sentence_the_next_goes_on_with_is_text_and_no_caption() -> None:
    broken = {
        clock: f"Am Ufer {clock} wird seit\nStunden gegraben, {count} Helfer füllen\nbis {count} Uhr Säcke mit Sand."
        for count, clock in enumerate(("21.44", "20.25", "19.02"), 7)
    }
    told = [f"+++ {clock} Uhr: Damm {clock[:2]} hält +++\n{text}" for clock, text in broken.items()]
    entries = document("\n".join(["Flut-Ticker", *told])).entries
    assert [" ".join(entry.paragraphs) for entry in entries] == [text.replace("\n", " ") for text in broken.values()]


def test_a_line_that_announces_older_entries_is_no_text_of_the_one_above() -> None:
    told = [f"{clock} Uhr\n\n{BODY}" for clock in ("21:44", "20:25", "19:02")]
    entry = document("\n\n".join(["Flut-Ticker", told[0], "Was bisher geschah:", *told[1:]])).entries[0]
    assert entry.paragraphs == (BODY,)
