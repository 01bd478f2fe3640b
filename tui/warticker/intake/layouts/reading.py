"""A layout's result for a page: its explanation, with the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from warticker.expressions import compiled
from warticker.intake.lines.dates import DayMark
from warticker.intake.lines.page import Page
from warticker.intake.lines.stamps import Stamp
from warticker.model import DocumentKind

_BULLET = compiled(r"[•·▪►▶➤‣◦○●*–—-] ?(?=\S)")
_MARKED = compiled(r"\+{2,} ?([^+\s][^+]*?) ?\+*")


def without_plus_signs(text: str) -> str:
    """A line without the plus signs around it."""
    marked = _MARKED.fullmatch(text)
    return text if marked is None else marked[1]


class Role(StrEnum):
    """The kind of a page's line."""

    TITLE = "title"
    DATE = "date"
    STAMP = "stamp"
    HEADLINE = "headline"
    PARAGRAPH = "paragraph"
    DROPPED = "dropped"


class Draft(NamedTuple):
    """An entry before its day is inferred."""

    headline: str = ""
    paragraphs: tuple[str, ...] = ()
    stamp: Stamp | None = None
    heading: DayMark | None = None
    """The day in a heading above the entry."""

    @property
    def bare_headline(self) -> str:
        """The headline without a leading bullet or surrounding plus signs."""
        text = without_plus_signs(self.headline)
        return text[match.end() :] if text == self.headline and (match := _BULLET.match(text)) else text


class Reading(NamedTuple):
    """A page as explained by one layout."""

    layout: str
    """The layout's name."""
    kind: DocumentKind
    drafts: tuple[Draft, ...]
    roles: tuple[Role, ...]
    """The kind of each line."""
    score: float
    """How well the layout explains the page, from 0 to 1."""
    why: str
    """The evidence, in a few words."""
    title: str = ""
    page_stamps: tuple[Stamp, ...] = ()
    """The page's own dates, the most important first."""


@dataclass(slots=True)
class Sheet:
    """A page's lines while a layout assigns them one by one; the rest is dropped."""

    page: Page
    roles: list[Role] = field(init=False)
    """The kind of each line so far."""

    def __post_init__(self) -> None:
        self.roles = [Role.DROPPED] * len(self.page.lines)

    def take(self, at: int, role: Role) -> str:
        """Assign a line a kind; returns its text."""
        self.roles[at] = role
        return self.page.lines[at].text

    def take_dates(self, positions: Iterable[int]) -> tuple[Stamp, ...]:
        """The dates among some lines; those without text beside them are assigned."""
        found = [(at, its) for at in positions if (its := self.page.stamps[at]) is not None and its.is_date]
        self.take_all([at for at, its in found if not its.rest], Role.DATE)
        return tuple(its for _, its in found)

    def take_all(self, positions: Sequence[int], role: Role) -> tuple[str, ...]:
        """Assign several lines the same kind; returns their texts."""
        return tuple(self.take(at, role) for at in positions)
