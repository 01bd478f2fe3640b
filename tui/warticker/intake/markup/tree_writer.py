"""Writes the lines of a tree: the element of each, and whether a blank line precedes it."""

from __future__ import annotations

from warticker.errors import SourceError
from warticker.intake.clean import MAX_LINE, MAX_LINES, clean
from warticker.intake.markup.line_writer import LineWriter
from warticker.intake.markup.tags import HEADINGS
from warticker.intake.markup.tree import Block, Node, Tree
from warticker.intake.passages import Passage
from warticker.model import Emphasis

_APART = frozenset({"p", "blockquote", "ul", "ol", "dl", "table", "article", "section", "figure", *HEADINGS})
"""Elements that a browser puts blank lines around."""


class TreeWriter:
    """Adds block elements and their lines to a tree."""

    def __init__(self, name: str) -> None:
        """`name` is for messages."""
        self.tree = Tree()
        self.line = LineWriter()
        """The current line."""
        self._name = name
        self._around: list[int] = []
        """The open elements, by number."""
        self._gap = False
        self._items: list[int] = []
        self._counts: dict[int, int] = {}
        """How many items each numbered list has so far."""
        self._unread: list[str] = []
        """The invisible words on the line."""

    @property
    def number(self) -> int:
        """The number of the open element; -1 if there is none."""
        return self._around[-1] if self._around else -1

    def begin(self, node: Node) -> int:
        """Open an element; returns its number."""
        self.end_line()
        number = len(self.tree.nodes)
        node.parent, node.first = self.number, len(self.tree.blocks)
        self.tree.nodes.append(node)
        self._around.append(number)
        self._gap = self._gap or node.tag in _APART
        if node.tag == "li":
            self._items.append(number)
        return number

    def end(self) -> None:
        """Close the latest element."""
        self.end_line()
        number = self._around.pop()
        node = self.tree.nodes[number]
        node.end, node.last = len(self.tree.blocks), len(self.tree.nodes)
        self._gap = self._gap or node.tag in _APART
        if self._items and self._items[-1] == number:
            self._items.pop()

    def text(self, raw: str) -> None:
        """Add text to the line; raises SourceError if that becomes too long."""
        if len(raw) > MAX_LINE:
            raise SourceError(self._name, f"a line is too long ({len(raw)} characters, at most {MAX_LINE})")
        self.line.add(raw)

    def preformatted(self, raw: str) -> None:
        """Add preformatted text, with its line breaks."""
        for number, line in enumerate(raw.split("\n")):
            if number:
                self.end_line()
            self._gap = self._gap or not line.strip()
            self.line.add(line)

    def unread(self, raw: str) -> None:
        """Add invisible text."""
        self._unread += clean(raw).split()

    def end_line(self) -> None:
        """End the line, if there is one; raises SourceError if it is too long, or one too many."""
        text, emphasis, linked = self.line.take()
        unread, self._unread = " ".join(self._unread), []
        if text:
            self._add(text, emphasis, linked)
        if unread:
            number, line = len(self.tree.nodes), len(self.tree.blocks)
            hidden = Node("span", self.number, first=line, end=line + 1, last=number + 1, furniture="hidden")
            self.tree.nodes.append(hidden)
            self._add(unread, (), 0, number)

    def _add(self, text: str, emphasis: tuple[Emphasis, ...], linked: int, holder: int = -1) -> None:
        """Add a line to the tree, in the open element or in another."""
        if len(text) > MAX_LINE:
            raise SourceError(self._name, f"a line is too long ({len(text)} characters, at most {MAX_LINE})")
        if len(self.tree.blocks) >= MAX_LINES:
            raise SourceError(self._name, f"more than {MAX_LINES} lines")
        number = self.number if holder < 0 else holder
        item = self._items[-1] if self._items else -1
        if item >= 0 and self.tree.nodes[item].first != len(self.tree.blocks):
            item = -1
        words, tag, bullet = Passage(text, emphasis), self.tree.nodes[number].tag, self._bullet(item)
        self.tree.blocks.append(Block(words, number, tag, linked=linked, item=item, bullet=bullet, gap=self._gap))
        self._gap = False

    def _bullet(self, item: int) -> str:
        """A list's bullet or number for an item."""
        around = self.tree.nodes[item].parent if item >= 0 else -1
        if item < 0 or around < 0 or self.tree.nodes[around].tag != "ol":
            return "" if item < 0 else "•"
        self._counts[around] = self._counts.get(around, 0) + 1
        return f"{self._counts[around]}."
