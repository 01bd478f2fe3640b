"""Lines that stand together beside a page's text: invitations, boxes about the author, what readers write."""

from __future__ import annotations

import re
from collections.abc import Sequence

from warticker.expressions import compiled
from warticker.intake.lines.prose import is_paragraph
from warticker.intake.lines.stamps import Stamp, tail_stamp

_SIGN_UP = compiled(r"(?:Jetzt |Hier |Kostenlos )?(?:anmelden|abonnieren|bestellen|registrieren)\W*", re.IGNORECASE)
_AUTHORS_BOX = compiled(
    r"Autor(?:en|innen)?-?info\w*|(?:(?:Über|Zu[mr]?|Info\w* zu[mr]?) )?(?:d(?:en|ie|er|em) )?Autor(?:in|inn?en)?:?",
    re.IGNORECASE,
)
"""What a box about the author of an article is headed."""
_BOX = 6
"""How many lines a box has."""
_COMMENTS = compiled(
    r"(?:\d+ )?(?:Leser-?)?(?:Kommentare|Kommentar|Diskussion|Beiträge|Comments|Antworten)(?: ?\(?\d+\)?)?:?",
    re.IGNORECASE,
)
"""What heads what readers write below a text."""
_LONGEST = 80
"""How long a line is at most that says who wrote it, and when."""
_MOST_WORDS = 3
"""How many words the name has that readers write under; what has more is a headline."""
_NEAR = 4
"""Within how many lines the first of them is dated."""


def boxes(kinds: Sequence[str | None], texts: Sequence[str]) -> list[int]:
    """The lines of boxes: an invitation to a newsletter, and who wrote an article."""
    return [*_invitations(kinds, texts), *_authors(texts)]


def comments(texts: Sequence[str], kinds: Sequence[str | None], stamps: Sequence[Stamp | None]) -> range:
    """The lines below a text's end that readers wrote, each under a name and a date.

    Above them no line has a time of day and text: a ticker's head may say how many comments there are.
    """
    below = next((at for at, text in enumerate(texts) if is_paragraph(text)), len(texts))
    for head, text in enumerate(texts):
        if (found := stamps[head]) is not None and found.clock and found.rest:
            break
        heads = kinds[head] == "comments" and _COMMENTS.fullmatch(text) is not None
        if heads and head > below and any(map(_is_dated, texts[head + 1 : head + _NEAR])):
            return range(head + 1, len(texts))
    return range(0)


def _is_dated(text: str) -> bool:
    """Whether a line is a name with a day and time behind it."""
    found = tail_stamp(text) if len(text) <= _LONGEST else None
    if found is None or found.rest.count(" ") >= _MOST_WORDS:
        return False
    return found.day is not None and found.clock is not None


def _invitations(kinds: Sequence[str | None], texts: Sequence[str]) -> list[int]:
    """The few lines between what opens an invitation to a newsletter and what closes it."""
    found: list[int] = []
    for at, text in enumerate(texts):
        if kinds[at] == "promotion" and text.casefold().endswith("newsletter"):
            near = range(at + 1, min(at + _BOX, len(texts)))
            end = next((other for other in near if _SIGN_UP.fullmatch(texts[other])), at)
            found += range(at + 1, end + 1)
    return found


def _authors(texts: Sequence[str]) -> list[int]:
    """The headings of boxes about an article's author, each with the paragraph below it."""
    heads = [at for at, text in enumerate(texts) if _AUTHORS_BOX.fullmatch(text)]
    return heads + [at + 1 for at in heads if at + 1 < len(texts) and is_paragraph(texts[at + 1])]
