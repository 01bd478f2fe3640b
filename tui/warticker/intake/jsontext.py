"""JSON as pages and servers really write it: control characters in texts, trailing commas, comment marks around it."""

from __future__ import annotations

import json
import re
from typing import Any

from warticker.errors import SourceError

_TRAILING = re.compile(r'("(?:[^"\\]|\\.)*+(?:"|\Z))|,(?=\s*[}\]])', re.DOTALL)
_WRAPPING = re.compile(r"^(?:\s|//[^\n]*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[|<!--)*")
_CLOSING = re.compile(r"(?:\s|;|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|-->)*$")


def loads(text: str, *, name: str) -> Any:
    """What a JSON text holds; raises SourceError where it is damaged or nested too deeply."""
    try:
        return _loaded(text)
    except RecursionError as error:
        raise SourceError(name, "JSON that is nested too deeply") from error
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) - 1 or error.msg.startswith("Unterminated")
        what = "JSON that is cut off" if cut else "damaged JSON"
        raise SourceError(name, f"{what} (line {error.lineno}, column {error.colno})") from error
    except ValueError as error:
        raise SourceError(name, "JSON with a number that is too long") from error


def embedded(text: str) -> Any:
    """What the JSON of a script element holds; None where it cannot be read."""
    text = _WRAPPING.sub("", text[: len(text) - len(tail[0])] if (tail := _closing(text)) else text)
    if text.startswith(("{&quot;", "[{&quot;")):
        # Imported here as hardly any page escapes its scripts.
        from html import unescape

        text = unescape(text)
    try:
        return _loaded(text)
    except (RecursionError, ValueError):
        return None


def _closing(text: str) -> re.Match[str] | None:
    start = max(0, len(text) - 200)
    return _CLOSING.search(text, start)


def _loaded(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError:
        mended = _TRAILING.sub(lambda match: match[1] or "", text)
        if len(mended) == len(text):
            raise
        return json.loads(mended, strict=False)
