"""Spellings that a reader takes for one: `Kyjiw` and `kyjiw`, `München` and `munchen`, `Straße` and `strasse`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_WHOLE_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ʼ": "'", "’": "'", "´": "'"}
)
"""Letters whose mark Unicode does not take off, and the apostrophes that come in names."""

_WRITTEN_OUT = re.compile(r"(?<![aeq])([aou])e")
"""A vowel and e that may stand for an umlaut: not in `Steuer`, `Bauer`, `Quelle`, where another vowel goes before."""


class _Letters(dict[str, str]):
    """What each letter folds to, worked out when it is first met: one by one is as good as together."""

    def __missing__(self, letter: str) -> str:
        # Apart first: letters such as the script ℒ show only then that they are capitals.
        apart = unicodedata.normalize("NFKD", letter.translate(_WHOLE_LETTERS)).casefold()
        marked = unicodedata.normalize("NFKD", apart).translate(_WHOLE_LETTERS)
        folded = self[letter] = "".join(part for part in marked if not unicodedata.combining(part))
        return folded


_LETTERS = _Letters()


def fold(text: str) -> str:
    """The text without capitals, accents and ligatures; its length can differ from the original's.

    `ä` becomes `a` as SQLite's `unicode61` has it with `remove_diacritics`, `ß` becomes `ss`.
    """
    return text.lower() if text.isascii() else "".join(map(_LETTERS.__getitem__, text))


def foldings(text: str) -> tuple[str, ...]:
    """What a text folds to, and what it folds to if its `ae`, `oe`, `ue` stand for umlauts: `muenchen`, `munchen`."""
    folded = fold(text)
    umlauts = _WRITTEN_OUT.sub(r"\1", folded)
    return (folded,) if umlauts == folded else (folded, umlauts)


_SHORT = 4
"""Letters of a text of which two that are right tell much."""


def nearest(text: str, names: Iterable[str]) -> str | None:
    """The name that is written most like a text; None where none is much like it."""
    # Imported here as only a mistake needs it, and it takes a tenth of the start.
    from difflib import get_close_matches

    by_folding = {fold(name): name for name in names}
    like = 0.55 if len(text) <= _SHORT else 0.6
    return next((by_folding[folded] for folded in get_close_matches(fold(text), by_folding, 1, like)), None)
