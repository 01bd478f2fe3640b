"""The topics and their terms: data/topics.yaml and the user's own files in the same format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from warticker import file_cache, resources
from warticker.annotate.topics.term_words import CLASSES
from warticker.annotate.topics.terms import TOGETHER, TermIndex, stems_of
from warticker.errors import DataError
from warticker.expressions import compiled
from warticker.model import TopicId

FIELDS = ("de", "en", "strong", "weak", "company", "not")
WORD = r"[=-]?\w+(?:\|\w+)?-?"
ANY = rf"(?:{WORD}|{'|'.join(map(re.escape, CLASSES))})"
PHRASE = compiled(rf"(?:{ANY}(?:/{ANY})* )*{WORD}(?:/{WORD})*(?: {ANY}(?:/{ANY})*)*")
"""Words separated by single spaces, at least one of which is not a placeholder for names."""
IDENTIFIER = compiled(r"[a-z][a-z0-9_-]{0,39}")


class Topic(NamedTuple):
    """One of the subjects of entries."""

    id: TopicId
    label_de: str
    label_en: str


class Kind(Enum):
    """How a term counts for its topic."""

    STRONG = "strong"
    """Enough alone."""
    WEAK = "weak"
    """Counts only with others."""
    COMPANY = "company"
    """Counts only beside a strong or weak one."""
    SHIELD = "not"
    """Terms inside it do not count."""


STEMS = "stems-10"
"""Names the cached stems of our own file; to be changed with the output of inflection."""
WEIGHTS = {Kind.STRONG: 2.0, Kind.WEAK: 1.0, Kind.COMPANY: 0.6, Kind.SHIELD: 0.0}


class Term(NamedTuple):
    """What a term stands for."""

    topic: TopicId
    kind: Kind
    weight: float


Listed = tuple[str, str, str]
"""A topic, a kind, and a term as written."""


class Vocabulary:
    """Topics and their terms."""

    def __init__(self, listed: Sequence[Listed], stems: Mapping[str, Sequence[int]] | None = None) -> None:
        """Take terms, and the output of `terms.stems_of` if known."""
        weighed = {kind.value: (kind, weight) for kind, weight in WEIGHTS.items()}
        stood_for = cache(lambda topic, kind: Term(TopicId(topic), *weighed[kind]))
        self.terms: Sequence[Term] = [stood_for(topic, kind) for topic, kind, _ in listed]
        """By number in the index."""
        self.shields = frozenset(number for number, term in enumerate(self.terms) if term.kind is Kind.SHIELD)
        """The numbers of the shielding terms."""
        self.index = TermIndex([spelling for _, _, spelling in listed], stems, [topic for topic, _, _ in listed])


def all_topics(paths: Iterable[Path] = ()) -> tuple[Topic, ...]:
    """The topics in order, with those of the user's own files; raises DataError as `load` does."""
    return tuple(
        Topic(TopicId(topic), fields.get("de", topic), fields.get("en", fields.get("de", topic)))
        for topic, fields in definitions((resources.data("topics.yaml"), *paths)).items()
    )


@lru_cache(maxsize=4)
def load(paths: tuple[Path, ...]) -> Vocabulary:
    """The vocabulary of the given files; later ones add topics and terms to earlier ones.

    Raises DataError, naming file and topic or line, if one is missing or damaged.
    """
    return Vocabulary(listed(definitions(paths)))


def listed(definitions: Mapping[str, Mapping[str, Any]]) -> list[Listed]:
    """All terms of some topics."""
    return [
        (topic, kind.value, spelling)
        for topic, fields in definitions.items()
        for kind in WEIGHTS
        for spelling in fields.get(kind.value, ())
    ]


@lru_cache(maxsize=1)
def shipped() -> Vocabulary:
    """The vocabulary of data/topics.yaml alone, cached."""
    path = resources.data("topics.yaml")

    def made() -> bytes:
        terms = listed(definitions((path,)))
        topics, _, spelled = zip(*terms, strict=True)
        return json.dumps([terms, stems_of(spelled, topics)], ensure_ascii=False).encode()

    return Vocabulary(*json.loads(file_cache.load_or_make(path, STEMS, made)))


def definitions(paths: Iterable[Path]) -> dict[str, dict[str, Any]]:
    """All topics' labels and lists of terms, merged from the files."""
    merged: dict[str, dict[str, Any]] = {}
    for path in paths:
        for topic, fields in read_file(path).items():
            known = merged.setdefault(topic, {})
            for name, value in checked(path, topic, fields):
                known[name] = [*known.get(name, ()), *value] if isinstance(value, list) else value
            if not known.get(Kind.STRONG.value) and not known.get(Kind.WEAK.value):
                raise DataError(f"{path}: topic {topic}: it has neither strong nor weak terms")
    return merged


def read_file(path: Path) -> Mapping[Any, Any]:
    """A topics file as it is; an empty one has no topics."""
    match resources.yaml_data(path):
        case [dict() as topics]:
            return topics
        case [] | [None]:
            return {}
        case _:
            raise DataError(f"{path}: expected topics by their ids, such as `energie: {{de: Energie}}`")


def checked(path: Path, topic: object, fields: object) -> Iterator[tuple[str, str | list[str]]]:
    """A topic's fields: labels as they are, terms as lists; they may be written as a list or separated by commas."""
    if not isinstance(topic, str) or not IDENTIFIER.fullmatch(topic):
        raise DataError(f"{path}: topic {str(topic)[:40]!r}: an id may have only lower-case letters, digits, - and _")
    if not isinstance(fields, dict):
        raise DataError(f"{path}: topic {topic}: expected {', '.join(FIELDS)}")
    for name, value in fields.items():
        if name not in FIELDS:
            raise DataError(f"{path}: topic {topic}: unknown field {str(name)[:40]!r}")
        if name in ("de", "en"):
            if not isinstance(value, str) or not value.strip():
                raise DataError(f"{path}: topic {topic}: {name} must be a label")
            yield name, value.strip()
        else:
            yield name, list(terms_in(path, topic, name, value))


def terms_in(path: Path, topic: str, name: str, value: object) -> Iterator[str]:
    """The terms of a field."""
    items = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else [None]
    for item in items:
        if not isinstance(item, str):
            raise DataError(f"{path}: topic {topic}: {name} must be terms separated by commas, or a list of terms")
        if term := " ".join(item.split()):
            sides = term.split(TOGETHER)
            if len(sides) > 2 or not all(PHRASE.fullmatch(side) for side in sides):
                raise DataError(f"{path}: topic {topic}: {name}: {term[:40]!r} is not a valid term")
            yield term
