"""Adds a view to the text of config.yaml, or removes one; everything else stays as it is, including comments.

The result is parsed again for verification: a text in an unknown notation is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

import yaml

from warticker.errors import SettingsError
from warticker.settings.config import View, parsed

BY_HAND = "its notation is not supported here; edit views by hand"
"""The error for a text in an unknown notation."""

INDENT = 2
"""Columns before the dash of a view in a list that we add."""

_REST_OF_LINE = re.compile(r"[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029]|\Z)")
"""Including the line break, as YAML 1.1 defines it."""


def with_view(text: str, view: View) -> str:
    """A text with a view added, or replaced by name; raises SettingsError."""
    return _changed(text, view.name, view)


def without_view(text: str, name: str) -> str:
    """A text with a view removed, or unchanged if there is none of this name. Raises SettingsError."""
    return _changed(text, name, None)


def _changed(text: str, name: str, view: View | None) -> str:
    before = parsed(text)
    views = {each.name: each for each in before.views}
    if view is not None:
        views[name] = view
    elif views.pop(name, None) is None:
        return text
    changed = _rewritten(text, before.views, name, view)
    with suppress(SettingsError):
        now = parsed(changed)
        same = replace(now, views=()) == replace(before, views=())
        if same and {each.name: each for each in now.views} == views:
            return changed
    raise SettingsError(BY_HAND)


def _rewritten(text: str, views: Sequence[View], name: str, view: View | None) -> str:
    """The text with the view of a name replaced, added or removed."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    for heading, node in root.value if isinstance(root, yaml.MappingNode) else ():
        if heading.value == "views":
            if not isinstance(node, yaml.SequenceNode):
                below = _line_end(text, heading)
                return _spliced(text, below, below, _written(view, INDENT))
            if node.flow_style:
                return _bracketed(text, node, {each.name: each for each in views} | {name: view})
            return _dashed(text, heading, node, name, view)
    return _spliced(text, len(text), len(text), f"views:\n{_written(view, INDENT)}")


def _bracketed(text: str, node: yaml.SequenceNode, views: Mapping[str, View | None]) -> str:
    """The text with a list in brackets replaced by one with dashes."""
    before, behind = text[: node.start_mark.index], text[node.end_mark.index :]
    written = "".join(_written(each, INDENT) for each in views.values())
    return f"{before.rstrip(' ')}\n{written.rstrip()}{behind}"


def _dashed(text: str, heading: yaml.Node, node: yaml.SequenceNode, name: str, view: View | None) -> str:
    """The text with a view replaced in a list with dashes, from its dash to its last line."""
    places = {_name(item): (_line_start(item), _end(text, item)) for item in node.value}
    start, end = places.get(name, (max(end for _, end in places.values()),) * 2)
    changed = _spliced(text, start, end, _written(view, node.start_mark.column))
    if view is None and len(node.value) == 1:
        return changed[: _line_start(heading)] + changed[_line_end(text, heading) :]
    return changed


def _end(text: str, item: yaml.MappingNode) -> int:
    """Where the line after a view begins."""
    parts = [item] if item.flow_style else [part for pair in item.value for part in pair]
    return max(_line_end(text, part) for part in parts)


def _name(item: yaml.MappingNode) -> str | None:
    """A view's name; None if it is merged into the view from elsewhere."""
    return next((value.value for key, value in item.value if key.value == "name"), None)


def _line_start(node: yaml.Node) -> int:
    return int(node.start_mark.index - node.start_mark.column)


def _line_end(text: str, node: yaml.Node) -> int:
    """Where the line after a node begins; a block scalar already ends there."""
    mark = node.end_mark
    if mark.column == 0:
        return int(mark.index)
    rest = _REST_OF_LINE.match(text, mark.index)
    return rest.end() if rest else len(text)


def _spliced(text: str, start: int, end: int, lines: str) -> str:
    """The text with a range of lines replaced."""
    before = text[:start]
    gap = "\n" if before and not before.endswith(("\n", "\r")) else ""
    return f"{before}{gap}{lines}{text[end:]}"


def _written(view: View | None, column: int) -> str:
    """A view as lines, with its dash in a column; empty for none."""
    if view is None:
        return ""
    fields = {"name": view.name, "query": view.query, **({"key": view.key} if view.key else {})}
    lines = [f"{field}: {_scalar(value)}\n" for field, value in fields.items()]
    return "".join(f"{' ' * column}{'  ' if index else '- '}{line}" for index, line in enumerate(lines))


def _scalar(value: str) -> str:
    """A text as YAML on one line."""
    written = yaml.safe_dump(value, allow_unicode=True, width=float("inf"))
    return str(written).removesuffix("\n").removesuffix("...").rstrip("\n")
