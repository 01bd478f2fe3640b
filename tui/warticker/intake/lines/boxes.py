"""Lines beside a text recognised only by their neighbours: invitations, links to other texts, appeals to the reader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from warticker.expressions import compiled
from warticker.intake.lines.kinds import Kind
from warticker.intake.lines.prose import BULLETS, is_paragraph

_SIGN_UP = compiled(r"(?:Jetzt |Hier |Kostenlos )?(?:anmelden|abonnieren|bestellen|registrieren)\W*", re.IGNORECASE)
_AUTHORS_BOX = compiled(
    r"Autor(?:en|innen)?-?info\w*|(?:(?:Über|Zu[mr]?|Info\w* zu[mr]?) )?(?:d(?:en|ie|er|em) )?Autor(?:in|inn?en)?:?",
    re.IGNORECASE,
)
"""The heading of a box about an article's author."""
_BOX = 6
"""How many lines a box has."""
_TELLS_TO = compiled(
    r"(?:(?:Bitte|Oder|Jetzt|Dann|Hier) )?"
    r"(?!(?i:hab|könn|woll|soll|möcht|müss|dürf|werd|würd|hätt|wär|wiss|kenn|glaub))\w+en Sie\b(?![,:]| sich vor\b)"
    r"(?!.*, (?:können|sollten|dann|so|wird)\b)[^\"„“”»«]*"
)
"""The beginning of an instruction to the reader: `Testen Sie`; not a question, condition or figure."""
_MOST_TOLD = 4
"""The most such lines on a page that gives no advice."""
_LONGEST_TOLD = 200
_ASKED = 2
"""From how many questions on somebody is addressed in the text."""


def boxes(kinds: Sequence[Kind | None], texts: Sequence[str]) -> list[int]:
    """The lines of boxes: invitations, lists of other texts, notes on authors, and instructions."""
    return [*_invitations(kinds, texts), *_links(kinds, texts), *_authors(texts), *_told_to_the_reader(kinds, texts)]


def _invitations(kinds: Sequence[Kind | None], texts: Sequence[str]) -> list[int]:
    """The few lines between the first and the last of an invitation to a newsletter."""
    found: list[int] = []
    for at, text in enumerate(texts):
        if kinds[at] == "promotion" and text.casefold().endswith("newsletter"):
            near = range(at + 1, min(at + _BOX, len(texts)))
            end = next((other for other in near if _SIGN_UP.fullmatch(texts[other])), at)
            found += range(at + 1, end + 1)
    return found


def _links(kinds: Sequence[Kind | None], texts: Sequence[str]) -> list[int]:
    """The items of lists announced by words such as `Lesen Sie auch`."""
    heads = (at for at, kind in enumerate(kinds) if kind == "related")
    return [
        item
        for at in heads
        for item in takewhile(lambda line: texts[line].startswith(BULLETS), range(at + 1, len(texts)))
    ]


def _authors(texts: Sequence[str]) -> list[int]:
    """The headings of boxes about an article's author, each with the paragraph below it."""
    heads = [at for at, text in enumerate(texts) if _AUTHORS_BOX.fullmatch(text)]
    return heads + [at + 1 for at in heads if at + 1 < len(texts) and is_paragraph(texts[at + 1])]


def _told_to_the_reader(kinds: Sequence[Kind | None], texts: Sequence[str]) -> list[int]:
    """The few lines of a report that tell its reader to do something, unlike in advice and interviews."""
    if sum(text.endswith("?") for text in texts) >= _ASKED:
        return []
    told = [
        at
        for at, text in enumerate(texts)
        if not kinds[at] and len(text) <= _LONGEST_TOLD and not text.endswith("?") and _TELLS_TO.fullmatch(text)
    ]
    others = any(is_paragraph(text) for at, text in enumerate(texts) if not kinds[at] and at not in told)
    return told if others and len(told) <= _MOST_TOLD else []
