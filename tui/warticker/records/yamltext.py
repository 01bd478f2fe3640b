"""YAML as plain lists and dicts, read event by event.

PyYAML's own loaders build nodes by recursion in C, which ninety thousand brackets crash; they follow references that
make a few bytes a gigabyte, and take twice the time. Here depth is limited, references and tags are refused, and a
day or time that stands without quotation marks stays the text that it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from warticker.errors import DataError, no_yaml

MAX_DEPTH = 20
"""How deep lists and records may nest; ours nest six deep."""

_WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None, "true": True, "True": True, "false": False,
          "False": False}  # fmt: skip
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+][0-9]{1,4})?")
_BEGINNINGS = frozenset({"", *"~nNtTfF+-.0123456789"})


class _RefusedError(Exception):
    """What is valid YAML and is not read; told as PyYAML tells its own mistakes."""

    def __init__(self, event: Any, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.problem_mark = event.start_mark


def documents(text: str, above: int = 0) -> Iterator[tuple[int, Any]]:
    """The documents of a YAML stream: in which line each begins and what it holds.

    That is text, numbers, true, false, None, lists, dicts with text as keys. Lines count on from the `above` ones that
    stand before the text in its file. Raises DataError where the text is no YAML, nests deeper than MAX_DEPTH, or has
    references or tags.
    """
    # Imported here as most commands need no YAML, and it takes a tenth of the start.
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
    """What begins with an event; `following` gives the ones behind it."""
    kind = event.__class__.__name__
    if kind == "AliasEvent":
        raise _RefusedError(event, "references cannot be read")
    if event.tag is not None:
        raise _RefusedError(event, "tags cannot be read")
    if kind == "ScalarEvent":
        text = event.value
        # Only plain text can be a number or a word, and only where it begins like one.
        return _plain(text) if event.implicit[0] and text[:1] in _BEGINNINGS else text
    if depth == MAX_DEPTH:
        raise _RefusedError(event, "nested too deeply")
    return (_list if kind == "SequenceStartEvent" else _record)(following, depth + 1)


def _list(following: Callable[[], Any], depth: int) -> list[Any]:
    """A list's values, up to the event that ends it."""
    values = []
    while (event := following()).__class__.__name__ != "SequenceEndEvent":
        values.append(_value(event, following, depth))
    return values


def _record(following: Callable[[], Any], depth: int) -> dict[str, Any]:
    """A record's values by name, up to the event that ends it."""
    values: dict[str, Any] = {}
    while (event := following()).__class__.__name__ != "MappingEndEvent":
        name = getattr(event, "value", None)
        if not isinstance(name, str):
            raise _RefusedError(event, "the name of a field is no text")
        if name in values:
            raise _RefusedError(event, f"{name[:40]} stands twice")
        values[name] = _value(following(), following, depth)
    return values


def _plain(text: str) -> Any:
    """What text without quotation marks means."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else text
