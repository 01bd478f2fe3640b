"""Names of a page's sections: `Politik`, `Startseite > Ausland`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from warticker.expressions import compiled
from warticker.intake.lines.prose import is_more_than_a_kicker
from warticker.intake.lines.wording import wording

_PARTS = compiled(r".{0,60}[\w>»/›·→]")
"""The names of sections before a title; a kicker is separated from it by a colon, a dash or a bar."""
_TOP = 6
"""Within how many lines at the top a breadcrumb is, with the title below it."""


def is_section_name(text: str) -> bool:
    """Whether a line at the top names sections: `Politik`, `Startseite > Ausland`."""
    parts = [part for part in re.split(r"\s?[>»/|›·]\s?", text.casefold()) if part]
    return 0 < len(parts) <= 5 and all(part in wording().sections for part in parts)


def is_step(text: str) -> bool:
    """Whether a line is a numbered step of a breadcrumb: `1. Startseite`, `2. Politik`."""
    counted = re.match(r"\d\. ?", text)
    return counted is not None and is_section_name(text[counted.end() :])


def ways(texts: Sequence[str]) -> list[int]:
    """The lines at the top that are a breadcrumb and end in the page's title: `Start Ausland Eis bedeckt den Hafen`."""
    return [
        at
        for at, text in enumerate(texts[:_TOP])
        for title in texts[at + 1 : at + 1 + _TOP]
        if text.endswith(title) and is_more_than_a_kicker(title) and _PARTS.fullmatch(text.removesuffix(title).rstrip())
    ]
