"""What pages call their parts: `Politik`, `Startseite > Ausland`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from warticker.expressions import compiled
from warticker.intake.lines.prose import is_more_than_a_kicker
from warticker.intake.lines.wording import wording

_PARTS = compiled(r".{0,60}[\w>»/›·→]")
"""The names of a page's parts before its title; what a colon, a dash or a bar parts from it is its kicker."""
_TOP = 6
"""Among how many lines on top the way to a page stands, and below it the title."""


def is_section_name(text: str) -> bool:
    """Whether a line is what pages call their parts on top: `Politik`, `Startseite > Ausland`."""
    parts = [part for part in re.split(r"\s?[>»/|›·]\s?", text.casefold()) if part]
    return 0 < len(parts) <= 5 and all(part in wording().sections for part in parts)


def is_step(text: str) -> bool:
    """Whether a line is a step of the way to a page from the first of its site: `1. Startseite`, `2. Politik`."""
    counted = re.match(r"\d\. ?", text)
    return counted is not None and is_section_name(text[counted.end() :])


def ways(texts: Sequence[str]) -> list[int]:
    """The lines on top that are the way to the page and end in its title: `Start Ausland Eis bedeckt den Hafen`."""
    return [
        at
        for at, text in enumerate(texts[:_TOP])
        for title in texts[at + 1 : at + 1 + _TOP]
        if text.endswith(title) and is_more_than_a_kicker(title) and _PARTS.fullmatch(text.removesuffix(title).rstrip())
    ]
