"""JavaScript's literals, as pages write data for their scripts: unquoted keys, single quotes, named values.

They are parsed like JSON, and nothing more: what has calls, operators or references is no literal (ECMA-262, 13.2).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from warticker.intake.structured import json_text

_TOKEN = re.compile(
    r"\s*+(?:(?P<quoted>\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|`(?:[^`\\$]|\\.)*+`)|(?P<open>[\[{])|(?P<close>[\]}])|"
    r"(?P<mark>[:,])|new Date\(\s{0,9}(?P<date>\d{1,15}|\"[^\"\\]{0,40}\")\s{0,9}\)|"
    r"(?P<number>-?(?:\d[\d.]*|\.\d+)(?:[eE][+-]?\d+)?)|(?P<named>!0|!1|void 0|[A-Za-z_$][\w$]*+))",
    re.DOTALL,
)
_VALUES_KINDS = frozenset({"quoted", "date", "number", "named"})
_VALUES = {"true": "true", "false": "false", "!0": "true", "!1": "false"}
_ESCAPED = re.compile(r"(\\[\"\\/bfnrtu])|\\(?:x([0-9a-fA-F]{2})|(.))|(\")|([\n\r\t])", re.DOTALL)
_FUNCTION = re.compile(r"function\s{0,9}\(([\w$, ]{0,20000})\)\s{0,9}\{[^{}]{0,2000}\breturn\s{0,9}$")
_CALL = re.compile(r"\s{0,9};?\s{0,9}\}\s{0,9}\(")
_FUNCTION_REACH = 22_100
"""How many characters before a literal the head of the function may be that returns it."""
_DEEPEST = 200
_MOST_TOKENS = 300_000
"""The most tokens of a literal."""


class NoLiteralError(ValueError):
    """There is no literal at a position; `position` says how far it could have been one."""

    def __init__(self, position: int) -> None:
        super().__init__("no literal")
        self.position = position


def literal(script: str, start: int) -> tuple[Any, int]:
    """The record or list at a position of a script, and where it ends; raises NoLiteralError.

    Names in it are the arguments of the call of the function around it (as Nuxt writes its state).
    """
    text, end = _written(script, start, {})
    if names := _arguments(script, start, end):
        text = _written(script, start, names)[0]
    value = json_text.embedded(text)
    if value is None:
        raise NoLiteralError(end)
    return value, end


def _arguments(script: str, start: int, end: int) -> Mapping[str, str]:
    """The parameters of the function that returns a literal, each with its argument."""
    head = _FUNCTION.search(script[max(0, start - _FUNCTION_REACH) : start])
    call = _CALL.match(script, end) if head else None
    if head is None or call is None:
        return {}
    names = [name.strip() for name in head[1].split(",")]
    values: list[str] = []
    position = call.end()
    while (token := _TOKEN.match(script, position)) is not None and len(values) < len(names):
        if token["open"]:
            written, position = _written(script, token.start("open"), {})
        else:
            written, position = _plain(token, {}), token.end()
        values.append(written)
        mark = _TOKEN.match(script, position)
        if mark is None or mark["mark"] != ",":
            break
        position = mark.end()
    return dict(zip(names, values, strict=False))


def _written(script: str, start: int, names: Mapping[str, str]) -> tuple[str, int]:
    """A literal as JSON, and where it ends."""
    parts: list[str] = []
    position, depth, last = start, 0, ""
    while token := _TOKEN.match(script, position):
        kind = token.lastgroup or ""
        before, position = position, token.end()
        if kind == "close" and last == ",":
            parts.pop()
        if kind in {"open", "close"}:
            depth += 1 if kind == "open" else -1
        elif kind in _VALUES_KINDS and last in {*_VALUES_KINDS, "close"}:
            raise NoLiteralError(before)
        parts.append(token[0].strip() if kind in {"open", "close", "mark"} else _key(token) or _plain(token, names))
        last = token["mark"] or kind
        if depth == 0:
            return "".join(parts), position
        if depth > _DEEPEST or len(parts) > _MOST_TOKENS:
            raise NoLiteralError(position)
    raise NoLiteralError(position)


def _key(token: re.Match[str]) -> str:
    """A name as a key, if a colon follows; else empty."""
    named = token["named"] or token["number"]
    behind = _TOKEN.match(token.string, token.end()) if named else None
    return json.dumps(named) if behind is not None and behind["mark"] == ":" else ""


def _plain(token: re.Match[str], names: Mapping[str, str]) -> str:
    """A text, a number or a name as JSON."""
    if date := token["date"]:
        return date
    if quoted := token["quoted"]:
        return quoted if quoted[0] == '"' else f'"{_ESCAPED.sub(_escaped, quoted[1:-1])}"'
    if number := token["number"]:
        return json.dumps(float(number)) if number.count(".") == 1 else number
    return names.get(token["named"]) or _VALUES.get(token["named"], "null")


def _escaped(match: re.Match[str]) -> str:
    same, code, char, quote, control = match.groups()
    if same:
        return same
    if code:
        return f"\\u00{code}"
    return json.dumps(control or quote)[1:-1] if control or quote else char.replace("\n", "")
