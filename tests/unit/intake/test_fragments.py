"""Pieces of HTML become lines: the same ones whichever way they are read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from warticker.intake.markup.fragments import split

PIECES = ("<p>", "</p>", "<br>", "<br />", " ", "\n", "\u2028", "\xad", "Wort", "Ein Satz.", "e\u0301", "Anzeige")
ESCAPED = ("&amp;", "&nbsp;", "&lt;b", "&#8222;")


@given(st.lists(st.sampled_from((*PIECES, *ESCAPED)), max_size=20).map("".join))
def test_paragraphs_alone_read_as_they_do_inside_other_markup(text: str) -> None:
    assert split(f"<p></p>{text}") == split(f"<div>{text}</div>")


def test_an_address_in_pieces_is_one_word() -> None:
    (found,), _ = split("Mehr: <span>https://</span><span>ufer.example/</span><span>damm</span>")
    assert found.text == "Mehr: https://ufer.example/damm"


def test_blank_lines_part_paragraphs_whose_words_alone_are_marked_up() -> None:
    text = "<strong>Damm hält</strong>\n\nDas Wasser\nfällt.\n \nDas sagte <a href='https://ufer.example'>das Amt</a>."
    assert [line.text for line in split(text)[0]] == ["Damm hält", "Das Wasser fällt.", "Das sagte das Amt."]


def test_links_to_other_reports_are_left_out_where_a_text_stands_beside_them() -> None:
    link = '<p><a href="/a">Wie Dämme gebaut werden</a></p>'
    kept, left = split(f"<p>Der Fluss steigt weiter.</p>{link}")
    assert [line.text for line in kept] == ["Der Fluss steigt weiter."]
    assert left == ("Wie Dämme gebaut werden",)
    assert [line.text for line in split(link)[0]] == ["Wie Dämme gebaut werden"]
