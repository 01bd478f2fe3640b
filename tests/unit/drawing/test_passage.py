from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st
from textual.style import Style

from warticker.archive.lexicon.hits import Passage
from warticker.model import Span
from warticker.ui.drawing.row import passage_line

STYLES: dict[str, Style] = defaultdict(Style, hit=Style(bold=True))


def drawn(line: str, word: str, room: int) -> str:
    start = line.index(word)
    return passage_line(Passage(line, (Span(start, start + len(word)),)), room, STYLES).plain


def test_a_hit_at_the_beginning_leaves_the_line_as_it_is() -> None:
    assert drawn("Im Hafen steht ein Kran.", "Hafen", 30) == "Im Hafen steht ein Kran."
    assert drawn("Im Hafen steht ein Kran.", "Hafen", 15) == "Im Hafen steht…"


def test_a_hit_further_on_is_shown_with_whole_words_before_it() -> None:
    assert drawn("Seit heute früh steht im Hafen ein Kran still.", "Hafen", 24) == "…im Hafen ein Kran stil…"


def test_a_hit_inside_a_long_word_is_seen() -> None:
    assert drawn(f"{'Vor' * 50}hafen{'amt' * 50}", "hafen", 20) == "…rVorVorhafenamtamt…"


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60),
    st.data(),
    st.integers(min_value=12, max_value=40),
)
def test_what_is_found_is_in_sight_and_no_line_is_too_long(line: str, data: st.DataObject, room: int) -> None:
    line = " ".join(line.split()) or "x"
    at = data.draw(st.integers(min_value=0, max_value=len(line) - 1))
    shown = passage_line(Passage(line, (Span(at, at + 1),)), room, STYLES)
    assert shown.cell_length <= room
    found = STYLES["headline"] + STYLES["hit"]
    assert [shown.plain[span.start : span.end] for span in shown.spans if span.style == found] == [line[at]]
