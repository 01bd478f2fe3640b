from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from warticker.ui.drawing.wrapping import wrap


def lines(text: str, width: int, limit: int | None = None, hanging: int = 0) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width, limit, hanging)]


def test_words_stay_whole_where_they_fit() -> None:
    assert lines("Drohnen treffen den Hafen", 12) == ["Drohnen", "treffen den", "Hafen"]


def test_a_word_longer_than_a_line_is_chopped() -> None:
    assert lines("Energieinfrastruktur", 8) == ["Energiei", "nfrastru", "ktur"]


def test_the_last_line_of_a_limit_runs_to_the_end() -> None:
    assert lines("Drohnen treffen den Hafen", 12, 2) == ["Drohnen", "treffen den Hafen"]


def test_lines_after_the_first_are_narrower_where_they_hang() -> None:
    assert lines("West  Ministerium für Inneres und Sport", 18, hanging=6) == [
        "West  Ministerium",
        "für Inneres",
        "und Sport",
    ]


def test_an_empty_text_is_one_empty_line() -> None:
    assert lines("", 10) == [""]


@given(
    st.text(alphabet="ab \u3000ü漢\u0301 🙂", max_size=60),
    st.integers(0, 12),
    st.none() | st.integers(1, 3),
    st.integers(0, 12),
)
def test_lines_fit_and_leave_out_nothing_but_space(text: str, width: int, limit: int | None, hanging: int) -> None:
    found = wrap(text, width, limit, hanging)
    position = 0
    for index, (start, end) in enumerate(found):
        assert not text[position:start].strip()
        if limit is None or index < len(found) - 1:
            assert cell_len(text[start:end]) <= max(width - hanging if index else width, 2)
        position = end
    assert not text[position:].strip()
    assert limit is None or len(found) <= limit


def test_a_space_that_does_not_break_keeps_words_together() -> None:
    text = "am Freitag · Tag\xa0geschätzt"
    assert [text[start:end] for start, end in wrap(text, 17)] == ["am Freitag ·", "Tag\xa0geschätzt"]
