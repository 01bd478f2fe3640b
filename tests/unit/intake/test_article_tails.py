"""What stands below an article's text, and where the text ends."""

from __future__ import annotations

import pytest
from tests.unit.documents.reading import document as document_of
from tests.unit.intake.test_articles import PARAGRAPHS, TITLE, is_whole

LONG = tuple(f"{line} Am Ufer stehen Wagen mit Sand, und am Kai warten Boote." for line in PARAGRAPHS)
TEASER = "Der Damm am Hafen von Ruse hält."


def kept(*below: str) -> tuple[str, ...]:
    """The paragraphs of an article with some lines below it."""
    (entry,) = document_of("\n\n".join((TITLE, *LONG, *below))).entries
    return entry.paragraphs


@pytest.mark.parametrize(
    "furniture", ["Artikel teilen", "Schreibe einen Kommentar", "Impressum", "Telefon: 030 1234-567"]
)
def test_a_few_words_below_what_mostly_stands_below_texts_are_none_of_the_text(furniture: str) -> None:
    assert kept(furniture, TEASER) == LONG


@pytest.mark.parametrize(
    ("above", "below", "is_text"),
    [("Artikel teilen", "Mehr zum Thema", False), ("Anzeige", "Anzeige", True), ("Artikel teilen", "Anzeige", True)],
)
def test_a_few_words_that_furniture_encloses_are_none_of_the_text(above: str, below: str, is_text: bool) -> None:
    words = "Der Damm am Hafen hält noch."
    (entry,) = document_of("\n\n".join((TITLE, PARAGRAPHS[0], above, words, below, *LONG, *LONG))).entries
    assert (words in entry.paragraphs) is is_text


def test_a_few_words_below_links_may_be_of_the_text() -> None:
    assert kept("Lesen Sie auch: Kran am Kai steht still", TEASER) == (*LONG, TEASER)


def test_what_stands_below_links_and_is_next_to_nothing_is_none_of_the_text() -> None:
    further = "Das Hafenamt rechnet mit mehr Wasser, die Helfer mit mehr Sand. " * 3
    assert kept(further, "Lesen Sie auch: Kran am Kai steht still", "Der Hafen bleibt zu.") == (*LONG, further.strip())


def test_a_teaser_that_links_stand_around_is_none_of_the_text() -> None:
    teaser = "Die Helfer am Hafen von Ruse haben den Damm in der Nacht mit Sand aus Wien verstärkt."
    assert kept("Zur Startseite", teaser, "Von Erika Muster") == LONG
    assert kept("Auch interessant", "Von Max Muster", teaser, "Auch interessant", "Von Erika Muster") == (*LONG, teaser)


def test_much_below_a_bar_for_sharing_is_text() -> None:
    read_in = document_of("\n\n".join((TITLE, PARAGRAPHS[0], "Artikel teilen", PARAGRAPHS[1])))
    assert is_whole(read_in)
