"""The conditions of a query, as immutable values; `str` gives their text form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

_PLAIN_VALUE = re.compile(r'[^\s",()„“”«»][^\s",()]*')


class Field(StrEnum):
    """The fields that a query can ask for besides words; the value is the name in the query language."""

    TOPIC = "topic"
    CITY = "city"
    """A settlement that the entry names as a place."""
    GOVERNMENT = "government"
    """A place whose name stands for its government, as in `Moskau droht`."""
    REGION = "region"
    SOURCE = "source"
    PERSON = "person"
    SPEAKER = "speaker"
    """Who is quoted."""
    CLAIM = "claim"
    """The side that makes a claim without being quoted."""
    SINCE = "since"
    UNTIL = "until"
    ON = "on"
    IS = "is"
    """A state of the entry, one of `grammar.STATES`: `unread`, `saved`, `changed`."""


TIME_FIELDS = frozenset({Field.SINCE, Field.UNTIL, Field.ON})
"""The fields whose values are days, months or, but for `on:`, times."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words to find in the text."""

    text: str
    """As typed."""
    phrase: bool = False
    """Whether they were in quotation marks, and so must be whole, consecutive words."""

    def __str__(self) -> str:
        return quoted(self.text) if self.phrase else self.text


@dataclass(frozen=True, slots=True)
class OneOf:
    """A field must have one of some values."""

    field: Field
    values: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.field}:" + ",".join(map(written_value, self.values))


@dataclass(frozen=True, slots=True)
class Not:
    """A condition must not hold."""

    condition: Condition

    def __str__(self) -> str:
        return f"-{_grouped(self.condition)}"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of two or more conditions must hold."""

    conditions: tuple[Condition, ...]

    def __str__(self) -> str:
        return " OR ".join(map(_grouped, self.conditions))


@dataclass(frozen=True, slots=True)
class AllOf:
    """Two or more conditions must all hold."""

    conditions: tuple[Condition, ...]

    def __str__(self) -> str:
        return " ".join(map(str, self.conditions))


Condition: TypeAlias = "Term | OneOf | Not | AnyOf | AllOf"
"""What an entry can match or not."""


def quoted(text: str) -> str:
    """A text in quotation marks; quotation marks and backslashes in it are escaped by a backslash."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def written_value(value: str) -> str:
    """A field's value in the text form of a query: in quotation marks if it would not parse without."""
    return value if _PLAIN_VALUE.fullmatch(value) else quoted(value)


def negated(condition: Condition) -> Condition:
    """The negation of a condition; two negations cancel out."""
    return condition.condition if isinstance(condition, Not) else Not(condition)


def joined(kind: type[AnyOf | AllOf], conditions: Iterable[Condition]) -> Condition:
    """Some conditions joined in one of a kind, or the only one there is."""
    flat = flattened(kind, conditions)
    return flat[0] if len(flat) == 1 else kind(flat)


def flattened(kind: type[AnyOf | AllOf], conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """The conditions to be joined in one of a kind, without duplicates and nested ones of this kind."""
    flat: dict[Condition, None] = {}
    for condition in conditions:
        flat.update(dict.fromkeys(condition.conditions if isinstance(condition, kind) else (condition,)))
    return tuple(flat)


def _grouped(condition: Condition) -> str:
    """A condition's text, in parentheses if it would parse differently without."""
    return f"({condition})" if isinstance(condition, AnyOf | AllOf) else str(condition)
