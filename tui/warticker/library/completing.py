"""Completions of a query: its last word as a field, or a field with one more value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from warticker.archive.query.conditions import Field, quoted, written_value
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
    start = start_of_last(typed, " ")
    start += len(typed[start:]) - len(typed[start:].lstrip(BEFORE))
    before, (name, colon, begun) = typed[:start], typed[start:].partition(":")
    if not colon:
        names = FIELD_NAMES if name else tuple(Field)
        yield from (f"{before}{each}:" for each in names if each.startswith(name))
    elif (field := FIELD_NAMES.get(name)) is not None:
        last = start_of_last(begun, ",")
        head, looked_for = f"{before}{name}:{begun[:last]}", fold(begun[last:].strip('"'))
        written = quoted if begun[last:].startswith('"') else written_value
        known = _FEW.get(field) or values(field)
        yield from (head + written(value) for value in known if fold(value).startswith(looked_for))


def start_of_last(typed: str, separator: str) -> int:
    """Where the last of the parts between separators begins; quoted text is not split."""
    start, within = 0, False
    for index, letter in enumerate(typed):
        if letter == '"':
            within = not within
        elif letter == separator and not within:
            start = index + 1
    return start
