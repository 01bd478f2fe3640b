"""What stands above an article's text: its title may stand below pictures and a lead, and is no caption."""

from __future__ import annotations

import pytest
from tests.unit.documents.reading import document
from tests.unit.intake.test_articles import PARAGRAPHS, TITLE, is_whole

LEAD = "Der Damm am Hafen hält noch. Doch das Wasser steigt weiter."
OTHERS = {"Sand aus Wien": "Am Abend kommt Sand aus Wien. Er liegt im Hafen.", "Wie es weitergeht": "Es regnet weiter."}


@pytest.mark.parametrize("title", [TITLE, "Pegel: Der Damm am Hafen von Ruse hält noch"])
def test_the_only_headline_above_a_picture_of_the_same_is_the_title(title: str) -> None:
    picture = "Der Damm am Hafen von Ruse bei Nacht. (Foto: Max Muster/dpa)"
    read_in = document("\n\n".join(("Ruse", title, picture, picture, *PARAGRAPHS)))
    assert read_in.title == title


def test_a_subhead_below_a_lead_heads_its_section() -> None:
    read_in = document("\n".join((LEAD, TITLE, *PARAGRAPHS)))
    assert [(entry.headline, entry.paragraphs) for entry in read_in.entries] == [("", (LEAD,)), (TITLE, PARAGRAPHS)]


@pytest.mark.parametrize("below", [(), PARAGRAPHS])
def test_a_title_below_its_lead_is_longer_than_subheads_or_stands_alone(below: tuple[str, ...]) -> None:
    lead = "Am Hafen von Ruse wird der Damm verstärkt. Die Helfer sind müde."
    title = (
        "Woher die Helfer kommen, die den Damm am Hafen von Ruse verstärken" if below else "Der Damm am Hafen von Ruse"
    )
    read_in = document("\n\n".join((lead, title, "Lesezeit 3 Minuten", *below)))
    assert (read_in.title, [entry.paragraphs for entry in read_in.entries]) == (title, [(lead, *below)])


def test_a_headline_below_the_lead_that_comes_twice_is_the_title_whatever_its_words() -> None:
    lead, title = "Am Hafen von Ruse ist es seit dem Abend still.", "Helfer verstärken einen Damm in Bulgarien mit Sand"
    read_in = document("\n".join((lead, title, title, lead, "Video: Hochwasser")))
    assert (read_in.title, read_in.entries[0].paragraphs[:1]) == (title, (lead,))


def test_the_only_headline_below_a_lead_may_tell_more_than_it() -> None:
    lead = "Am Hafen von Ruse wird der Damm verstärkt. Die Helfer sind müde."
    title = "Wie die Stadt Helfer aus allen Bezirken für Sand gewinnt"
    assert document("\n\n".join((lead, title, *PARAGRAPHS))).title == title
    sections = (line for section in OTHERS.items() for line in section)
    assert document("\n\n".join((lead, title, *PARAGRAPHS, *sections))).title == ""


def test_a_short_title_told_again_above_the_first_section_is_the_title() -> None:
    title = "Nacht in Ruse"
    read_in = document("\n\n".join(("Hochwasser an der Donau", title, LEAD, title, *PARAGRAPHS)))
    assert (read_in.title, [entry.paragraphs for entry in read_in.entries]) == (title, [(LEAD, *PARAGRAPHS)])


def test_a_word_printed_twice_is_no_title_beside_a_headline_that_is() -> None:
    assert is_whole(document("\n\n".join(("Tonspur", TITLE, "Tonspur", TITLE, *PARAGRAPHS))))


def test_pictures_on_top_have_captions_where_blank_lines_part_all() -> None:
    pictures = ("Eine Frau trägt Sand zum Damm.", "Foto: APA/Muster", "Der Regen hat aufgehört.", "Foto: APA/Muster")
    (entry,) = document("\n\n".join((*pictures, *PARAGRAPHS))).entries
    assert entry.paragraphs == PARAGRAPHS


def test_a_caption_told_again_with_its_owner_may_stand_apart() -> None:
    picture = "Rettung am Hafen von Ruse: Amtsleiterin Muster spricht mit Helfern"
    top = ("Willkommen auf den Seiten des Hafenamts", TITLE, picture, f"{picture}, © Max Muster/bilder.de")
    read_in = document("\n\n".join(top) + "\n" + "\n".join(PARAGRAPHS))
    assert is_whole(read_in)
    assert picture in read_in.dropped


def test_a_caption_told_again_with_its_credit_may_be_a_text_that_stands_apart() -> None:
    picture = "Ein Helfer wirft Sand auf den Damm. Er trägt Stiefel."
    assert is_whole(document("\n\n".join((TITLE, picture, f"{picture} AFP/Erika Muster", *PARAGRAPHS))))


@pytest.mark.parametrize("kicker", ["Hochwasser an der Donau", "Start Aktuelles"])
def test_of_short_headlines_the_last_is_the_title(kicker: str) -> None:
    assert document("\n".join((kicker, "Ein Damm aus Sand", "Donau", *PARAGRAPHS))).title == "Ein Damm aus Sand"


@pytest.mark.parametrize(
    ("caption", "is_title"),
    [
        ("Die Helfer des Hafenamts und der Feuerwehr mit Sand am Damm in Ruse am Morgen", False),
        ("Die Helfer des Hafenamts und der Feuerwehr: mit Sand am Damm in Ruse am Morgen", True),
        ("Die Helfer des Hafenamts und der Feuerwehr verstärken mit Sand den Damm in Ruse", True),
    ],
)
def test_a_long_title_without_a_verb_has_a_colon_or_a_dash(caption: str, *, is_title: bool) -> None:
    title = "Helfer in Ruse halten durch"
    assert document("\n\n".join((title, caption, *PARAGRAPHS))).title == (caption if is_title else title)


def test_a_subhead_below_the_pictures_heads_the_first_section() -> None:
    lines = (TITLE, "Helfer am Damm. (Foto: Amt Ruse)", "Der Damm hält", PARAGRAPHS[0])
    others = (line for section in OTHERS.items() for line in section)
    assert [entry.headline for entry in document("\n\n".join((*lines, *others))).entries] == ["Der Damm hält", *OTHERS]


def test_an_item_of_a_list_is_no_caption_though_it_has_no_verb() -> None:
    listed = ("Das alles brauchen die Helfer in Ruse:", "viel trockenen Sand aus dem Hafen.", "Wer hilft, ruft an.")
    (entry,) = document("\n\n".join((TITLE, PARAGRAPHS[0], *listed))).entries
    assert entry.paragraphs == (PARAGRAPHS[0], *listed)


def test_a_subhead_may_ask_and_trail_off() -> None:
    subhead = "Hält der Damm? Niemand weiß es …"
    read_in = document("\n".join((TITLE, PARAGRAPHS[0], subhead, PARAGRAPHS[1])))
    assert [entry.headline for entry in read_in.entries] == [TITLE, subhead]


def test_years_alone_part_a_chronicle() -> None:
    years = {"1954": PARAGRAPHS[0], "2014": PARAGRAPHS[1], "2022": LEAD}
    page = "\n".join(("Ruse: Der Damm im Lauf der Zeit", *(line for year in years.items() for line in year)))
    assert {entry.headline: entry.paragraphs[0] for entry in document(page).entries} == years


def test_a_text_that_speaks_of_what_has_gone_by_closes_no_page() -> None:
    text = "Die vergangene Woche war in Ruse von vielen traurigen Ereignissen geprägt. Hier sind sie:"
    assert document("\n".join((TITLE, text, *PARAGRAPHS))).entries[0].paragraphs == (text, *PARAGRAPHS)


@pytest.mark.parametrize("caption", ["Helfer am Damm von Ruse", "Helfer am Abend auf dem Damm von Ruse."])
def test_a_blank_line_may_stand_between_a_caption_and_its_credit(caption: str) -> None:
    lines = (f"{TITLE}\n{LEAD}", f"{PARAGRAPHS[0]}", caption, "(Foto: Max Muster/dpa)", PARAGRAPHS[1])
    (entry,) = document("\n\n".join(lines)).entries
    assert entry.paragraphs == (LEAD, *PARAGRAPHS)


def test_a_picture_may_be_described_at_length_above_its_caption() -> None:
    picture = (
        "Zwei Helfer am Hafen von Ruse. Sie stehen am Abend auf dem Damm und haben Schaufeln in den Händen. Hinter "
        "ihnen liegt in hohen Haufen der Sand, der am Tag gekommen ist."
    )
    caption = "Der Damm am Hafen von Ruse wächst. Helfer haben Sand gebracht. (Hafenfunk / Max Muster / Pool)"
    (entry,) = document(f"{TITLE}\n\n{LEAD}\n\n{picture}\n{caption}\n{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}").entries
    assert entry.paragraphs == (LEAD, *PARAGRAPHS)


def test_what_stands_between_a_bar_and_the_text_is_of_the_player() -> None:
    top = f"{TITLE}\n\n{TITLE}\nvon Erika Muster\n|\nEin Helfer trägt am Abend Sand zum Damm.\n\n"
    assert is_whole(document(top + "\n\n".join(PARAGRAPHS)))


def test_what_a_page_says_of_each_of_its_pictures_is_no_text() -> None:
    missing = "Dieses Bild fehlt."
    pictures = (missing, "Helfer tragen am Abend Sand zum Damm.", "Foto: APA", missing, "Der Hafen.", "Foto: APA")
    (entry,) = document("\n\n".join((*pictures, *PARAGRAPHS, missing))).entries
    assert entry.paragraphs == PARAGRAPHS


def test_several_pictures_are_told_twice_at_any_length() -> None:
    told = ("Erika Muster hilft am Hafen von Ruse. „Wir haben Sand, und wir haben Zeit.“", "Der Damm in Ruse am Abend.")
    twice = "\n".join(line for line in told for _ in range(2))
    (entry,) = document(f"{TITLE}\n\n{LEAD}\n\n{twice}\n\n" + "\n\n".join(PARAGRAPHS)).entries
    assert entry.paragraphs == (LEAD, *PARAGRAPHS)


def test_the_only_caption_with_a_verbless_sentence_may_end_a_page() -> None:
    end = "Erika Muster, die neue Leiterin des Hafens.\nCopyright: Max Muster"
    assert is_whole(document("\n\n".join((TITLE, *PARAGRAPHS, end))))


def test_a_tag_in_small_letters_above_the_text_ends_no_headlines() -> None:
    assert is_whole(
        document("\n".join(("Ruse heute", "14. November 2025", "in Nachrichten aus Ruse", TITLE, *PARAGRAPHS)))
    )


def test_a_title_that_comes_again_right_above_the_text_may_be_short() -> None:
    title = "Nacht am Hafen"
    read_in = document("\n\n".join((title, "Helfer, Sand und ein Damm in Ruse", title, *PARAGRAPHS)))
    assert read_in.title == title


def test_a_title_printed_twice_may_be_short_above_a_longer_line() -> None:
    read_in = document(
        "\n".join(("Nacht am Hafen", "Nacht am Hafen", "Amt in Ruse sucht Helfer / Sand liegt bereit", *PARAGRAPHS))
    )
    assert read_in.title == "Nacht am Hafen"


def test_a_title_has_signs_that_the_description_of_its_picture_has_not() -> None:
    title = "Ruse: Helfer verstärken einen Damm, um Häuser zu schützen"
    page = (title, "Ruse Helfer verstärken einen Damm um Häuser zu schützen", *PARAGRAPHS)
    assert document("\n\n".join(page)).title == title


def test_a_lead_that_names_whom_the_picture_shows_is_no_description_of_it() -> None:
    lead = "Vor dem Regen kam Amtsleiterin Erika Muster am Freitag an den Damm."
    picture = "Amtsleiterin Erika Muster (links) trägt am Damm Sand.\nFoto: Max Muster"
    (entry,) = document(f"{TITLE}\n\n{lead}\n{picture}\n\n" + "\n\n".join(PARAGRAPHS)).entries
    assert entry.paragraphs == (lead, *PARAGRAPHS)


def test_a_description_of_somebody_unknown_stands_above_a_caption() -> None:
    described = "Eine Frau wird von Feuerwehrleuten aus dem Wasser gezogen."
    picture = f"{described}\nDer Damm in Ruse hält noch. (Foto: Max Muster/dpa)"
    assert is_whole(document(f"{TITLE}\n\n{PARAGRAPHS[0]}\n\n{picture}\n\n{PARAGRAPHS[1]}"))


def test_a_caption_may_begin_with_an_article_that_is_a_pronoun_elsewhere() -> None:
    caption = "Das Schiff „Muster“ verlässt den Hafen von Ruse.\n© Max Muster/dpa"
    assert is_whole(document("\n".join((TITLE, caption, *PARAGRAPHS))))


def test_a_question_and_its_answer_are_a_title_and_no_picture() -> None:
    title = "Pegel in Ruse am Donnerstag: Hält der Damm noch? Klare Worte von Helfern"
    assert document("\n\n".join(("Start", "Rat & Tat", title, *PARAGRAPHS))).title == title


@pytest.mark.parametrize("owner", ["Hafenfunk", "HAFENFUNK/ERIKA MUSTER", "Amt von Ruse, Hafenfunk", "24 Tage/Muster"])
def test_a_sentence_with_names_behind_it_stands_below_a_picture(owner: str) -> None:
    caption = f"Zwei Helfer tragen am Abend Sand zum Damm von Ruse. {owner}"
    assert is_whole(document("\n\n".join((TITLE, PARAGRAPHS[0], caption, *PARAGRAPHS[1:]))))
    assert document("\n\n".join((caption, *PARAGRAPHS))).entries[0].paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    "text",
    ["Zwei Helfer tragen am Abend Sand zum Damm. Der", "„Wir geben den Damm am Hafen nicht auf.“ Erika Muster"],
)
def test_a_text_that_breaks_off_and_what_somebody_says_stay(text: str) -> None:
    assert document("\n\n".join((TITLE, PARAGRAPHS[0], text, *PARAGRAPHS[1:]))).entries[0].paragraphs[1] == text


@pytest.mark.parametrize(("agency", "is_caption"), [("REUTERS", True), ("(APA)", False)])
def test_an_agency_below_a_sentence_is_its_pictures_where_no_time_parts_reports(agency: str, is_caption: bool) -> None:
    text = "Zwei Helfer tragen am Abend Sand zum Damm."
    (entry,) = document(f"{TITLE}\n\n{PARAGRAPHS[0]}\n\n{text}\n{agency}\n\n{PARAGRAPHS[1]}").entries
    assert (text not in entry.paragraphs) == is_caption


def test_a_picture_above_the_title_that_is_printed_as_markup_is_left_out() -> None:
    picture = "![Ein Kran steht am Abend vor dem Damm von Ruse.](https://example.org/kran.jpg)"
    assert is_whole(document("\n".join((picture, "Archiv", TITLE, *PARAGRAPHS, picture))))


def test_what_a_page_says_three_times_is_no_text() -> None:
    offer = "Der Verlag zeigt hier Karten, die er anderswo gefunden hat."
    assert is_whole(document("\n\n".join((TITLE, offer, PARAGRAPHS[0], offer, *PARAGRAPHS[1:], offer))))


def test_a_sentence_on_top_that_the_next_line_tells_again_is_the_title() -> None:
    title = "Damm verstärkt: Hafen von Ruse bleibt nach dem Hochwasser geschlossen."
    again = "Der Damm ist verstärkt: Der Hafen von Ruse bleibt nach dem Hochwasser vorerst geschlossen. Schiffe warten."
    read_in = document("\n\n".join((title, again, *PARAGRAPHS)))
    assert (read_in.title, read_in.entries[0].paragraphs) == (title, (again, *PARAGRAPHS))
    longer = f"{title[:-1]}, weil nach Angaben seiner Leiterin Erika Muster noch immer Sand und Helfer fehlen."
    for lead in (longer, "Der Hafen von Ruse bleibt nach dem Hochwasser geschlossen."):
        assert document("\n\n".join((lead, again, *PARAGRAPHS))).entries[0].paragraphs == (lead, again, *PARAGRAPHS)


@pytest.mark.parametrize("title", ["Wie lange hält der Damm von Ruse?", "Hafen am Ende"])
def test_a_question_may_be_the_title_and_words_in_marks_need_not(title: str) -> None:
    read_in = document("\n\n".join(("„Es reicht“", "Was aus dem Damm von Ruse wird", LEAD, *PARAGRAPHS)))
    assert read_in.title == "Was aus dem Damm von Ruse wird"
    assert document("\n\n".join((title, title, LEAD, *PARAGRAPHS))).title == title


def test_the_steps_of_the_way_to_a_page_are_none_of_its_headlines() -> None:
    assert is_whole(document("\n\n".join((TITLE, "1. Startseite\n2. Politik", *PARAGRAPHS))))


@pytest.mark.parametrize("parts", ["Start Ausland ", "Home > Ausland > ", "HomeAusland"])
def test_the_way_to_a_page_that_ends_in_its_title_is_none_of_it(parts: str) -> None:
    title = "Helfer verstärken in Ruse den Damm"
    read_in = document("\n\n".join((parts + title, title, *PARAGRAPHS)))
    assert (read_in.title, read_in.dropped) == (title, (parts + title,))


def test_a_kicker_before_a_title_is_no_way_to_it() -> None:
    title, report = "Lage am Fluss | Helfer verstärken in Ruse den Damm", "Helfer verstärken in Ruse den Damm"
    assert document("\n\n".join((title, report, *PARAGRAPHS))).title == title


def test_whom_the_text_below_a_name_speaks_of_did_not_write_it() -> None:
    text = "Im Amt von Ruse spricht Erika Muster mit den Helfern. Muster hat lange keine Pause gemacht."
    assert [entry.headline for entry in document("\n\n".join((TITLE, LEAD, "Erika Muster", text))).entries] == [
        TITLE,
        "Erika Muster",
    ]


def test_an_article_and_a_noun_below_a_lead_are_no_authors_name() -> None:
    sections = (line for section in OTHERS.items() for line in section)
    lines = (TITLE, LEAD, "Die Helfer", PARAGRAPHS[0], *sections)
    assert [entry.headline for entry in document("\n\n".join(lines)).entries] == [TITLE, "Die Helfer", *OTHERS]


def test_the_list_below_words_that_announce_other_texts_is_none_of_this_one() -> None:
    links = "Lesen Sie auch\n- Wie der Hafen von Lom gerettet wurde. Ein Rückblick\n- Vidin hilft"
    assert is_whole(document("\n".join((TITLE, *PARAGRAPHS, links))))
    listed = ("Das fehlt am Damm:", "- Sand aus dem Hafen von Lom.", "- Helfer für die Nacht.")
    assert document("\n".join((TITLE, PARAGRAPHS[0], *listed))).entries[0].paragraphs == (PARAGRAPHS[0], *listed)


def test_days_behind_labels_are_no_table() -> None:
    page = "\n".join((TITLE, PARAGRAPHS[0], "Erstellt: 07.10.2022", "Aktualisiert: 08.10.2022", *PARAGRAPHS[1:]))
    assert is_whole(document(page))
