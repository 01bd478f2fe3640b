"""Which of the headline-like lines are the text's own, and not captions or links."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise, takewhile

from warticker.expressions import compiled
from warticker.folding import fold
from warticker.intake.layouts.cohesion import cohesion, is_told_again, is_told_anywhere, spread_over
from warticker.intake.lines.announcing import OVERVIEW
from warticker.intake.lines.kinds import Kind
from warticker.intake.lines.page import Page
from warticker.intake.lines.prose import PERSON, YEAR, begins_with_a_small_word

COUNTED = compiled(r"(\d{1,3})[.)] \S")
"""The number of a part of a text: `1. `, `2) `."""
_SECTION = 3
"""How many paragraphs below a headline are checked for its words."""
_ASKED = 500
"""How many of an article's first lines determine how rare a word is."""
_COHESION = 0.45
_SHORT = 8
"""A subhead with fewer spaces counts whatever its words."""
_LONG = 10
"""Links to other texts mostly have as many spaces, subheads hardly."""
_LABEL = 2
"""A line with fewer spaces is a subhead only below a text."""
_ABOVE_TEXTS: frozenset[Kind] = frozenset({"byline", "caption", "credit"})
"""The furniture between an article's title and its text."""
_PEOPLE = compiled(rf"{PERSON.pattern}(?:(?:, | und ){PERSON.pattern}){{0,4}}")
"""The names of the authors of a text."""
_OTHERS = 2
"""From how many further subheads on the first may directly follow the title."""
_ASKED_OFTEN = 3
"""From how many questions on these divide a text."""


def is_counted(text: str) -> bool:
    """Whether a line numbers the parts of a text, perhaps by years."""
    return COUNTED.match(text) is not None or YEAR.fullmatch(text) is not None


def own_subheads(
    page: Page, body: Sequence[int], heads: set[int], listed: Collection[int], *, everything: bool
) -> set[int]:
    """The text's own headlines among headline-like lines, some of which are list items."""
    spread = spread_over([fold(page.texts[at]) for at in body[:_ASKED] if at not in heads])
    texts = frozenset(body).difference(heads)
    asked = _questions(page, body, heads) >= _ASKED_OFTEN
    author = _author(page, body, heads)
    found = set()
    for number, at in enumerate(body):
        text = page.texts[at]
        if at not in heads or at == author or OVERVIEW.fullmatch(text):
            continue
        if at and not everything and page.furniture[at - 1] == "related":
            continue
        section = list(takewhile(lambda other: other not in heads, body[number + 1 : number + 1 + _SECTION]))
        below = [fold(page.texts[other]) for other in section]
        if not section or (PERSON.fullmatch(text) and page.texts[section[0]].startswith(text)):
            # A box says who somebody is; the text continues below it.
            continue
        words = text.count(" ")
        # A label is among others, a subhead below a text.
        labelled = words < _LABEL and at - 1 not in texts and not is_counted(text)
        short = not labelled and (words < _SHORT or (asked and text.endswith("?"))) and at not in listed
        inside = words < _LONG and at - 1 in texts and at + 1 in texts
        told = cohesion(text, below, spread) >= _COHESION or (inside and is_told_anywhere(text, spread))
        if everything or short or told:
            found.add(at)
    return found


def _author(page: Page, body: Sequence[int], heads: Collection[int]) -> int | None:
    """The only line below a text's lead, or above the text, that consists of names: its author.

    Not a person that the text directly below is about.
    """
    people = {at for at in heads if _PEOPLE.fullmatch(page.texts[at]) and not begins_with_a_small_word(page.texts[at])}
    names = [number for number, at in enumerate(body) if at in people]
    if len(names) != 1 or sum(at not in heads for at in body[: names[0]]) > 1:
        return None
    at, *below = body[names[0] : names[0] + 2]
    return None if is_told_again(page.texts[at], [page.texts[other] for other in below]) else at


def opens_a_section(page: Page, lines: Sequence[int], heads: Collection[int], first: int, title: int | None) -> bool:
    """Whether the last of several headlines at the top is a subhead.

    It is numbered, or a question like others below it, or is below the page's date, author or a picture, and others
    divide the text.
    """
    text = page.texts[lines[first]]
    asks = text.endswith("?") and _questions(page, lines[first:], heads) > 1
    if asks or is_counted(text):
        return True
    if title is None:
        return False
    above = range(title + 1, lines[first])
    apart = any(page.stamps[at] is not None or page.furniture[at] in _ABOVE_TEXTS for at in above)
    others = sum(at in heads and below not in heads for at, below in pairwise(lines[first + 1 :]))
    return apart and others >= _OTHERS


def _questions(page: Page, lines: Sequence[int], heads: Collection[int]) -> int:
    return sum(at in heads and page.texts[at].endswith("?") for at in lines)
