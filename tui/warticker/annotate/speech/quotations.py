"""Finds quotations in a text, however their marks are set.

Newsrooms, agencies and translation engines mix "…", „…“, “…”, «…», »…«, drop a mark, or put the closing one where the
opening one belongs. So the sign alone does not show what a mark does; its neighbours on both sides do, and the sign
only decides if these are ambiguous (the marks of German: Duden, "Anführungszeichen", K 7 to K 12).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from warticker.annotate.language.cues import cues
from warticker.annotate.speech.titles import LISTED, is_name
from warticker.expressions import compiled
from warticker.model import Span

MARK = compiled(r"[\"„“”‟»«]")
TYPED = compiled(r"[\"„“”‟»«]|''|,,(?=[\w…])|``|´´")
DOUBLED = ("''", ",,", "``", "´´")
SINGLES = "‚‘'›‹"
SINGLE = compiled(r"(?<![\w.,!?…'])[‚‘'›‹](?=[\w„“…])((?:[^\n‚‘’'›‹\"„“”»«]|(?<=\w)['’](?=\w)){1,400})[‘’'‹›](?!\w)")
OPENING_BEFORE = frozenset(" \u00a0\t\n([{-–—/|+*")
CLOSING_AFTER = frozenset(" \u00a0\t\n)]},.;:!?…-–—/|+*")
SENTENCE_END = compiled(r"[.!?…](?=\s|$)")
SAID = compiled(r", ?([a-zäöüß]+) (?=[A-ZÄÖÜde]|sie\b)")
"""A verb before its possible subject, after a quotation: ..., sagte Horn; ..., so der Rat."""
MOST_PARAGRAPHS = 4
"""The most paragraphs of a quotation with marks only at its start and end."""


class Turn(Enum):
    """What a mark does, judged by its neighbours on both sides."""

    OPENS = 1
    CLOSES = 2
    UNCLEAR = 3


class Mark(NamedTuple):
    """A quotation mark in the text."""

    start: int
    end: int
    turn: Turn


def quoted(text: str) -> tuple[tuple[Span, bool], ...]:
    """All quotations, without marks, and whether each is a mere name or title."""
    found = [*_doubles(text)]
    # Most texts have no single marks: searching for the signs takes a hundredth of the expression's time.
    if any(sign in text for sign in SINGLES):
        found = sorted({*found, *_singles(text)})
    spans: list[Span] = []
    for span in found:
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
    names: list[bool] = []
    for at, span in enumerate(spans):
        name = is_name(text, span) and not _is_said(text, span.end + 1)
        if at and LISTED.fullmatch(text, spans[at - 1].end, span.start):
            name = names[-1] and text[span.start].isupper()
        names.append(name)
    return tuple(zip(spans, names, strict=True))


def _singles(text: str) -> Iterator[Span]:
    """Quotations in single marks; those inside double ones belong to these, and an apostrophe is none."""
    for match in SINGLE.finditer(text):
        if len(match[1]) > 3:
            yield Span(*match.span(1))


def _doubles(text: str) -> Iterator[Span]:
    marks = _marks(text)
    opened: Mark | None = None
    skip_to, free = -1, 0
    for index, mark in enumerate(marks):
        if index <= skip_to:
            continue
        if opened is not None and "\n" in text[opened.end : mark.start] and not _goes_on(text, opened, mark):
            yield from _torn(text, opened, mark.start)
            opened = None
        if opened is None:
            opened = mark if mark.turn is not Turn.CLOSES else None
            if mark.turn is Turn.CLOSES:
                yield from _unopened(text, free, mark)
        elif mark.turn is Turn.OPENS:
            if _is_nested(text, marks, index):
                skip_to = index + 1
            elif _closes_after_all(text, marks, index):
                yield from _trimmed(text, opened.end, mark.start)
                opened = None
            else:
                yield from _torn(text, opened, mark.start)
                opened = mark
        else:
            yield from _trimmed(text, opened.end, mark.start)
            opened = None
        free = mark.end
    if opened is not None:
        yield from _torn(text, opened, len(text))


def _marks(text: str) -> list[Mark]:
    pattern = TYPED if any(mark in text for mark in DOUBLED) else MARK
    return [Mark(mark.start(), mark.end(), _turn(text, *mark.span())) for mark in pattern.finditer(text)]


def _turn(text: str, start: int, end: int) -> Turn:
    """What a mark does."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    may_open = before in OPENING_BEFORE or before in "„“»«‚:"
    may_close = after in CLOSING_AFTER or after in "“”»«‘’"
    if may_open and not may_close:
        return Turn.OPENS
    if may_close and not may_open:
        return Turn.CLOSES
    return Turn.UNCLEAR


def _goes_on(text: str, opened: Mark, mark: Mark) -> bool:
    """Whether a quotation extends into the next paragraphs: they close it before opening another."""
    first_line = text.find("\n")
    lines = text.count("\n", opened.end, mark.start)
    return mark.turn is Turn.CLOSES and opened.start > first_line and lines < MOST_PARAGRAPHS


def _is_nested(text: str, marks: list[Mark], index: int) -> bool:
    """Whether the mark opens a nested quotation: two closing ones follow, in the same paragraph."""
    following = marks[index + 1 : index + 3]
    return (
        len(following) == 2
        and all(mark.turn is Turn.CLOSES for mark in following)
        and "\n" not in text[marks[index].start : following[1].start]
    )


def _closes_after_all(text: str, marks: list[Mark], index: int) -> bool:
    """Whether a seemingly opening mark closes: a verb of saying follows, and no other mark closes."""
    mark = marks[index]
    if _is_said(text, mark.end):
        return True
    following = marks[index + 1] if index + 1 < len(marks) else None
    alone = following is None or following.turn is Turn.OPENS or "\n" in text[mark.end : following.start]
    return alone and text[mark.end : mark.end + 1].islower()


def _torn(text: str, opened: Mark, limit: int) -> Iterator[Span]:
    """The end of an unclosed quotation: its sentence's, or its paragraph's if that does not help."""
    line_end = text.find("\n", opened.end, limit)
    stop = limit if line_end < 0 else line_end
    ends = SENTENCE_END.search(text, opened.end, stop)
    end = ends.end() if ends else stop
    commas = (at for at in range(opened.end, end) if _is_said(text, at))
    yield from _trimmed(text, opened.end, next(commas, end))


def _unopened(text: str, free: int, closing: Mark) -> Iterator[Span]:
    """The start of an unopened quotation: after a colon, or its sentence's start before the speaker.

    It is after `free`, the end of the previous mark.
    """
    end = closing.start
    line = max(free, text.rfind("\n", free, end) + 1)
    stops = [stop.end() for stop in SENTENCE_END.finditer(text, line, end - 1)]
    start = stops[-1] if stops else line
    colon = text.rfind(": ", start, end)
    if colon >= 0 or _is_said(text, closing.end):
        yield from _trimmed(text, max(start, colon + 1), end)


def _is_said(text: str, end: int) -> bool:
    """Whether a verb of saying, or `so`, and then a speaker follow the end of a quotation."""
    verb = SAID.match(text, end)
    return verb is not None and (verb[1] == "so" or verb[1] in cues().forms or verb[1] in cues().apart)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end and any(map(str.isalnum, text[start:end])):
        yield Span(start, end)
