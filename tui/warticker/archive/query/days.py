"""Days as a query writes them: `2025-11-14`, `14.11.2025`, `today`, `gestern`, `7d`."""

from __future__ import annotations

import re
from datetime import date

EXAMPLES = "2025-11-14, 14.11.2025, today, yesterday or 7d"
"""What a message offers."""

_NAMES = {"today": "today", "heute": "today", "yesterday": "yesterday", "gestern": "yesterday", "vorgestern": "2d"}
_AGO = re.compile(r"([0-9]{1,6})d", re.IGNORECASE)
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_GERMAN = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


def canonical(text: str) -> str:
    """The one way in which a day is written in a query; raises ValueError where the text is none."""
    if name := _NAMES.get(text.lower()):
        return name
    if ago := _AGO.fullmatch(text):
        return f"{int(ago[1])}d"
    if iso := _ISO.fullmatch(text):
        return date(int(iso[1]), int(iso[2]), int(iso[3])).isoformat()
    if german := _GERMAN.fullmatch(text):
        return date(int(german[3]), int(german[2]), int(german[1])).isoformat()
    raise ValueError(f"{text!r} is not a day")


def resolved(day: str, today: date) -> date:
    """The day that a canonical text means if today is `today`; the first day there is where it lies before that."""
    if day == "today":
        return today
    if ago := _AGO.fullmatch("1d" if day == "yesterday" else day):
        return date.fromordinal(max(1, today.toordinal() - int(ago[1])))
    return date.fromisoformat(day)
