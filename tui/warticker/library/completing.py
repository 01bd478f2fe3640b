"""Completions of a query: its last word as a field, or a field with one more value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from warticker.archive.query.conditions import Field, written_value
from warticker.archive.query.grammar import FIELD_NAMES, STATES
from warticker.folding import fold
from warticker.model import Side

BEFORE = "-("
"""What may precede a field."""

_FEW = {
    Field.IS: STATES,
    Field.CLAIM: tuple(side.value for side in Side),
    Field.SINCE: ("today", "yesterday", "7d", "2h"),
    Field.UNTIL: ("today", "yesterday", "7d", "2h"),
    Field.ON: ("today", "yesterday", "7d"),
}
"""The values of fields that are the same for every archive."""


def completions(typed: str, values: Callable[[Field], Iterable[str]]) -> Iterator[str]:
    """The queries that the last word can be completed to; `values` gives a field's values in order of preference.

    A field's German name is offered once its first letter is typed.
    """
    start = _last_word(typed)
    start += len(typed[start:]) - len(typed[start:].lstrip(BEFORE))
    before, (name, colon, begun) = typed[:start], typed[start:].partition(":")
    if not colon:
        names = FIELD_NAMES if name else tuple(Field)
        yield from (f"{before}{each}:" for each in names if each.startswith(name))
    elif (field := FIELD_NAMES.get(name)) is not None:
        first, comma, last = begun.rpartition(",")
        head, looked_for = f"{before}{name}:{first}{comma}", fold(last.strip('"'))
        known = _FEW.get(field) or values(field)
        yield from (head + written_value(value) for value in known if fold(value).startswith(looked_for))


def _last_word(typed: str) -> int:
    """Where the last word begins; quoted text is not split."""
    start, quoted = 0, False
    for index, letter in enumerate(typed):
        if letter == '"':
            quoted = not quoted
        elif letter == " " and not quoted:
            start = index + 1
    return start
