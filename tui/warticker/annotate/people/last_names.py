"""Resolves bare last names: the document has introduced their bearers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from warticker.annotate.language.known import listed
from warticker.annotate.language.words import Kind, bare, kind
from warticker.expressions import compiled
from warticker.model import PersonMention, Span

ARTICLE_BEFORE = compiled(
    r"(?:^|[^\w])(?:der|die|das|dem|den|des|ein|eine|einen|einem|einer|eines|im|am|zum|zur|beim|vom) "
    r"(?:[a-zäöüß-]{2,30}e[nrs]? )?$",
    re.IGNORECASE,
)
"""An article, and an adjective after it."""
FURTHEST_ARTICLE = 40
"""How many code points before a word its article may begin."""


class Word(NamedTuple):
    """A capitalised word of a text."""

    text: str
    start: int
    end: int
    kind: Kind


class Found(NamedTuple):
    """A stretch of text that names a person."""

    span: Span
    name: str
    whole: bool
    """Whether it includes the first name."""


class Bearers(NamedTuple):
    """The persons meant by parts of names in a document, or in one of its texts."""

    last: Mapping[str, str]
    """By last name, the person named in full by it, or the most frequent of several."""
    first: Mapping[str, str | None]
    """By first name; None if several have it."""


def bearers(founds: Iterable[Found]) -> Bearers:
    """The persons meant by bare last or first names, among those named in full."""
    counted = Counter(found.name for found in founds if found.whole)
    last: dict[str, str] = {}
    for name, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        last.setdefault(name.split()[-1], name)
    first: dict[str, str | None] = {}
    for name in last.values():
        given = name.partition(" ")[0]
        if first.setdefault(given, name) != name:
            first[given] = None
    return Bearers(last, first)


def particles_start(text: str, word: Word, name: str) -> int:
    """Where a last name begins: with its particles (von der Leyen), if they precede it."""
    parts = name.split()
    if parts[0].endswith("."):
        initial = f"{parts[0]} "
        return word.start - len(initial) if text.endswith(initial, 0, word.start) else word.start
    if len(parts) < 3 or parts[-2] not in listed("particles"):
        return word.start
    tail = " ".join(part for part in parts[1:-1] if part in listed("particles")) + " "
    start = word.start - len(tail)
    return start if text[max(0, start) : word.start].lower() == tail else word.start


def resolved(text: str, words: Sequence[Word], founds: Sequence[Found], document: Bearers) -> tuple[PersonMention, ...]:
    """All persons in a text in full: those it introduces, and those the document introduces elsewhere."""
    own = bearers(founds)
    mentions = [_mention(text, found, own, document) for found in founds]
    taken = [found.span for found in founds]
    position = 0
    for word in words:
        short = word.text
        # Whoever the text names in full, the document does too.
        if short not in document.last and short[:-1] not in document.last and "-" not in short:
            continue
        while position < len(taken) and taken[position].end <= word.start:
            position += 1
        if position < len(taken) and taken[position].start < word.end:
            continue
        if mention := _alone(text, word, own, document):
            mentions.append(mention)
    return tuple(sorted(mentions, key=lambda mention: mention.span.start))


def follows_article(text: str, word: Word) -> bool:
    """Whether an article precedes a word, as it does nouns more often than names."""
    return ARTICLE_BEFORE.search(text, max(0, word.start - FURTHEST_ARTICLE), word.start) is not None


def _mention(text: str, found: Found, own: Bearers, document: Bearers) -> PersonMention:
    if found.whole:
        bare_name = found.name.removesuffix("s")
        if bare_name != found.name and document.last.get(bare_name.split()[-1]) == bare_name:
            return PersonMention(Span(found.span.start, found.span.end - 1), bare_name)
        return PersonMention(found.span, found.name)
    for surname in (found.span.of(text), found.name.split()[-1]):
        if name := own.last.get(surname) or document.last.get(surname):
            return PersonMention(found.span, name)
    alike = {named.first[found.name] for named in (own, document) if found.name in named.first}
    return PersonMention(found.span, (alike.pop() if len(alike) == 1 else None) or found.name)


def _alone(text: str, word: Word, own: Bearers, document: Bearers) -> PersonMention | None:
    """Find a last name that the document introduces elsewhere."""
    for surname in (word.text, bare(word.text), word.text.partition("-")[0]):
        name = own.last.get(surname) or document.last.get(surname)
        if name is None:
            continue
        if kind(surname) in (Kind.WORD, Kind.OFFICE) and follows_article(text, word):
            return None
        if surname in listed("surnames") and _opens_sentence(text, word):
            return None
        return PersonMention(Span(particles_start(text, word, name), word.start + len(surname)), name)
    return None


def _opens_sentence(text: str, word: Word) -> bool:
    """Whether a word may be capitalised only because a sentence begins with it: Kurz darauf."""
    before = text[max(0, word.start - 3) : word.start].rstrip(' "„“”»«')
    return before[-1:] in "\n.!?:…"
