"""Locates the words of a search in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from warticker.archive.query.conditions import Term
from warticker.archive.words import SHORTEST_INSIDE, Word, folded, placed_words, spellings
from warticker.model import Span


class Passage(NamedTuple):
    """A line of a text, and the matches of a search in it."""

    line: str
    hits: tuple[Span, ...]
    """In order, without overlaps; at least one."""


def term_hits(text: str, terms: Iterable[Term]) -> tuple[Span, ...]:
    """The spans of a text that some words and phrases match, in order, without overlaps."""
    ways = [(way, term.phrase) for term in terms for way in spellings(term.text)]
    # Compute offsets only for texts that can match at all.
    there = folded(text) if ways else ""
    if not any(all(part in there for part in way) for way, _ in ways):
        return ()
    placed = placed_words(text)
    return _joined(sorted(span for way, phrase in ways for span in _found(placed, way, phrase)))


def passage(text: str, terms: Sequence[Term]) -> Passage | None:
    """The first line of a text that some of the words and phrases match; None if there is none."""
    found = (Passage(line, term_hits(line, terms)) for line in text.split("\n"))
    return next((each for each in found if each.hits), None)


def _found(placed: Sequence[Word], way: tuple[str, ...], phrase: bool) -> Iterator[Span]:
    if len(way) == 1 and not phrase:
        (part,) = way
        if len(part) < SHORTEST_INSIDE:
            yield from (word.part(0, len(part)) for word in placed if word.folded.startswith(part))
            return
        for word in placed:
            at = word.folded.find(part)
            while at >= 0:
                yield word.part(at, at + len(part))
                at = word.folded.find(part, at + len(part))
        return
    *firsts, last = way
    for index in range(len(placed) - len(firsts)):
        end = placed[index + len(firsts)]
        if (end.folded == last if phrase else end.folded.startswith(last)) and all(
            placed[index + offset].folded == first for offset, first in enumerate(firsts)
        ):
            yield Span(placed[index].origins[0], end.part(0, len(last)).end)


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sorted spans, with overlapping ones merged."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return tuple(joined)
