"""Reads our own records back as stories: YAML that `warticker` has written and people edit, and JSON Lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import BinaryIO

from warticker.errors import DataError, SourceError
from warticker.expressions import compiled
from warticker.intake.addresses import web_address
from warticker.intake.clean import clean
from warticker.intake.decoding import MAX_BYTES
from warticker.intake.keys import keys
from warticker.intake.posts import refuse_long_lines
from warticker.model import Entry, EntryKey, Story
from warticker.records import from_lines, from_yaml

LONGEST_LINE = 8 * 1024 * 1024
"""The most bytes of a line of JSON."""

PIECE = 256 * 1024
"""Bytes of YAML that are read at a time, with all documents that begin in them."""

_LINE = compiled(r"\s*\{\"(?:title|source|address|published|kind|dropped|entries|key)\": ?[\"\[n]")
_HEAD = 1000
_KEY = r"(?:title|source|address|published|kind|dropped|entries)"
_FIRST = compiled(rf"(?:\s|#[^\n]*\n|---[^\n]*\n|%YAML[^\n]*\n)*+(?:{_KEY}:(?:\s|$)|\{{\"{_KEY}\":)")
_LISTED = r"\"kind\": ?\"(?:ticker|article|feed)\".{0,2000}\"entries\": ?\[|\"entries\": ?\[(?:\]|\{\"key\":)"
"""A list of entries in our own form: many other formats have a list with that name."""
_ENTRIES = compiled(rf"^entries:|^\{{.{{0,2000}}(?:{_LISTED})", re.MULTILINE)
_FIELD = compiled(r"^ *(?:- )?(?:key|headline|paragraphs|time|date):|\"entries\": ?\[", re.MULTILINE)


def is_own(text: str) -> bool:
    """Whether a text is in the form of our records, intact or not: it begins with our keys and has entries."""
    return bool(_is_lines(text) or (_FIRST.match(text) and _ENTRIES.search(text) and _FIELD.search(text)))


def may_be_own(text: str) -> bool:
    """Whether a text could be our own records, and is worth cleaning: markup is not."""
    return not text[:_HEAD].lstrip("\ufeff \t\r\n").startswith("<")


def stories(text: str, *, name: str, fetched: bool = False) -> tuple[Story, ...]:
    """The stories of our records, in order, with keys for entries that have none; none counts as whole.

    `fetched` records are a stranger's: their keys could be those of other outlets' entries, and their annotations say
    anything, so both are left out. Raises SourceError if they are damaged.
    """
    try:
        read = tuple(from_lines(text.split("\n"))) if _is_lines(text) else from_yaml(text)
    except DataError as error:
        raise SourceError(name, str(error)) from error
    return tuple(_part(_unsigned(story) if fetched else story, name) for story in read)


def streamed(stream: BinaryIO, *, name: str) -> Iterator[Story]:
    """The stories of JSON Lines from a stream, which may be larger than memory.

    Nothing if it is anything else; raises SourceError for a line that is damaged, too long or not UTF-8.
    """
    start = stream.tell()
    own = _is_lines(stream.readline(LONGEST_LINE).decode("utf-8", "replace"))
    stream.seek(start)
    try:
        for story in from_lines(_lines(stream, name)) if own else ():
            yield _part(story, name)
    except DataError as error:
        raise SourceError(name, str(error)) from error


def streamed_yaml(stream: BinaryIO, *, name: str) -> Iterator[Story]:
    """The stories of YAML from a stream, which may be larger than memory.

    Nothing if it is anything else; raises SourceError for a document that is damaged, too long or not UTF-8.
    """
    start = stream.tell()
    beginning = stream.read(PIECE).decode("utf-8", "replace")
    stream.seek(start)
    own = may_be_own(beginning) and is_own(clean(beginning)) and not _is_lines(beginning)
    for before, piece in _pieces(stream, name) if own else ():
        try:
            for story in from_yaml(clean(piece.decode("utf-8" if before else "utf-8-sig")), before):
                yield _part(story, name)
        except DataError as error:
            raise SourceError(name, str(error)) from error
        except UnicodeDecodeError as error:
            raise SourceError(name, f"not UTF-8 after line {before}") from error


def _pieces(stream: BinaryIO, name: str) -> Iterator[tuple[int, bytes]]:
    """Whole documents of YAML, each with how many lines precede it."""
    lines = list[bytes]()
    before = size = 0
    while line := stream.readline(MAX_BYTES):
        if size >= PIECE and line.rstrip() == b"---":
            yield before, b"".join(lines)
            before, size = before + len(lines), 0
            lines.clear()
        lines.append(line)
        size += len(line)
        if size > MAX_BYTES:
            raise SourceError(name, f"a document is larger than {MAX_BYTES // 2**20} MiB")
    yield before, b"".join(lines)


def _lines(stream: BinaryIO, name: str) -> Iterator[str]:
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            raise SourceError(name, f"line {number} is longer than {LONGEST_LINE // 2**20} MiB")
        try:
            yield clean(line.decode("utf-8-sig" if number == 1 else "utf-8"))
        except UnicodeDecodeError as error:
            raise SourceError(name, f"line {number} is not UTF-8") from error


def _part(story: Story, name: str) -> Story:
    """A story prepared for keeping: sanitised, its entries with keys, and marked as a part of its document."""
    refuse_long_lines(story.document.entries, name=name)
    return replace(_keyed(_safe(story)), whole=False)


def _unsigned(story: Story) -> Story:
    """A story without keys and annotations."""
    entries = tuple(replace(entry, key=EntryKey("")) for entry in story.document.entries)
    return Story(replace(story.document, entries=entries))


def _is_lines(text: str) -> bool:
    """Whether a text is JSON Lines, which are not valid YAML for more than one record."""
    if not _LINE.match(text):
        return False
    first = text.lstrip().partition("\n")[0]
    return first.endswith("}") and bool(re.search(rf'{_LISTED}|^\{{"key":.*"headline": ?"', first))


def _safe(story: Story) -> Story:
    """The story without unsafe characters from YAML's escapes; a text that changes loses its annotations."""
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
    plain = all(text.isprintable() for text in all_texts(story.annotations))
    return Story(safe, story.annotations if same and plain else ())


def all_texts(value: object) -> Iterator[str]:
    """All texts within a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from all_texts(part)
    elif is_dataclass(value):
        for each in fields(value):
            yield from all_texts(getattr(value, each.name))


def _safe_entry(entry: Entry) -> Entry:
    headline, paragraphs = _line(entry.headline), tuple(map(_line, entry.paragraphs))
    changed = (headline, paragraphs) != (entry.headline, entry.paragraphs)
    return replace(
        entry,
        key=entry.key if entry.key.isalnum() and entry.key.isascii() else EntryKey(""),
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
