"""The topics and the terms that lead to them: data/topics.yaml and the user's own files of the same form."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from warticker import resources
from warticker.annotate.topics.term_words import CLASSES
from warticker.annotate.topics.terms import TOGETHER, TermIndex, stems_of
from warticker.errors import DataError
from warticker.expressions import compiled
from warticker.model import TopicId

FIELDS = ("de", "en", "strong", "weak", "company", "not")
WORD = r"[=-]?\w+(?:\|\w+)?-?"
ANY = rf"(?:{WORD}|{'|'.join(map(re.escape, CLASSES))})"
PHRASE = compiled(rf"(?:{ANY}(?:/{ANY})* )*{WORD}(?:/{WORD})*(?: {ANY}(?:/{ANY})*)*")
"""Words with one space between them, one of which at least is no class of names."""
IDENTIFIER = compiled(r"[a-z][a-z0-9_-]{0,39}")


@dataclass(frozen=True, slots=True)
class Topic:
    """One of the subjects that entries are filed under."""

    id: TopicId
    label_de: str
    label_en: str


class Kind(Enum):
    """What a term does for its topic."""

    STRONG = "strong"
    """It makes the topic alone."""
    WEAK = "weak"
    """It needs others beside it."""
    COMPANY = "company"
    """It counts only beside a strong or weak one."""
    SHIELD = "not"
    """Terms inside it do not count."""


STEMS = "stems-10"
"""What is kept of our own file; to be changed with what inflection makes of terms."""
WEIGHTS = {Kind.STRONG: 2.0, Kind.WEAK: 1.0, Kind.COMPANY: 0.6, Kind.SHIELD: 0.0}


class Term(NamedTuple):
    """What a term stands for."""

    topic: TopicId
    kind: Kind
    weight: float


Listed = tuple[str, str, str]
"""A topic, a kind, and a term as it is spelled."""


class Vocabulary:
    """Topics and the terms that lead to them."""

    def __init__(self, listed: Sequence[Listed], stems: Mapping[str, Sequence[int]] | None = None) -> None:
        """Take terms, and what `terms.stems_of` makes of them where it is known."""
        weighed = {kind.value: (kind, weight) for kind, weight in WEIGHTS.items()}
        self.terms: Sequence[Term] = [Term(TopicId(topic), *weighed[kind]) for topic, kind, _ in listed]
        """By their numbers in the index."""
        self.shields = frozenset(number for number, term in enumerate(self.terms) if term.kind is Kind.SHIELD)
        """The numbers of the terms that shield what is in them."""
        self.index = TermIndex([spelling for _, _, spelling in listed], stems, [topic for topic, _, _ in listed])


def all_topics(paths: Iterable[Path] = ()) -> tuple[Topic, ...]:
    """The topics in their order, with those of the user's own files; raises DataError as `load` does."""
    return tuple(
        Topic(TopicId(topic), fields.get("de", topic), fields.get("en", fields.get("de", topic)))
        for topic, fields in definitions((resources.data("topics.yaml"), *paths)).items()
    )


@lru_cache(maxsize=4)
def load(paths: tuple[Path, ...]) -> Vocabulary:
    """The vocabulary of the given files, later ones adding topics and terms to earlier ones.

    Raises DataError, naming file and topic or line, where one is missing or damaged.
    """
    return Vocabulary(listed(definitions(paths)))


def listed(definitions: Mapping[str, Mapping[str, Any]]) -> list[Listed]:
    """Every term of some topics."""
    return [
        (topic, kind.value, spelling)
        for topic, fields in definitions.items()
        for kind in WEIGHTS
        for spelling in fields.get(kind.value, ())
    ]


@lru_cache(maxsize=1)
def shipped() -> Vocabulary:
    """The vocabulary of data/topics.yaml alone, as it was worked out when it was first read."""
    path = resources.data("topics.yaml")

    def made() -> bytes:
        terms = listed(definitions((path,)))
        topics, _, spelled = zip(*terms, strict=True)
        return json.dumps([terms, stems_of(spelled, topics)], ensure_ascii=False).encode()

    return Vocabulary(*json.loads(resources.worked_out(path, STEMS, made)))


def definitions(paths: Iterable[Path]) -> dict[str, dict[str, Any]]:
    """Every topic's labels and lists of terms, the files' merged."""
    merged: dict[str, dict[str, Any]] = {}
    for path in paths:
        for topic, fields in read_file(path).items():
            known = merged.setdefault(topic, {})
            for name, value in checked(path, topic, fields):
                known[name] = [*known.get(name, ()), *value] if isinstance(value, list) else value
            if not known.get(Kind.STRONG.value) and not known.get(Kind.WEAK.value):
                raise DataError(f"{path}: topic {topic}: neither strong nor weak terms lead to it")
    return merged


def read_file(path: Path) -> Mapping[Any, Any]:
    """A topics file as it stands; an empty one has no topics."""
    match resources.yaml_data(path):
        case [dict() as topics]:
            return topics
        case [] | [None]:
            return {}
        case _:
            raise DataError(f"{path}: topics by their ids are expected, such as `energie: {{de: Energie}}`")


def checked(path: Path, topic: object, fields: object) -> Iterator[tuple[str, str | list[str]]]:
    """A topic's fields: labels as they stand, terms as lists; they may be written as a list or parted by commas."""
    if not isinstance(topic, str) or not IDENTIFIER.fullmatch(topic):
        raise DataError(f"{path}: topic {str(topic)[:40]!r}: an id is small letters, digits, - and _")
    if not isinstance(fields, dict):
        raise DataError(f"{path}: topic {topic}: expected {', '.join(FIELDS)}")
    for name, value in fields.items():
        if name not in FIELDS:
            raise DataError(f"{path}: topic {topic}: no such field: {str(name)[:40]!r}")
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
            raise DataError(f"{path}: topic {topic}: {name} must be terms parted by commas, or a list of them")
        if term := " ".join(item.split()):
            sides = term.split(TOGETHER)
            if len(sides) > 2 or not all(PHRASE.fullmatch(side) for side in sides):
                raise DataError(f"{path}: topic {topic}: {name}: {term[:40]!r} is no term")
            yield term
