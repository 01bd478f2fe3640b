"""Short lines that belong to a text although they have no full stop: list items, turns of an interview."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise, takewhile

from warticker.expressions import compiled
from warticker.intake.lines.prose import BULLETS, ends_sentence, sentence_breaks

_TURN = compiled(r"([^\W\d_][^:.!?+]{1,29}): \S")
_WRITER = compiled(r"[—–-] ?[^()@]{2,60} \(@\w{1,30}\)")
_WORDS = 2
"""The most spaces of a subhead inside an entry, and the fewest of a sentence before a list."""
_ITEMS = 20
"""The most items of a list."""
_SENTENCE = 12
"""The fewest spaces of a line that is longer than subheads."""
_LONGEST_CAPTION = 250
_QUOTES = '"„“”»«'
_ENDED = 3
"""The fewest lines of a text with a sentence's end, where all should have one."""
_LONGEST = 40
"""Within how many characters a speaker's name ends."""


def spoken_or_listed(texts: Sequence[str], body: Sequence[int], heads: Collection[int]) -> set[int]:
    """The headline-like lines of a text that are list items, said in an interview, or the author of a quotation."""
    return _items(texts, body, heads) | _turns(texts, body, heads) | _signed(texts, body, heads)


def behind_colons(texts: Sequence[str], body: Sequence[int], heads: Collection[int]) -> set[int]:
    """The consecutive headline-like lines of a text after a sentence's colon: a list that lost its bullets."""
    found: set[int] = set()
    for number, at in enumerate(body):
        if at not in heads and texts[at].endswith(":") and texts[at].count(" ") >= _WORDS:
            items = list(takewhile(heads.__contains__, body[number + 1 : number + 1 + _ITEMS]))
            found.update(items if len(items) > 1 else ())
    return found


def labels(texts: Sequence[str], body: Sequence[int], heads: Collection[int]) -> set[int]:
    """The headline-like lines of few words, several of them, each between two paragraphs: subheads inside an entry."""
    around = zip(body, body[1:], body[2:], strict=False)
    found = {
        at
        for above, at, below in around
        if at in heads
        and above not in heads
        and below not in heads
        and texts[at].count(" ") <= _WORDS
        and ":" not in texts[at]
    }
    return found if len(found) > 1 else set()


def without_stops(texts: Sequence[str], body: Sequence[int], heads: Collection[int]) -> set[int]:
    """The lines inside a text without a sentence's end, where its others have one: captions, links.

    They are longer than subheads, are not below one, and have two sentences at most.
    """
    ended = sum(ends_sentence(texts[at]) for at in body)
    found = {
        at
        for above, at in pairwise(body[:-1])
        if texts[at].count(" ") >= _SENTENCE
        and texts[at][-1].isalnum()
        and (above not in heads or texts[above].count(" ") >= _SENTENCE)
        and len(texts[at]) <= _LONGEST_CAPTION
        and len(sentence_breaks(texts[at])) <= 1
        and not any(mark in texts[at] for mark in _QUOTES)
    }
    return found if ended >= _ENDED and 2 * len(found) <= ended else set()


def asked(texts: Sequence[str], body: Sequence[int], heads: Collection[int]) -> set[int]:
    """The headline-like questions, several of them, that the paragraphs below answer: an interview."""
    found = {at for at, below in pairwise(body) if at in heads and below not in heads and texts[at].endswith("?")}
    return found if len(found) > 1 else set()


def _items(texts: Sequence[str], body: Sequence[int], heads: Collection[int]) -> set[int]:
    """Lines with bullets, after a colon or another such line."""
    found: set[int] = set()
    for above, at in pairwise(body):
        if at in heads and texts[at].startswith(BULLETS):
            beside = texts[above].startswith(BULLETS)
            if texts[above].endswith(":") or (beside and (above in found or above not in heads)):
                found.add(at)
    return found


def _signed(texts: Sequence[str], body: Sequence[int], heads: Collection[int]) -> set[int]:
    """The lines below a paragraph with the author of a post: `— Max Muster (@muster) 14. November 2025`."""
    return {at for above, at in pairwise(body) if at in heads and above not in heads and _WRITER.match(texts[at])}


def _turns(texts: Sequence[str], body: Sequence[int], heads: Collection[int]) -> set[int]:
    """Lines of a name, a colon and a sentence, if every line after that name is one and the name is repeated."""
    turns: dict[str, list[int]] = {}
    for at in body:
        if match := _TURN.match(texts[at][:_LONGEST]):
            turns.setdefault(match[1], []).append(at)
    spoken = [lines for lines in turns.values() if len(lines) > 1 and all(ends_sentence(texts[at]) for at in lines)]
    return {at for lines in spoken for at in lines if at in heads}
