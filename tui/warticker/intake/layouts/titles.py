"""Which of the headlines at the top of a page is its title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise, takewhile

from warticker.expressions import compiled
from warticker.folding import fold
from warticker.intake.layouts.cohesion import is_told_again, taken_up, words_in
from warticker.intake.layouts.subheads import is_counted
from warticker.intake.lines.announcing import TICKER
from warticker.intake.lines.page import Page
from warticker.intake.lines.prose import (
    BULLETS,
    begins_with_a_small_word,
    ends_sentence,
    has_no_verb,
    is_headline,
    is_more_than_a_kicker,
    sentence_breaks,
)
from warticker.intake.lines.rubrics import is_section_name

FRONT = compiled(
    r"(?:Alle |Aktuelle |Neue(?:ste)? |Weitere )?(?:Artikel|Beiträge|Nachrichten|Meldungen|News|Berichte)\b"
    r"(?: und \w+)?,? (?:zu[mr]? (?:Thema|Schlagwort|Stichwort|Person|Ort)|mit dem (?:Tag|Schlagwort|Stichwort)|"
    r"(?:zu|über|aus)\s?:)(?!\w).*|Archiv für .*|"
    r"(?:Thema|Schlagwort|Schlagwörter|Stichwort|Tag|Rubrik|Kategorie|Archiv)(?:[- ]?(?:Archiv|Archive|seite))?\s?: .*",
    re.IGNORECASE,
)
"""The heading of a list of articles: `Beiträge zum Thema Bahn`, `Schlagwort: Hafen`."""
_HALF = 1 / 2
_SOME = 1 / 5
_LONG = 7
"""The fewest spaces of a headline that is longer than most subheads."""
_LONGER = 10
"""The fewest spaces of a headline that is longer than most undivided ones without a verb."""
_DIVISION = compiled(r"[:–]| - ")
_LONGEST = 190
"""The longest title of several sentences."""
_LONGEST_SENTENCE = 15
"""The most spaces of one with a full stop: a lead has more."""


def title_among(page: Page, heads: Sequence[int], lead: Sequence[int], repeated: Mapping[str, int]) -> int | None:
    """The title among the headlines at the top: one that names a ticker, is repeated, or fits the text best."""
    heads = [at for at in heads if not is_section_name(page.texts[at])]
    heads = [at for at in heads if not page.texts[at].startswith(BULLETS) and not is_counted(page.texts[at])] or heads
    # In the order in which the page prints them first, single words after all others.
    again = sorted(
        (at for at in heads if page.texts[at] in repeated),
        key=lambda at: (" " not in page.texts[at], page.texts.index(page.texts[at])),
    )
    long = [at for at in heads if is_more_than_a_kicker(page.texts[at])]
    if long and frozenset(long).isdisjoint(again):
        # Kickers that the page's tail repeats; a title is repeated at once, or directly above the text.
        above = [page.texts[at] for at in range(min(lead, default=0)) if not page.furniture[at]]
        twice = {text for text, below in pairwise(above) if text == below}
        twice.update(text for text in above[-1:] if text in above[:-1])
        again = [at for at in again if page.texts[at] in twice]
    for wanted in (
        [at for at in heads if FRONT.fullmatch(page.texts[at])],
        [at for at in heads if TICKER.search(page.texts[at])],
        again,
    ):
        if wanted:
            return wanted[0]
    if not long:
        # Short ones are kickers above the title.
        return next(reversed([at for at in heads if " " in page.texts[at]] or heads), None)
    below = fold(" ".join(page.texts[at] for at in lead))
    # Of two with the same words the title has more signs, or is below the page's name.
    return max(reversed(long), key=lambda at: _fit(page.texts[at], below))


def _fit(head: str, below: str) -> tuple[bool, int, int, int]:
    """How well a headline of several words fits a folded text as its title.

    Long ones without a verb have a colon or a dash: others are captions.
    """
    spaces = head.count(" ")
    divided = spaces < _LONGER or _DIVISION.search(head) is not None or not has_no_verb(f"{head}.", of_a_picture=True)
    return divided, words_in(head, below), spaces, len(head)


def title_below_the_lead(
    page: Page, lines: Sequence[int], heads: Collection[int], repeated: Mapping[str, int]
) -> int | None:
    """The title if the page's lead is above it: a headline directly below the first text, which has half of its words.

    It is no other text's headline, or is longer than most subheads; without other subheads, fewer words are enough, and
    none where the page repeats it.
    """
    lead = page.texts[lines[0]]
    if lines[0] in heads or not ends_sentence(lead):
        return None
    run = list(takewhile(heads.__contains__, lines[1:]))
    found = title_among(page, run, lines[:1], {})
    if found is None or page.texts[found] in repeated:
        return found
    below = lines[1 + len(run) :]
    long = page.texts[found].count(" ") >= _LONG if below else is_more_than_a_kicker(page.texts[found])
    only = bool(below) and not any(at in heads for at in below)
    return found if long and taken_up(page.texts[found], [lead]) >= (_SOME if only else _HALF) else None


def repeated_headlines(page: Page) -> dict[str, int]:
    """Headlines that the page prints more than once, each with a line: the last above a text, or the first."""
    counts = Counter(text for at, text in enumerate(page.texts) if page.furniture[at] is None)
    found: dict[str, int] = {}
    for at, text in enumerate(page.texts):
        printed = page.furniture[at] is None and counts[text] > 1
        if printed and is_headline(text) and (text not in found or _has_text(page, at)):
            found[text] = at
    return found


def _has_text(page: Page, at: int) -> bool:
    """Whether the next line, other than repetitions, is a paragraph."""
    near = range(at + 1, min(at + 6, len(page.lines)))
    return any(not is_headline(page.texts[other]) for other in near if not page.furniture[other])


def is_told_at_once(first: str, second: str) -> bool:
    """Whether a page's first line is its title, as the next one repeats it, or tells most of it.

    In the second case the title is one short sentence that begins as headlines do, or ends as no text does.
    """
    if first == second:
        return not sentence_breaks(first)
    if not is_more_than_a_kicker(first) or is_headline(first):
        return first == second.rstrip(".")
    short = first.count(" ") <= _LONGEST_SENTENCE and not sentence_breaks(first)
    sentence = short and not begins_with_a_small_word(first)
    return (sentence or not ends_sentence(first)) and first[-1] not in ":,;" and is_told_again(first, [second])


def is_unended(text: str) -> bool:
    """Whether a page's first line is short and has no full stop: a title of several sentences."""
    return len(text) <= _LONGEST and not ends_sentence(text) and text[-1].isalnum()
