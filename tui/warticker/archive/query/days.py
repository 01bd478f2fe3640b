"""The notations of days in a query: `2025-11-14`, `14.11.2025`, `today`, `gestern`, `7d`."""

from __future__ import annotations

import re
from datetime import date

EXAMPLES = "2025-11-14, 14.11.2025, today, yesterday or 7d"
"""Examples for messages."""

_NAMES = {"today": "today", "heute": "today", "yesterday": "yesterday", "gestern": "yesterday", "vorgestern": "2d"}
_AGO = re.compile(r"([0-9]{1,6})d", re.IGNORECASE)
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_GERMAN = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


def canonical(text: str) -> str:
    """The canonical notation of a day in a query; raises ValueError if the text is not a day."""
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
    """The day that a canonical text means if today is `today`; never before the first day that `date` knows."""
    if day == "today":
        return today
    if ago := _AGO.fullmatch("1d" if day == "yesterday" else day):
        return date.fromordinal(max(1, today.toordinal() - int(ago[1])))
    return date.fromisoformat(day)
