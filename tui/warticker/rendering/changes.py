"""How an entry's text changed from version to version, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, pairwise

from warticker.archive.protocol import FullEntry, Version
from warticker.moments import clock, full_moment
from warticker.rendering.composer import Composer, Rendered
from warticker.rendering.parts import berlin

WORD = re.compile(r"\n|[^\S\n]*+(?:\w+|[^\w\s])|[^\S\n]+")
"""A word or a mark with the space before it; the end of a paragraph; trailing space."""

MOST_COMPARISONS = 1_000_000
"""Stretches with a larger product of word counts count as wholly different, as comparing them takes that many steps."""

SAME, GONE, ADDED = "", "gone", "added"
"""What became of a piece of text; also the name of its style."""

Piece = tuple[str, str]
"""A text, and what became of it."""


def render_changes(full: FullEntry) -> Rendered:
    """Each version of an entry against the one before, the latest first, unchanged paragraphs left out."""
    composer = Composer()
    composer.title(full.entry.headline or full.title, ())
    if not full.versions:
        composer.line(("Not changed since it was first read", "meta"))
        return composer.finish()
    composer.line(("Words that were ", "meta"), ("added", ADDED), (" or are ", "meta"), ("gone", GONE))
    composer.text.append("\n")
    readings = (*full.versions, Version(full.read_at, full.entry))
    for older, newer in reversed(list(pairwise(readings))):
        composer.line((f"CHANGED {full_moment(berlin(newer.read_at))}", "heading"))
        for line in _lines(older, newer):
            composer.line(*_spaced(line))
            composer.text.append("\n")
    composer.line((f"First read {full_moment(berlin(readings[0].read_at))}", "meta"))
    return composer.finish()


def changes(older: str, newer: str) -> list[Piece]:
    """The pieces of both texts in order, each the same in both, gone or added."""
    before, after = _words(older), _words(newer)
    pieces: list[Piece] = []
    for what, start, end, other_start, other_end in _opcodes(before, after):
        if what == "equal":
            pieces.append(("".join(after[other_start:other_end]), SAME))
        else:
            pieces += [("".join(before[start:end]), GONE), ("".join(after[other_start:other_end]), ADDED)]
    return [piece for piece in pieces if piece[0]]


def _lines(older: Version, newer: Version) -> Iterator[list[Piece]]:
    """The paragraphs that changed, with a row of dots for unchanged ones; a changed time comes first."""
    was, now = (each.entry.moment for each in (older, newer))
    told = clock if was.day == now.day and was.clock and now.clock else full_moment
    if told(was) != told(now):
        yield [(told(was) or "no time", GONE), (" → ", SAME), (told(now) or "no time", ADDED)]
    if older.entry.text == newer.entry.text:
        return
    headline, *paragraphs = _paragraphs(changes(older.entry.text, newer.entry.text))
    if older.entry.headline != newer.entry.headline:
        # An unchanged one stands above all changes.
        yield headline
    for same, run in groupby(paragraphs, key=lambda line: all(what == SAME for _, what in line)):
        if not same:
            yield from run
        elif any(text for line in run for text, _ in line):
            yield [("…", "meta")]


def _spaced(line: Sequence[Piece]) -> Iterator[Piece]:
    """A line's pieces, the space before each left plain, and a space between what was removed and its replacement."""
    before = SAME
    for text, what in line:
        word = text.lstrip()
        apart = " " if before == GONE and what == ADDED else ""
        yield text[: len(text) - len(word)] or apart, SAME
        yield word, what
        before = what


def _paragraphs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each paragraph."""
    line: list[Piece] = []
    for text, what in pieces:
        first, *others = text.split("\n")
        line.append((first, what))
        for other in others:
            yield [(part, became) for part, became in line if part]
            line = [(other, what)]
    yield [(part, became) for part, became in line if part]


def _words(text: str) -> list[str]:
    return WORD.findall(text)


def _opcodes(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """The opcodes of difflib for two lists of words, ignoring spaces, with common ends stripped first."""
    one, two = [word.strip(" ") for word in before], [word.strip(" ") for word in after]
    head = next((index for index, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    most = min(len(one), len(two)) - head
    ends = zip(reversed(one), reversed(two), strict=False)
    tail = min(most, next((index for index, (a, b) in enumerate(ends) if a != b), most))
    one, two = one[head : len(one) - tail], two[head : len(two) - tail]
    if head:
        yield "equal", 0, head, 0, head
    if len(one) * len(two) > MOST_COMPARISONS:
        yield "replace", head, head + len(one), head, head + len(two)
    else:
        for what, start, end, other_start, other_end in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
            yield what, start + head, end + head, other_start + head, other_end + head
    if tail:
        yield "equal", len(before) - tail, len(before), len(after) - tail, len(after)
