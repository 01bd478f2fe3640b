"""Reads a query's text; `query` draws the grammar."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from warticker.archive.query import days
from warticker.archive.query.conditions import DAY_FIELDS, Condition, Field, OneOf, Term, all_of, any_of, negated
from warticker.archive.words import words
from warticker.errors import QueryError
from warticker.folding import nearest
from warticker.model import Side

STATES = ("new", "unread", "saved", "noted", "changed", "withdrawn", "unverified")
"""What `is:` can ask."""

MAX_DEPTH = 40
"""How deep parentheses may nest."""

LONGEST_SHOWN = 40
"""Code points of what the user wrote that a message repeats."""

FIELD_NAMES = {field.value: field for field in Field} | {
    "thema": Field.TOPIC,
    "stadt": Field.CITY,
    "regierung": Field.GOVERNMENT,
    "gebiet": Field.REGION,
    "quelle": Field.SOURCE,
    "sprecher": Field.SPEAKER,
    "seit": Field.SINCE,
    "bis": Field.UNTIL,
    "am": Field.ON,
}
"""Each name that a field has in a query, English and German."""

_ALLOWED = {Field.IS: STATES, Field.CLAIM: tuple(side.value for side in Side)}
_SIDES = {side.name.lower(): side.value for side in Side}
"""The sides as the screen names them, in English."""
_EXAMPLES = {
    Field.TOPIC: "luftangriffe",
    Field.CITY: "Kiew",
    Field.GOVERNMENT: "Moskau",
    Field.REGION: "Sumy",
    Field.SOURCE: "ntv",
    Field.PERSON: "Klitschko",
    Field.SPEAKER: "Pistorius",
    Field.CLAIM: "russland",
    Field.SINCE: "yesterday",
    Field.UNTIL: "2025-11-14",
    Field.ON: "today",
    Field.IS: "unread",
}

_SPACE = re.compile(r"\s*")
_FIELD = re.compile(r"([^\W\d_]+):")
_END = r'(?=[\s()"]|\Z)'
_OR = re.compile(rf"(?:OR|ODER){_END}")
_AND = re.compile(rf"(?:AND|UND){_END}")
"""What all words between which nothing stands mean anyway."""
_NOT = re.compile(r"-|(?:NOT|NICHT)\s+(?=\S)")
_OPERATORS = frozenset({"OR", "ODER", "AND", "UND", "NOT", "NICHT"})
_WORD = re.compile(r'[^\s()"]+')
_BARE_VALUE = re.compile(r'[^\s",()]+')
_QUOTED = re.compile(r'"(?P<plain>(?:[^"\\]|\\.)*)(?:"|\\?\Z)|[„“”«»](?P<typeset>[^"„“”«»]*)(?:["„“”«»]|\Z)', re.DOTALL)
"""Typeset marks come with what is copied from a text, and need not be a pair."""
_NO_FIELD = re.compile(r"([^\W\d_]+):(?=[\s()]|\Z)")
"""A word before a colon that something else follows, as in a headline: `Kiew: Alarm`."""
_ESCAPED = re.compile(r'\\(["\\])')


Known = Callable[[Field, str], str]
"""Gives a field's value as it is known by, for one as it is written; raises QueryError where there is none such."""


def as_written(field: Field, value: str) -> str:
    """Know every value by what it is written as."""
    return value


def conditions(text: str, known: Known = as_written) -> tuple[Condition, ...]:
    """The conditions that a text writes, all of which must hold; raises QueryError where it cannot be understood.

    Marks without a letter or digit between the words are passed over; a quotation mark that is not closed
    ends with the text.
    """
    parser = _Parser(text, known)
    found = parser.items()
    if parser.position < len(text):
        raise QueryError("a parenthesis is closed that was never opened", position=parser.position)
    return found


@dataclass(slots=True)
class _Parser:
    """A place in a query's text that moves on as its parts are read."""

    text: str
    known: Known
    position: int = 0
    depth: int = 0

    def items(self) -> tuple[Condition, ...]:
        """Conditions up to a closing parenthesis or the end."""
        found = []
        while self._more():
            if (item := self._item()) is not None:
                found.append(item)
            if self._more() and (joined := self._taken(_AND)) and not self._more():
                raise QueryError(f"{joined[0]} needs something after it", position=self.position)
        return tuple(found)

    def _more(self) -> bool:
        """Whether anything but space comes before the end of the text or group."""
        self._taken(_SPACE)
        return self.position < len(self.text) and self.text[self.position] != ")"

    def _item(self) -> Condition | None:
        """One factor, or several with OR between; None where they ask for nothing."""
        alternatives = [self._factor()]
        while self._more() and (either := self._taken(_OR)):
            if not self._more():
                raise QueryError(f"{either[0]} needs something after it", position=self.position)
            alternatives.append(self._factor())
        meant = [alternative for alternative in alternatives if alternative is not None]
        return any_of(meant) if meant else None

    def _factor(self) -> Condition | None:
        """A group, field, phrase or word, with what negates it; None where it asks for nothing."""
        positive = True
        while self._taken(_NOT):
            positive = not positive
        if wrong := _OR.match(self.text, self.position) or _AND.match(self.text, self.position):
            raise QueryError(f"{wrong[0]} needs something before it", position=self.position)
        condition = self._primary()
        return condition if positive or condition is None else negated(condition)

    def _primary(self) -> Condition | None:
        """A group, field, phrase or word; None where it holds neither letter nor digit."""
        if self.text.startswith("(", self.position):
            return self._group()
        if (word := _NO_FIELD.match(self.text, self.position)) and word[1].lower() not in FIELD_NAMES:
            self.position = word.end()
            return _word(word[1])
        if name := self._taken(_FIELD):
            return self._field(name)
        if phrase := self._taken(_QUOTED):
            text = _unescaped(phrase)
            return Term(text, phrase=True) if words(text) else None
        word = self._taken(_WORD)
        return _word(word[0]) if word and words(word[0]) else None

    def _group(self) -> Condition | None:
        """The conditions between parentheses as one."""
        opened = self.position
        self.position += 1
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise QueryError(f"parentheses nest deeper than {MAX_DEPTH}", position=opened)
        found = self.items()
        if self.position == len(self.text):
            raise QueryError("a parenthesis is not closed", position=opened)
        self.position += 1
        self.depth -= 1
        return all_of(found) if found else None

    def _field(self, name: re.Match[str]) -> OneOf:
        """The values behind a field's name and colon."""
        if (field := FIELD_NAMES.get(name[1].lower())) is None:
            near = nearest(name[1], FIELD_NAMES)
            others = "" if near else f"; there are {', '.join(Field)}"
            raise QueryError(
                f"there is no field {_short(name[1])}:{others}",
                position=name.start(),
                suggestion=near and f"{near}:",
            )
        values = [self._value(field)]
        while self.text.startswith(",", self.position):
            self.position += 1
            values.append(self._value(field))
        return OneOf(field, tuple(dict.fromkeys(values)))

    def _value(self, field: Field) -> str:
        """One value of a field, as the query keeps it."""
        self._taken(_SPACE)
        at = self.position
        if found := self._taken(_QUOTED):
            value = _unescaped(found).strip()
        else:
            value = bare[0] if (bare := self._taken(_BARE_VALUE)) else ""
        if not value:
            raise QueryError(f"{field}: needs a value, such as {field}:{_EXAMPLES[field]}", position=at)
        try:
            return self.known(field, _checked(field, value))
        except QueryError as error:
            error.position = at
            raise

    def _taken(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What a pattern finds at the position, which then moves behind it."""
        if found := pattern.match(self.text, self.position):
            self.position = found.end()
        return found


def _word(text: str) -> Term:
    """A word to find; one that would be an operator elsewhere is written as a phrase, so that it never becomes one."""
    return Term(text, phrase=text in _OPERATORS)


def _unescaped(found: re.Match[str]) -> str:
    return found["typeset"] or _ESCAPED.sub(r"\1", found["plain"] or "")


def _checked(field: Field, value: str) -> str:
    """A value in the one way it is written; raises QueryError where the field cannot have it."""
    if field in DAY_FIELDS:
        try:
            return days.canonical(value)
        except ValueError as error:
            raise QueryError(f"{field}: takes a day, such as {days.EXAMPLES}") from error
    if (allowed := _ALLOWED.get(field)) is None:
        return value
    if field is Field.CLAIM:
        value = _SIDES.get(value.lower(), value)
    if value.lower() not in allowed:
        reason = f"{field}: takes {', '.join(allowed)}, not {_short(value)}"
        raise QueryError(reason, suggestion=nearest(value, allowed))
    return value.lower()


def _short(text: str) -> str:
    """As much of a text as a message has room for."""
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"
