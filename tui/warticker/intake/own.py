"""Our own records: YAML that `warticker` has written and people edit, and its lines of JSON, read back as stories."""

from __future__ import annotations

import re
from dataclasses import replace

from warticker.errors import DataError, SourceError
from warticker.intake.addresses import web_address
from warticker.intake.clean import clean
from warticker.intake.keys import keys
from warticker.model import Entry, Story
from warticker.records import from_lines, from_yaml

_LINE = re.compile(r"\s*\{\"(?:title|source|address|published|kind|dropped|entries|key)\": ?[\"\[n]")
_HEAD = 1000
_KEY = r"(?:title|source|address|published|kind|dropped|entries)"
_FIRST = re.compile(rf"(?:\s|#[^\n]*\n|---[^\n]*\n|%YAML[^\n]*\n)*+(?:{_KEY}:(?:\s|$)|\{{\"{_KEY}\":)")
_ENTRIES = re.compile(r"^entries:|^\{.{0,2000}\"entries\": ?\[", re.MULTILINE)
_FIELD = re.compile(r"^ *(?:- )?(?:key|headline|paragraphs|time|date):|\"entries\": ?\[", re.MULTILINE)


def is_own(text: str) -> bool:
    """Whether a text is written as our records are, be it damaged or whole: it begins with our keys and has entries."""
    return bool(_is_lines(text) or (_FIRST.match(text) and _ENTRIES.search(text) and _FIELD.search(text)))


def may_be_own(text: str) -> bool:
    """Whether it is worth cleaning a text to see if it is our own records: no markup is."""
    return not text[:_HEAD].lstrip("\ufeff \t\r\n").startswith("<")


def stories(text: str, *, name: str) -> tuple[Story, ...]:
    """The stories of our records, in their order, with a key for each entry that has none; none counts as whole.

    Raises SourceError where they are damaged.
    """
    try:
        read = tuple(from_lines(text.split("\n"))) if _is_lines(text) else from_yaml(text)
    except DataError as error:
        raise SourceError(name, str(error)) from error
    return tuple(replace(_keyed(_safe(story)), whole=False) for story in read)


def _is_lines(text: str) -> bool:
    """Whether a text is lines of JSON, which YAML would not take for more than one record."""
    if not _LINE.match(text):
        return False
    first = text.lstrip().partition("\n")[0]
    return first.endswith("}") and bool(re.search(r'"entries": ?\[|^\{"key":.*"headline": ?"', first))


def _safe(story: Story) -> Story:
    """The story without what YAML's escapes can smuggle in; what was understood of a text that changes is forgotten."""
    document = story.document
    safe = replace(
        document,
        title=_line(document.title),
        source=document.source and _line(document.source),
        address=web_address(document.address),
        dropped=tuple(map(_line, document.dropped)),
        entries=tuple(map(_safe_entry, document.entries)),
    )
    same = [entry.text for entry in safe.entries] == [entry.text for entry in document.entries]
    return Story(safe, story.annotations if same else ())


def _safe_entry(entry: Entry) -> Entry:
    headline, paragraphs = _line(entry.headline), tuple(map(_line, entry.paragraphs))
    changed = (headline, paragraphs) != (entry.headline, entry.paragraphs)
    return replace(
        entry,
        headline=headline,
        paragraphs=paragraphs,
        source=entry.source and _line(entry.source),
        address=web_address(entry.address),
        emphasis=() if changed else tuple(replace(mark, address=web_address(mark.address)) for mark in entry.emphasis),
    )


def _line(text: str) -> str:
    cleaned = clean(text)
    return " ".join(cleaned.split("\n")) if "\n" in cleaned else cleaned


def _keyed(story: Story) -> Story:
    document = story.document
    if all(entry.key for entry in document.entries):
        return story
    named = keys(document.source or "", [(e.moment, e.headline, e.paragraphs) for e in document.entries])
    entries = tuple(
        entry if entry.key else replace(entry, key=key) for entry, key in zip(document.entries, named, strict=True)
    )
    return replace(story, document=replace(document, entries=entries))
