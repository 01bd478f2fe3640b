"""YAML as plain lists and dicts, read event by event.

PyYAML's own loaders build nodes by recursion in C, which ninety thousand brackets crash; they follow references, by
which a few bytes can expand to a gigabyte, and take twice as long. Here depth is limited, references and tags are
refused, and an unquoted day or time stays text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from warticker.errors import DataError, no_yaml

MAX_DEPTH = 20
"""How deep lists and records may nest; our own nest six deep."""

_WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None, "true": True, "True": True, "false": False,
          "False": False}  # fmt: skip
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+][0-9]{1,4})?")
_BEGINNINGS = frozenset({"", *"~nNtTfF+-.0123456789"})


class _RefusedError(Exception):
    """Valid YAML that is refused; reported like PyYAML's own errors."""

    def __init__(self, event: Any, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.problem_mark = event.start_mark


def documents(text: str, above: int = 0) -> Iterator[tuple[int, Any]]:
    """The documents of a YAML stream: the line on which each begins, and its value.

    Values are text, numbers, booleans, None, lists, and dicts with text as keys. Line numbers continue from `above`,
    the lines that precede the text in its file. Raises DataError if the text is not YAML, nests deeper than MAX_DEPTH,
    or has references or tags.
    """
    # Imported here: most commands need no YAML, and it takes a tenth of the start.
    import yaml

    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    except ValueError as error:
        raise DataError(no_yaml(error, above)) from error
    try:
        while not loader.check_event(yaml.StreamEndEvent):
            event: Any = loader.get_event()
            if event.__class__.__name__ == "DocumentStartEvent":
                yield event.start_mark.line + 1 + above, _value(loader.get_event(), loader.get_event, 0)
    except (yaml.YAMLError, ValueError, _RefusedError) as error:
        raise DataError(no_yaml(error, above)) from error
    finally:
        loader.dispose()


def _value(event: Any, following: Callable[[], Any], depth: int) -> Any:
    """The value that begins with an event; `following` gives the events after it."""
    kind = event.__class__.__name__
    if kind == "AliasEvent":
        raise _RefusedError(event, "references are not supported")
    if event.tag is not None:
        raise _RefusedError(event, "tags are not supported")
    if kind == "ScalarEvent":
        text = event.value
        # Only a plain scalar can be a number or a keyword, and only if it begins like one.
        return _plain(text) if event.implicit[0] and text[:1] in _BEGINNINGS else text
    if depth == MAX_DEPTH:
        raise _RefusedError(event, "nested too deeply")
    return (_list if kind == "SequenceStartEvent" else _record)(following, depth + 1)


def _list(following: Callable[[], Any], depth: int) -> list[Any]:
    """A list's values, up to its end event."""
    values = []
    while (event := following()).__class__.__name__ != "SequenceEndEvent":
        values.append(_value(event, following, depth))
    return values


def _record(following: Callable[[], Any], depth: int) -> dict[str, Any]:
    """A record's values by name, up to its end event."""
    values: dict[str, Any] = {}
    while (event := following()).__class__.__name__ != "MappingEndEvent":
        name = getattr(event, "value", None)
        if not isinstance(name, str):
            raise _RefusedError(event, "a field name is not text")
        if name in values:
            raise _RefusedError(event, f"{name[:40]} occurs twice")
        values[name] = _value(following(), following, depth)
    return values


def _plain(text: str) -> Any:
    """What an unquoted scalar means."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else text
