"""The context of a word of a phrase, and the separated prefix of a verb at the clause's end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from warticker.annotate.language.inflection import folded
from warticker.annotate.language.pieces import LINE_END, Pieces
from warticker.annotate.topics.term_parts import Part
from warticker.annotate.topics.term_words import OPENING_LETTERS, Slot, belongs
from warticker.expressions import compiled

SEPARATORS = " \u00a0-/\"„“”»«'"
"""Characters between the words of a phrase, up to three at a time."""
WORD_AFTER = compiled(rf"[{re.escape(SEPARATORS)}]{{1,3}}(\w+)")
WORD_BEFORE = compiled(rf"\b(\w+)[{re.escape(SEPARATORS)}]{{1,3}}$")
APART = compiled(rf"(?:[{re.escape(SEPARATORS)}]{{1,3}}\w+)*[{re.escape(SEPARATORS)}]{{1,3}}")
WORD = compiled(r"\w+")
CLAUSE_END = compiled(r"[.,;:!?\n()\"„“”»«–—]|\s-\s|\s(?:und|oder|sowie)\s|$")
PASSED = frozenset({"und", "oder", "sowie", "(", ")"})
"""Words and signs that do not end a clause: greift Hafen und Stadt an, kommt Horn (parteilos) an."""
CLAUSE_REACH = 200
"""Characters after which a separated prefix is no longer searched for."""
WORD_REACH = 40
"""Characters within which the previous word of a phrase must start."""
NAMED = "{"
"""Stands for the first letters of a next word that is a name."""
MOST_BETWEEN = 4
"""How many unsaid words may come between two of a phrase."""


FIRST = itemgetter(0)

Name = tuple[int, int, str]
"""A name in a text: start, end, and its kind, as the classes of `term_words`."""
Hit = tuple[int, int, int, int]
"""A match of a term: start, end, the term's number in the index, and the sentence (-1 for the headline)."""


class Phrases(NamedTuple):
    """The parts of phrases that a word is, by the first letters of the words beside them."""

    after: dict[str, list[Part]]
    """Those that need words after them, by the first letters of the first."""
    before: dict[str, list[Part]]
    """Those that need only words before them, by the first letters of the last."""
    parting: list[Part]
    """Those that need a separated prefix at the end of the clause."""


def phrases_of(parts: Iterable[Part]) -> Phrases:
    """The parts of phrases, by the first letters of the words beside them."""
    phrases = Phrases({}, {}, [])
    for part in parts:
        if part.form.particle:
            phrases.parting.append(part)
            continue
        beside, slot = (phrases.after, part.after[0]) if part.after else (phrases.before, part.before[-1])
        for key in {NAMED} if slot.kinds else slot.openings:
            beside.setdefault(key, []).append(part)
    return phrases


class Beside(NamedTuple):
    """The first letters of the words beside a text's pieces."""

    numbers: list[int]
    starts: list[int]
    openings: list[str]
    """Of each piece of the lexicon."""
    closings: list[str | None]
    """Of the last word of each."""
    between: list[bool]
    """Whether each may come between the words of a phrase."""
    names: Sequence[Name]
    """The names in the text, in order."""


def beside(pieces: Pieces, names: Sequence[Name]) -> Beside:
    """The context of the words of a text."""
    lexicon = pieces.lexicon
    looks = lexicon.looks
    return Beside(pieces.numbers, pieces.starts, looks(opening), looks(closing), looks(belongs), names)


def around(phrases: Phrases, text: str, near: Beside, piece: int, start: int, end: int, sentence: int) -> Sequence[Hit]:
    """The terms of a word's parts whose required context is there.

    `piece` is the number of the text's piece with the word. Most have none, which the first letters of the neighbouring
    words show.
    """
    likely: list[Part] = []
    if phrases.after:
        likely += likely_after(phrases.after, text, near, piece, end)
    if phrases.before:
        likely += likely_before(phrases.before, text, near, piece, start)
    if not likely and not phrases.parting:
        return ()
    found = [
        (start, end, part.term, sentence) for part in phrases.parting if closes_clause(part.form.particle, text, end)
    ]
    for part in likely:
        first = reached(before, reversed(part.before), text, start, near.names)
        last = reached(after, part.after, text, end, near.names) if first is not None else None
        if first is not None and last is not None:
            found.append((first, last, part.term, sentence))
    return list(dict.fromkeys(found))


def likely_after(phrases: Mapping[str, list[Part]], text: str, near: Beside, piece: int, end: int) -> list[Part]:
    """The phrases that may continue after a word, by the first letters of the next words."""
    found = [*phrases.get(NAMED, ())]
    if end != near.starts[piece + 1] - 1:
        return [*found, *phrases.get(key_after(text, end), ())]
    for at in range(piece + 1, piece + 2 + MOST_BETWEEN):
        number = near.numbers[at]
        found += phrases.get(near.openings[number] or key_after(text, near.starts[at] - 1), ())
        if not near.between[number]:
            break
    return found


def likely_before(phrases: Mapping[str, list[Part]], text: str, near: Beside, piece: int, start: int) -> list[Part]:
    """The phrases that may have begun before a word, by the first letters of the words before it."""
    found = [*phrases.get(NAMED, ())]
    for at in range(piece, piece - 1 - MOST_BETWEEN, -1):
        known = near.closings[near.numbers[at - 1]] if at > 0 and start == near.starts[at] else None
        found += phrases.get(key_before(text, start) if known is None else known, ())
        if known is None or not near.between[near.numbers[at - 1]]:
            break
        start = near.starts[at - 1]
    return found


def key_before(text: str, start: int) -> str:
    """The first letters of the word before a position."""
    word = word_before(text, start)
    return folded(word[1][:OPENING_LETTERS]) if word else ""


def key_after(text: str, end: int) -> str:
    """The first letters of the word after a position."""
    word = WORD_AFTER.match(text, end)
    return folded(word[1][:OPENING_LETTERS]) if word else ""


def opening(piece: str) -> str:
    """The first letters of a piece of text; empty if the text around it decides."""
    return key_after(f" {piece[: OPENING_LETTERS + 2]}", 0)


def closing(piece: str) -> str | None:
    """The first letters of the last word in a piece of text, empty for none; None if the piece before it decides."""
    if piece.isalnum():
        return folded(piece[:OPENING_LETTERS]) if len(piece) < WORD_REACH else ""
    if piece == LINE_END or not piece.strip(SEPARATORS):
        return None
    word = WORD_BEFORE.search(f"{piece} ", max(0, len(piece) + 1 - WORD_REACH))
    return folded(word[1][:OPENING_LETTERS]) if word else ""


def reached(
    step: Callable[[Slot, str, int, Sequence[Name]], int | None],
    slots: Iterable[Slot],
    text: str,
    at: int,
    names: Sequence[Name],
) -> int | None:
    """Where a phrase begins or ends, followed word by word from one of its parts; None if a word is missing."""
    for slot in slots:
        found = step(slot, text, at, names)
        if found is None:
            return None
        at = found
    return at


def before(slot: Slot, text: str, start: int, names: Sequence[Name]) -> int | None:
    """Where the word or name before a position starts that the phrase needs there."""
    if slot.kinds:
        at = bisect_right(names, start, key=FIRST) - 1
        if at >= 0 and stands_apart(names[at], slot, text[names[at][1] : start]):
            return names[at][0]
    for _ in range(MOST_BETWEEN + 1 if slot.openings else 0):
        word = word_before(text, start)
        if not word:
            return None
        if slot.fits(folded(word[1])):
            return word.start(1)
        if not belongs(word[1]):
            return None
        start = word.start(1)
    return None


def after(slot: Slot, text: str, end: int, names: Sequence[Name]) -> int | None:
    """Where the word or name after a position ends that the phrase needs there."""
    if slot.kinds:
        at = bisect_left(names, end, key=FIRST)
        if at < len(names) and stands_apart(names[at], slot, text[end : names[at][0]]):
            return names[at][1]
    for _ in range(MOST_BETWEEN + 1 if slot.openings else 0):
        word = WORD_AFTER.match(text, end)
        if not word:
            return None
        if slot.fits(folded(word[1])):
            return word.end()
        if not belongs(word[1]):
            return None
        end = word.end()
    return None


def stands_apart(name: Name, slot: Slot, gap: str) -> bool:
    """Whether a name fits a slot of a phrase, with nothing but unsaid words in the gap before it."""
    if name[2] not in slot.kinds or len(gap) > WORD_REACH or not APART.fullmatch(gap):
        return False
    return all(map(belongs, WORD.findall(gap)))


def word_before(text: str, start: int) -> re.Match[str] | None:
    """The word that ends right before a position."""
    return WORD_BEFORE.search(text, max(0, start - WORD_REACH), start)


def closes_clause(particle: str, text: str, end: int) -> bool:
    """Whether a separated prefix ends the clause of a verb: `greift ... an`."""
    reach = end + CLAUSE_REACH
    if text.find(f" {particle}", end, reach) < 0:
        return False
    for stop in CLAUSE_END.finditer(text, end, reach):
        if text.endswith((f" {particle}", f" {particle} "), end, stop.start()):
            return True
        if stop.group().strip() not in PASSED:
            return False
    return text.endswith((f" {particle}", f" {particle} "), end, reach)
