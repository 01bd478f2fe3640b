"""A line of text with its document's emphasis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from warticker.model import Emphasis, Span


class Passage(NamedTuple):
    """A line of clean text; its spans count from the line's start."""

    text: str
    emphasis: tuple[Emphasis, ...] = ()

    def part(self, start: int, end: int) -> Passage:
        """A stretch of the line without surrounding spaces, with its emphasis."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        return Passage(text, tuple(_clipped(self.emphasis, start, start + len(text))))


NOTHING = Passage("")


def shifted(emphasis: Iterable[Emphasis], by: int) -> Iterable[Emphasis]:
    """The same spans, counted from an earlier point."""
    return (replace(mark, span=Span(mark.span.start + by, mark.span.end + by)) for mark in emphasis)


def plain(text: str) -> tuple[Passage, ...]:
    """The non-blank lines of a clean text, with single spaces."""
    return tuple(Passage(line) for raw in text.split("\n") if (line := " ".join(raw.split())))


def _clipped(emphasis: Iterable[Emphasis], start: int, end: int) -> Iterable[Emphasis]:
    for mark in emphasis:
        first, last = max(mark.span.start, start), min(mark.span.end, end)
        if first < last:
            yield replace(mark, span=Span(first - start, last - start))
