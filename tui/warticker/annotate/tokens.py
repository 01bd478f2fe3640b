"""A text with its quotations made opaque, cut into sentences of tokens: what attribution reads."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from warticker.annotate.sentences import sentences
from warticker.model import PersonMention, Span

OPAQUE = "\x01"
"""What stands in place of every character of a quotation."""

TOKEN = re.compile(r"([^\W_](?:[\w'’.&/-]*[\w&])?|[,;:()–—!?.…]|(?<= )-(?= )|[\"„“”»«]|\x01+)")
LONGEST = 300
"""How many tokens a sentence may have; a longer one is no sentence, and is read in parts so that time stays linear."""
MARKS = frozenset('"„“”»«')


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of a sentence: words, stops, and every quotation as one."""

    span: Span
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    persons: Mapping[int, PersonMention]
    """By the token that they begin with."""

    def __len__(self) -> int:
        return len(self.words)

    def word(self, index: int) -> str:
        """Give a token, nothing where the sentence has none."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def person_end(self, index: int) -> int:
        """Give the token after the person that begins with one."""
        end = self.persons[index].span.end
        index += 1
        while index < len(self.words) and self.starts[index] < end:
            index += 1
        return index

    def at(self, position: int) -> int:
        """Give the token that holds a position of the text, or the one after it."""
        return bisect_right(self.ends, position)


def masked(text: str, speech: Iterable[Span]) -> str:
    """Make quotations opaque, with their marks; a full stop at their end stays where it ends a sentence."""
    pieces: list[str] = []
    position = 0
    for span in speech:
        start, end = max(position, span.start - 1), min(len(text), span.end + 1)
        if text[span.end - 1] in ".!?…" and end - start > 2:
            filled = OPAQUE * (end - start - 1) + "."
        else:
            filled = OPAQUE * (end - start)
        pieces += [text[position:start], filled]
        position = end
    pieces.append(text[position:])
    return "".join(pieces)


def tokenised(text: str, persons: Sequence[PersonMention]) -> tuple[Sentence, ...]:
    """Cut a masked text into sentences of tokens."""
    # Splitting and adding up lengths runs in C: a match object for every token would take three times as long.
    parts = TOKEN.split(text)
    bounds = list(accumulate(map(len, parts)))
    words, starts, ends = parts[1::2], bounds[:-1:2], bounds[1::2]
    named = {bisect_right(starts, person.span.start) - 1: person for person in persons}
    named = {index: person for index, person in named.items() if index >= 0 and words[index][0] != OPAQUE}
    cut: list[Sentence] = []
    last = 0
    for span in sentences(text):
        first, last = last, bisect_left(starts, span.end, last)
        for begin in range(first, last, LONGEST):
            end = min(begin + LONGEST, last)
            part = span if last - first <= LONGEST else Span(starts[begin], ends[end - 1])
            inside = {index - begin: named[index] for index in range(begin, end) if index in named} if named else {}
            cut.append(Sentence(part, words[begin:end], starts[begin:end], ends[begin:end], inside))
    return tuple(cut)
