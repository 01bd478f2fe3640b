"""Reports in JSON of any making: what repeats in it as records of one sort that tell moments and texts.

No outlet's form is known here. What a page lists for its scripts is found as what it shows is: by what comes again,
in one list or in lists alike (of days, of pages), each with a moment of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from warticker.intake.leads import headed
from warticker.intake.pages import recordposts
from warticker.intake.pages.furnishing import kind_of
from warticker.intake.pages.recordposts import Record
from warticker.intake.posts import Post, days_only, distinct

_MOST = 300_000
"""How many values are looked at."""
_DEEPEST = 40
_FEWEST = 2
"""How many reports make a ticker."""
_SAMPLE = 5
"""Of how many records of a list one tells a time, if it is of reports."""
_MOSTLY = 0.6
"""From which share of a list's records on they are reports."""
_EXPANDED = 2000
"""How many values a report has at most, those that it refers to included."""


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports that JSON lists."""

    posts: tuple[Post, ...]
    path: str
    """Where they stand in it."""
    elsewhere: bool
    """Whether each has a page of its own, as what lists of links announce."""

    @property
    def letters(self) -> int:
        """How much text they have."""
        return sum(post.letters for post in self.posts)


def find(values: Iterable[Any], base: str | None) -> Reports | None:
    """The reports with most text in some JSON, seen from an address; None where nothing in it is a list of them."""
    found = [each for value in values for each in _lists(value, base)]
    return max(found, key=lambda each: (not each.elsewhere, each.letters), default=None)


def _lists(value: Any, base: str | None) -> Iterator[Reports]:
    """The lists of reports in a value."""
    groups, cache = _groups(value)
    for (path, _), records in groups.items():
        first = records[:_SAMPLE] if len(records) >= _FEWEST else ()
        if not any(recordposts.may_be_report(_meant(record, cache)) for record in first):
            continue
        expanded = [_expanded(record, cache) for record in records]
        posts = [post for record in expanded if (post := recordposts.post(record, base)) is not None]
        if len(posts) >= max(_FEWEST, _MOSTLY * len(records)) and any(post.letters for post in posts):
            once = headed(distinct(posts))
            yield Reports(
                days_only(once), ".".join(path), _leads_elsewhere([*map(recordposts.address, expanded)], base)
            )


def _groups(value: Any) -> tuple[dict[tuple[tuple[str, ...], str], list[Record]], Record]:
    """The records in lists, by where they stand and what they say they are, and what references are looked up in."""
    groups: dict[tuple[tuple[str, ...], str], list[Record]] = defaultdict(list)
    cache: Record = {}
    waiting: list[tuple[Any, tuple[str, ...]]] = [(value, ())]
    for _ in range(_MOST):
        if not waiting:
            break
        each, path = waiting.pop()
        if len(path) > _DEEPEST:
            continue
        if isinstance(each, dict) and "ROOT_QUERY" in each:
            cache = each
        if isinstance(each, list) or _is_index(each):
            inside = (*path, "*")
            members = each if isinstance(each, list) else [*each.values()]
            for member in members:
                if isinstance(member, dict):
                    groups[inside, _sort(_meant(member, cache))].append(member)
            waiting += ((member, inside) for member in reversed(members) if isinstance(member, dict | list))
        elif isinstance(each, dict):
            kept = ((key, part) for key, part in reversed(each.items()) if isinstance(part, dict | list))
            waiting += ((part, (*path, key)) for key, part in kept if kind_of("", {"class": key}) is None)
    return groups, cache


def _is_index(value: Any) -> bool:
    """Whether a record lists others by their numbers, as it were a list."""
    if not isinstance(value, dict) or len(value) < _FEWEST:
        return False
    numbered = sum(any(map(str.isdigit, key)) for key in value)
    return numbered > len(value) / 2 and all(isinstance(part, dict | list) for part in value.values())


def _sort(record: Record) -> str:
    told = record.get("__typename") or record.get("type")
    return told if isinstance(told, str) else ""


def _meant(record: Record, cache: Record) -> Record:
    """The record that one refers to, as caches of queries do; itself where it refers to none."""
    name = record.get("__ref") or (record.get("id") if record.get("type") == "id" else None)
    meant = cache.get(name) if isinstance(name, str) else None
    return meant if isinstance(meant, dict) else record


def _expanded(record: Record, cache: Record) -> Record:
    """A record with what it refers to in place."""
    if not cache:
        return record
    left = _EXPANDED

    def whole(value: Any, depth: int) -> Any:
        nonlocal left
        left -= 1
        if left < 0 or depth > _DEEPEST:
            return None
        if isinstance(value, list):
            return [whole(each, depth + 1) for each in value]
        if isinstance(value, dict):
            return {key: whole(each, depth + 1) for key, each in _meant(value, cache).items()}
        return value

    expanded: Record = whole(record, 0)
    return expanded


def _leads_elsewhere(addresses: Sequence[str], base: str | None) -> bool:
    """Whether most of some addresses are of pages of their own, and not of places on the page or below it."""
    paths = {path for address in addresses if (path := _path(address))}
    here = _path(base or "").rpartition(".")[0] or _path(base or "")
    own = {path for path in paths if here.strip("/") and path.startswith(here)}
    return len(paths - own) > len(addresses) / 2


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""
