"""A query, as an immutable value with a text form.

query   = (item "AND"?)*               all must hold; AND, or UND, may be left out
item    = factor ("OR" factor)*        OR, or ODER, binds closer
factor  = ("-" | "NOT")* (group | field | phrase | word)
group   = "(" query ")"
field   = name ":" value ("," value)*  any of the values
value   = bare text without space, comma or parenthesis, or text in quotation marks, straight or typographic
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warticker.archive.query import grammar
from warticker.archive.query.conditions import AllOf, AnyOf, Condition, Field, Not, OneOf, Term, flattened
from warticker.archive.query.grammar import Known

__all__ = ["EVERYTHING", "Field", "Query"]


@dataclass(frozen=True, slots=True)
class Query:
    """Conditions that an entry must all match; without any, every entry matches."""

    conditions: tuple[Condition, ...] = ()

    @classmethod
    def parse(cls, text: str, known: Known = lambda field, value: value) -> Query:
        """The query with a text form; raises QueryError, with the position, if the text is malformed.

        `known` maps the values of fields as written to those that are stored; by default they are the same.
        """
        return cls(flattened(AllOf, grammar.conditions(text, known)))

    def __str__(self) -> str:
        return " ".join(map(str, self.conditions))

    def __bool__(self) -> bool:
        """Whether it has any conditions."""
        return bool(self.conditions)

    def __and__(self, other: Query) -> Query:
        """The conjunction of both queries."""
        return Query(flattened(AllOf, (*self.conditions, *other.conditions)))

    def values(self, field: Field) -> tuple[str, ...]:
        """The values of a field that the query asks for; empty if it does not constrain the field."""
        return tuple(value for condition in self._of(field) for value in condition.values)

    def toggled(self, field: Field, value: str) -> Query:
        """The query with a value of a field added, or removed if it was there.

        Values of one field are alternatives; states must all hold.
        """
        asked = tuple(self._of(field))
        replaced: dict[Condition, OneOf]
        if value in self.values(field):
            without = [tuple(other for other in one.values if other != value) for one in asked]
            replaced = {one: OneOf(field, values) for one, values in zip(asked, without, strict=True)}
        elif asked and field is not Field.IS:
            replaced = {asked[0]: OneOf(field, (*asked[0].values, value))}
        else:
            return Query((*self.conditions, OneOf(field, (value,))))
        conditions = (replaced.get(condition, condition) for condition in self.conditions)
        return Query(tuple(each for each in conditions if not isinstance(each, OneOf) or each.values))

    def terms(self) -> tuple[Term, ...]:
        """The words and phrases that an entry may match, each once, without negated ones."""
        return tuple(dict.fromkeys(term for condition in self.conditions for term in _terms(condition)))

    def _of(self, field: Field) -> Iterator[OneOf]:
        return (condition for condition in self.conditions if isinstance(condition, OneOf) and condition.field is field)


EVERYTHING = Query()
"""The query that every entry matches."""


def _terms(condition: Condition) -> Iterator[Term]:
    """The terms within a condition that are not negated."""
    match condition:
        case Term():
            yield condition
        case AnyOf(conditions) | AllOf(conditions):
            for inner in conditions:
                yield from _terms(inner)
        case OneOf() | Not():
            pass
