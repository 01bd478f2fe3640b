"""Whom a last name alone means: whom the document has introduced by it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from warticker.annotate.known import given_names
from warticker.annotate.words import Kind, bare, kind, particles
from warticker.model import PersonMention, Span

ARTICLE_BEFORE = re.compile(
    r"(?:^|[^\w])(?:der|die|das|dem|den|des|ein|eine|einen|einem|einer|eines|im|am|zum|zur|beim|vom) $", re.IGNORECASE
)


class Word(NamedTuple):
    """A capitalised word of a text."""

    text: str
    start: int
    end: int
    kind: Kind
    begins: bool
    """Whether a name may begin with it, or an office stand before it."""


class Found(NamedTuple):
    """A stretch that names a person."""

    span: Span
    name: str
    whole: bool
    """Whether it gives the first name too."""


def by_last_name(founds: Iterator[Found]) -> Mapping[str, str]:
    """Tell whom a last name alone means in a document: whom it names in full, the most often if several."""
    counted = Counter(found.name for found in founds if found.whole)
    named: dict[str, str] = {}
    for name, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        for surname in _last_parts(name):
            named.setdefault(surname, name)
    return named


def _last_parts(name: str) -> Iterator[str]:
    words = name.split()
    yield words[-1]
    lowered = [index for index, word in enumerate(words) if word in particles()]
    if lowered:
        yield " ".join(words[lowered[0] :])


def particles_start(text: str, word: Word, name: str) -> int:
    """Tell where a last name begins: with its particles (von der Leyen), if they stand before it."""
    parts = name.split()
    if parts[0].endswith("."):
        forms = (parts[0] + " ", parts[0].replace(".", ". "), parts[0].replace(".", "") + " ")
        return word.start - next((len(form) for form in forms if text.endswith(form, 0, word.start)), 0)
    if len(parts) < 3 or parts[-2] not in particles():
        return word.start
    tail = " ".join(part for part in parts[1:-1] if part in particles()) + " "
    start = word.start - len(tail)
    return start if start >= 0 and text[start : word.start].lower() == tail else word.start


def resolved(
    text: str, words: Sequence[Word], founds: Sequence[Found], document: Mapping[str, str]
) -> tuple[PersonMention, ...]:
    """Name everybody in a text in full: whom it introduces, and whom the document introduces elsewhere."""
    own = by_last_name(iter(founds))
    mentions = [_mention(text, found, own, document) for found in founds]
    taken = [found.span for found in founds]
    alone = own.keys() | document.keys() if own else document
    position = 0
    for word in words:
        short = word.text
        if short not in alone and short[:-1] not in alone and "-" not in short:
            continue
        while position < len(taken) and taken[position].end <= word.start:
            position += 1
        if position < len(taken) and taken[position].start < word.end:
            continue
        if mention := _alone(text, word, own, document):
            mentions.append(mention)
    return tuple(sorted(mentions, key=lambda mention: mention.span))


def _mention(text: str, found: Found, own: Mapping[str, str], document: Mapping[str, str]) -> PersonMention:
    if found.whole:
        genitive = found.name.endswith("s") and document.get(found.name.split()[-1][:-1]) == found.name[:-1]
        return PersonMention(
            Span(found.span.start, found.span.end - genitive), found.name[: len(found.name) - genitive]
        )
    for surname in (found.span.of(text), found.name.split()[-1]):
        if name := own.get(surname) or document.get(surname):
            return PersonMention(found.span, name)
    alike = {name for name in (*own.values(), *document.values()) if name.partition(" ")[0] == found.name}
    return PersonMention(found.span, alike.pop() if len(alike) == 1 else found.name)


def _alone(text: str, word: Word, own: Mapping[str, str], document: Mapping[str, str]) -> PersonMention | None:
    """Find a last name that the document has introduced elsewhere."""
    for surname in (word.text, bare(word.text), word.text.partition("-")[0]):
        name = own.get(surname) or document.get(surname)
        if name is None or len(surname) < 3 or (surname in given_names() and surname not in own):
            continue
        if kind(surname) in (Kind.WORD, Kind.OFFICE) and ARTICLE_BEFORE.search(
            text, max(0, word.start - 8), word.start
        ):
            return None
        return PersonMention(Span(particles_start(text, word, name), word.start + len(surname)), name)
    return None
