"""Parses a query's text; see `query` for the grammar."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from warticker.archive.query import times
from warticker.archive.query.conditions import TIME_FIELDS, AllOf, AnyOf, Condition, Field, OneOf, Term, joined, negated
from warticker.archive.words import words
from warticker.errors import QueryError
from warticker.folding import nearest
from warticker.model import Side

STATES = ("new", "unread", "saved", "noted", "changed", "withdrawn", "unverified")
"""The values of `is:`."""

MAX_DEPTH = 40
"""How deep parentheses may nest."""

LONGEST_SHOWN = 40
"""The most code points of the user's text that a message quotes."""

FIELD_NAMES = {field.value: field for field in Field} | {
    "thema": Field.TOPIC,
    "stadt": Field.CITY,
    "regierung": Field.GOVERNMENT,
    "gebiet": Field.REGION,
    "quelle": Field.SOURCE,
    "sprecher": Field.SPEAKER,
    "side": Field.CLAIM,
    "seite": Field.CLAIM,
    "seit": Field.SINCE,
    "bis": Field.UNTIL,
    "am": Field.ON,
}
"""The fields by their names in a query, English and German, and by what the screen calls them."""

_ALLOWED = {Field.IS: STATES, Field.CLAIM: tuple(side.value for side in Side)}
_SIDES = {side.name.lower(): side.value for side in Side}
"""The values of sides by their English names, as shown on the screen."""
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
"""Optional, as conditions without an operator between them must all hold anyway."""
_NOT = re.compile(r"-|(?:NOT|NICHT)\s+(?=\S)")
_OPERATORS = frozenset({"OR", "ODER", "AND", "UND", "NOT", "NICHT"})
_WORD = re.compile(r'[^\s()"]+')
_BARE_VALUE = re.compile(r'[^\s",()]+')
_QUOTED = re.compile(r'"(?P<plain>(?:[^"\\]|\\.)*)"|[„“”«»](?P<typeset>[^"„“”«»]*)["„“”«»]', re.DOTALL)
"""Typographic quotation marks come with copied text, and need not be a pair."""
_UNCLOSED = re.compile(r'["„“”«»]')
_NO_FIELD = re.compile(r"([^\W\d_]+):(?=[\s()]|\Z)")
"""A word before a colon and a space, as in a headline: `Kiew: Alarm`."""
_ESCAPED = re.compile(r'\\(["\\])')


Known = Callable[[Field, str], str]
"""Maps a field's value as written to the one that is stored; raises QueryError if there is none."""


def conditions(text: str, known: Known) -> tuple[Condition, ...]:
    """The conditions in a text, all of which must hold; raises QueryError if it is malformed.

    Punctuation between words is ignored.
    """
    parser = _Parser(text, known)
    found = parser.items()
    if parser.position < len(text):
        raise QueryError("unmatched closing parenthesis", position=parser.position)
    return found


@dataclass(slots=True)
class _Parser:
    """A recursive descent parser: a position in a query's text that advances as it is parsed."""

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
        """Skip whitespace; returns whether anything comes before the end of the text or group."""
        self._taken(_SPACE)
        return self.position < len(self.text) and self.text[self.position] != ")"

    def _item(self) -> Condition | None:
        """One factor, or several joined by OR; None if they are all empty."""
        alternatives = [self._factor()]
        while self._more() and (either := self._taken(_OR)):
            if not self._more():
                raise QueryError(f"{either[0]} needs something after it", position=self.position)
            alternatives.append(self._factor())
        meant = [alternative for alternative in alternatives if alternative is not None]
        return joined(AnyOf, meant) if meant else None

    def _factor(self) -> Condition | None:
        """A group, field, phrase or word, with its negations; None if it is empty."""
        positive = True
        while self._taken(_NOT):
            positive = not positive
        if wrong := _OR.match(self.text, self.position) or _AND.match(self.text, self.position):
            raise QueryError(f"{wrong[0]} needs something before it", position=self.position)
        condition = self._primary()
        return condition if positive or condition is None else negated(condition)

    def _primary(self) -> Condition | None:
        """A group, field, phrase or word; None if it has neither letters nor digits."""
        if self.text.startswith("(", self.position):
            return self._group()
        if (word := _NO_FIELD.match(self.text, self.position)) and word[1].lower() not in FIELD_NAMES:
            self.position = word.end()
            return _word(word[1])
        if name := self._taken(_FIELD):
            return self._field(name)
        if (phrase := self._quotation()) is not None:
            return Term(phrase, phrase=True) if words(phrase) else None
        word = self._taken(_WORD)
        return _word(word[0]) if word and words(word[0]) else None

    def _group(self) -> Condition | None:
        """The conditions in parentheses as one."""
        opened = self.position
        self.position += 1
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise QueryError(f"parentheses nested deeper than {MAX_DEPTH}", position=opened)
        found = self.items()
        if self.position == len(self.text):
            raise QueryError("unclosed parenthesis", position=opened)
        self.position += 1
        self.depth -= 1
        return joined(AllOf, found) if found else None

    def _field(self, name: re.Match[str]) -> OneOf:
        """The values after a field's name and colon."""
        if (field := FIELD_NAMES.get(name[1].lower())) is None:
            near = nearest(name[1], FIELD_NAMES)
            others = "" if near else f"; the fields are {', '.join(Field)}"
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
        """One value of a field, in canonical form."""
        self._taken(_SPACE)
        at = self.position
        if (value := self._quotation()) is None:
            value = bare[0] if (bare := self._taken(_BARE_VALUE)) else ""
        if not (value := value.strip()):
            raise QueryError(f"{field}: needs a value, such as {field}:{_EXAMPLES[field]}", position=at)
        try:
            return self.known(field, _checked(field, value))
        except QueryError as error:
            error.position = at
            raise

    def _quotation(self) -> str | None:
        """The text in quotation marks; None if none begin here."""
        if found := self._taken(_QUOTED):
            return found["typeset"] or _ESCAPED.sub(r"\1", found["plain"] or "")
        if _UNCLOSED.match(self.text, self.position):
            raise QueryError("unclosed quotation mark", position=self.position)
        return None

    def _taken(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The match of a pattern at the position, which moves past it."""
        if found := pattern.match(self.text, self.position):
            self.position = found.end()
        return found


def _word(text: str) -> Term:
    """A word to find; an operator's name becomes a phrase, so that its text form does not parse as the operator."""
    return Term(text, phrase=text in _OPERATORS)


def _checked(field: Field, value: str) -> str:
    """A value in canonical form; raises QueryError if the field cannot have it."""
    if field in TIME_FIELDS:
        try:
            return times.day_or_month(value) if field is Field.ON else times.day_or_time(value)
        except ValueError as error:
            raise QueryError(f"{field}: takes {times.DAYS if field is Field.ON else times.TIMES}") from error
    if (allowed := _ALLOWED.get(field)) is None:
        return value
    if field is Field.CLAIM:
        value = _SIDES.get(value.lower(), value)
    if value.lower() not in allowed:
        reason = f"{field}: takes {', '.join(allowed)}, not {_short(value)}"
        raise QueryError(reason, suggestion=nearest(value, allowed))
    return value.lower()


def _short(text: str) -> str:
    """A text, cut to the length that a message quotes."""
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"
