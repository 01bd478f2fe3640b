"""What pages call their parts: `Politik`, `Startseite > Ausland`."""

from __future__ import annotations

import re

from warticker.intake.lines.wording import wording


def is_section_name(text: str) -> bool:
    """Whether a line is what pages call their parts on top: `Politik`, `Startseite > Ausland`."""
    parts = [part for part in re.split(r"\s?[>»/|›·]\s?", text.casefold()) if part]
    return 0 < len(parts) <= 5 and all(part in wording().sections for part in parts)


def is_step(text: str) -> bool:
    """Whether a line is a step of the way to a page from the first of its site: `1. Startseite`, `2. Politik`."""
    counted = re.match(r"\d\. ?", text)
    return counted is not None and is_section_name(text[counted.end() :])
