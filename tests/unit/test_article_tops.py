"""What stands above an article's text: its title may stand below pictures and a lead, and is no caption."""

from __future__ import annotations

import pytest
from tests.unit.test_articles import PARAGRAPHS, TITLE, document, is_whole

LEAD = "Der Damm am Hafen hält noch. Doch das Wasser steigt weiter."
OTHERS = {"Sand aus Wien": "Am Abend kommt Sand aus Wien. Er liegt im Hafen.", "Wie es weitergeht": "Es regnet weiter."}


@pytest.mark.parametrize("title", [TITLE, "Pegel: Der Damm am Hafen von Ruse hält noch"])
def test_the_only_headline_above_a_picture_of_the_same_is_the_title(title: str) -> None:
    picture = "Der Damm am Hafen von Ruse bei Nacht. (Foto: Max Muster/dpa)"
    read_in = document("\n\n".join(("Ruse", title, picture, picture, *PARAGRAPHS)))
    assert read_in.title == title


@pytest.mark.parametrize("between", ["Lesezeit: 3 Min.", "Von Erika Muster"])
def test_a_title_may_stand_below_its_lead(between: str) -> None:
    read_in = document("\n".join((LEAD, TITLE, between, *PARAGRAPHS)))
    assert read_in.title == TITLE
    assert [entry.paragraphs for entry in read_in.entries] == [(LEAD, *PARAGRAPHS)]


@pytest.mark.parametrize("place", ["Ruse - ", "(dpa) - ", "Ruse (dpa) "])
def test_a_place_opens_the_text_below_its_title(place: str) -> None:
    assert document("\n".join((LEAD, TITLE, f"{place}{PARAGRAPHS[0]}", PARAGRAPHS[1]))).title == TITLE


def test_a_subhead_below_a_lead_heads_its_section() -> None:
    read_in = document("\n".join((LEAD, TITLE, *PARAGRAPHS)))
    assert [(entry.headline, entry.paragraphs) for entry in read_in.entries] == [("", (LEAD,)), (TITLE, PARAGRAPHS)]


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


def test_a_subhead_below_the_pictures_heads_the_first_section() -> None:
    lines = (TITLE, "Das Foto zeigt Helfer am Damm. (Amt Ruse)", "Der Damm hält", PARAGRAPHS[0])
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
