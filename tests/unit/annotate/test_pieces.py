from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warticker.annotate.language import pieces
from warticker.annotate.language.pieces import LINE_END, cut


@given(st.text(alphabet="ab.\n ", max_size=40))
def test_pieces_are_where_they_say_and_lose_nothing_but_spaces(text: str) -> None:
    lexicon, numbers, starts, _ = cut(text)
    words = [lexicon.words[number] for number in numbers]
    assert words[-1] == LINE_END
    assert starts == sorted(starts)
    assert starts[-1] == len(text) + 1
    placed = list(zip(words, starts, strict=False))
    assert all(text[start : start + len(word)] == word for word, start in placed if word != LINE_END)
    assert all(text[start - 1 : start] in (LINE_END, "") for word, start in placed if word == LINE_END)
    assert "".join(words[:-1]) == text.replace(" ", "")


def test_a_piece_is_looked_at_once_by_each_who_looks() -> None:
    seen: list[str] = []

    def look(piece: str) -> int:
        seen.append(piece)
        return len(piece)

    assert cut("drei vier drei").looks(look)[:3] == (4, 4, 4)
    assert cut("drei fünfe").looks(look)[:2] == (4, 5)
    assert cut("drei").looks(str.upper)[0] == "DREI"
    assert sorted(seen) == sorted(set(seen))


def test_a_full_lexicon_is_left_for_a_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    first = cut("eins zwei drei vier fünf").lexicon
    monkeypatch.setattr(pieces, "REMEMBERED", 3)
    second = cut("sechs sieben").lexicon
    assert second is not first
    assert second.words == ["sechs", "sieben", LINE_END]


def test_overlong_pieces_fill_a_lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "LETTERS", 1000)
    long = cut("x" * 1001).lexicon
    assert cut("kurz").lexicon is not long
