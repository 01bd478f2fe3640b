"""Finding terms in German text: in every inflection, in compounds, as phrases, as verbs that stand apart.

How a term is written: `Drohne` is found alone and, from five letters on, in compounds; `Öl-` also opens compounds,
`-öl` closes them, `-öl-` does both; `=Front` is found alone only; `an|greifen` is a separable verb;
several words are a phrase, each in every inflection.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from warticker.annotate.inflection import Form, folded, forms

WORD = re.compile(r"\w+")
WORD_AFTER = re.compile(r"[ \u00a0\-/\"„“”»«']{1,3}(\w+)")
WORD_BEFORE = re.compile(r"\b(\w+)[ \u00a0\-/\"„“”»«']{1,3}$")
CLAUSE_END = re.compile(r"[.,;:!?\n()\"„“”»«–—]|\s-\s|\s(?:und|oder|sowie)\s|$")
CLAUSE_REACH = 200
"""Characters after which a separated prefix is no longer looked for."""
WORD_REACH = 40
"""Characters within which the word before one in a phrase must start."""
COMPOUND_LETTERS = 5
"""From how many letters a term is found in compounds without being told to: shorter ones stand in any word."""
PART_LETTERS = 3
"""The least that may stand before a term in a compound; one more is asked where something follows it."""
LONGEST_PARTICLE = 6
"""Letters up to which a word in small letters is taken for the grammar's: über, einem, gegen."""
COMMON = (
    *("ukrain", "russisch", "russland", "russlands", "mensch", "menschen", "angriff", "ukrainisch", "eu", "putin"),
    *("krieg", "jahr", "truppen", "soldaten", "waffen", "hilf", "kämpf", "europäisch", "europa", "nato", "sanktion"),
)
"""Stems that are in so many reports that no phrase is looked for by them if it can be helped, the commonest first."""
LONGEST_WORD = 80
"""Letters of a word that are looked at: no German word is longer, and hostile ones are."""
REMEMBERED = 50_000
"""Pieces of text whose analysis is kept; a year of tickers has about as many."""


class Hit(NamedTuple):
    """A term where it was found."""

    start: int
    end: int
    term: int
    """Its number in the index."""


@dataclass(frozen=True, slots=True)
class Part:
    """A form that leads to a term, with the forms that must stand before and after it in a phrase."""

    form: Form
    term: int
    before: tuple[tuple[Form, ...], ...] = ()
    after: tuple[tuple[Form, ...], ...] = ()

    @property
    def alone(self) -> bool:
        """Whether the form leads to its term without a look around."""
        return not (self.before or self.after or self.form.particle)


class Found(NamedTuple):
    """What a word in a piece of text between two spaces leads to."""

    start: int
    end: int
    term: int
    """The number of a term that it leads to alone."""
    parts: tuple[Part, ...]
    """Where it leads to none alone: the parts that need a look around."""


class Remembered(dict[str, tuple[Found, ...]]):
    """Analyses, made when first asked for: most of a text has been seen before."""

    def __init__(self, analysis: Callable[[str], tuple[Found, ...]]) -> None:
        super().__init__()
        self._analysis = analysis

    def __missing__(self, piece: str) -> tuple[Found, ...]:
        found = self._analysis(piece)
        if len(piece) <= LONGEST_WORD:
            if len(self) >= REMEMBERED:
                self.clear()
            self[piece] = found
        return found


class TermIndex:
    """Terms by the stems that lead to them; the longest stem in a word wins, so a longer term shields a shorter one."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._parts: dict[str, list[Part]] = {}
        for number, term in enumerate(terms):
            for part in parts_of(term, number):
                self._parts.setdefault(part.form.stem, []).append(part)
        self._lengths: dict[str, list[int]] = {}
        for stem in self._parts:
            known = self._lengths.setdefault(stem[:PART_LETTERS], [])
            if len(stem) not in known:
                known.append(len(stem))
        self._analyses = Remembered(self._analysis)

    def hits(self, text: str) -> list[Hit]:
        """Every term of a text in the order of its words; a span is whole words."""
        pieces = text.replace("\n", " ").split(" ")
        hits = []
        ends = accumulate(map(len, pieces))
        for number, (found, end) in enumerate(zip(map(self._analyses.__getitem__, pieces), ends, strict=True)):
            if found:
                offset = end + number - len(pieces[number])
                for start, stop, term, parts in found:
                    if parts:
                        hits += around(parts, text, offset + start, offset + stop)
                    else:
                        hits.append(Hit(offset + start, offset + stop, term))
        return hits

    def _analysis(self, piece: str) -> tuple[Found, ...]:
        """The parts in a piece of text, which may hold several words, quotation marks and the like."""
        found = []
        for word in WORD.finditer(piece):
            parts = self._parts_in(folded(word.group()[:LONGEST_WORD]))
            # Phrases first: they say more than the words that they are made of.
            if together := tuple(part for part in parts if not part.alone):
                found.append(Found(*word.span(), -1, together))
            found += [Found(*word.span(), part.term, ()) for part in parts if part.alone]
        return tuple(found)

    def _parts_in(self, word: str) -> tuple[Part, ...]:
        """The terms' forms in a folded word, the longest first, none across another but where a look around decides."""
        candidates = [
            (length, start, part)
            for start in range(len(word))
            for length in self._lengths_at(word, start)
            if start + length <= len(word)
            for part in self._parts.get(word[start : start + length], ())
            if stands(part.form, word, start)
        ]
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

    def _lengths_at(self, word: str, start: int) -> Iterator[int]:
        """How long the stems are that could begin here."""
        yield from self._lengths.get(word[start : start + PART_LETTERS], ())
        if len(word) > start + 2:
            yield from self._lengths.get(word[start : start + 2], ())


def parts_of(term: str, number: int) -> Iterator[Part]:
    """The ways that lead to a term; a phrase is found by its longest word that is not in every report."""
    spelled = term.split()
    words = [marked_forms(word) for word in spelled]
    anchor = max(range(len(words)), key=lambda at: rarity(spelled[at], words[at][0].stem))
    for form in words[anchor]:
        alone = replace(form, opens=False, closes=False) if len(words) > 1 else form
        yield Part(alone, number, tuple(words[:anchor]), tuple(words[anchor + 1 :]))


def rarity(word: str, stem: str) -> float:
    """How seldom a word is, roughly: nouns are seldom, short words are the grammar's."""
    if stem in COMMON:
        return COMMON.index(stem) / len(COMMON)
    if word.islower() and len(word) <= LONGEST_PARTICLE:
        return -1 / len(word)
    return len(stem) + 10 * word[0].isupper()


def marked_forms(word: str) -> tuple[Form, ...]:
    """The forms of a word with its marks for compounds obeyed."""
    bare = word.strip("-=")
    marked = bare != word
    opens, closes = word.endswith("-"), word.startswith("-")
    capital = bare.capitalize() if closes else bare
    if not marked and len(bare) >= COMPOUND_LETTERS:
        return forms(bare)
    return tuple(replace(form, opens=opens, closes=closes) for form in forms(capital))


def stands(form: Form, word: str, start: int) -> bool:
    """Whether a form's stem at a place of a word is there as that form and not by chance of letters."""
    rest = word[start + len(form.stem) :]
    if start and (not form.closes or start < PART_LETTERS):
        return False
    if rest in form.endings:
        return True
    return form.opens and len(rest) > PART_LETTERS and start != PART_LETTERS


def around(parts: tuple[Part, ...], text: str, start: int, end: int) -> list[Hit]:
    """The terms that the parts of a word lead to where the words around it are those that they need."""
    before = word_before(text, start)
    after = WORD_AFTER.match(text, end)
    preceding, following = (folded(word[1]) if word else "" for word in (before, after))
    found = []
    for part in parts:
        if part.form.particle:
            if closes_clause(part.form.particle, text, end):
                found.append(Hit(start, end, part.term))
        elif (not part.before or fits(part.before[-1], preceding)) and (
            not part.after or fits(part.after[0], following)
        ):
            first, last = start_of(part, text, start), end_of(part, text, end)
            if first is not None and last is not None:
                found.append(Hit(first, last, part.term))
    return found


def start_of(part: Part, text: str, start: int) -> int | None:
    """Where a phrase starts whose part starts at a place; None where its words before are not there."""
    for choices in reversed(part.before):
        word = word_before(text, start)
        if not word or not fits(choices, folded(word[1])):
            return None
        start = word.start(1)
    return start


def end_of(part: Part, text: str, end: int) -> int | None:
    """Where a phrase ends whose part ends at a place; None where its words after are not there."""
    for choices in part.after:
        word = WORD_AFTER.match(text, end)
        if not word or not fits(choices, folded(word[1])):
            return None
        end = word.end()
    return end


def word_before(text: str, start: int) -> re.Match[str] | None:
    """The word that ends right before a place."""
    return WORD_BEFORE.search(text, max(0, start - WORD_REACH), start)


def fits(choices: tuple[Form, ...], word: str) -> bool:
    """Whether a folded word is in one of several forms."""
    return any(form.fits(word) for form in choices)


def closes_clause(particle: str, text: str, end: int) -> bool:
    """Whether a separated prefix closes the clause that a verb stands in: `greift ... an`."""
    reach = end + CLAUSE_REACH
    stop = CLAUSE_END.search(text, end, reach)
    clause = text[end : stop.start() if stop else reach]
    return clause.endswith((f" {particle}", f" {particle} "))
