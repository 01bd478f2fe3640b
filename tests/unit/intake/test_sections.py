"""Articles in sections that change their subject: every subhead heads its own, and pictures and links part none."""

from __future__ import annotations

import pytest
from tests.unit.documents.reading import document

TITLE = "Lage am Fluss: Der Tag im Überblick"
LEAD = "Das Wasser fällt, die Bahn fährt wieder. Ein Überblick über den Tag."
SECTIONS = {
    "Pegel in Passau": (
        "In Passau stand die Donau am Abend bei acht Metern. Am Morgen waren es neun.",
        "Das Landratsamt hob die Sperrung der Altstadt auf.",
    ),
    "Züge nach Linz": ("Zwischen Wels und Linz rollen wieder Züge. Der Fahrplan gilt ab Montag.",),
    "Hilfe vom Bund": ("Der Haushaltsausschuss gibt zwanzig Millionen Euro frei. Anträge sind ab Januar möglich.",),
    "Schule in Ruse": (
        "Der Unterricht beginnt in der Turnhalle. Bücher fehlen noch.",
        "Eine Spende aus Graz soll helfen.",
    ),
}


def page(*top: str, inside: tuple[str, ...] = (), gap: str = "\n\n") -> str:
    """The article, with some lines below the first paragraph of its last section but one."""
    lines = [*top]
    for number, (head, paragraphs) in enumerate(SECTIONS.items()):
        lines += [head, paragraphs[0], *(inside if number == len(SECTIONS) - 2 else ()), *paragraphs[1:]]
    return gap.join(lines)


def sections(text: str) -> dict[str, tuple[str, ...]]:
    return {entry.headline: entry.paragraphs for entry in document(text).entries if entry.headline != TITLE}


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "inside",
    [
        ("Mehr zum Thema", "Neue Brücke in Ulm: Der Bau beginnt im Mai"),
        ("Lesen Sie auch:", "Neue Brücke in Ulm"),
        ("Newsletter: Der Morgen in fünf Minuten - jetzt abonnieren",),
        ("Helfer am Ufer von Krems", "© Reuters"),
    ],
    ids=["links", "a short link", "an invitation", "a picture"],
)
def test_what_stands_between_sections_ends_no_text(inside: tuple[str, ...], gap: str) -> None:
    assert sections(page(TITLE, LEAD, inside=inside, gap=gap)) == SECTIONS


@pytest.mark.parametrize("between", ["14. November 2025", "Von Max Muster"])
def test_a_subhead_below_the_date_heads_the_first_section(between: str) -> None:
    assert sections(page(TITLE, between)) == SECTIONS


@pytest.mark.parametrize("author", ["Max Muster", "Erika Muster und Max Muster"])
def test_names_below_the_lead_are_the_authors(author: str) -> None:
    read = document(page(TITLE, LEAD, author, "Die Helfer haben eine lange Nacht hinter sich. Es regnete."))
    assert read.entries[0].headline == TITLE
    assert {entry.headline: entry.paragraphs for entry in read.entries[1:]} == SECTIONS


def test_a_subhead_may_name_what_the_whole_text_is_about() -> None:
    above = "Am Hafen von Ruse tragen Freiwillige aus ganz Bulgarien seit drei Tagen Sand auf den Damm. Sie sind müde."
    below = "Wer am Morgen kommt, bekommt Tee und Stiefel. Die Turnhalle dient allen als Schlafsaal."
    heads = {
        "Freiwillige aus ganz Bulgarien tragen am Hafen den müden Sand": True,
        "Mehr Sand: Freiwillige aus ganz Bulgarien tragen am Hafen von Ruse seit Tagen": False,
        "Neue Brücke über die Save soll im Frühjahr endlich fertig werden": False,
    }
    for head, is_own in heads.items():
        read = document("\n".join((TITLE, above, above.replace("Sand", "Säcke"), head, below)))
        assert (head in [entry.headline for entry in read.entries]) == is_own


def test_a_list_of_the_subheads_on_top_takes_none_from_its_section() -> None:
    assert sections(page("Inhaltsverzeichnis", *SECTIONS, TITLE, LEAD)) == SECTIONS


def test_who_is_quoted_below_a_quotation_that_stands_alone_is_no_subhead() -> None:
    inside = ("„So hoch stand es noch nie.“", "Erika Muster, Lehrerin aus Ruse")
    assert list(sections(page(TITLE, LEAD, inside=inside))) == list(SECTIONS)


def test_a_kicker_that_the_tail_names_again_is_no_title() -> None:
    assert document(f"Lage am Fluss\n\n{page(TITLE, LEAD)}\n\nMehr zum Thema\n\nLage am Fluss").title == TITLE


def test_a_paragraph_may_announce_the_sections_below_it() -> None:
    lead = "Das Wasser fällt, die Bahn fährt. Das sind die Themen:"
    assert document(page(TITLE, lead)).entries[0].paragraphs == (lead,)


def test_a_press_release_says_below_its_title_what_it_is_on() -> None:
    below = "Utl.: Hilfe vom Bund kommt in den Gemeinden am Fluss an"
    assert document(page("Presse-Aussendung", TITLE, below)).title == TITLE


def test_paragraphs_that_all_end_in_brackets_are_of_one_text() -> None:
    bracketed = tuple(f"{first} (mehr)" for first, *_ in SECTIONS.values())
    assert document("\n\n".join((TITLE, *bracketed))).entries[0].paragraphs == bracketed
