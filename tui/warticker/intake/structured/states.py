"""JSON that a page has for its scripts: in their elements, assignments and attributes; none is run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import partial
from html import unescape
from typing import TYPE_CHECKING, Any

from warticker.intake.structured import flight, json_text
from warticker.intake.structured.literals import NoLiteralError, literal
from warticker.intake.structured.references import Expansion

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_BEFORE = re.compile(
    r"""JSON\.parse\(\s{0,9}(?=["'`])|"""
    r"""(?:[=(]|\breturn)\s{0,9}(?=\{\s{0,99}["'\w$]|\[\s{0,99}[\[{"\d])|,\s{0,99}(?=\{\s{0,99}["\w$]{1,40}:\s?[\[{])"""
)
"""The code before a literal in a script, and the beginning of a literal with reports."""
_MARK = r"&(?:quot|#34|#x22);"
_ATTRIBUTE = re.compile(rf"""=\s?(?:"([\[{{]{{1,2}}{_MARK}[^"]*)"|'([\[{{]{{1,2}}(?:"|{_MARK})[^']*)')""")
"""An attribute whose value begins like JSON with records."""
_PROGRAM = re.compile(r"(?:(?:text|application)/(?:x-)?(?:java|ecma)script\b.*|module)?")
"""The types of scripts that are run (HTML, 4.12.1); the others hold data for them."""
_MOST_TRIES = 1000
"""The most attempts to find a literal in one script."""
_WINDOW = 200_000
_OVERLAP = 200
"""How many characters of a script are searched at once, and the overlap of these parts."""
_MOST_WRAPPERS = 10
"""The most nested kinds of a value in a flat list."""


def values(parser: LexborHTMLParser, html: str) -> Iterator[Any]:
    """The values in a page's scripts and then in its attributes, in order; unreadable ones are left out."""
    streamed: list[str] = []
    for node in parser.css("script"):
        sort, text = (node.attributes.get("type") or "").lower(), node.text()
        if len(text) < json_text.SMALLEST or "ld+json" in sort:
            continue
        if not _PROGRAM.fullmatch(sort):
            value = json_text.embedded(text)
            yield Expansion(partial(_part, value)).of(0) if _is_flat(value) else value
            continue
        for value in _assigned(text):
            match value:
                case [1, str(piece)]:
                    # A piece of a stream, after its kind.
                    streamed.append(piece)
                case _:
                    yield value
    yield from flight.values("".join(streamed))
    yield from _of_attributes(html)


def _of_attributes(html: str) -> Iterator[Any]:
    """Data for scripts in attributes, whatever their names."""
    for match in _ATTRIBUTE.finditer(html):
        if len(text := match[1] or match[2]) >= json_text.SMALLEST:
            yield json_text.embedded(unescape(text))


def _assigned(script: str) -> Iterator[Any]:
    """The JSON that a script assigns or passes on, even as a text that is parsed again."""
    decoder = json_text.decoder(script)
    position = 0
    for _ in range(_MOST_TRIES):
        match = _next(script, position)
        if match is None:
            return
        try:
            value, position = _read(decoder, script, match.end())
        except NoLiteralError as error:
            # A literal that failed to parse is not tried again.
            position = max(match.end(), error.position)
            continue
        except (RecursionError, ValueError):
            return
        yield json_text.embedded(value) if isinstance(value, str) else value


def _next(script: str, position: int) -> re.Match[str] | None:
    """The code before the next literal; other threads can run while a long script is searched."""
    while position < len(script):
        if match := _BEFORE.search(script, position, position + _WINDOW):
            return match
        position += _WINDOW - _OVERLAP
    return None


def _read(decoder: json.JSONDecoder, script: str, start: int) -> tuple[Any, int]:
    """The value of JSON, or else of a JavaScript literal, and where it ends."""
    try:
        return decoder.raw_decode(script, start)
    except json.JSONDecodeError:
        return literal(script, start)


def _is_flat(value: Any) -> bool:
    """Whether a value is a list whose records refer to their parts by number (devalue's format, used by Nuxt)."""
    if not isinstance(value, list) or not value:
        return False
    first = value[0]
    parts = first.values() if isinstance(first, dict) else first[1:] if isinstance(first, list) else ()
    return bool(parts) and all(type(part) is int and part < len(value) for part in parts)


def _part(flat: Sequence[Any], number: Any) -> Any:
    """The value of a number in a flat list."""
    for _ in range(_MOST_WRAPPERS):
        value = flat[number] if type(number) is int and 0 <= number < len(flat) else None
        if not (isinstance(value, list) and value and isinstance(value[0], str)):
            return value
        # A value with its kind by name, `["Reactive", 3]`, `["Date", "2025-11-14T16:05:00Z"]`.
        number = value[1] if len(value) > 1 else None
        if type(number) is not int:
            return number
    return None
