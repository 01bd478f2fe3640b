"""What the user asks for, as an immutable value with a text form.

query   = (item "AND"?)*               what must all hold, with or without an AND or UND between
item    = factor ("OR" factor)*        OR, or ODER, binds closer
factor  = ("-" | "NOT")* (group | field | phrase | word)
group   = "(" query ")"
field   = name ":" value ("," value)*  one of the values
value   = bare text without space, comma or parenthesis, or text in quotation marks, straight or typeset
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warticker.archive.query import grammar
from warticker.archive.query.conditions import AllOf, AnyOf, Condition, Field, Not, OneOf, Term, flattened
from warticker.archive.query.grammar import Known, as_written

__all__ = ["EVERYTHING", "Field", "Query"]


@dataclass(frozen=True, slots=True)
class Query:
    """Conditions that an entry must all meet; without any, every entry does."""

    conditions: tuple[Condition, ...] = ()

    @classmethod
    def parse(cls, text: str, known: Known = as_written) -> Query:
        """The query that a text writes; raises QueryError with the position of what cannot be understood.

        `known` gives the values that fields have, for those that are written.
        """
        return cls(flattened(grammar.conditions(text, known)))

    def __str__(self) -> str:
        return " ".join(map(str, self.conditions))

    def __bool__(self) -> bool:
        """Whether it asks for anything."""
        return bool(self.conditions)

    def __and__(self, other: Query) -> Query:
        """Both queries' conditions."""
        return Query(flattened((*self.conditions, *other.conditions)))

    def values(self, field: Field) -> tuple[str, ...]:
        """The values that the query names of a field; empty where it leaves it open."""
        return tuple(value for condition in self._of(field) for value in condition.values)

    def toggled(self, field: Field, value: str) -> Query:
        """The query with a value of a field chosen, or no longer chosen if it was.

        A further value of a field is an alternative to those that are chosen; a further state must hold as well.
        """
        chosen = self.values(field)
        if value not in chosen:
            first = None if field is Field.IS else next(self._of(field), None)
            if first is None:
                return Query((*self.conditions, OneOf(field, (value,))))
            more = OneOf(field, (*first.values, value))
            return Query(tuple(more if condition is first else condition for condition in self.conditions))
        kept = (
            OneOf(field, tuple(other for other in condition.values if other != value))
            if isinstance(condition, OneOf) and condition.field is field
            else condition
            for condition in self.conditions
        )
        return Query(tuple(condition for condition in kept if not isinstance(condition, OneOf) or condition.values))

    def terms(self) -> tuple[Term, ...]:
        """The words and phrases that an entry may be found by, each once, those behind a minus left out."""
        return tuple(dict.fromkeys(term for condition in self.conditions for term in _terms(condition)))

    def _of(self, field: Field) -> Iterator[OneOf]:
        return (condition for condition in self.conditions if isinstance(condition, OneOf) and condition.field is field)


EVERYTHING = Query()
"""What every entry meets."""


def _terms(condition: Condition) -> Iterator[Term]:
    """The terms within a condition that are not behind a minus."""
    match condition:
        case Term():
            yield condition
        case AnyOf(conditions) | AllOf(conditions):
            for inner in conditions:
                yield from _terms(inner)
        case OneOf() | Not():
            pass
