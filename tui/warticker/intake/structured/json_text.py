"""JSON as pages and servers really write it: in scripts, guarded, with control characters in texts."""

from __future__ import annotations

import json
import re
from typing import Any

from warticker.errors import SourceError
from warticker.expressions import compiled

_LARGE = 500_000
"""From how many characters on parsing would keep a key waiting."""
SMALLEST = 200
"""The fewest characters of JSON with reports."""
_MOST_LISTS = 300_000
_MOST_VALUES = 3_000_000
_TRAILING = compiled(r'("(?:[^"\\]|\\.)*+(?:"|\Z))|,(?=\s*[}\]])', re.DOTALL)
_WRAPPING = compiled(r"^(?:\s|//[^\n]*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[|<!--)*")
_CLOSING = compiled(r"(?:\s|;|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|-->)*$")
_LONGEST_CLOSING = 200
_NAME = r"[A-Za-z_$][\w.$]{0,99}"
_IN_A_SCRIPT = compiled(
    r"\ufeff?\s{0,99}(?:\)\]\}'?,?|for\s?\(;;\);|while\s?\(1\);|"
    rf"(?:/\*[^*]{{0,20}}\*/\s?)?(?:(?:var|let|const)\s)?\s{{0,9}}{_NAME}\s{{0,9}}(?P<call>\(|=))\s{{0,99}}(?=[\[{{])"
)
"""What precedes JSON in scripts: a guard against running it, a call, an assignment."""


def unguarded(text: str) -> str:
    """JSON without its wrapping in a script: `callback(…);`, `)]}',`, `window.x = …;`."""
    match = _IN_A_SCRIPT.match(text)
    if match is None:
        return text
    rest = text[match.end() :]
    end = len(rest.rstrip().rstrip(";").rstrip())
    return rest[: end - 1] if match["call"] == "(" and rest[end - 1 : end] == ")" else rest[:end]


def loads(text: str, *, name: str) -> Any:
    """The value of a JSON text; raises SourceError if it is damaged, nested too deeply or too large."""
    text = unguarded(text)
    if _is_too_much(text):
        raise SourceError(name, f"the JSON has more than {_MOST_LISTS} lists or {_MOST_VALUES} values")
    try:
        return _loaded(text)
    except RecursionError as error:
        raise SourceError(name, "the JSON is nested too deeply") from error
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) - 1 or error.msg.startswith("Unterminated")
        what = "the JSON is cut off" if cut else "the JSON is damaged"
        raise SourceError(name, f"{what} (line {error.lineno}, column {error.colno})") from error
    except ValueError as error:
        raise SourceError(name, "the JSON has a number that is too long") from error


def embedded(text: str) -> Any:
    """The value of a script element's JSON; None if it cannot be read."""
    closing = _CLOSING.search(text, max(0, len(text) - _LONGEST_CLOSING))
    text = _WRAPPING.sub("", text[: closing.start()] if closing else text)
    if text.startswith(("{&quot;", "[{&quot;")):
        # Imported here: hardly any page escapes its scripts.
        from html import unescape

        text = unescape(text)
    try:
        return None if _is_too_much(text) else _loaded(text)
    except (RecursionError, ValueError):
        return None


def decoder(text: str) -> json.JSONDecoder:
    """A JSON decoder for a text that does not block other threads."""
    return _DECODER if len(text) < _LARGE else _YIELDING


def _is_too_much(text: str) -> bool:
    return len(text) >= _LARGE and (text.count("[") > _MOST_LISTS or text.count(",") > _MOST_VALUES)


def _loaded(text: str) -> Any:
    reading = decoder(text)
    try:
        return reading.decode(text)
    except json.JSONDecodeError:
        mended = _TRAILING.sub(lambda match: match[1] or "", text)
        if len(mended) == len(text):
            raise
        return reading.decode(mended)


def _same(record: dict[str, Any]) -> dict[str, Any]:
    return record


def _number(text: str) -> float:
    return float(text)


def _whole_number(text: str) -> int:
    return int(text)


_DECODER = json.JSONDecoder(strict=False)
_YIELDING = json.JSONDecoder(strict=False, object_hook=_same, parse_float=_number, parse_int=_whole_number)
"""Lets other threads run at each record and number; takes twice as long."""
