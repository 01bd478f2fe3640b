"""The times in an element's attributes, without or in addition to printed text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from warticker.intake import iso_times

_TIMED = re.compile(
    r"(?!datetime$)(?:data-[\w-]*)?(?:time|date|publish|posted|created|stamp|epoch|unix|utc)[\w-]*|data-(?:[\w-]*-)?ts"
)
_CHANGED = re.compile(r"updat|modif|chang|edit|refresh")
_NAMED = re.compile(r"(?:^|[\s_-])(?:date|datum|datetime|time|timestamp|uhrzeit|zeit)(?![^\s_-])", re.IGNORECASE)
_LONGEST_TITLE = 50
"""The most letters of a title that is a time."""


def titled(attributes: Mapping[str, str | None]) -> str:
    """The time in an element's title, as used where its age is printed; empty if there is none."""
    title = attributes.get("title") or ""
    exact = len(title) <= _LONGEST_TITLE and any(map(str.isdigit, title)) and iso_times.moment(title)
    return title if exact and exact.clock is not None and exact.day is not None else ""


def timed(attributes: Mapping[str, str | None]) -> str:
    """The time that an element holds for scripts; empty if there is none."""
    named = [(key, value) for key, value in attributes.items() if value and _TIMED.fullmatch(key)]
    found = [(key, value) for key, value in named if iso_times.moment(value).clock is not None]
    return min(found, key=lambda each: _CHANGED.search(each[0]) is not None, default=("", ""))[1]


def is_named_for_time(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element's classes name a time or a date: `post-time`, `entry__date`."""
    return _NAMED.search((attributes.get("class") or "")[:200]) is not None
