"""The words around a word of a phrase, and the prefix at the clause's end that a verb has parted from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from warticker.annotate.inflection import Form, folded
from warticker.annotate.pieces import LINE_END, Pieces
from warticker.annotate.term_parts import Part

SEPARATORS = " \u00a0-/\"„“”»«'"
"""What may stand between the words of a phrase, up to three at a time."""
WORD_AFTER = re.compile(rf"[{re.escape(SEPARATORS)}]{{1,3}}(\w+)")
WORD_BEFORE = re.compile(rf"\b(\w+)[{re.escape(SEPARATORS)}]{{1,3}}$")
CLAUSE_END = re.compile(r"[.,;:!?\n()\"„“”»«–—]|\s-\s|\s(?:und|oder|sowie)\s|$")
CLAUSE_REACH = 200
"""Characters after which a separated prefix is no longer looked for."""
WORD_REACH = 40
"""Characters within which the word before one in a phrase must start."""
KEY_LETTERS = 2
"""Letters of a phrase's next word by which it is known at a glance that it is not there."""


Hit = tuple[int, int, int, int]
"""A term where it was found: start, end, the term's number in the index, and the sentence: -1 for the headline."""


class Phrases(NamedTuple):
    """The parts of phrases that a word is, by how their next words begin."""

    after: dict[str, list[Part]]
    """Those that need words after them, by the first letters of the first."""
    before: dict[str, list[Part]]
    """Those that need words before them alone, by the first letters of the last."""
    parting: list[Part]
    """Those that need a separated prefix at the end of the clause."""


def phrases_of(parts: Iterable[Part]) -> Phrases:
    """File the parts of phrases by how their next words begin."""
    phrases = Phrases({}, {}, [])
    for part in parts:
        if part.form.particle:
            phrases.parting.append(part)
            continue
        beside, choices = (phrases.after, part.after[0]) if part.after else (phrases.before, part.before[-1])
        for key in {form.stem[:KEY_LETTERS] for form in choices}:
            beside.setdefault(key, []).append(part)
    return phrases


class Beside(NamedTuple):
    """How the words of a text's pieces begin, for those that stand in the pieces beside them."""

    numbers: list[int]
    starts: list[int]
    openings: list[str]
    """How each piece of the lexicon begins."""
    closings: list[str | None]
    """How the word begins that each ends with."""


def beside(pieces: Pieces) -> Beside:
    """What is looked at around the words of a text."""
    lexicon = pieces.lexicon
    return Beside(pieces.numbers, pieces.starts, lexicon.looks(opening), lexicon.looks(closing))


def around(phrases: Phrases, text: str, near: Beside, piece: int, start: int, end: int, sentence: int) -> Sequence[Hit]:
    """The terms that the parts of a word lead to where the words around it are those that they need.

    `piece` is the number of the text's piece that the word is in. Most have none, which the first letters of the word
    beside it tell.
    """
    likely: Sequence[Part] = ()
    if phrases.after:
        key = near.openings[near.numbers[piece + 1]] if end == near.starts[piece + 1] - 1 else ""
        likely = phrases.after.get(key or key_of(text[end : end + KEY_LETTERS + 3]), ())
    if phrases.before:
        known = near.closings[near.numbers[piece - 1]] if piece and start == near.starts[piece] else None
        if parts := phrases.before.get(key_before(text, start) if known is None else known):
            likely = (*likely, *parts)
    if not likely and not phrases.parting:
        return ()
    found = [
        (start, end, part.term, sentence) for part in phrases.parting if closes_clause(part.form.particle, text, end)
    ]
    for part in likely:
        first, last = start_of(part, text, start), end_of(part, text, end)
        if first is not None and last is not None:
            found.append((first, last, part.term, sentence))
    return found


def key_before(text: str, start: int) -> str:
    """How the word begins that stands before a place."""
    word = word_before(text, start)
    return folded(word[1])[:KEY_LETTERS] if word else ""


def key_of(text: str) -> str:
    """The first letters of a text behind its separators, or the first alone where no letter follows."""
    key = text.lstrip(SEPARATORS)[:KEY_LETTERS].lower()
    return key if key.isalnum() else key[:1]


def opening(piece: str) -> str:
    """How a piece of text begins; empty where the piece behind it tells."""
    return key_of(piece[: KEY_LETTERS + 2])


def closing(piece: str) -> str | None:
    """How the word begins that a piece of text ends with, empty for none; None where the piece before it tells."""
    if piece.isalnum():
        return folded(piece)[:KEY_LETTERS] if len(piece) < WORD_REACH else ""
    if piece == LINE_END or not piece.strip(SEPARATORS):
        return None
    word = WORD_BEFORE.search(f"{piece} ", max(0, len(piece) + 1 - WORD_REACH))
    return folded(word[1])[:KEY_LETTERS] if word else ""


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
    if text.find(f" {particle}", end, reach) < 0:
        return False
    stop = CLAUSE_END.search(text, end, reach)
    clause = text[end : stop.start() if stop else reach]
    return clause.endswith((f" {particle}", f" {particle} "))
