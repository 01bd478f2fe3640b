"""The report that a record in JSON is, whatever its fields are called: by the words that their keys are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import time
from functools import lru_cache
from typing import Any

from warticker.intake.addresses import resolved
from warticker.intake.isotimes import moment
from warticker.intake.lines.prose import ends_sentence, is_headline
from warticker.intake.lines.stamps import stamp
from warticker.intake.markup.fragments import joined
from warticker.intake.passages import NOTHING, Passage
from warticker.intake.posts import Post, tidied
from warticker.intake.structured.references import Record
from warticker.intake.structured.richtext import plain_key, texts
from warticker.model import Moment

_WRAPPING = """
    acf attributes attrs frontmatter properties props record value values message node fields data post entry
    item event eventinfo object payload meta metadata dates
"""
_WRAPPERS = frozenset(_WRAPPING.split())
"""What records keep their own fields in."""
_WRAPPED = 3
"""How often they are wrapped at most."""
_MOMENTS = (
    r"publi|pubdate|posted|display|ver[öo]e?ffentl",
    r"^(?:date|time|timestamp|datetime|datum|zeit|zeitpunkt|uhrzeit|when)$",
    r"creat|sort|ts$|erstell",
    r"date|time|stamp|datum|zeit",
)
_CHANGED = r"updat|modif|chang|edited|last|ge[äa]e?ndert|aktualis"
"""What keys of moments are made of: when a report came out, before when it was changed."""
_ANY = ""
"""All keys: of those that say nothing of themselves a text tells a moment, a number may be anything."""
_HEADLINE = (
    r"^(?:head(?:line|er)?s?|heading|titles?|titel|subject|[üu]e?berschrift|schlagzeile)$|"
    r"(?:headline|title)(?:text|html|plain|raw)?$"
)
_TEXT = r"body|text|content|html|paragraph|message|blocks|copy|inhalt"
_BESIDE = (
    r"^alt|type|title|head|link|button|label|context|count|seo|meta|teaser|caption|id$|author|byline|tag|keyword|categor|"
    r"topic|image|media|relat"
)
"""What makes a key of something beside a report's text, which what only announces a report has alone."""
_ANNOUNCING = r"descr|summary|excerpt|lead|intro|abstract|bio|note"
"""What makes a key of what announces a report."""
_SENTENCE = 40
"""How many characters a text has at least that is one by its sentences alone."""
_LONGEST_CLOCK = 12
"""How many characters a time of day has at most, `16:05:00 Uhr`."""
_FEWEST_WORDS = 3
"""How many words a headline has at least that no key tells."""
_ADDRESSES = ("url", "permalink", "shareurl", "weburl", "link", "href", "canonicalurl", "uri", "path")
_STATES = ("status", "state", "poststatus")
_UNSEEN = frozenset({"draft", "submitted", "comment", "deleted", "hidden", "unpublished", "archived"})


@lru_cache(maxsize=10_000)
def _made_of(words: str, key: str) -> bool:
    """Whether a key is made of some words; the records of a list have the same keys again and again."""
    return re.search(words, key) is not None


def _fields(record: Record, depth: int = _WRAPPED) -> dict[str, Any]:
    """A record's fields by plain keys, with those of what wraps them."""
    found = {plain_key(key): value for key, value in record.items()}
    for key, inner in [*found.items()] if depth else ():
        if isinstance(inner, dict) and key in _WRAPPERS:
            found |= {name: value for name, value in _fields(inner, depth - 1).items() if name not in found}
    return found


def may_be_report(record: Record) -> bool:
    """Whether a record tells a time."""
    return _moment(_fields(record)).clock is not None


def post(record: Record, base: str | None) -> Post | None:
    """The report that a record is; None where it tells no time or no words."""
    fields = _fields(record)
    when = _moment(fields)
    if when.clock is None:
        return None
    found = tidied(Post(_headline(fields, base), _body(fields, base), when, resolved(address(record), base)))
    return found if found.headline.text or found.paragraphs else None


def is_unseen(record: Record) -> bool:
    """Whether a record says that it is not to be seen, or not any more."""
    fields = _fields(record)
    told = [value.lower() for key in _STATES if isinstance(value := fields.get(key), str)]
    return bool(fields.get("deleted") or fields.get("isdeleted") or (told and _UNSEEN.issuperset(told)))


def headline(record: Record) -> str:
    """What a record is headed; empty where it does not say."""
    return _headline({plain_key(key): value for key, value in record.items()}, None).text


def _headline(fields: Mapping[str, Any], base: str | None) -> Passage:
    heads = (joined(texts(value, base)) for key, value in fields.items() if _made_of(_HEADLINE, key))
    return next((head for head in heads if head.text), None) or _unnamed_headline(fields)


def _unnamed_headline(fields: Mapping[str, Any]) -> Passage:
    """What is written like a headline in a record whose keys are too short to say what they hold: `hl`, `tx`."""
    if any(_made_of(words, key) for key in fields for words in (_HEADLINE, _TEXT)):
        return NOTHING
    own = (value for key, value in fields.items() if isinstance(value, str) and not _made_of(_BESIDE, key))
    return next((Passage(each) for each in own if each.count(" ") + 1 >= _FEWEST_WORDS and is_headline(each)), NOTHING)


def _moment(fields: Mapping[str, Any]) -> Moment:
    """The moment that fields tell, be its day and its time kept apart."""
    day, clock = None, None
    for words in (*_MOMENTS, _CHANGED, _ANY):
        for key, value in fields.items():
            if not _made_of(words, key) or (words != _CHANGED and _made_of(_CHANGED, key)):
                continue
            for told in value.values() if isinstance(value, dict) else (value,):
                if words == _ANY and not isinstance(told, str):
                    continue
                if (found := moment(told)).clock is not None:
                    return found
                day = found.day or day
                clock = clock or (_clock(told) if isinstance(told, str) else None)
        if day and clock:
            return Moment(day, clock)
    return Moment()


def _clock(text: str) -> time | None:
    its = stamp(text) if len(text) <= _LONGEST_CLOCK else None
    return None if its is None or its.rest else its.clock


def _body(fields: Mapping[str, Any], base: str | None) -> tuple[Passage, ...]:
    """A report's text: the longest whose key says that it is one, else the longest list, else the longest sentences."""
    own = {key: value for key, value in fields.items() if not (_made_of(_BESIDE, key) or moment(value).day)}
    said = [value for key, value in own.items() if _made_of(_TEXT, key) and isinstance(value, str | list | dict)]
    lists = [value for value in own.values() if isinstance(value, list)]
    if found := _longest(said, base) or _longest(lists, base):
        return found
    rest = (value for key, value in own.items() if isinstance(value, str) and not _made_of(_ANNOUNCING, key))
    found = _longest([value for value in rest if len(value) >= _SENTENCE and " " in value], base)
    return found if any(ends_sentence(line.text) for line in found) else ()


def _longest(values: Iterable[Any], base: str | None) -> tuple[Passage, ...]:
    return max((texts(value, base) for value in values), key=_size, default=())


def _size(lines: Sequence[Passage]) -> tuple[int, int]:
    """How many letters some lines have, and how many they are: of two forms of a text one keeps its paragraphs."""
    return sum(len(line.text) - line.text.count(" ") for line in lines), len(lines)


def address(record: Record) -> str:
    """Where a record says that it can be opened; empty where it does not."""
    fields = _fields(record)
    return next((told for key in _ADDRESSES if isinstance(told := fields.get(key), str) and told), "")
