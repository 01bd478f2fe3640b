"""A text with its quotations made opaque, cut into sentences of tokens: what attribution reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from warticker.annotate.sentences import sentences
from warticker.model import PersonMention, Span

OPAQUE = "\x01"
"""What stands in place of every character of a quotation."""

TOKEN = re.compile(r"[^\W_](?:[\w'’.&/-]*[\w&])?|[,;:()–—!?.…]|(?<= )-(?= )|[\"„“”»«]|\x01+")
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
        for index, end in enumerate(self.ends):
            if end > position:
                return index
        return len(self.words)


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
    following = iter(persons)
    person = next(following, None)
    cut: list[Sentence] = []
    for span in sentences(text):
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for match in TOKEN.finditer(text, span.start, span.end):
            words.append(match[0])
            starts.append(match.start())
            ends.append(match.end())
        inside: dict[int, PersonMention] = {}
        while person is not None and person.span.start < span.end:
            if person.span.start >= span.start:
                for index, start in enumerate(starts):
                    if start <= person.span.start < ends[index] and words[index][0] != OPAQUE:
                        inside[index] = person
                        break
            person = next(following, None)
        cut.append(Sentence(span, words, starts, ends, inside))
    return tuple(cut)
