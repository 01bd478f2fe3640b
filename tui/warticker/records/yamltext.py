"""YAML as plain lists and dicts, read event by event.

PyYAML's own loaders build nodes by recursion in C, which ninety thousand brackets crash; they follow references that
make a few bytes a gigabyte, and take twice the time. Here depth is limited, references and tags are refused, and a
day or time that stands without quotation marks stays the text that it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from warticker.errors import DataError

MAX_DEPTH = 20
"""How deep lists and records may nest; ours nest six deep."""

_WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None, "true": True, "True": True, "false": False,
          "False": False}  # fmt: skip
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+][0-9]{1,4})?")
_KEYLESS = object()


def documents(text: str) -> Iterator[Any]:
    """What each document of a YAML stream holds: text, numbers, true, false, None, lists, dicts with text as keys.

    Raises DataError where the text is no YAML, nests deeper than MAX_DEPTH, or has references or tags.
    """
    # Imported here as most commands need no YAML, and it takes a tenth of the start.
    import yaml

    reader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        while not reader.check_event(yaml.StreamEndEvent):
            event = reader.get_event()
            if isinstance(event, yaml.DocumentStartEvent):
                yield _document(reader)
    except (yaml.YAMLError, ValueError) as error:
        raise DataError(_told(error)) from error
    finally:
        reader.dispose()


def _document(reader: Any) -> Any:
    """What a document holds, up to the event that ends it."""
    root: list[Any] = []
    stack: list[list[Any] | dict[str, Any]] = [root]
    keys: list[Any] = [_KEYLESS]
    while True:
        event = reader.get_event()
        match type(event).__name__:
            case "ScalarEvent":
                value = _scalar(event)
            case "SequenceStartEvent":
                value = []
            case "MappingStartEvent":
                value = {}
            case "SequenceEndEvent" | "MappingEndEvent":
                stack.pop()
                keys.pop()
                continue
            case "DocumentEndEvent":
                return root[0]
            case _:
                raise _refused(event, "references cannot be read")
        if event.tag is not None:
            raise _refused(event, "tags cannot be read")
        parent = stack[-1]
        if isinstance(parent, list):
            parent.append(value)
        elif keys[-1] is _KEYLESS:
            keys[-1] = _key(event, parent)
            continue
        else:
            parent[keys[-1]] = value
            keys[-1] = _KEYLESS
        if isinstance(value, list | dict):
            stack.append(value)
            keys.append(_KEYLESS)
            if len(stack) > MAX_DEPTH:
                raise _refused(event, "nested too deeply")


def _key(event: Any, record: dict[str, Any]) -> str:
    """A field's name, which must be text and new."""
    name = getattr(event, "value", None)
    if not isinstance(name, str):
        raise _refused(event, "the name of a field is no text")
    if name in record:
        raise _refused(event, f"{name[:40]} stands twice")
    return name


def _scalar(event: Any) -> Any:
    """What a scalar means: text in quotation marks or a block is text, plain text may be a number or a word."""
    text = event.value
    if not event.implicit[0] or len(text) > 30:
        return text
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
