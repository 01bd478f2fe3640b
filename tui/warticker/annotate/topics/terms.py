"""Finds terms in German text: in every inflection, in compounds, as phrases, as separated verbs.

How a term is written: `Drohne` is found alone and, from five letters on, in compounds; `Öl-` also begins compounds,
`-öl` ends them, `-öl-` does both; `=Front` is found alone only; `an|greifen` is a separable verb.

Several words are a phrase, each in every inflection. Articles, numbers and adjectives may come between them, and `von`
and articles may be missing: `Verletzung des Luftraums`. `Heer/Armee` in a term is either word, `{city}`, `{region}`,
`{country}` and `{place}` are the name of any such place (`Angriff auf {city}`), or `die Stadt`, `das Gebiet`;
`{person}` is any person.

Words and phrases joined by ` + ` are a term if they are in one clause, in any order:
`Soldat + töten`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from warticker.annotate.language.inflection import folded
from warticker.annotate.language.pieces import LINE_END, Pieces, cut
from warticker.annotate.topics.term_parts import Part, parts_of, stands, stems_in
from warticker.annotate.topics.term_surroundings import Hit, Name, Phrases, around, beside, phrases_of
from warticker.expressions import compiled

WORD = compiled(r"\w+")
START, END = itemgetter(0), itemgetter(1)
HYPHENATED = compiled(r"\w+(?:-\w+)+")
CLOSING = ('"', "“", "”", "»", "«")
LONGEST_WORD = 80
"""The most letters of a word that is examined: German words are shorter, hostile ones are not."""
TOGETHER = " + "
"""Joins words of a term that may come in any order."""
CLAUSE_END = compiled(r"[,;:!?()\n–—]")
TOGETHER_REACH = 40
"""Code points within which they must be."""


Found = tuple[int, int, int, Phrases | None]
"""A match in a piece of text: start, end, and the number of a term, or phrases whose context must be checked."""

Look = tuple[tuple[Found, ...], bool]
"""The matches in a piece of text between two spaces, and whether it ends a sentence."""


class Spellings(NamedTuple):
    """Terms, followed by the parts of joined ones, numbered separately in each group."""

    terms: Sequence[str]
    groups: Sequence[str]
    """The group of each."""
    partners: Mapping[int, Sequence[tuple[int, int]]]
    """For a part of joined terms, these terms, each with the number of the other part."""


def spellings(terms: Sequence[str], groups: Sequence[str]) -> Spellings:
    """Split joined terms into their words and phrases."""
    groups = groups or [""] * len(terms)
    joined = [
        (number, [(group, side) for side in term.split(TOGETHER)])
        for number, (term, group) in enumerate(zip(terms, groups, strict=True))
        if TOGETHER in term
    ]
    apart = dict.fromkeys(side for _, sides in joined for side in sides)
    numbers = {side: number for number, side in enumerate(apart, len(terms))}
    partners: dict[int, list[tuple[int, int]]] = {}
    for number, sides in joined:
        one, other = (numbers[side] for side in sides)
        partners.setdefault(one, []).append((number, other))
        partners.setdefault(other, []).append((number, one))
    return Spellings([*terms, *(side for _, side in numbers)], [*groups, *(group for group, _ in numbers)], partners)


def stems_of(terms: Sequence[str], groups: Sequence[str] = ()) -> dict[str, list[int]]:
    """The stems that lead to terms, with the terms' numbers: the slow part of building an index."""
    stems: dict[str, dict[int, None]] = {}
    for number, term in enumerate(spellings(terms, groups).terms):
        if TOGETHER in term:
            continue
        for stem in stems_in(term):
            stems.setdefault(stem, {})[number] = None
    return {stem: list(numbers) for stem, numbers in stems.items()}


class TermIndex:
    """Terms by the stems that lead to them.

    Among the terms of a group the longest stem in a word wins: a longer one shields a shorter one.
    """

    def __init__(
        self, terms: Sequence[str], stems: Mapping[str, Sequence[int]] | None = None, groups: Sequence[str] = ()
    ) -> None:
        """Take terms, the output of `stems_of` if known, and each term's group, by default one for all."""
        from ahocorasick_rs import AhoCorasick  # here: an annotated archive needs no terms

        if stems is None:
            stems = stems_of(terms, groups)
        self._terms, self._groups, self._partners = spellings(terms, groups)
        self._count = len(terms)
        self._leads_to = list(stems.items())
        """Each stem and its terms, by its number in the automaton."""
        self._parts: list[list[Part] | None] = [None] * len(self._leads_to)
        """The parts of each stem, computed on demand: a page has few of them."""
        self._stems = AhoCorasick(list(stems))

    def _parts_of(self, stem: int) -> list[Part]:
        """The parts that begin with a stem, by its number, computed on first use."""
        spelled, numbers = self._leads_to[stem]
        parts = [part for number in numbers for part in parts_of(self._terms[number], number, spelled)]
        self._parts[stem] = parts
        return parts

    def hits(
        self,
        text: str,
        headline_length: int = 0,
        pieces: Pieces | None = None,
        names: Sequence[Name] = (),
    ) -> list[Hit]:
        """All terms in a text by start, longest first; a span is whole words.

        `names` are those in the text, in order.
        """
        pieces = pieces or cut(text)
        starts = pieces.starts
        near = beside(pieces, names)
        hits: list[Hit] = []
        sentence, last = (-1, -3) if headline_length else (0, -1)
        for piece, (found, stops) in pieces.found(self._look):
            offset = starts[piece]
            for start, end, term, phrases in found:
                if phrases is None:
                    hits.append((offset + start, offset + end, term, sentence))
                else:
                    hits += around(phrases, text, near, piece, offset + start, offset + end, sentence)
            if stops and offset > headline_length:
                # A line's end after a full stop ends nothing more, and a single word is a dateline.
                if piece > last + 2:
                    sentence += 1
                last = piece
        if self._partners:
            hits = self._joined(hits, text)
        # In two steps, since a combined key would call a Python function for each.
        hits.sort(key=END, reverse=True)
        hits.sort(key=START)
        return hits

    def _joined(self, hits: list[Hit], text: str) -> list[Hit]:
        """The hits, those of joined terms replaced by the terms, each with its next partner."""
        partners, count = self._partners, self._count
        sides = [hit for hit in hits if hit[2] >= count]
        if not sides:
            return hits
        joined = [hit for hit in hits if hit[2] < count]
        last: dict[int, Hit] = {}
        for hit in sides:
            start, end, side, sentence = hit
            last[side] = hit
            spent = set()
            for term, other in partners[side]:
                if other not in last or last[other][3] != sentence:
                    continue
                first, behind = sorted((last[other][:2], (start, end)))
                if behind[0] - first[1] < TOGETHER_REACH and not CLAUSE_END.search(text, first[1], behind[0]):
                    joined.append((first[0], max(first[1], behind[1]), term, sentence))
                    spent.add(other)
            for other in spent:
                del last[other]
        return joined

    def _look(self, piece: str) -> Look | None:
        """The matches in a piece of text, which may be several words, quotation marks and so on; None for nothing."""
        # Half of the words hold no stem at all; one across a hyphen may be hidden.
        promising = "-" in piece or self._stems.find_matches_as_indexes(folded(piece))
        found = tuple(self._found(piece)) if promising else ()
        stops = piece == LINE_END or ends_sentence(piece)
        return (found, stops) if found or stops else None

    def _found(self, piece: str) -> Iterator[Found]:
        if "-" in piece:
            for joined in HYPHENATED.finditer(piece):
                yield from self._across(joined)
        for word in WORD.finditer(piece):
            parts = [part for _, part in self._parts_in(word[0][:LONGEST_WORD])]
            # Phrases first: they mean more than their words.
            if together := [part for part in parts if not part.alone]:
                yield *word.span(), -1, phrases_of(together)
            for part in parts:
                if part.alone:
                    yield *word.span(), part.term, None

    def _across(self, joined: re.Match[str]) -> Iterator[Found]:
        """The terms that a hyphenated compound is or contains across a hyphen: Waffen-Lieferungen."""
        words = folded(joined.group()[:LONGEST_WORD]).split("-")
        hyphens = list(accumulate(map(len, words[:-1])))
        # The case of the first letter marks a noun.
        written = joined.group()[0] + "".join(words)[1:]
        for start, part in self._parts_in(written):
            if part.alone and any(start < hyphen < start + len(part.form.stem) for hyphen in hyphens):
                yield *joined.span(), part.term, None

    def _parts_in(self, written: str) -> Collection[tuple[int, Part]]:
        """The terms' forms in a word with their positions, longest first, none overlapping another of its group.

        Unless their context decides.
        """
        word, capital = folded(written), not written[0].islower()
        candidates = [
            (end - start, start, part)
            for stem, start, end in self._stems.find_matches_as_indexes(word, overlapping=True)
            for part in self._parts[stem] or self._parts_of(stem)
            if stands(part.form, word, start, capital=capital)
        ]
        if len(candidates) < 2:
            return [(start, part) for _, start, part in candidates]
        candidates.sort(key=lambda one: (-one[0], one[1]))
        taken_by: dict[str, list[tuple[int, int]]] = {}
        chosen: dict[tuple[int, str], tuple[int, Part]] = {}
        for length, start, part in candidates:
            span = (start, start + length)
            taken = taken_by.setdefault(self._groups[part.term], [])
            if not part.alone:
                chosen[part.term, part.form.stem + part.form.particle] = start, part
            elif span in taken or all(span[1] <= low or high <= span[0] for low, high in taken):
                taken.append(span)
                chosen.setdefault((part.term, ""), (start, part))
        return chosen.values()


def ends_sentence(piece: str) -> bool:
    """Whether a piece of text ends a sentence, and is neither an ordinal (14.) nor an abbreviation (z. B.)."""
    bare = piece[:-1] if piece.endswith(CLOSING) else piece
    if not bare.endswith("."):
        return bare.endswith(("!", "?"))
    return len(bare) < 2 or (not bare[-2].isdigit() and len(bare) > 2 and bare[-3].isalnum())
