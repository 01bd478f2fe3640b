"""A page as a tree of elements and the lines of text in them, in order."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import NamedTuple

from warticker.intake.passages import Passage

RUNNING = 60
"""From how many letters on a line is text."""


@dataclass(slots=True)
class Node:
    """An element that can hold lines; its number is its place in the order of start tags."""

    tag: str
    parent: int = -1
    """The number of its parent; -1 for the page."""
    names: tuple[str, ...] = ()
    """Its classes, without digits: what similar elements have in common."""
    anchor: str = ""
    """Its id."""
    role: str = ""
    """Its `itemprop`."""
    first: int = 0
    """The first line in it."""
    end: int = 0
    """The first line after it."""
    last: int = 0
    """The first element after it."""
    furniture: str | None = None
    """The kind of page furniture that it is by itself."""
    address: str | None = None
    """The address of its microdata."""


class Block(NamedTuple):
    """A line of text."""

    passage: Passage
    node: int
    """The element that it stands in."""
    tag: str
    linked: int = 0
    """How many of its letters are links elsewhere."""
    item: int = -1
    """The list item that it begins; -1 if none."""
    bullet: str = ""
    """The list's bullet or number."""
    gap: bool = False
    """Whether a blank line precedes it."""

    @property
    def text(self) -> str:
        """The text of the line."""
        return self.passage.text


class TimeMark(NamedTuple):
    """A time that an element gives for machines or people."""

    node: int
    """The element that it is in, or applies to."""
    block: int = -1
    """The line that prints it; -1 if none does."""
    start: int = 0
    end: int = 0
    value: str = ""
    """The machine-readable time; empty if there is only a printed one."""


@dataclass(slots=True)
class Tree:
    """A page's elements, lines and moments."""

    nodes: list[Node] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    marks: list[TimeMark] = field(default_factory=list)
    pictures: list[tuple[int, int]] = field(default_factory=list)
    """The element of each picture, and how many lines precede it."""
    furniture: list[str | None] = field(default_factory=list)
    """The kind of furniture that each line is in, or None."""

    def ancestors(self, number: int) -> Iterator[int]:
        """An element and its ancestors."""
        while number >= 0:
            yield number
            number = self.nodes[number].parent

    def around(self, numbers: Iterable[int]) -> Iterator[int]:
        """Some elements and their ancestors, each once, from the innermost of the first on."""
        seen: set[int] = set()
        for inner in numbers:
            for number in takewhile(lambda each: each not in seen, self.ancestors(inner)):
                seen.add(number)
                yield number

    def within(self, at: int, tags: Container[str]) -> int:
        """The innermost ancestor of a line with one of some tags; -1 if there is none."""
        return next((each for each in self.ancestors(self.blocks[at].node) if self.nodes[each].tag in tags), -1)

    def children(self, number: int) -> Iterator[int]:
        """The children of an element."""
        child, last = number + 1, self.nodes[number].last
        while child < last:
            yield child
            child = self.nodes[child].last

    def letters(self, first: int, end: int) -> int:
        """How many letters of a range of lines are neither furniture nor links elsewhere."""
        return sum(
            max(0, len(self.blocks[at].text) - self.blocks[at].linked)
            for at in range(first, end)
            if self.furniture[at] is None
        )
