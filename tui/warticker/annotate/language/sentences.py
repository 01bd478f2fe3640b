"""Splits text into sentences as German news writes them: with ordinals, abbreviations and initials."""

from __future__ import annotations

import re

from warticker.annotate.language.known import listed
from warticker.expressions import compiled
from warticker.model import Span

# It begins with one class of characters, which `re` searches fastest; a stop after a stop starts no match.
STOP = compiled(r"[.!?…\n;](?<![.!?…][.!?…])(?:(?<=\n)|(?<=;)(?= )|(?<!;)[.!?…]*+[\"“”«»'‘’)\]]*+(?=\s|$))")
BEGINNING = compiled(r"\s+(?:Der|Die|Das|Den|Dem|Ein|Eine|Einen|Er|Sie|Es|Wir|In|Im|Am|Auf|Bei|Nach|Auch|Doch|Zudem) ")
"""Words that begin a sentence and do not follow an ordinal: etwa 60. Ein Haus."""
LONGEST_ABBREVIATION = 7
"""One more letter than any abbreviation has."""
OPENING = "([{\"„“”»«'‚‘\n"


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, in order, without the space between them; a line's end ends a sentence.

    So does a semicolon: whose words one side of it is decides nothing about the other.
    """
    spans: list[Span] = []
    start = 0
    for stop in STOP.finditer(text):
        if stop[0] not in "\n;" and not _ends(text, stop):
            continue
        _add(spans, text, start, stop.start() if stop[0] == "\n" else stop.end())
        start = stop.end()
    _add(spans, text, start, len(text))
    return tuple(spans)


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    if start < end:
        spans.append(Span(start, end))


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Whether a stop ends a sentence: the next word could begin one, and no abbreviation precedes."""
    following = text[stop.end() : stop.end() + 2].strip()
    if following and following[0].islower():
        return False
    if stop[0] != ".":
        return True
    letters = text[max(0, stop.start() - LONGEST_ABBREVIATION) : stop.start()]
    if letters.isalpha() and len(letters) == LONGEST_ABBREVIATION:
        return True
    before = text[max(0, stop.start() - 20) : stop.start()].rpartition(" ")[2].lstrip(OPENING)
    word = before.lower()
    if word.isdigit():
        return len(word) > 2 or not following[:1].isalpha() or BEGINNING.match(text, stop.end()) is not None
    if len(word) == 1 and word.isalpha():
        return word == "x"  # the platform, which ends sentences more often than a name is shortened so
    return word not in listed("abbreviations") or (word in listed("abbreviated_words") and before.islower())
