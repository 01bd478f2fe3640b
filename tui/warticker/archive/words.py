"""Texts as searches see them: folded words with nothing between, and where each stands in the original."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from warticker.folding import fold, foldings
from warticker.model import Span

_RUN = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
"""Letters and digits, with the accents that have no letter of their own."""
_FOLDED = re.compile(r"[^\W_]+")


class Word(NamedTuple):
    """A word of a text."""

    folded: str
    span: Span
    """Where it stands in the original text."""
    origins: tuple[int, ...] | None
    """Where each letter of `folded` comes from; None where they stand side by side from the span's start."""

    def part(self, start: int, stop: int) -> Span:
        """Where the folded letters from start to stop stand in the original text."""
        if self.origins is None:
            return Span(self.span.start + start, self.span.start + stop)
        return Span(self.origins[start], self.origins[stop - 1] + 1)


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order."""
    return tuple(word for run in _RUN.findall(text) for word in _folded_run(run))


def spellings(text: str) -> tuple[tuple[str, ...], ...]:
    """The ways in which a text's words can be folded, each a tuple of words: `muenchen` may stand as `munchen`."""
    return tuple(dict.fromkeys(found for way in foldings(text) if (found := words(way))))


def placed_words(text: str) -> list[Word]:
    """The folded words of a text with their places in it, in order."""
    placed: list[Word] = []
    for run in _RUN.finditer(text):
        if run[0].isascii():
            placed.append(Word(run[0].lower(), Span(run.start(), run.end()), None))
        else:
            placed.extend(_traced(run[0], run.start()))
    return placed


def _traced(run: str, start: int) -> list[Word]:
    """The words of a run that folding makes longer or shorter, letter by letter."""
    origins = [at for at, letter in enumerate(run, start) for _ in fold(letter)]
    whole = "".join(map(fold, run))
    return [
        Word(
            word[0], Span(origins[word.start()], origins[word.end() - 1] + 1), tuple(origins[word.start() : word.end()])
        )
        for word in _FOLDED.finditer(whole)
    ]


@lru_cache(maxsize=1 << 16)
def _folded_run(run: str) -> tuple[str, ...]:
    """The folded words in a run of letters: most often one, two where a letter folds to a mark between others."""
    return tuple(_FOLDED.findall(fold(run)))
