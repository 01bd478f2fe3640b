"""The report in a JSON record, whatever its fields are called: by the words within their keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import time
from functools import lru_cache
from typing import Any

from warticker.intake.addresses import resolved
from warticker.intake.iso_times import moment
from warticker.intake.lines.prose import ends_sentence, is_headline
from warticker.intake.lines.stamps import stamp
from warticker.intake.markup.fragments import joined
from warticker.intake.passages import NOTHING, Passage
from warticker.intake.posts import Post, tidied
from warticker.intake.structured.references import Record
from warticker.intake.structured.rich_text import plain_key, texts
from warticker.model import Moment

_WRAPPING = """
    acf attributes attrs frontmatter properties props record value values message node fields data post entry
    item event eventinfo object document payload meta metadata dates
"""
_WRAPPERS = frozenset(_WRAPPING.split())
"""Keys in which records keep their own fields."""
_MOST_WRAPPERS = 3
"""The most levels of these."""
_TIME_KEYS = (
    r"publi|pubdate|posted|display|ver[öo]e?ffentl",
    r"^(?:date|time|timestamp|datetime|datum|zeit|zeitpunkt|uhrzeit|when)$",
    r"creat|sort|ts$|erstell",
    r"date|time|stamp|datum|zeit",
)
_CHANGE_KEY = r"updat|modif|chang|edited|last|ge[äa]e?ndert|aktualis"
"""Key patterns of times: publication comes before change."""
_ANY_KEY = ""
"""All keys: without a telling key, a text can be a time, a number could be anything."""
_HEADLINE_KEY = (
    r"^(?:head(?:line|er)?s?|heading|titles?|titel|subject|[üu]e?berschrift|schlagzeile)$|"
    r"(?:headline|title)(?:text|html|plain|raw)?$"
)
_TEXT_KEY = r"body|text|content|html|paragraph|message|blocks|copy|inhalt"
_BESIDE_KEY = (
    r"^alt|type|title|head|link|button|label|context|count|seo|meta|teaser|caption|id$|author|byline|tag|keyword|categor|"
    r"topic|image|media|relat"
)
"""Key patterns of things beside a report's text; a mere teaser has nothing else."""
_TEASER_KEY = r"descr|summary|excerpt|lead|intro|abstract|bio|note"
"""Key patterns of teasers."""
_SHORTEST_TEXT = 40
"""From how many characters on a text counts by its sentences alone."""
_LONGEST_CLOCK = 12
"""The most characters of a time of day, `16:05:00 Uhr`."""
_FEWEST_WORDS = 3
"""The fewest words of a headline without a telling key."""
_ADDRESSES = ("url", "permalink", "shareurl", "weburl", "link", "href", "canonicalurl", "uri", "path")
_STATES = ("status", "state", "poststatus")
_UNSEEN = frozenset({"draft", "submitted", "comment", "deleted", "hidden", "unpublished", "archived"})


@lru_cache(maxsize=10_000)
def _made_of(words: str, key: str) -> bool:
    """Whether a key matches a pattern; cached, as the records of a list have the same keys."""
    return re.search(words, key) is not None


def _fields(record: Record, depth: int = _MOST_WRAPPERS) -> dict[str, Any]:
    """A record's fields by plain keys, including wrapped ones."""
    found = {plain_key(key): value for key, value in record.items()}
    for key, inner in [*found.items()] if depth else ():
        if isinstance(inner, dict) and key in _WRAPPERS:
            found |= {name: value for name, value in _fields(inner, depth - 1).items() if name not in found}
    return found


def may_be_report(record: Record) -> bool:
    """Whether a record has a time."""
    return _moment(_fields(record)).clock is not None


def post(record: Record, base: str | None) -> Post | None:
    """The report of a record; None if it has no time or no words."""
    fields = _fields(record)
    when = _moment(fields)
    if when.clock is None:
        return None
    found = tidied(Post(_headline(fields, base), _body(fields, base), when, resolved(address(record), base)))
    return found if found.headline.text or found.paragraphs else None


def is_unseen(record: Record) -> bool:
    """Whether a record is marked as hidden or removed."""
    fields = _fields(record)
    states = [value.lower() for key in _STATES if isinstance(value := fields.get(key), str)]
    return bool(fields.get("deleted") or fields.get("isdeleted") or (states and _UNSEEN.issuperset(states)))


def headline(record: Record) -> str:
    """The headline of a record; empty if there is none."""
    return _headline({plain_key(key): value for key, value in record.items()}, None).text


def _headline(fields: Mapping[str, Any], base: str | None) -> Passage:
    heads = (joined(texts(value, base)) for key, value in fields.items() if _made_of(_HEADLINE_KEY, key))
    return next((head for head in heads if head.text), None) or _unnamed_headline(fields)


def _unnamed_headline(fields: Mapping[str, Any]) -> Passage:
    """A headline-like text in a record whose keys are too short to tell: `hl`, `tx`."""
    if any(_made_of(words, key) for key in fields for words in (_HEADLINE_KEY, _TEXT_KEY)):
        return NOTHING
    own = (value for key, value in fields.items() if isinstance(value, str) and not _made_of(_BESIDE_KEY, key))
    return next((Passage(each) for each in own if each.count(" ") + 1 >= _FEWEST_WORDS and is_headline(each)), NOTHING)


def _moment(fields: Mapping[str, Any]) -> Moment:
    """The time in fields, even if day and time are separate."""
    day, clock = None, None
    for words in (*_TIME_KEYS, _CHANGE_KEY, _ANY_KEY):
        for key, value in fields.items():
            if not _made_of(words, key) or (words != _CHANGE_KEY and _made_of(_CHANGE_KEY, key)):
                continue
            for part in value.values() if isinstance(value, dict) else (value,):
                if words == _ANY_KEY and not isinstance(part, str):
                    continue
                if (found := moment(part)).clock is not None:
                    return found
                day = found.day or day
                clock = clock or (_clock(part) if isinstance(part, str) else None)
        if day and clock:
            return Moment(day, clock)
    return Moment()


def _clock(text: str) -> time | None:
    its = stamp(text) if len(text) <= _LONGEST_CLOCK else None
    return None if its is None or its.rest else its.clock


def _body(fields: Mapping[str, Any], base: str | None) -> tuple[Passage, ...]:
    """A report's text: the longest with a text's key, else the longest list, else the longest sentences."""
    own = {key: value for key, value in fields.items() if not (_made_of(_BESIDE_KEY, key) or moment(value).day)}
    said = [value for key, value in own.items() if _made_of(_TEXT_KEY, key) and isinstance(value, str | list | dict)]
    lists = [value for value in own.values() if isinstance(value, list)]
    if found := _longest(said, base) or _longest(lists, base):
        return found
    rest = (value for key, value in own.items() if isinstance(value, str) and not _made_of(_TEASER_KEY, key))
    found = _longest([value for value in rest if len(value) >= _SHORTEST_TEXT and " " in value], base)
    return found if any(ends_sentence(line.text) for line in found) else ()


def _longest(values: Iterable[Any], base: str | None) -> tuple[Passage, ...]:
    return max((texts(value, base) for value in values), key=_size, default=())


def _size(lines: Sequence[Passage]) -> tuple[int, int]:
    """The letters and the number of some lines: of two forms of a text, one may have lost its paragraphs."""
    return sum(len(line.text) - line.text.count(" ") for line in lines), len(lines)


def address(record: Record) -> str:
    """The address of a record; empty if there is none."""
    fields = _fields(record)
    return next((value for key in _ADDRESSES if isinstance(value := fields.get(key), str) and value), "")
