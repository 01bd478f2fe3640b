"""What pages call their parts: `Politik`, `Startseite > Ausland`."""

from __future__ import annotations

import re

from warticker.intake.lines.wording import wording


def is_section_name(text: str) -> bool:
    """Whether a line is what pages call their parts on top: `Politik`, `Startseite > Ausland`."""
    parts = [part for part in re.split(r"\s?[>»/|›·]\s?", text.casefold()) if part]
    return 0 < len(parts) <= 5 and all(part in wording().sections for part in parts)
