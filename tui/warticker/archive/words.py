"""Texts as searches see them: folded words with nothing between, and where each stands in the original."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from warticker.folding import fold, foldings
from warticker.model import Span

_RUN = re.compile(r"[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_]*)*")
"""Letters and digits, with the accents that have no letter of their own."""
_FOLDED = re.compile(r"[^\W_]+")


class Word(NamedTuple):
    """A word of a text."""

    folded: str
    span: Span
    """Where it stands in the original text."""


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order."""
    return tuple(word for run in _RUN.findall(text) for word in _folded_run(run))


def indexed(text: str) -> str:
    """The folded words of a text with one space between: what a full-text index keeps."""
    return " ".join(words(text))


def spellings(text: str) -> tuple[tuple[str, ...], ...]:
    """The ways in which a text's words can be folded, each a tuple of words: `muenchen` may stand as `munchen`."""
    return tuple(dict.fromkeys(found for way in foldings(text) if (found := words(way))))


def placed_words(text: str) -> list[Word]:
    """The folded words of a text with their places in it, in order."""
    placed: list[Word] = []
    for run in _RUN.finditer(text):
        folded = _folded_run(run[0])
        if len(folded) == 1 and len(folded[0]) == len(run[0]):
            placed.append(Word(folded[0], Span(run.start(), run.end())))
        else:
            origins = [start for start, letter in enumerate(run[0], run.start()) for _ in fold(letter)]
            whole = "".join(map(fold, run[0]))
            placed.extend(
                Word(word[0], Span(origins[word.start()], origins[word.end() - 1] + 1))
                for word in _FOLDED.finditer(whole)
            )
    return placed


@lru_cache(maxsize=1 << 16)
def _folded_run(run: str) -> tuple[str, ...]:
    """The folded words in a run of letters: most often one, two where a letter folds to a mark between others."""
    return tuple(_FOLDED.findall(fold(run)))
