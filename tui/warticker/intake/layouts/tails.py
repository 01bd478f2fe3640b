"""Where an article's text ends, and the page goes on: words to its readers, about its makers, other articles."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import accumulate, pairwise

from warticker.expressions import compiled
from warticker.intake.layouts.cohesion import roots
from warticker.intake.lines.kinds import Kind
from warticker.intake.lines.page import Page
from warticker.intake.lines.prose import ends_sentence, sentence_breaks

_INSIDE: frozenset[Kind] = frozenset(
    {"advertisement", "caption", "consent", "credit", "foreign", "gallery", "kicker", "player", "rule"}
)
"""The kinds of furniture that also occur between an article's paragraphs."""
_BELOW_TEXTS: frozenset[Kind] = frozenset({"comments", "contact", "legal", "social", "sorting"})
"""The kinds that mostly occur below a text only."""
_OF_OTHERS: frozenset[Kind] = frozenset({"agency", "byline", "promotion", "related", "source"})
"""The kinds that also occur within a text, beside links to other texts."""
_OF_THE_PAGE = compiled(
    r"\bLiebe (?:Leser|Nutzer|User|Community)|"
    r"\b(?:Artikels?|Beitr[aä]ge?s?|Ratgeber|Themenseite|Webseite|Website|Abonnent\w*|Newsletter|Redaktion)\b"
)
"""What a page calls itself when it addresses its readers."""
_BESIDE_PARAGRAPHS: frozenset[Kind | None] = frozenset({None, "advertisement", "rule"})
"""Text, and the kinds that enclose short paragraphs of it as well."""
_MOST = 2 / 3
_BY_FAR_MOST = 4 / 5
_ALL_BUT_FEW = 19 / 20
_FEW_WORDS = 60
"""The longest note in small print."""
_SHORT = 110
"""The longest line that announces what follows it."""


def within(page: Page, body: Sequence[int], heads: Collection[int]) -> list[int]:
    """An article's lines without the page's own below its text, and without announcements of what is missing."""
    lost = {
        at
        for at in body
        if at not in heads and (_announces_nothing(page, at, heads) or is_label(page, at) or _is_enclosed(page, at))
    }
    texts = [at for at in body if at not in heads and at not in lost]
    end = _end(page, texts, heads)
    # The announcement of the page's own words is one of them.
    end -= 0 < end < len(texts) and page.texts[texts[end - 1]].endswith(":")
    last = texts[end - 1] if end else -1
    return [at for at in body if at <= last and at not in lost]


def _end(page: Page, texts: Sequence[int], heads: Collection[int]) -> int:
    """How many lines precede the end of the report, if little follows it."""
    letters = list(accumulate((len(page.texts[at]) for at in texts), initial=0))
    between = [
        frozenset(kind for kind in page.furniture[above + 1 : below] if kind and kind not in _INSIDE)
        for above, below in pairwise([*texts, len(page.furniture)])
    ]
    islands = _islands(between)
    first = next((at for at in texts[1:] if at - 1 in heads), None)
    for number, words in enumerate(_going_on(page, texts)):
        if not number:
            continue
        below, parted = texts[number], between[number - 1]
        if below - 1 in heads and below != first:
            # Below a subhead, such as there are above, a text may change its subject.
            parted = parted.difference({"promotion", "related"})
        share = _share(page.texts[below], parted, anew=not words or number >= islands)
        if letters[number] >= share * letters[-1]:
            return number
    return len(texts)


def _islands(between: Sequence[frozenset[Kind]]) -> int:
    """Before which of the last lines each has the page's furniture above it."""
    number = len(between)
    while number > 1 and between[number - 2].difference(_OF_OTHERS):
        number -= 1
    return number


def _going_on(page: Page, texts: Sequence[int]) -> list[int]:
    """For each line, how many words from above it are repeated on it or below."""
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


def _share(text: str, parted: frozenset[Kind], *, anew: bool) -> float:
    """The least share of letters above a line if the report ends there; 2 if it cannot.

    Less is needed if the line starts `anew`, repeating no word from above; then the page may also speak of itself.
    """
    if anew and (parted or _OF_THE_PAGE.search(text)):
        return _MOST
    if not parted.isdisjoint(_BELOW_TEXTS):
        return _BY_FAR_MOST
    return _ALL_BUT_FEW if parted else 2


def _is_enclosed(page: Page, at: int) -> bool:
    """Whether a short line has the page's furniture right above and below it, as paragraphs of a text do not."""
    if not 0 < at < len(page.texts) - 1 or len(page.texts[at]) > _FEW_WORDS:
        return False
    return _BESIDE_PARAGRAPHS.isdisjoint((page.furniture[at - 1], page.furniture[at + 1]))


def _announces_nothing(page: Page, at: int, heads: Collection[int]) -> bool:
    """Whether a short sentence ends with a colon whose continuation the page has lost."""
    text, below = page.texts[at], at + 1
    if not text.endswith(":") or len(text) > _SHORT or sentence_breaks(text):
        return False
    if below == len(page.texts) or page.furniture[below] is not None:
        return True
    return below in heads and page.lines[below].gap


def is_label(page: Page, at: int) -> bool:
    """Whether a line is one word and no sentence, or a few in lower case without continuation: `fotos`."""
    text, above = page.texts[at], at - 1
    if ends_sentence(text) or text.endswith((":", ",", ";")):
        return False
    begins_anew = above < 0 or page.furniture[above] or page.stamps[above] or ends_sentence(page.texts[above])
    return " " not in text or (bool(begins_anew) and text[0].islower() and len(text) <= _FEW_WORDS)
