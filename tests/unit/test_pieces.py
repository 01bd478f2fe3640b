from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from warticker.annotate.pieces import LINE_END, LONGEST, Remembered, cut


@given(st.text(alphabet="ab.\n ", max_size=40))
def test_pieces_are_where_they_say_and_lose_nothing_but_spaces(text: str) -> None:
    words, starts = cut(text)
    assert words[-1] == LINE_END
    assert starts == sorted(starts)
    assert all(text[start : start + len(word)] == word for word, start in zip(words[:-1], starts[:-1], strict=True))
    assert "".join(words[:-1]) == text.replace(" ", "")


def test_a_piece_is_looked_at_once() -> None:
    seen: list[str] = []

    def look(piece: str) -> int:
        seen.append(piece)
        return len(piece)

    looks = Remembered(look)
    assert [looks["drei"], looks["drei"]] == [4, 4]
    assert seen == ["drei"]


def test_overlong_pieces_are_not_kept() -> None:
    looks = Remembered(len)
    assert looks["x" * (LONGEST + 1)] == LONGEST + 1
    assert not looks
