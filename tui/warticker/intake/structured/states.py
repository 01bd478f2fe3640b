"""JSON that a page carries for its scripts: in their elements, in what they assign, in attributes; none is run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import partial
from html import unescape
from typing import TYPE_CHECKING, Any

from warticker.intake.structured import flight, jsontext
from warticker.intake.structured.literals import NoLiteralError, literal
from warticker.intake.structured.references import Expansion

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_BEFORE = re.compile(
    r"""JSON\.parse\(\s{0,9}(?=["'`])|"""
    r"""(?:[=(]|\breturn)\s{0,9}(?=\{\s{0,99}["'\w$]|\[\s{0,99}[\[{"\d])|,\s{0,99}(?=\{\s{0,99}["\w$]{1,40}:\s?[\[{])"""
)
"""What stands before a literal in a script, and how one begins that holds reports."""
_MARK = r"&(?:quot|#34|#x22);"
_ATTRIBUTE = re.compile(rf"""=\s?(?:"([\[{{]{{1,2}}{_MARK}[^"]*)"|'([\[{{]{{1,2}}(?:"|{_MARK})[^']*)')""")
"""An attribute whose value begins as JSON does that holds records."""
_PROGRAM = re.compile(r"(?:(?:text|application)/(?:x-)?(?:java|ecma)script\b.*|module)?")
"""The sorts of scripts that are run (HTML, 4.12.1); the others hold what is for those."""
_TRIES = 1000
"""How often a literal is looked for in one script."""
_WINDOW = 200_000
_OVERLAP = 200
"""How many characters of a script are looked through at once, and how many of them twice."""
_SMALLEST = 200
"""How many characters JSON has at least that holds reports."""
_PIECE = 2
"""How many values a script passes on with each piece of a stream: its sort and the piece."""
_WRAPPED = 10
"""How many sorts a value of a flat list is of at most, one in the other."""


def values(parser: LexborHTMLParser, html: str) -> Iterator[Any]:
    """What a page's scripts and then its attributes hold, in its order; what cannot be read is left out."""
    streamed: list[str] = []
    for node in parser.css("script"):
        sort, text = (node.attributes.get("type") or "").lower(), node.text()
        if len(text) < _SMALLEST or "ld+json" in sort:
            continue
        if not _PROGRAM.fullmatch(sort):
            value = jsontext.embedded(text)
            yield Expansion(partial(_part, value)).of(0) if _is_flat(value) else value
            continue
        for value in _assigned(text):
            if _is_piece(value):
                streamed.append(value[1])
            else:
                yield value
    yield from flight.values("".join(streamed))
    yield from _of_attributes(html)


def _of_attributes(html: str) -> Iterator[Any]:
    """What elements are told for the scripts that draw them, whatever the attribute is called."""
    for match in _ATTRIBUTE.finditer(html):
        if len(told := match[1] or match[2]) >= _SMALLEST:
            yield jsontext.embedded(unescape(told))


def _assigned(script: str) -> Iterator[Any]:
    """The JSON that a script assigns or hands over, be it as a text that is parsed once more."""
    decoder = jsontext.decoder(script)
    position = 0
    for _ in range(_TRIES):
        match = _next(script, position)
        if match is None:
            return
        try:
            value, position = _read(decoder, script, match.end())
        except NoLiteralError as error:
            # What has been read once and is no literal is not read again.
            position = max(match.end(), error.position)
            continue
        except (RecursionError, ValueError):
            return
        yield jsontext.embedded(value) if isinstance(value, str) else value


def _next(script: str, position: int) -> re.Match[str] | None:
    """What stands before the next literal; other threads can run while a long script is looked through."""
    while position < len(script):
        if match := _BEFORE.search(script, position, position + _WINDOW):
            return match
        position += _WINDOW - _OVERLAP
    return None


def _read(decoder: json.JSONDecoder, script: str, start: int) -> tuple[Any, int]:
    """JSON, or a literal of JavaScript that is none, and where it ends."""
    try:
        return decoder.raw_decode(script, start)
    except json.JSONDecodeError:
        return literal(script, start)


def _is_piece(value: Any) -> bool:
    return isinstance(value, list) and len(value) == _PIECE and value[0] == 1 and isinstance(value[1], str)


def _is_flat(value: Any) -> bool:
    """Whether a value is a list whose records name their parts by number (devalue's format, as Nuxt uses it)."""
    if not isinstance(value, list) or not value:
        return False
    first = value[0]
    parts = first.values() if isinstance(first, dict) else first[1:] if isinstance(first, list) else ()
    return bool(parts) and all(type(part) is int and part < len(value) for part in parts)


def _part(flat: Sequence[Any], number: Any) -> Any:
    """What a number stands for in a flat list."""
    for _ in range(_WRAPPED):
        value = flat[number] if type(number) is int and 0 <= number < len(flat) else None
        if not (isinstance(value, list) and value and isinstance(value[0], str)):
            return value
        # A sort of value by its name, `["Reactive", 3]`, `["Date", "2025-11-14T16:05:00Z"]`.
        number = value[1] if len(value) > 1 else None
        if type(number) is not int:
            return number
    return None
