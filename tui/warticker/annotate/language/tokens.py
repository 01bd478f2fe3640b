"""A masked text, split into sentences of tokens: the input of attribution."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from warticker.annotate.language.masking import OPAQUE
from warticker.annotate.language.sentences import sentences
from warticker.annotate.language.word_classes import CLAUSE_ENDS, DETERMINER, OPENING, classes
from warticker.expressions import compiled
from warticker.model import PersonMention, Span

TOKEN = compiled(r"([^\W_]\w*+(?:(?:['’.&/-]++|(?<=\d),(?=\d))\w++)*+&?|[,;:()–—!?.…|\"„“”»«]|(?<= )-(?= )|\x01++)")
LONGEST_DATELINE = 7
"""The most tokens of a place and an agency before a text."""
MOST_TOKENS = 300
"""The most tokens of a sentence; a longer one is no sentence, and is read in parts so that time stays linear."""
SUSPICIOUS = 1500
"""Code points from which a sentence is checked for that."""
STOPS = CLAUSE_ENDS | {"."}
"""Punctuation between the parts of a sentence, and at its end."""
DATELINES = frozenset({"-", "–", "|"})
"""Signs between a dateline and its text."""
HYPHEN = "-"
"""A token if there are spaces on both sides."""
NOTHING = (0, 0, 0, 0)
"""The classes of `BEYOND`."""
BEYOND = ("", "", "", "")
"""Padding after a sentence's tokens, and so before the first one too (index -1): no bounds checks for neighbours."""


@dataclass(slots=True)
class Sentence:
    """The tokens of a sentence: words, punctuation, and every quotation as one token; immutable by convention.

    Not frozen, as creating one would take a third longer, and every text has several.
    """

    span: Span
    words: Sequence[str]
    """The tokens, followed by `BEYOND`."""
    starts: Sequence[int]
    ends: Sequence[int]
    persons: Mapping[int, PersonMention]
    """By their first token."""
    classes: Sequence[int]
    """The possible classes of each word, as bits of `word_classes`."""
    hyphenated: bool
    """Whether a hyphen stands for an omitted part: Öl- und Gaskonzern."""
    quotes: bool
    """Whether a quotation is one of them."""

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, index: int) -> str:
        """The word of a token; empty beyond the sentence."""
        return self.words[index] if -1 <= index < len(self.words) else ""

    @property
    def begins(self) -> int:
        """The first token after a dateline, if there is one: New York (dpa) - Horn sagte; BONN | Horn sagte."""
        words = self.words[: LONGEST_DATELINE + 1]
        if DATELINES.isdisjoint(words) or self.classes[0] & (DETERMINER | OPENING):
            return 0
        at = next(at for at, word in enumerate(words) if word in DATELINES)
        return at + 1 if words[at - 1] == ")" or (at < 4 and words[at - 1][:1].isupper()) else 0

    def person_end(self, index: int) -> int:
        """The token after the person that begins at one."""
        return bisect_left(self.starts, self.persons[index].span.end, index + 1)

    def names(self, index: int) -> bool:
        """Whether the person at a token is named by whole tokens, not by part of a compound."""
        return self._outlasting(index) < 2

    def owns(self, index: int) -> bool:
        """Whether the person at a token is in the genitive: Horns Sprecher."""
        return self._outlasting(index) == 1

    def _outlasting(self, index: int) -> int:
        """How many code points the last token of the person at a token extends beyond the name."""
        end = self.persons[index].span.end
        last = bisect_left(self.ends, end)
        # An overlong sentence is read in parts, and a name may end in the next one.
        return self.ends[last] - end if last < len(self) else 0

    def cut_off(self, index: int) -> bool:
        """Whether a token ends in a hyphen for an omitted part: Öl- und Gaskonzern."""
        if not self.hyphenated or not 0 <= index < len(self) - 1:
            return False
        return self.starts[index + 1] - self.ends[index] == 2

    def at(self, position: int) -> int:
        """The token at a position of the text, or the one after it."""
        return bisect_right(self.ends, position)


class Sentences:
    """The sentences of a masked text, as tokens."""

    def __init__(self, text: str, persons: Iterable[PersonMention]) -> None:
        """Take a masked text and whom it names."""
        self.text = text
        self.persons = [person for person in persons if text[person.span.start] != OPAQUE]
        """The persons named outside quotations, in order."""
        self.places = [person.span.start for person in self.persons]
        """Where each of them is named."""
        self._tokens = _cut(text)
        self.spans = sentences(text)
        if len(text) >= SUSPICIOUS:
            self.spans = tuple(part for span in self.spans for part in self._parts(span))
        self.starts = [span.start for span in self.spans]
        self._read: dict[int, Sentence] = {}

    def __len__(self) -> int:
        return len(self.spans)

    def __getitem__(self, number: int) -> Sentence:
        if number not in self._read:
            self._read[number] = self._sentence(number)
        return self._read[number]

    def number(self, position: int) -> int:
        """The index of the sentence at a position of the text."""
        found = bisect_right(self.starts, position)
        return found - 1 if found else 0

    def begins_paragraph(self, number: int) -> bool:
        """Whether a sentence is the first of its paragraph, or there is none."""
        if not 0 < number < len(self.spans):
            return True
        return "\n" in self.text[self.spans[number - 1].end : self.spans[number].start]

    def named(self, number: int) -> Sequence[PersonMention]:
        """The persons named in a sentence."""
        span = self.spans[number]
        first = bisect_left(self.places, span.start)
        return self.persons[first : bisect_left(self.places, span.end, first)]

    def _sentence(self, number: int) -> Sentence:
        span, tokens = self.spans[number], self._tokens
        within = self._within(span)
        starts = tokens.starts[within]
        named = {max(0, bisect_right(starts, person.span.start) - 1): person for person in self.named(number)}
        words, held = (*tokens.words[within], *BEYOND), (*tokens.classes[within], *NOTHING)
        hyphenated = self.text.find("- ", span.start, span.end) >= 0
        quotes = self.text.find(OPAQUE, span.start, span.end) >= 0
        return Sentence(span, words, starts, tokens.ends[within], named, held, hyphenated, quotes)

    def _within(self, span: Span) -> slice:
        """The tokens within a span, without a hyphen at its edges, which stands between no words of it."""
        words, starts, ends, _ = self._tokens
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        if first < last and words[first] == HYPHEN and starts[first] == span.start:
            first += 1
        if first < last and words[last - 1] == HYPHEN and ends[last - 1] == span.end:
            last -= 1
        return slice(first, last)

    def _parts(self, span: Span) -> Iterator[Span]:
        """A sentence as it is, or split into parts if it is too long."""
        if span.end - span.start < SUSPICIOUS:
            yield span
            return
        tokens = self._within(span)
        starts, ends = self._tokens.starts[tokens], self._tokens.ends[tokens]
        for begin in range(0, len(starts), MOST_TOKENS):
            end = min(begin + MOST_TOKENS, len(starts))
            yield Span(starts[begin] if begin else span.start, ends[end - 1] if end < len(starts) else span.end)


class Tokens(NamedTuple):
    """The tokens of a text, with what is known of each."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    classes: list[int]


def _cut(text: str) -> Tokens:
    """Tokenise a text."""
    # Splitting and summing lengths runs in C: a match object per token would take three times as long.
    parts = TOKEN.split(text)
    bounds = list(accumulate(map(len, parts), initial=0))
    words = parts[1::2]
    return Tokens(words, bounds[1:-1:2], bounds[2::2], list(map(classes().__getitem__, words)))
