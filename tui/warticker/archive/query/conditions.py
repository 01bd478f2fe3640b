"""What a query is made of: conditions on an entry, as values that never change and know how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

_PLAIN_VALUE = re.compile(r'[^\s",()„“”«»][^\s",()]*')


class Field(StrEnum):
    """What a query can ask of an entry besides its words; the value is the name in the query language."""

    TOPIC = "topic"
    CITY = "city"
    """A settlement that the entry names as a place."""
    GOVERNMENT = "government"
    """A place's name that stands for those who govern there."""
    REGION = "region"
    SOURCE = "source"
    PERSON = "person"
    SPEAKER = "speaker"
    """Who is quoted."""
    CLAIM = "claim"
    """The side that an unquoted statement comes from."""
    SINCE = "since"
    UNTIL = "until"
    ON = "on"
    IS = "is"
    """A state of the entry, one of `grammar.STATES`: `unread`, `saved`, `changed`."""


DAY_FIELDS = frozenset({Field.SINCE, Field.UNTIL, Field.ON})
"""The fields whose values are days."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words to find in the text."""

    text: str
    """As typed."""
    phrase: bool = False
    """Whether they stood in quotation marks: then whole words, side by side."""

    def __str__(self) -> str:
        return quoted(self.text) if self.phrase else self.text


@dataclass(frozen=True, slots=True)
class OneOf:
    """A field that has one of some values."""

    field: Field
    values: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.field}:" + ",".join(map(written_value, self.values))


@dataclass(frozen=True, slots=True)
class Not:
    """A condition that must not hold."""

    condition: Condition

    def __str__(self) -> str:
        return f"-{_grouped(self.condition)}"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Conditions of which one must hold; at least two."""

    conditions: tuple[Condition, ...]

    def __str__(self) -> str:
        return " OR ".join(map(_grouped, self.conditions))


@dataclass(frozen=True, slots=True)
class AllOf:
    """Conditions that must all hold; at least two."""

    conditions: tuple[Condition, ...]

    def __str__(self) -> str:
        return " ".join(map(str, self.conditions))


Condition: TypeAlias = "Term | OneOf | Not | AnyOf | AllOf"
"""What an entry can meet or not."""


def quoted(text: str) -> str:
    """A text in quotation marks, those within it and backslashes behind a backslash."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def written_value(value: str) -> str:
    """A field's value as a query writes it: in quotation marks where it would not be read back without."""
    return value if _PLAIN_VALUE.fullmatch(value) else quoted(value)


def negated(condition: Condition) -> Condition:
    """The opposite; two negations are none."""
    return condition.condition if isinstance(condition, Not) else Not(condition)


def any_of(conditions: Iterable[Condition]) -> Condition:
    """At least one of some conditions, flat and each once."""
    flat: dict[Condition, None] = {}
    for condition in conditions:
        flat.update(dict.fromkeys(condition.conditions if isinstance(condition, AnyOf) else (condition,)))
    return next(iter(flat)) if len(flat) == 1 else AnyOf(tuple(flat))


def all_of(conditions: Iterable[Condition]) -> Condition:
    """All of some conditions, flat and each once."""
    flat = flattened(conditions)
    return flat[0] if len(flat) == 1 else AllOf(flat)


def flattened(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """Conditions that must all hold, each once and none within another that says the same."""
    flat: dict[Condition, None] = {}
    for condition in conditions:
        flat.update(dict.fromkeys(condition.conditions if isinstance(condition, AllOf) else (condition,)))
    return tuple(flat)


def _grouped(condition: Condition) -> str:
    """A condition's text, in parentheses where it would fall apart without."""
    return f"({condition})" if isinstance(condition, AnyOf | AllOf) else str(condition)
