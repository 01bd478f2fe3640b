"""Folds spellings that a reader takes for the same: `Kyjiw`, `kyjiw`; `München`, `munchen`; `Straße`, `strasse`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_WHOLE_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ʼ": "'", "’": "'", "´": "'"}
)
"""Letters that Unicode does not decompose into a base letter and a mark, and the apostrophes that occur in names."""

_WRITTEN_OUT = re.compile(r"(?<![aeq])([aou])e")
"""A vowel and e that may stand for an umlaut; not in `Steuer`, `Bauer`, `Quelle`, where another vowel precedes them."""


class _Letters(dict[str, str]):
    """Maps each letter to what it folds to, computed when first needed; folding a text letter by letter is enough."""

    def __missing__(self, letter: str) -> str:
        # Decompose first: letters such as the script ℒ only then turn out to be capitals.
        apart = unicodedata.normalize("NFKD", letter.translate(_WHOLE_LETTERS)).casefold()
        marked = unicodedata.normalize("NFKD", apart).translate(_WHOLE_LETTERS)
        folded = self[letter] = "".join(part for part in marked if not unicodedata.combining(part))
        return folded


_LETTERS = _Letters()


def fold(text: str) -> str:
    """The text without capitals, accents and ligatures; its length can differ from the original's.

    `ä` becomes `a`, as with `remove_diacritics` in SQLite's `unicode61`; `ß` becomes `ss`.
    """
    return text.lower() if text.isascii() else "".join(map(_LETTERS.__getitem__, text))


def foldings(text: str) -> tuple[str, ...]:
    """The folded text, and its form if `ae`, `oe`, `ue` stand for umlauts, where it differs: `muenchen`, `munchen`."""
    folded = fold(text)
    umlauts = _WRITTEN_OUT.sub(r"\1", folded)
    return (folded,) if umlauts == folded else (folded, umlauts)


_SHORT = 4
"""Up to this many letters, a looser match counts as near: two letters in common are much there."""


def nearest(text: str, names: Iterable[str], alike: float | None = None) -> str | None:
    """The name whose spelling is closest to a text; None if none is close, or none so much `alike` (out of 1)."""
    # Imported here as only typing mistakes need it, and it takes a tenth of the start-up time.
    from difflib import get_close_matches

    by_folding = {fold(name): name for name in names}
    least = alike or (0.55 if len(text) <= _SHORT else 0.6)
    return next((by_folding[folded] for folded in get_close_matches(fold(text), by_folding, 1, least)), None)
