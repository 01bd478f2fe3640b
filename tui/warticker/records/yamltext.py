"""YAML as plain lists and dicts, read event by event.

PyYAML's own loaders build nodes by recursion in C, which ninety thousand brackets crash; they follow references that
make a few bytes a gigabyte, and take twice the time. Here depth is limited, references and tags are refused, and a
day or time that stands without quotation marks stays the text that it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from warticker.errors import DataError

MAX_DEPTH = 20
"""How deep lists and records may nest; ours nest six deep."""

_WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None, "true": True, "True": True, "false": False,
          "False": False}  # fmt: skip
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+][0-9]{1,4})?")
_BEGINNINGS = frozenset({"", *"~nNtTfF+-.0123456789"})


def documents(text: str) -> Iterator[Any]:
    """What each document of a YAML stream holds: text, numbers, true, false, None, lists, dicts with text as keys.

    Raises DataError where the text is no YAML, nests deeper than MAX_DEPTH, or has references or tags.
    """
    # Imported here as most commands need no YAML, and it takes a tenth of the start.
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        while not loader.check_event(yaml.StreamEndEvent):
            if isinstance(loader.get_event(), yaml.DocumentStartEvent):
                yield _value(loader.get_event(), loader.get_event, 0)
    except (yaml.YAMLError, ValueError) as error:
        raise DataError(_told(error)) from error
    finally:
        loader.dispose()


def _value(event: Any, following: Callable[[], Any], depth: int) -> Any:
    """What begins with an event; `following` gives the ones behind it."""
    kind = event.__class__.__name__
    if kind == "AliasEvent":
        raise _refused(event, "references cannot be read")
    if event.tag is not None:
        raise _refused(event, "tags cannot be read")
    if kind == "ScalarEvent":
        text = event.value
        # Only plain text can be a number or a word, and only where it begins like one.
        return _plain(text) if event.implicit[0] and text[:1] in _BEGINNINGS else text
    if depth == MAX_DEPTH:
        raise _refused(event, "nested too deeply")
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
            raise _refused(event, "the name of a field is no text")
        if name in values:
            raise _refused(event, f"{name[:40]} stands twice")
        values[name] = _value(following(), following, depth)
    return values


def _plain(text: str) -> Any:
    """What text without quotation marks means."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else text


def _refused(event: Any, reason: str) -> DataError:
    return DataError(f"no valid YAML: {reason} in line {event.start_mark.line + 1}")


def _told(error: Exception) -> str:
    """What is wrong with a YAML text, and in which line."""
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    return f"no valid YAML: {' '.join(problem.split())[:120]}" + (f" in line {mark.line + 1}" if mark else "")
