"""What an element's attributes tell of moments: those that it prints nowhere, and that it is there to print one."""

from __future__ import annotations

import re
from collections.abc import Mapping

from warticker.intake import isotimes

_TIMED = re.compile(
    r"(?!datetime$)(?:data-[\w-]*)?(?:time|date|publish|posted|created|stamp|epoch|unix|utc)[\w-]*|data-(?:[\w-]*-)?ts"
)
_CHANGED = re.compile(r"updat|modif|chang|edit|refresh")
_NAMED = re.compile(r"(?:^|[\s_-])(?:date|datum|datetime|time|timestamp|uhrzeit|zeit)(?![^\s_-])", re.IGNORECASE)
_LONGEST_TITLE = 50
"""How many letters a title has at most that is a moment."""


def titled(attributes: Mapping[str, str | None]) -> str:
    """The moment that an element's title tells, as where it prints how long ago that was; empty where it tells none."""
    title = attributes.get("title") or ""
    exact = len(title) <= _LONGEST_TITLE and any(map(str.isdigit, title)) and isotimes.moment(title)
    return title if exact and exact.clock is not None and exact.day is not None else ""


def timed(attributes: Mapping[str, str | None]) -> str:
    """The moment that an element keeps for scripts; empty where it keeps none."""
    told = [(key, value) for key, value in attributes.items() if value and _TIMED.fullmatch(key)]
    found = [(key, value) for key, value in told if isotimes.moment(value).clock is not None]
    return min(found, key=lambda each: _CHANGED.search(each[0]) is not None, default=("", ""))[1]


def is_named_for_time(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element's classes say that it is a time or a date: `post-time`, `entry__date`."""
    return _NAMED.search((attributes.get("class") or "")[:200]) is not None
