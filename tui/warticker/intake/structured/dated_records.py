"""Reports in JSON of any form: repeated records of one sort with times and texts.

No outlet's form is known here. The data of a page's scripts is searched like the page: for what is repeated, in one
list or in similar ones (of days, of pages), each with a time of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from warticker.intake.addresses import path_of
from warticker.intake.leads import headed
from warticker.intake.lines.prose import ends_sentence
from warticker.intake.markup.element_kinds import kind_of
from warticker.intake.posts import Post, days_only, distinct
from warticker.intake.structured import json_text, record_posts
from warticker.intake.structured.references import Cache, Record, is_cache

_MOST_VALUES = 300_000
"""The most values that are looked at."""
_DEEPEST = 40
_FEWEST_REPORTS = 2
"""The fewest reports of a ticker."""
_MOST_RECORDS = 20_000
"""The most records, in total and per list; the longest tickers have some thousand."""
_SAMPLE = 5
"""How many records of a list are sampled, one of which must have a time in a list of reports."""
_TIMED_SHARE = 0.6
"""The least share of a list's records with a time if they are reports."""
_AT_LENGTH = 80
"""From how many characters on a line is more than a name."""


class Reports(NamedTuple):
    """The reports listed in JSON."""

    posts: tuple[Post, ...]
    path: Sequence[str]
    """The keys that lead to them, `*` for all items of a list with the same declared sort, and that sort."""
    elsewhere: bool
    """Whether each has a page of its own, as in lists of links."""

    @property
    def place(self) -> str:
        """Where they are listed, as evidence."""
        return ".".join(part for part in self.path if part != "*") or "a list"

    @property
    def letters(self) -> int:
        """How much text they have."""
        return sum(post.letters for post in self.posts)


def find(values: Iterable[Any], base: str | None, fewest: int = _FEWEST_REPORTS) -> Reports | None:
    """The list of reports with most text in some JSON, with a base address; None if there is none."""
    found: list[Reports] = []
    left = _MOST_RECORDS
    for value in values:
        groups, cache = _groups(value)
        for path, records in groups.items():
            first = records[:_SAMPLE] if fewest <= len(records) <= left else ()
            if any(record_posts.may_be_report(cache.meant(record)) for record in first):
                left -= len(records)
                found += _reports(path, [*map(cache.expanded, records)], base, fewest)
    return max(found, key=lambda each: (not each.elsewhere, each.letters), default=None)


def _reports(path: Sequence[str], records: Sequence[Record], base: str | None, fewest: int) -> Iterator[Reports]:
    """The reports of a list's records; empty if most have no time."""
    timed = sum(map(record_posts.may_be_report, records))
    posts = [found for record in records if (found := record_posts.post(record, base)) is not None]
    if timed >= _TIMED_SHARE * len(records) and len(posts) >= fewest and _have_texts(posts):
        elsewhere = _leads_elsewhere([*map(record_posts.address, records)], base)
        yield Reports(days_only(headed(distinct(posts), by_lines=True)), path, elsewhere)


def _have_texts(posts: Sequence[Post]) -> bool:
    """Whether at least half of the posts with more than a headline have a long text, unlike names."""
    more = [post for post in posts if post.paragraphs]
    return 0 < len(more) <= 2 * sum(any(_is_said(line.text) for line in post.paragraphs) for post in more)


def _is_said(text: str) -> bool:
    return ends_sentence(text) or len(text) >= _AT_LENGTH


def _groups(value: Any) -> tuple[dict[tuple[str, ...], list[Record]], Cache]:
    """The records in lists, by their place and declared sort, and the cache for references."""
    groups: dict[tuple[str, ...], list[Record]] = defaultdict(list)
    cache = Cache({})
    waiting: list[tuple[Any, tuple[str, ...]]] = [(value, ())]
    for _ in range(_MOST_VALUES):
        if not waiting:
            break
        each, path = waiting.pop()
        if len(path) > _DEEPEST or (isinstance(each, list | dict) and len(each) > _MOST_RECORDS):
            continue
        if is_cache(each):
            cache = Cache(each)
        if isinstance(each, list) or _is_index(each):
            inside = [*_members(each if isinstance(each, list) else each.values(), path, cache)]
            for member, its_path in inside:
                if isinstance(member, dict) and not _is_label(cache.meant(member)):
                    groups[its_path].append(member)
            waiting += reversed(inside)
        elif isinstance(each, dict):
            held = ((key, _held(part)) for key, part in reversed(each.items()))
            kept = ((key, part) for key, part in held if isinstance(part, dict | list) and not _is_beside(key))
            waiting += ((part, (*path, key)) for key, part in kept)
    return groups, cache


def _members(members: Iterable[Any], path: tuple[str, ...], cache: Cache) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """The records and lists in a list, each by its place; without hidden ones."""
    for member in members:
        if isinstance(member, list):
            yield member, (*path, "*")
        elif isinstance(member, dict) and not record_posts.is_unseen(meant := cache.meant(member)):
            yield member, (*path, f"*{_sort(meant)}")


def _held(value: Any) -> Any:
    """A value, or the contents of JSON in a text."""
    written = isinstance(value, str) and len(value) >= json_text.SMALLEST and value.startswith(('{"', '[{"'))
    return json_text.embedded(value) if written else value


@lru_cache(maxsize=10_000)
def _is_beside(key: str) -> bool:
    """Whether a key names something beside a page's reports: comments, teasers, recommendations."""
    return kind_of("", {"class": key}) is not None


def _is_label(record: Record) -> bool:
    """Whether a record is a one-word label of what is beside it, and not a report."""
    return len(record) == 1 and not any(isinstance(value, dict | list) for value in record.values())


def _is_index(value: Any) -> bool:
    """Whether a record has numbered members, like a list."""
    if not isinstance(value, dict) or len(value) < _FEWEST_REPORTS:
        return False
    numbered = sum(any(map(str.isdigit, key)) for key in value)
    return numbered > len(value) / 2 and all(isinstance(part, dict | list) for part in value.values())


def _sort(record: Record) -> str:
    declared = record.get("__typename") or record.get("type")
    return declared if isinstance(declared, str) else ""


def _leads_elsewhere(addresses: Sequence[str], base: str | None) -> bool:
    """Whether most of some addresses are pages of their own, not places on the page or below it."""
    paths = set(filter(None, map(path_of, addresses)))
    here = path_of(base).rpartition(".")[0] or path_of(base)
    own = {each for each in paths if here.strip("/") and each.startswith(here)}
    return len(paths - own) > len(addresses) / 2
