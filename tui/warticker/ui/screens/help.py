"""The screen that lists all keys, and explains the signs of the list and the styles of the reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.style import Style
from textual.widgets import Static

from warticker.rendering.parts import SIDES
from warticker.settings import View
from warticker.ui.command import Command, Group
from warticker.ui.commands import also
from warticker.ui.drawing.hints import hints
from warticker.ui.drawing.row import SIGNS
from warticker.ui.drawing.wrapping import wrap
from warticker.ui.keys import KEY_WIDTH, key_label, keys_of
from warticker.ui.looks import HEADING, KEY, QUIET, TITLE, looks
from warticker.ui.nothing import ASKED
from warticker.ui.screens.dialog import Box

NAME_WIDTH = 18
"""Cells for a command's name, as config.yaml calls it."""

NAMES_FROM = 100
"""Columns from which the names are shown."""

SCROLLBAR = 1
"""Columns reserved for the scrollbar, whether it is shown or not."""

NAMED = "Every key can be changed in config.yaml, under keys, by the name on the right."
UNNAMED = f"Every key can be changed in config.yaml, under keys; names are shown from {NAMES_FROM} columns."

CHARTS = {"▁▃█": "On top: entries by the hour of the day", "━━╸": "Entries that a choice would leave"}
"""What is drawn of numbers, and what it tells."""

MOUSE = {
    "click": "Choose an entry, value or place; double-click to read the entry",
    "drag": "Select text in the reader; ctrl+c copies it",
}
"""What the mouse does."""

EXAMPLES = {
    "place": ("Kiew", "A place; → moves to it, enter filters by it"),
    "topic": ("Front", "A topic; move to it with → to see the words behind it"),
    "person": ("Pistorius", "A person"),
    "figure": ("24 Menschen", "A figure"),
    "quotation": ("„Nein“", "A quotation"),
    "hit": ("angriff", "A match of the search"),
}
"""The reader's styles for parts of a text, by name: an example, and what it means."""


class Explained(NamedTuple):
    """A key or a sign, and its explanation."""

    what: str
    says: str
    name: str = ""
    """A command's name in config.yaml."""
    style: Style | str = KEY


class HelpScreen(Box[None]):
    """All commands with their keys, by group, all signs and styles."""

    WIDTH = 100
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "dismiss", "Close", show=False),
        also("show-help", "dismiss"),
        also("quit-program", "dismiss"),
        Binding("j", "scroll('down')", show=False),
        Binding("k", "scroll('up')", show=False),
        Binding("space", "scroll('page_down')", show=False),
        Binding("b", "scroll('page_up')", show=False),
        Binding("g", "scroll('home')", show=False),
        Binding("G", "scroll('end')", show=False),
    ]

    text = query_one(Static)

    def __init__(self, commands: Iterable[Command], keys: Mapping[str, str], views: Sequence[View]) -> None:
        """`commands` come group by group."""
        super().__init__()
        self.commands = commands
        self.keys = keys
        """The user's own keys, by command."""
        self.views = [view for view in views if view.key]
        """The saved views that have a key."""

    def compose(self) -> ComposeResult:
        """All as one text: each further widget would have to be styled and laid out."""
        with VerticalScroll(classes="box"):
            yield Static(self._text())

    def fill(self) -> None:
        """Wrap the lines again."""
        self.text.update(self._text())

    def action_scroll(self, where: str) -> None:
        """Scroll by a line or a page, or to an end."""
        getattr(self.box, f"scroll_{where}")(animate=False)

    def _text(self) -> Content:
        """A heading and its lines for each group, and how to change keys."""
        named = self.app.size.width >= NAMES_FROM
        keys = hints([("space", "page down"), ("esc", "close")], self.app.size.width)
        lines = [Content.assemble(("Keys", TITLE), "   ", keys.stylize_before(QUIET))]
        for heading, explained in self._groups():
            lines += [Content(""), Content.styled(heading, HEADING)]
            lines += self._lines(explained, self.room - SCROLLBAR, named=named)
        lines += [Content(""), Content.styled(NAMED if named else UNNAMED, QUIET)]
        return Content("\n").join(lines)

    def _groups(self) -> Iterator[tuple[str, list[Explained]]]:
        """The headings with their lines: what is seen and not known comes first, the keys of panes last."""
        grouped = groupby(self.commands, key=lambda entry: entry.group)
        keys = {
            group: [Explained(key_label(keys_of(each, self.keys)), each.title, each.id) for each in commands]
            for group, commands in grouped
        }
        panes = {group: keys.pop(group) for group in (Group.FILTER_PANE, Group.READER_PANE)}
        for group, explained in keys.items():
            yield group.value, explained
        if self.views:
            yield "Views", [Explained(key_label(view.key), view.name) for view in self.views]
        letters = " ".join(name[0] for name in SIDES.values())
        sides = f"Who claims something: {', '.join(SIDES.values())}"
        signs = {"●": "Unread", **SIGNS, letters: sides, "↑": "New since your last visit", **CHARTS}
        yield "Signs", [Explained(sign, says) for sign, says in signs.items()]
        styles = looks("reader")
        yield "Looks", [Explained(shown, says, style=styles[name]) for name, (shown, says) in EXAMPLES.items()]
        yield "Search syntax", [Explained(what, says) for what, says in ASKED.items()]
        for group, explained in panes.items():
            yield group.value, explained
        yield "Mouse", [Explained(how, does) for how, does in MOUSE.items()]

    def _lines(self, explained: Iterable[Explained], width: int, *, named: bool) -> Iterator[Content]:
        """Each key with its explanation, indented where it wraps."""
        room = width - KEY_WIDTH - (NAME_WIDTH if named else 0)
        for what, says, name, style in explained:
            for index, (start, end) in enumerate(wrap(says, room)):
                key = Content("" if index else what).stylize(style).pad_right(KEY_WIDTH - (0 if index else len(what)))
                line = Content.assemble(key, says[start:end])
                named_line = line.pad_right(max(0, KEY_WIDTH + room - line.cell_length))
                yield Content.assemble(named_line, (name, QUIET)) if named and not index else line
