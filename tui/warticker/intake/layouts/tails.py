"""Where an article's text ends, and the page goes on: words to its readers, its makers, its other articles."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import accumulate

from warticker.intake.layouts.cohesion import roots
from warticker.intake.page import Page

_SIGNS = frozenset({"agency", "closing", "contact", "credit", "source"})
"""The kinds of furniture that stand below an article's last paragraph."""
_TINY = 5
"""How long the shorthand is at most that signs a text: `mus.`"""
_SHORT = 110
"""How long a line is at most that announces what follows it."""


def within(page: Page, body: Sequence[int], heads: Collection[int]) -> list[int]:
    """An article's lines without those of the page below its text, and those that announce what is gone."""
    texts = [at for at in body[: _end(page, body)] if at not in heads]
    lost = {at for at in texts if _announces_nothing(page, at, heads) or _signs(page, at)}
    end = texts[-1] + 1 if texts else 0
    return [at for at in body if at < end and at not in lost]


def _end(page: Page, body: Sequence[int]) -> int:
    """How many lines stand above what signs the report, where no word of theirs comes again below it."""
    last: dict[str, int] = {}
    first: dict[str, int] = {}
    for number, at in enumerate(body):
        for root in roots(page.texts[at]):
            first.setdefault(root, number)
            last[root] = number
    # Between a word's first and its last line the text goes on.
    steps = [0] * (len(body) + 1)
    for root, number in first.items():
        steps[number + 1] += 1
        steps[last[root] + 1] -= 1
    for number, words in enumerate(accumulate(steps[: len(body)])):
        if number and not words and any(kind in _SIGNS for kind in page.furniture[body[number - 1] + 1 : body[number]]):
            return number
    return len(body)


def _announces_nothing(page: Page, at: int, heads: Collection[int]) -> bool:
    """Whether a short line ends with a colon behind which the page has lost what it announced."""
    text, below = page.texts[at], at + 1
    if not text.endswith(":") or len(text) > _SHORT:
        return False
    return below == len(page.texts) or page.furniture[below] is not None or (below in heads and page.lines[below].gap)


def _signs(page: Page, at: int) -> bool:
    """Whether a line is its author's shorthand below a text."""
    below = at + 1
    short = len(page.texts[at]) <= _TINY and page.texts[at].endswith(".")
    return short and (below == len(page.texts) or page.furniture[below] is not None)
