"""Keeps views in config.yaml, and leaves all else that the user wrote there as it is, comments too.

Only the lines of the view in question change. What comes out is read back before it is written: where the file is
written in a way that this does not know, it is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

import yaml

from warticker.errors import SettingsError
from warticker.files import replacing
from warticker.settings.chosen import Settings, View, location, parsed

BY_HAND = "config.yaml cannot be changed as it is written: edit views by hand"
"""What is told where a file is written in a way that this does not know."""

INDENT = 2
"""Columns before the dash of a view in a list of our own."""


def keep(view: View) -> tuple[View, ...]:
    """Write a view into the user's file, in place of one of the same name; all views that it has then.

    Raises SettingsError where the file cannot be read or written.
    """
    return _rewrite(lambda text: with_view(text, view))


def drop(name: str) -> tuple[View, ...]:
    """Take a view out of the user's file; all views that it has then. Raises SettingsError as `keep` does."""
    return _rewrite(lambda text: without_view(text, name))


def with_view(text: str, view: View) -> str:
    """A file's text with a view, in place of the one of the same name or behind the others."""
    before = parsed(text, "config.yaml")
    others = [each for each in before.views if each.name != view.name]
    lines, block = text.splitlines(keepends=True), _Block(text)
    if block.flow is not None:
        places = {each.name: each for each in (*before.views, view)}
        return block.flowed(text, [*places.values()])
    if view.name in block.items:
        first, end = block.items[view.name]
    else:
        first = end = block.end if block.end is not None else len(lines)
        if lines and not lines[first - 1].endswith("\n"):
            lines[first - 1] += "\n"
    written = _written(view, block.column)
    if block.end is None:
        written = ["views:\n", *written]
    return _checked("".join([*lines[:first], *written, *lines[end:]]), before, [*others, view])


def without_view(text: str, name: str) -> str:
    """A file's text without a view; as it was where there is none of this name."""
    before = parsed(text, "config.yaml")
    others = [each for each in before.views if each.name != name]
    if len(others) == len(before.views):
        return text
    lines, block = text.splitlines(keepends=True), _Block(text)
    if block.flow is not None:
        return block.flowed(text, others)
    if name not in block.items:
        raise SettingsError(BY_HAND)
    first, end = block.items[name]
    kept = [*lines[:first], *lines[end:]]
    if not others:
        del kept[block.key]
    return _checked("".join(kept), before, others)


class _Block:
    """Where in a file the views stand, in lines."""

    def __init__(self, text: str) -> None:
        self.key = 0
        """The line of `views:`."""
        self.end: int | None = None
        """The line after the last view; None where there is no `views:` yet."""
        self.column = INDENT
        """The column of each view's dash."""
        self.flow: tuple[int, int] | None = None
        """Where a list in brackets begins and ends, in code points."""
        self.items: dict[str, tuple[int, int]] = {}
        """The first line of each view and the one after its last, by its name."""
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        pairs = root.value if isinstance(root, yaml.MappingNode) else []
        for key, value in pairs:
            if key.value == "views":
                self.key, self.end = key.start_mark.line, key.end_mark.line + 1
                if isinstance(value, yaml.SequenceNode) and value.flow_style:
                    self.flow = value.start_mark.index, value.end_mark.index
                elif isinstance(value, yaml.SequenceNode):
                    self.column = value.start_mark.column
                    for item in value.value:
                        self._enter(item)

    def flowed(self, text: str, views: Sequence[View]) -> str:
        """The text with views in place of a list in brackets."""
        start, end = self.flow or (0, 0)
        written = "".join(line for view in views for line in _written(view, INDENT)).rstrip("\n")
        now = f"{text[:start].rstrip(' ')}\n{written}{text[end:]}" if views else f"{text[:start]}[]{text[end:]}"
        return _checked(now, parsed(text, "config.yaml"), views)

    def _enter(self, item: yaml.Node) -> None:
        self.end = max(_last_line(leaf) for leaf in _leaves(item)) + 1
        for key, value in item.value:
            # One that is merged into the item stands elsewhere, and is left there.
            if key.value == "name":
                self.items[value.value] = item.start_mark.line, self.end


def _leaves(node: yaml.Node) -> Iterator[yaml.Node]:
    for key, value in node.value:
        yield from (key, value)


def _last_line(node: yaml.Node) -> int:
    """The last line of a text; that of a block of lines ends where the next line begins."""
    mark = node.end_mark
    return int(mark.line) - (mark.column == 0 and mark.line > node.start_mark.line)


def _written(view: View, column: int) -> list[str]:
    fields = {"name": view.name, "query": view.query, **({"key": view.key} if view.key else {})}
    lines = [f"{field}: {_scalar(value)}\n" for field, value in fields.items()]
    return [f"{' ' * column}{'  ' if index else '- '}{line}" for index, line in enumerate(lines)]


def _scalar(value: str) -> str:
    """A text as YAML writes it on one line."""
    written = yaml.safe_dump(value, allow_unicode=True, width=float("inf"))
    return str(written).removesuffix("\n").removesuffix("...").rstrip("\n")


def _checked(text: str, before: Settings, views: Sequence[View]) -> str:
    """The text, if it says what was said before and has these views; raises SettingsError if it does not."""
    with suppress(SettingsError, yaml.YAMLError):
        now = parsed(text, "config.yaml")
        if replace(now, views=()) == replace(before, views=()) and sorted(now.views, key=str) == sorted(views, key=str):
            return text
    raise SettingsError(BY_HAND)


def _rewrite(change: Callable[[str], str]) -> tuple[View, ...]:
    path = location().resolve()
    try:
        text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        changed = change(text)
        if changed != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(path) as file:
                file.write(changed)
    except (OSError, UnicodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise SettingsError(f"{path}: cannot be written: {reason}") from error
    return parsed(changed, str(path)).views
