"""A page as a tree of elements and the lines of text in them, in its order."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from warticker.intake.passages import Passage


@dataclass(slots=True)
class Node:
    """An element that can hold lines; its number is its place in the order of start tags."""

    tag: str
    parent: int = -1
    """The number of the element around it; -1 for the page."""
    names: tuple[str, ...] = ()
    """Its classes, without digits: what elements of one sort have in common."""
    anchor: str = ""
    """Its id."""
    role: str = ""
    """Its `itemprop`."""
    first: int = 0
    """The first line in it."""
    end: int = 0
    """The first line behind it."""
    last: int = 0
    """The first element behind it."""
    furniture: str | None = None
    """The kind of page furniture that it is by itself."""
    address: str | None = None
    """Where its microdata says that it can be opened."""


@dataclass(frozen=True, slots=True)
class Block:
    """A line of text."""

    passage: Passage
    node: int
    """The element that it stands in."""
    tag: str
    linked: int = 0
    """How many of its letters lead elsewhere."""
    item: int = -1
    """The element of a list that it begins; -1 where it begins none."""
    bullet: str = ""
    """How the list marks it."""
    gap: bool = False
    """Whether a blank line stands before it."""

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.passage.text


@dataclass(frozen=True, slots=True)
class TimeMark:
    """A moment that an element tells for machines or people."""

    node: int
    """The element that it stands in, or is said of."""
    block: int = -1
    """The line that prints it; -1 where none does."""
    start: int = 0
    end: int = 0
    value: str = ""
    """What it tells machines; empty where only people are told."""


@dataclass(slots=True)
class Tree:
    """A page's elements, lines and moments."""

    nodes: list[Node] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    marks: list[TimeMark] = field(default_factory=list)
    pictures: list[tuple[int, int]] = field(default_factory=list)
    """For each picture the element that it stands in, and how many lines stand above it."""
    furniture: list[str | None] = field(default_factory=list)
    """For each line the kind of the furniture that it stands in, or None."""

    def ancestors(self, number: int) -> Iterator[int]:
        """The elements around an element, it first."""
        while number >= 0:
            yield number
            number = self.nodes[number].parent

    def around(self, numbers: Iterable[int]) -> Iterator[int]:
        """The elements around some elements, they among them, each once, from the innermost of the first on."""
        seen: set[int] = set()
        for inner in numbers:
            for number in takewhile(lambda each: each not in seen, self.ancestors(inner)):
                seen.add(number)
                yield number

    def within(self, at: int, tags: Container[str]) -> int:
        """The innermost element of some tags that a line stands in; -1 where it stands in none."""
        return next((each for each in self.ancestors(self.blocks[at].node) if self.nodes[each].tag in tags), -1)

    def children(self, number: int) -> Iterator[int]:
        """The elements right inside an element."""
        child, last = number + 1, self.nodes[number].last
        while child < last:
            yield child
            child = self.nodes[child].last

    def letters(self, first: int, end: int) -> int:
        """How many letters the lines of a stretch have that are no furniture and lead nowhere."""
        return sum(
            max(0, len(self.blocks[at].text) - self.blocks[at].linked)
            for at in range(first, end)
            if self.furniture[at] is None
        )
