"""From markup to a page's tree: block elements, words, emphasis, times."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from warticker.intake.addresses import resolved
from warticker.intake.markup.boilerplate import settle
from warticker.intake.markup.element_kinds import is_unseen, kind_of, names_author
from warticker.intake.markup.elements import (
    holds_blocks,
    is_row_of_data,
    is_set_apart,
    leads_on,
    prints_time,
    stands_first,
)
from warticker.intake.markup.moment_attributes import timed, titled
from warticker.intake.markup.tags import BLOCKS, CELLS, FURNITURE, HEADINGS, UNSEEN, VOID
from warticker.intake.markup.tree import Node, TimeMark, Tree
from warticker.intake.markup.tree_writer import TreeWriter
from warticker.model import EmphasisKind

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_KINDS = {
    "em": EmphasisKind.EMPHASIS,
    "i": EmphasisKind.EMPHASIS,
    "strong": EmphasisKind.STRONG,
    "b": EmphasisKind.STRONG,
    "q": EmphasisKind.QUOTE,
    "blockquote": EmphasisKind.QUOTE,
}
_WITHIN_WORDS = "b i em strong u s sub sup mark q code abbr wbr ins del bdi bdo small"
_GLUED = frozenset(_WITHIN_WORDS.split())
"""Elements that can be inside a word."""
_FOLDING = frozenset({"summary", "dt", *HEADINGS})
"""Elements whose text may be styled as a button."""
_PARTING = frozenset({":", "-", "–"})
_DIGITS = re.compile(r"\d+")
_MOST_NAMES = 8
"""How many of an element's classes are considered."""


def grow(root: LexborNode, base: str | None, *, name: str = "", whole: bool = True) -> Tree:
    """The tree of a parsed page, or of a fragment of one; references are relative to an address.

    Raises SourceError for too many lines, or too long ones.
    """
    grower = _Grower(base, name)
    node: LexborNode | None = root
    depth = 0
    while node is not None:
        child = grower.enter(node)
        if child is not None:
            node, depth = child, depth + 1
            continue
        while depth and node is not None and node.next is None:
            grower.leave()
            node, depth = node.parent, depth - 1
        node = node.next if depth and node is not None else None
    return grower.finish(whole)


def _time_of(node: LexborNode, tag: str, attributes: Mapping[str, str | None]) -> str | None:
    """The machine-readable time of an element, empty if it has only a printed one; None if it has no time."""
    # A link's time is that of the page that it leads to.
    kept = "" if tag in BLOCKS or tag == "a" else timed(attributes)
    time = attributes.get("datetime") or titled(attributes) or kept
    tells = tag == "time" or "datetime" in attributes or bool(time) or prints_time(node, tag, attributes)
    return time if tells else None


class _Grower:
    """A tree under construction."""

    def __init__(self, base: str | None, name: str) -> None:
        self._writer = TreeWriter(name)
        self._tree = self._writer.tree
        self._line = self._writer.line
        self._base = base
        self._levels: list[int] = []
        """How many elements were open at the start of each open block element."""
        self._tags: list[tuple[str, bool]] = []
        """The open elements, each with whether it began a span."""
        self._times: list[tuple[int, int, str]] = []
        self._preformatted = 0
        self._data = False
        """Whether the open table row holds data: its cells then are one line."""
        self._folded: set[str] = set()
        """The ids of what some button unfolds."""
        self._unseen = -1
        """How many elements were open at the start of an invisible inline one; -1 for none."""

    def enter(self, node: LexborNode) -> LexborNode | None:
        """Process a piece of markup; returns its first child if its children are to be processed."""
        tag = node.tag or ""
        if tag == "-text":
            self._text(node.text_content or "")
            return None
        if tag[:1] == "-" or tag in UNSEEN:
            return None
        attributes = node.attributes
        if unfolds := attributes.get("aria-controls"):
            self._folded.add(unfolds)
        if tag in VOID:
            self._void(tag, attributes)
            return None
        first = node.first_child
        if self._begins_line(node, tag, attributes):
            self._begin(tag, attributes)
        elif self._unseen < 0 and is_unseen(attributes):
            self._unseen = len(self._tags)
        if "itemprop" in attributes:
            self._property(attributes)
        stretch = self._stretch(tag, attributes)
        self._part(node, tag, attributes)
        time = _time_of(node, tag, attributes)
        if time is not None and (time or tag == "time" or not self._times):
            self._times.append((len(self._tree.blocks), self._line.length, time))
            tag = "time"
        self._preformatted += tag == "pre"
        self._tags.append((tag, stretch))
        if first is None:
            self.leave()
        return first

    def _void(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        if tag in {"br", "hr"}:
            self._writer.end_line()
        elif tag == "img":
            self._tree.pictures.append((self._writer.number, len(self._tree.blocks)))
        elif "itemprop" in attributes:
            self._property(attributes)

    def _part(self, node: LexborNode, tag: str, attributes: Mapping[str, str | None]) -> None:
        """Separate an element visually from the text before it, as its style does."""
        if tag not in BLOCKS and tag not in _GLUED and node.prev is not None and node.prev.tag != "-text":
            if is_set_apart(node, attributes):
                self._writer.end_line()
            self._line.border()

    def leave(self) -> None:
        """Close the latest element."""
        tag, stretch = self._tags.pop()
        self._unseen = -1 if len(self._tags) <= self._unseen else self._unseen
        if tag == "time":
            self._end_time(*self._times.pop())
        block = bool(self._levels) and len(self._tags) == self._levels[-1]
        if stretch:
            self._line.close()
        if tag == "span":
            self._line.end()
        if block:
            self._writer.end()
            self._levels.pop()
        self._preformatted -= tag == "pre"
        self._data = self._data and tag != "tr"

    def finish(self, whole: bool) -> Tree:
        """The whole tree, with its furniture."""
        while self._tags:
            self.leave()
        self._writer.end_line()
        settle(self._tree, whole)
        return self._tree

    def _begin(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        names = (_DIGITS.sub("", part) for part in (attributes.get("class") or "").split()[:_MOST_NAMES])
        node = Node(
            tag,
            names=tuple(dict.fromkeys(filter(None, names))),
            anchor=attributes.get("id") or "",
            role=attributes.get("itemprop") or "",
            furniture=FURNITURE.get(tag) or kind_of(tag, attributes, folded=attributes.get("id") in self._folded),
        )
        number = self._writer.begin(node)
        self._levels.append(len(self._tags))
        if time := timed(attributes):
            self._tree.marks.append(TimeMark(number, value=time))

    def _begins_line(self, node: LexborNode, tag: str, attributes: Mapping[str, str | None]) -> bool:
        """Whether an element begins a line: by its kind, by its contents, or as a control for the line's reader."""
        if tag in CELLS and self._data:
            self._line.add(" · " if self._line.length else "")
            return False
        if tag in BLOCKS or ("-" in tag and holds_blocks(node)):
            self._data = tag == "tr" and is_row_of_data(node)
            return True
        if tag == "button":
            # A heading that unfolds its text consists of a button.
            return not self._levels or self._tree.nodes[self._writer.number].tag not in _FOLDING
        return (tag == "a" and leads_on(node)) or (names_author(attributes) and stands_first(node))

    def _stretch(self, tag: str, attributes: Mapping[str, str | None]) -> bool:
        """Whether an element begins a span within its line."""
        if tag == "a":
            reference = attributes.get("href") or ""
            inside = not reference or reference.startswith("#")
            address = None if inside else resolved(reference, self._base)
            return self._line.open(EmphasisKind.LINK if address else None, address)
        kind = _KINDS.get(tag)
        return kind is not None and self._line.open(kind, None)

    def _property(self, attributes: Mapping[str, str | None]) -> None:
        """Apply microdata to the element around it."""
        name, content, number = attributes["itemprop"], attributes.get("content"), self._writer.number
        if number < 0 or not content:
            return
        if name in {"datePublished", "dateCreated"}:
            self._tree.marks.append(TimeMark(number, value=content))
        elif name == "url":
            self._tree.nodes[number].address = resolved(content, self._base)

    def _text(self, raw: str) -> None:
        # Between a kicker and its headline, a space is displayed where screen readers have punctuation.
        if self._unseen >= 0 and not (self._line.length and raw.strip() in _PARTING):
            self._writer.unread(raw)
        elif self._preformatted and "\n" in raw:
            self._writer.preformatted(raw)
        else:
            self._writer.text(raw)

    def _end_time(self, block: int, start: int, value: str) -> None:
        number, end = self._writer.number, self._line.length
        if block < len(self._tree.blocks):
            mark = TimeMark(number, block, end=-1, value=value)
        elif start < end:
            mark = TimeMark(number, block, start, end=end, value=value)
        else:
            mark = TimeMark(number, value=value)
        if number >= 0 and (mark.block >= 0 or value):
            self._tree.marks.append(mark)
