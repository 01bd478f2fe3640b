"""Articles as pages print them: their text is whole, and what the page says around it is none of it."""

from __future__ import annotations

import pytest
from tests.unit.documents.reading import document

from warticker.model import Document, DocumentKind

PARAGRAPHS = (
    "Am Hafen von Ruse haben Helfer in der Nacht einen Damm verstärkt. Das Wasser stieg bis zum Morgen.",
    "Der Damm halte bisher, teilte das Hafenamt mit. Die Helfer wollen ihn weiter verstärken.",
)
TITLE = "Helfer verstärken Damm in Ruse"
TEXT = "\n\n".join((TITLE, *PARAGRAPHS))


def paragraphs(text: str) -> list[tuple[str, ...]]:
    return [entry.paragraphs for entry in document(text).entries]


def is_whole(read_in: Document) -> bool:
    return read_in.title == TITLE and [entry.paragraphs for entry in read_in.entries] == [PARAGRAPHS]


def test_words_to_readers_below_an_agency_are_no_part_of_the_report() -> None:
    words = "dpa\nSie nutzen den Modus für starke Farben.\nDiese Funktion haben nur Abonnenten.\nSchon angemeldet?"
    assert is_whole(document(f"{TEXT}\n{words}"))


def test_a_report_goes_on_below_an_agency_where_it_takes_its_words_up() -> None:
    further = "Das Hafenamt rechnet mit mehr Wasser."
    assert paragraphs(f"{TEXT}\n\ndpa\n\n{further}") == [(*PARAGRAPHS, further)]


def test_whom_to_ask_is_no_part_of_a_press_release() -> None:
    lines = (
        "Rückfragen bitte an:",
        "Hafenamt Ruse",
        "Erika Muster",
        "Telefon: 030 1234-567",
        "amt@example.org",
    )
    contact = "\n\n".join(lines)
    assert is_whole(document(f"Hafenamt Ruse\n\n{TEXT}\n\n{contact}"))


def test_a_label_that_comes_twice_is_no_title() -> None:
    assert is_whole(document(f"STAND\n\n{TITLE}\n\nSTAND\nAUTOR/IN\n\n" + "\n\n".join(PARAGRAPHS)))


def test_a_box_about_the_author_is_left_out() -> None:
    box = "Autoreninfo\n\nErika Muster schreibt über Häfen. Zuletzt erschien von ihr ein Buch über Schiffe."
    assert is_whole(document("\n\n".join((TITLE, PARAGRAPHS[0], box, PARAGRAPHS[1]))))


def test_the_list_of_what_matters_most_opens_no_section() -> None:
    items = ("- Das Wasser steigt.", "- Der Damm hält bisher.")
    listed = "\n".join((TITLE, "Das Wichtigste in Kürze", *items, *PARAGRAPHS))
    assert paragraphs(listed) == [(*items, *PARAGRAPHS)]


def test_a_title_that_the_text_tells_again_at_once_may_be_a_sentence() -> None:
    title = "Das Hafenamt hat den Damm geprüft. Dies sagte sein Leiter am Abend in Ruse"
    read_in = document("\n".join((title, f"{title}.", *PARAGRAPHS)))
    assert read_in.title == title
    assert [entry.paragraphs for entry in read_in.entries] == [(f"{title}.", *PARAGRAPHS)]


def test_a_colon_whose_list_the_page_has_lost_is_left_out() -> None:
    assert is_whole(document(f"{TEXT}\n\nBilder vom Damm in der Nacht:\n\nFoto: Hafenamt"))


def test_a_sentence_that_goes_on_is_text_without_its_full_stop() -> None:
    last = "Zuvor hatte das Hafenamt für den Damm in Ruse weitere Helfer gesucht und Sand im Wert von 1 Mio. €"
    assert paragraphs(f"{TEXT}\n\n{last}") == [(*PARAGRAPHS, last)]


def test_a_signature_in_letters_ends_a_report() -> None:
    signed = (PARAGRAPHS[0], f"{PARAGRAPHS[1]}/mus/ber")
    words = "Wenn Sie gern über Aktien lesen, finden Sie im Ratgeber viele Artikel!\nJetzt informieren!"
    assert paragraphs("\n".join((TITLE, *signed, words))) == [signed]


def test_what_may_be_a_new_subject_is_left_out_only_below_a_report_that_is_longer() -> None:
    further = "In Galatz öffnet morgen eine Schule. Bürgermeisterin Lindner spricht bei der Feier vor vielen Eltern."
    text = f"{TITLE}\n\n{PARAGRAPHS[0]}\n\nMehr zum Thema\n\n{further}"
    assert paragraphs(text) == [(PARAGRAPHS[0], further)]


def test_figures_of_a_table_are_no_text() -> None:
    table = "DAX\n\n17.355,74\n+237,62 (+1,39%)\n\nGold\n\n2.041,90\n+7,60 (+0,37%)"
    assert is_whole(document(f"{table}\n\n{TEXT}"))


def test_who_somebody_is_stands_in_a_box_that_heads_no_section() -> None:
    box = ("Erika Muster", "Erika Muster ist Leiterin des Hafenamts.")
    assert paragraphs("\n\n".join((TITLE, PARAGRAPHS[0], *box, PARAGRAPHS[1]))) == [
        (PARAGRAPHS[0], box[1], PARAGRAPHS[1])
    ]


def test_of_headlines_that_come_twice_the_first_is_the_title() -> None:
    question = "Der Damm hält - ist das noch normal?"
    page = "\n".join((TITLE, question, question, "Bild 2 von 11", TITLE, *PARAGRAPHS))
    assert is_whole(document(page))


def test_a_smile_ends_a_sentence() -> None:
    last = "Das Hafenamt freut sich und dankt den Helfern am Damm 🙂"
    assert paragraphs(f"{TEXT}\n\n{last}") == [(*PARAGRAPHS, last)]


def test_a_title_may_be_of_two_sentences_without_a_stop_at_its_end() -> None:
    title = "Der Damm in Ruse hält. Es fehlt an Sand"
    read_in = document("\n".join((title, "", *PARAGRAPHS)))
    assert (read_in.title, [entry.paragraphs for entry in read_in.entries]) == (title, [PARAGRAPHS])


def test_a_line_that_breaks_off_inside_its_sentence_is_no_title() -> None:
    first, second = "Am Hafen von Ruse haben die Helfer einen Damm verstärkt, den das", "hohe Wasser bedroht."
    read_in = document("\n".join((first, second, PARAGRAPHS[1])))
    assert (read_in.title, paragraphs("\n".join((first, second, PARAGRAPHS[1])))) == (
        "",
        [(first, second, PARAGRAPHS[1])],
    )


def test_an_item_of_a_menu_is_no_title() -> None:
    assert is_whole(document(f"{TITLE}\n\n  • Aktuelles\n\n  • Service\n\n" + "\n\n".join(PARAGRAPHS)))


def test_the_day_that_a_crawler_put_before_a_text_is_no_part_of_it() -> None:
    assert is_whole(document(f" date 2025-10-08 {TEXT}"))


def test_labels_below_a_title_are_no_subheads() -> None:
    assert is_whole(document("\n".join((TITLE, "fotos", "Hafen Nachrichten", *PARAGRAPHS))))


def test_what_an_article_begins_with_and_tells_again_is_its_title() -> None:
    page = f"{TITLE}\nImago | Max Muster\n\nHafen\n\n{TEXT}"
    read_in = document(page)
    assert read_in.title == TITLE
    assert [paragraph for entry in read_in.entries for paragraph in entry.paragraphs] == list(PARAGRAPHS)


def test_a_paragraph_that_the_page_cuts_off_stays_below_its_subhead() -> None:
    cut = "Das Hafenamt in Ruse sucht weitere Helfer für den D"
    entries = document(f"{TEXT}\n\nHafenamt sucht weitere Helfer\n\n{cut}").entries
    assert [(entry.headline, entry.paragraphs) for entry in entries][1:] == [("Hafenamt sucht weitere Helfer", (cut,))]


def test_what_counts_sections_tells_that_the_first_has_its_subhead_right_below_the_title() -> None:
    entries = document("\n".join((TITLE, "1. Damm", PARAGRAPHS[0], "2. Weitere Helfer", PARAGRAPHS[1]))).entries
    assert [entry.headline for entry in entries] == ["1. Damm", "2. Weitere Helfer"]


def test_a_list_of_articles_has_its_own_title_and_a_section_for_each() -> None:
    page = f"Hafen\nBeiträge zum Thema Hafen\n\n{TEXT}\n\n• Ruse\n• Erika Muster\n\nWasser fällt\n\n{PARAGRAPHS[1]}"
    read_in = document(page)
    assert read_in.title == "Beiträge zum Thema Hafen"
    assert [entry.headline for entry in read_in.entries] == [TITLE, "Wasser fällt"]


def test_a_few_words_above_a_caption_that_name_nothing_else_are_the_picture() -> None:
    picture = "Ein Bagger in Ruse\nMit dem Bagger kam am Abend Sand nach Ruse. Foto: Max Muster/dpa"
    assert is_whole(document("\n\n".join((TITLE, PARAGRAPHS[0], picture, PARAGRAPHS[1]))))


def test_a_lead_that_comes_again_with_a_link_behind_it_is_no_caption() -> None:
    lead = " ".join(PARAGRAPHS)
    assert (f"{lead} Weiterlesen",) in [each[-1:] for each in paragraphs(f"{TITLE}\n\n{lead}\n{lead} Weiterlesen")]


def test_a_list_of_names_behind_a_colon_is_text() -> None:
    names = "Es sprechen: Muster (Hafenamt), Beispiel (Stadt), Lindner, Weber, Maurer, Schmied"
    assert paragraphs(f"{TEXT}\n\n{names}") == [(*PARAGRAPHS, names)]


def test_an_article_says_of_which_day_it_is() -> None:
    read_in = document(f"Artikel vom 19.12.2023\n\nHelfer am Damm vom 6. November 2023\n\n{PARAGRAPHS[0]}")
    assert str(read_in.published.day) == "2023-12-19"


def test_a_few_words_in_small_letters_between_notes_are_none_of_the_text() -> None:
    assert is_whole(document(f"{TITLE}\n\nQuelle: Hafenamt\nnachrichten by Muster GmbH\n\n" + "\n\n".join(PARAGRAPHS)))


def test_questions_part_a_text_that_has_several() -> None:
    questions = (
        "Wie lange wird der Regen nach den letzten Berechnungen noch dauern?",
        "Was sollen alle in der Stadt jetzt am besten tun?",
        "Wer bezahlt am Ende für die vielen zerstörten Häuser und Straßen?",
    )
    told = enumerate(questions, start=1)
    page = "\n\n".join((TITLE, *(f"{question}\n\n{PARAGRAPHS[1]} Das gilt {n}-mal." for n, question in told)))
    assert [entry.headline for entry in document(f"{page}\n\n{PARAGRAPHS[0]}").entries] == list(questions)


@pytest.mark.parametrize("where", ["(l.)", "(2. von rechts)"])
def test_a_caption_says_where_on_the_picture_somebody_stands(where: str) -> None:
    assert is_whole(document(f"Max Muster {where} half am Montag in Ruse am Damm\n\n{TEXT}"))


def test_whose_pictures_a_page_shows_is_learned_from_a_caption_that_comes_twice() -> None:
    caption = "Helfer stehen am Abend auf dem Damm."
    others = f"{caption}\n{caption} - Muster\n\n{PARAGRAPHS[1]}\n\nEin Gespräch mit Erika Muster vom Hafenamt. - Muster"
    assert is_whole(document("\n\n".join((TITLE, PARAGRAPHS[0], others))))


def test_words_to_readers_at_the_end_are_none_of_the_text() -> None:
    words = "Liebe Leser,\n\nwir schließen die Funktion für Kommentare leider für einige Zeit.\n\nIhr Team"
    assert is_whole(document(f"{TEXT}\n\n{words}"))


def test_a_long_title_that_the_text_tells_again_is_one() -> None:
    title = (
        "Das Hafenamt in Ruse sieht nach den Worten seiner Leiterin Erika Muster den Damm am Hafen bei weiter "
        "steigendem Wasser in großer Gefahr und ruft alle Helfer auf, Sand und Säcke zu bringen"
    )
    told = f"{title.replace('sieht', 'sah')}, wie sie sagte"
    assert document("\n".join((title, told, *PARAGRAPHS))).title == title


def test_a_sentence_above_a_subhead_that_announces_it_is_text() -> None:
    announced = "Von diesen Helfern weiß das Amt, dass sie am Damm in Ruse sind:"
    lines = (PARAGRAPHS[0], announced, "Ruse", PARAGRAPHS[1])
    assert paragraphs("\n".join(lines)) == [(PARAGRAPHS[0], announced), (PARAGRAPHS[1],)]


def test_who_stands_where_on_a_picture_is_no_text_however_long() -> None:
    caption = f"Erika Muster (2. v. l.) und ihre Helfer am Hafen von Ruse am 3. März. {' '.join(PARAGRAPHS * 2)}"
    assert is_whole(document("\n\n".join((TITLE, caption, *PARAGRAPHS))))


@pytest.mark.parametrize(
    ("line", "is_caption"),
    [
        ("Feuerwehrleute auf dem Damm am Hafen von Ruse.", True),
        ("Ukrainische Helfer mit Sand am Ufer der Donau.", True),
        ("Ein durch das Wasser beschädigtes Haus in Ruse.", True),
        ("Helfer am Hafen von Ruse warnen vor dem Wasser.", False),
        ("- Ein Damm am Hafen von Ruse.", False),
        ("Das Wasser im Hafen von Ruse: ein Meter.", False),
        ("Warten auf den Sand: Helfer am Ufer der Donau.", True),
        ("Die wichtigsten Antworten aus dem Hafen von Ruse.", False),
        ("Die Behörden in Ruse bestätigen Schäden am Damm.", False),
        ("Ein Gespräch mit der Leiterin des Hafens. Sie misst seit Jahren.", False),
        ("Ein Kran am Abend am Kai von Ruse. Unbekannt/dpa", True),
        ("Ein Kran des Hafens am Kai von Ruse. Helfer fordern seit Tagen einen zweiten für den Damm.", True),
        ("Regen in Ruse und Sand am Damm. Ein Überblick.", False),
        ("Bleibt die Frage nach dem Sand.", False),
        ("Die neue Leiterin Erika Muster", True),
        ("Amtsleiterin Erika Muster (Grüne)", True),
    ],
)
def test_a_sentence_without_a_verb_stands_below_a_picture(line: str, is_caption: bool) -> None:
    (entry,) = document("\n\n".join((TITLE, PARAGRAPHS[0], line, PARAGRAPHS[1]))).entries
    assert (line not in entry.paragraphs) == is_caption


def test_a_page_has_captions_though_it_says_when_it_was_written() -> None:
    caption = "Feuerwehrleute auf dem Damm am Hafen von Ruse."
    lines = (TITLE, "14.11.2025, 13.36 Uhr", PARAGRAPHS[0], caption, PARAGRAPHS[1])
    assert is_whole(document("\n\n".join(lines)))


def test_what_tells_the_reader_to_do_something_is_none_of_a_report() -> None:
    words = ("Sehen Sie im Video: Der Damm hält noch.", "Oder kopieren Sie die Adresse:", "Bleiben Sie dran!")
    assert is_whole(document("\n\n".join((TITLE, words[0], *PARAGRAPHS, *words[1:]))))


@pytest.mark.parametrize(
    "advice",
    [
        ("Erzählen Sie vom Damm.", "Er hält.", "Was sagen die Helfer?", "Sie warten.", "Und was haben Sie vor?"),
        tuple(f"Meiden Sie den Damm am {day}." for day in ("Montag", "Dienstag", "Mittwoch", "Freitag", "Sonntag")),
        ("Stellen Sie sich vor, der Damm in Ruse gibt nach.",),
        ("Wohnen Sie in Ruse, so wird Ihnen der Damm ein Begriff sein.",),
    ],
)
def test_advice_and_interviews_speak_to_somebody(advice: tuple[str, ...]) -> None:
    found = document("\n\n".join((TITLE, PARAGRAPHS[0], *advice, PARAGRAPHS[1]))).entries
    assert set(advice) <= {line for entry in found for line in (entry.headline, *entry.paragraphs)}


def test_a_wall_before_the_rest_of_a_text_is_none_of_it() -> None:
    wall = (
        "Weiterlesen?",
        "Dieser Inhalt ist nur mit Zugang sichtbar.",
        "Ich bin registriert und logge mich ein.",
        "24.-",
    )
    assert is_whole(document("\n\n".join((TITLE, *PARAGRAPHS, *wall))))


def test_a_title_may_quote_several_sentences() -> None:
    title = "Erika Muster über den Damm: „Er hält noch. Wir brauchen Sand“"
    assert document("\n".join((title, *PARAGRAPHS))).title == title


def test_a_page_of_a_picture_has_its_caption() -> None:
    caption = "Am Damm von Ruse stehen am Montag Helfer."
    assert paragraphs(f"{caption}\nErika Muster / Muster / bilder.at") == [(caption,)]


def test_a_heading_of_a_text_browser_and_its_quotations_are_no_one_line() -> None:
    lead = ("> Das Wasser steigt in Ruse seit Tagen. Nun brauchen die Helfer am Damm", "> im Hafen sehr viel Sand.")
    text = (
        "Die Helfer arbeiten am Damm auch nachts. Sie haben Sand und hoffen, dass sie",
        "bis zum Morgen fertig sind. Das Hafenamt in Ruse rechnet am Abend mit noch",
        "mehr Wasser.",
    )
    lines = ("# beispiel.org -- Die Helfer in Ruse verstärken am Hafen den Damm und ho…", *lead, *text)
    read_in = document("\n".join(f"| {line} | |" for line in lines))
    assert read_in.title.startswith("beispiel.org -- Die Helfer")
    (entry,) = read_in.entries
    assert entry.paragraphs == (" ".join(lead).replace("> ", ""), " ".join(text))


def test_a_link_inside_an_article_does_not_date_it() -> None:
    link = "Wie das Hochwasser am 3. März 2022 viele Keller in Galatz füllte und niemand half"
    assert document("\n\n".join((TITLE, PARAGRAPHS[0], link, PARAGRAPHS[1]))).published.day is None


def test_a_question_below_the_title_is_a_subhead_where_another_is() -> None:
    page = "\n".join((TITLE, "Was ist passiert?", PARAGRAPHS[0], "Was tun die Helfer?", PARAGRAPHS[1]))
    assert [entry.headline for entry in document(page).entries] == ["Was ist passiert?", "Was tun die Helfer?"]


def test_the_rubrics_of_a_report_are_none_of_its_headlines() -> None:
    rubrics = "Aktuell, Blaulicht, Hafen, Hafenamt Ruse, Ruse und Umgebung"
    assert is_whole(document(f"{TITLE}\n\n{rubrics}\n" + "\n\n".join(PARAGRAPHS)))


def test_an_agency_before_a_date_dates_the_page() -> None:
    read_in = document(f"{TITLE}\n\ndpa 22.09.2025 - 22:57 Uhr\n\n" + "\n\n".join(PARAGRAPHS))
    assert (str(read_in.published.day), is_whole(read_in)) == ("2025-09-22", True)


def test_lines_of_another_language_are_left_over_from_a_translation() -> None:
    lines = ("Tàu lớn vào cảng của thành phố", "Большой корабль вошёл в порт")
    assert is_whole(document("\n".join((TITLE, lines[0], *PARAGRAPHS, lines[1]))))
    assert document("\n".join(f"{lines[1]}. {lines[1]}." for _ in range(3))).entries


FURTHER = "Das Hafenamt rechnet mit mehr Wasser."


@pytest.mark.parametrize(
    "picture",
    [
        "Ein Helfer trägt am Abend Sand auf den Damm, ein anderer wartet noch auf den Kran",
        "Einer der Helfer am Abend. Dieses Bild vom Damm nahm Erika Muster vom Amt am Montag im Hafen auf",
    ],
)
def test_a_long_line_without_a_stop_is_no_text_where_the_others_have_theirs(picture: str) -> None:
    assert paragraphs("\n\n".join((TITLE, PARAGRAPHS[0], picture, PARAGRAPHS[1], FURTHER))) == [(*PARAGRAPHS, FURTHER)]


def test_a_label_and_its_links_are_no_list_of_the_text() -> None:
    assert is_whole(document("\n\n".join((TITLE, *PARAGRAPHS, "Schlagworte:", "Häfen", "Hafen von Ruse"))))


def test_a_text_whose_stops_are_lost_is_one() -> None:
    lines = tuple(line.rstrip(".") for line in (*PARAGRAPHS, *PARAGRAPHS[::-1]))
    assert paragraphs("\n\n".join((TITLE, *lines, FURTHER))) == [(*lines, FURTHER)]


def test_a_quotation_is_text_though_its_stop_was_forgotten() -> None:
    quoted = "„Wir geben den Damm nicht auf. Wir brauchen nur noch mehr Sand und am Hafen einen Kran“, so Muster"
    assert quoted in paragraphs("\n\n".join((TITLE, *PARAGRAPHS, quoted, *PARAGRAPHS)))[0]


def test_a_last_paragraph_that_was_cut_off_is_kept() -> None:
    cut = "Der Damm in Ruse soll nach dem Hochwasser noch einmal verst"
    (entry,) = document("\n".join((TITLE, *PARAGRAPHS, cut))).entries
    assert entry.paragraphs[-1] == cut
    (entry,) = document("\n".join((TITLE, *PARAGRAPHS, "Ruse bekommt nach dem Hochwasser mehr als"))).entries
    assert entry.paragraphs[-1] == "Ruse bekommt nach dem Hochwasser mehr als"
    (entry,) = document("\n".join((TITLE, *PARAGRAPHS, "Hafen von Ruse wird im Sommer um einen Kai größer"))).entries
    assert entry.paragraphs == PARAGRAPHS


@pytest.mark.parametrize("below", ["", "\n\nHafen aktuell"])
def test_a_last_paragraph_that_a_page_lets_trail_off_is_kept(below: str) -> None:
    cut = '"Die Helfer in Ruse brauchen den Sand ...'
    (entry,) = document("\n".join((TITLE, *PARAGRAPHS, cut)) + below).entries
    assert entry.paragraphs[-1] == cut


def test_what_invites_to_a_ticker_below_a_text_makes_no_ticker_of_it() -> None:
    sections = (
        "Der Damm hält",
        "Das Wasser steht hoch. Der Damm hält noch.",
        "Sand fehlt",
        "Es fehlt viel Sand. Er kommt.",
    )
    read_in = document("\n".join((TITLE, *PARAGRAPHS, "Alle Updates im Liveticker >>", *sections)))
    assert read_in.kind is DocumentKind.ARTICLE
    assert [entry.headline for entry in read_in.entries] == [TITLE, "Der Damm hält", "Sand fehlt"]


def test_dated_teasers_below_an_article_make_no_ticker_of_it() -> None:
    teasers = (
        "03.08.2024, 12:30 Uhr\nFest am Kai",
        "02.08.2024, 10:05 Uhr\nNeue Schule",
        "01.08.2024, 08:10 Uhr\nMarkt",
    )
    read_in = document("\n".join((TITLE, *PARAGRAPHS, *PARAGRAPHS, *teasers)))
    assert (read_in.kind, read_in.title) == (DocumentKind.ARTICLE, TITLE)
    assert read_in.entries[0].paragraphs == (*PARAGRAPHS, *PARAGRAPHS)


def test_tags_that_were_letters_are_no_text() -> None:
    assert is_whole(document(f"{TITLE}\n\n<b>{PARAGRAPHS[0]}</b>\n\n{PARAGRAPHS[1]}"))
    assert is_whole(document(f"{TITLE}\n\n<div>{TITLE}</div>\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"))


def test_a_list_of_headlines_with_their_days_is_read_by_days() -> None:
    reports = (
        ("03.03.2024", TITLE),
        ("02.03.2024", "Wasser in Ruse steigt"),
        ("02.03.2024", "Hafenamt warnt vor Regen"),
    )
    page = "\n".join(f"{day} {headline}\n{PARAGRAPHS[1]}\nQuelle: amt.example.org/{day}" for day, headline in reports)
    found = [(f"{entry.moment.day:%d.%m.%Y}", entry.headline) for entry in document(page).entries]
    assert found == list(reports)


def test_breaks_that_were_letters_part_paragraphs() -> None:
    assert is_whole(document(f"{TITLE}\n\n{PARAGRAPHS[0]}<BR /><BR />{PARAGRAPHS[1]}"))
