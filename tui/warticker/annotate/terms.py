"""Finding terms in German text: in every inflection, in compounds, as phrases, as verbs that stand apart.

How a term is written: `Drohne` is found alone and, from five letters on, in compounds; `Öl-` also opens compounds,
`-öl` closes them, `-öl-` does both; `=Front` is found alone only; `an|greifen` is a separable verb;
several words are a phrase, each in every inflection.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from warticker.annotate.inflection import folded
from warticker.annotate.pieces import LINE_END, Pieces, cut
from warticker.annotate.term_parts import Part, parts_of, stands
from warticker.annotate.term_surroundings import Hit, Phrases, around, beside, phrases_of

WORD = re.compile(r"\w+")
CLOSING = ('"', "“", "”", "»", "«")
LONGEST_WORD = 80
"""Letters of a word that are looked at: no German word is longer, and hostile ones are."""


class Found(NamedTuple):
    """What a word in a piece of text between two spaces leads to."""

    start: int
    end: int
    term: int
    """The number of a term that it leads to alone."""
    phrases: Phrases | None
    """Where it leads to none alone: what needs a look around."""


class Look(NamedTuple):
    """What a piece of text between two spaces holds."""

    found: tuple[Found, ...]
    stops: bool
    """Whether a sentence ends with it."""


NOTHING = Look((), False)


def stems_of(terms: Iterable[str]) -> dict[str, list[int]]:
    """The stems that lead to terms, with the terms' numbers: what of an index takes long to work out."""
    stems: dict[str, dict[int, None]] = {}
    for number, term in enumerate(terms):
        for part in parts_of(term, number):
            if part.form.stem:
                stems.setdefault(part.form.stem, {})[number] = None
    return {stem: list(numbers) for stem, numbers in stems.items()}


class TermIndex:
    """Terms by the stems that lead to them; the longest stem in a word wins, so a longer term shields a shorter one."""

    def __init__(self, terms: Sequence[str], stems: Mapping[str, Sequence[int]] | None = None) -> None:
        """Take terms, and what `stems_of` makes of them where it is known."""
        from ahocorasick_rs import AhoCorasick  # here, since a start on an annotated archive looks for no terms

        if stems is None:
            stems = stems_of(terms)
        self._terms = terms
        self._leads_to = list(stems.items())
        """Each stem and its terms, by the number that the automaton has for it."""
        self._parts: list[list[Part] | None] = [None] * len(self._leads_to)
        """The parts of each stem, worked out when a text has it: a page has few of them."""
        self._of_term: dict[int, tuple[Part, ...]] = {}
        self._stems = AhoCorasick(list(stems))

    def _parts_of(self, stem: int) -> list[Part]:
        """The parts that begin with a stem, by its number, where a text has it for the first time."""
        spelled, numbers = self._leads_to[stem]
        for number in numbers:
            if number not in self._of_term:
                self._of_term[number] = tuple(parts_of(self._terms[number], number))
        parts = [part for number in numbers for part in self._of_term[number] if part.form.stem == spelled]
        self._parts[stem] = parts
        return parts

    def hits(self, text: str, headline_length: int = 0, pieces: Pieces | None = None) -> list[Hit]:
        """Every term of a text in the order of its words; a span is whole words."""
        pieces = pieces or cut(text)
        starts = pieces.starts
        looks = pieces.lexicon.looks(self._look)
        near = beside(pieces)
        hits: list[Hit] = []
        sentence = -1 if headline_length or text[:1] == LINE_END else 0
        for piece in pieces.where(self._look):
            found, stops = looks[pieces.numbers[piece]] or NOTHING
            offset = starts[piece]
            for start, end, term, phrases in found:
                if phrases is None:
                    hits.append((offset + start, offset + end, term, sentence))
                else:
                    hits += around(phrases, text, near, piece, offset + start, offset + end, sentence)
            if stops and offset > headline_length:
                sentence += 1
        return hits

    def _look(self, piece: str) -> Look | None:
        """What a piece of text holds, which may be several words, quotation marks and the like; None for nothing."""
        found = tuple(self._found(piece))
        stops = piece == LINE_END or ends_sentence(piece)
        return Look(found, stops) if found or stops else None

    def _found(self, piece: str) -> Iterator[Found]:
        for word in WORD.finditer(piece):
            parts = self._parts_in(word.group()[:LONGEST_WORD])
            # Phrases first: they say more than the words that they are made of.
            if together := [part for part in parts if not part.alone]:
                yield Found(*word.span(), -1, phrases_of(together))
            for part in parts:
                if part.alone:
                    yield Found(*word.span(), part.term, None)

    def _parts_in(self, written: str) -> tuple[Part, ...]:
        """The terms' forms in a word, the longest first, none across another but where a look around decides."""
        word, capital = folded(written), not written[0].islower()
        candidates = [
            (end - start, start, part)
            for stem, start, end in self._stems.find_matches_as_indexes(word, overlapping=True)
            for part in self._parts[stem] or self._parts_of(stem)
            if stands(part.form, word, start, capital=capital)
        ]
        if not candidates:
            return ()
        candidates.sort(key=lambda one: (-one[0], one[1]))
        taken: list[tuple[int, int]] = []
        chosen: dict[tuple[int, str], Part] = {}
        for length, start, part in candidates:
            span = (start, start + length)
            if not part.alone:
                chosen[part.term, part.form.stem + part.form.particle] = part
            elif span in taken or all(span[1] <= low or high <= span[0] for low, high in taken):
                taken.append(span)
                chosen.setdefault((part.term, ""), part)
        return tuple(chosen.values())


def ends_sentence(piece: str) -> bool:
    """Whether a piece of text ends a sentence, and is neither an ordinal (14.) nor an abbreviation (z. B.)."""
    bare = piece[:-1] if piece.endswith(CLOSING) else piece
    if not bare.endswith("."):
        return bare.endswith(("!", "?"))
    return len(bare) < 2 or (not bare[-2].isdigit() and len(bare) > 2 and bare[-3].isalnum())
