"""Where an article's text ends, and the page goes on: words to its readers, its makers, its other articles."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import accumulate

from warticker.expressions import compiled
from warticker.intake.layouts.cohesion import roots
from warticker.intake.lines.kinds import Kind
from warticker.intake.lines.page import Page
from warticker.intake.lines.prose import ends_sentence, sentence_breaks

_INSIDE: frozenset[Kind] = frozenset(
    {"advertisement", "caption", "consent", "credit", "foreign", "gallery", "kicker", "player", "rule"}
)
"""The kinds of furniture that stand between an article's paragraphs as well."""
_OF_THE_PAGE = compiled(
    r"\bLiebe (?:Leser|Nutzer|User|Community)|"
    r"\b(?:Artikels?|Beitr[aä]ge?s?|Ratgeber|Themenseite|Webseite|Website|Abonnent\w*|Newsletter|Redaktion)\b"
)
"""What a page calls itself where it speaks to its readers."""
_MOST = 1 / 2
_NEARLY_ALL = 2 / 3
_FEW_WORDS = 60
"""How long a line is at most that is a note in small letters."""
_SHORT = 110
"""How long a line is at most that announces what follows it."""


def within(page: Page, body: Sequence[int], heads: Collection[int]) -> list[int]:
    """An article's lines without those of the page below its text, and those that announce what is gone."""
    texts = [at for at in body if at not in heads]
    end = _end(page, texts, heads)
    # What announced the words of the page is one of them.
    end -= 0 < end < len(texts) and page.texts[texts[end - 1]].endswith(":")
    texts = texts[:end]
    lost = {at for at in texts if _announces_nothing(page, at, heads) or is_label(page, at)}
    end = texts[-1] + 1 if texts else 0
    return [at for at in body if at < end and at not in lost]


def _end(page: Page, texts: Sequence[int], heads: Collection[int]) -> int:
    """How many lines stand above what ends the report: no word of theirs comes again below it, where little stands."""
    first = next((at for at in texts[1:] if at - 1 in heads), None)
    letters = list(accumulate((len(page.texts[at]) for at in texts), initial=0))
    for number, words in enumerate(_going_on(page, texts)):
        if not number or words:
            continue
        last, below = texts[number - 1 : number + 1]
        # Below a subhead as there are above a text may change its subject.
        goes_on = below - 1 in heads and below != first
        if letters[number] >= _share(page, last, below, goes_on=goes_on) * letters[-1]:
            return number
    return len(texts)


def _going_on(page: Page, texts: Sequence[int]) -> list[int]:
    """Above each line, how many words stand that come again on it or below."""
    last: dict[str, int] = {}
    first: dict[str, int] = {}
    for number, at in enumerate(texts):
        for root in roots(page.texts[at]):
            first.setdefault(root, number)
            last[root] = number
    steps = [0] * (len(texts) + 1)
    for root, number in first.items():
        steps[number + 1] += 1
        steps[last[root] + 1] -= 1
    return list(accumulate(steps[: len(texts)]))


def _share(page: Page, last: int, below: int, *, goes_on: bool) -> float:
    """The share of the letters that stands above a line at least if the report ends there; more than all if it cannot.

    It can where furniture stands below its last line, or the page speaks of itself.
    """
    if _OF_THE_PAGE.search(page.texts[below]):
        return _MOST
    kinds = frozenset(filter(None, page.furniture[last + 1 : below])).difference(_INSIDE)
    parted = kinds.difference({"promotion", "related"} if goes_on else ())
    return _NEARLY_ALL if parted else 2


def _announces_nothing(page: Page, at: int, heads: Collection[int]) -> bool:
    """Whether a short sentence ends with a colon behind which the page has lost what it announced."""
    text, below = page.texts[at], at + 1
    if not text.endswith(":") or len(text) > _SHORT or sentence_breaks(text):
        return False
    if below == len(page.texts) or page.furniture[below] is not None:
        return True
    return (below in heads and page.lines[below].gap) or page.texts[below].endswith(":")


def is_label(page: Page, at: int) -> bool:
    """Whether a line is one word and no sentence, or a few in small letters that go on with nothing: `fotos`."""
    text, above = page.texts[at], at - 1
    if ends_sentence(text) or text.endswith((":", ",", ";")):
        return False
    begins_anew = above < 0 or page.furniture[above] or page.stamps[above] or ends_sentence(page.texts[above])
    return " " not in text or (bool(begins_anew) and text[0].islower() and len(text) <= _FEW_WORDS)
