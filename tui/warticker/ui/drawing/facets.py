"""The filter sidebar as lines: what can be chosen, how many entries each choice would leave, what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from warticker.archive.query import Field, Query
from warticker.archive.query.grammar import STATES
from warticker.folding import fold
from warticker.model import Side
from warticker.rendering.parts import SIDES


class Section(StrEnum):
    """A part of the sidebar; its value is its heading."""

    VIEWS = "Views"
    """The user's saved views; all others are fields of the query."""
    TOPICS = "Topics"
    CITIES = "Cities"
    GOVERNMENTS = "Governments"
    REGIONS = "Regions"
    PEOPLE = "People"
    SPEAKERS = "Quoted"
    CLAIMS = "Claimed by"
    SOURCES = "Sources"
    STATES = "State"

    @property
    def field(self) -> Field:
        """The query's field that this section filters by."""
        return FIELDS[self]


FIELDS = {
    Section.TOPICS: Field.TOPIC,
    Section.CITIES: Field.CITY,
    Section.GOVERNMENTS: Field.GOVERNMENT,
    Section.REGIONS: Field.REGION,
    Section.PEOPLE: Field.PERSON,
    Section.SPEAKERS: Field.SPEAKER,
    Section.CLAIMS: Field.CLAIM,
    Section.SOURCES: Field.SOURCE,
    Section.STATES: Field.IS,
}
COMMANDS = {
    None: "back",
    Section.VIEWS: "saved-views",
    Section.TOPICS: "topics",
    Section.CITIES: "cities",
    Section.PEOPLE: "people",
    Section.CLAIMS: "sides",
    Section.STATES: "states",
}
"""The commands that lead to a section, or from a narrowed list back to all of them."""
SHOWN = {
    Section.TOPICS: 16,
    Section.CITIES: 10,
    Section.GOVERNMENTS: 6,
    Section.CLAIMS: 5,
    Section.SOURCES: 5,
    Section.STATES: len(STATES),
}
"""How many values a section shows until it is expanded; others show four."""

LONG_ENOUGH = 3
"""The fewest letters that match a heading and list all values below it."""


class SavedView(NamedTuple):
    """A view as lists show it."""

    name: str
    query: str
    key: str
    """As people write it; empty for none."""
    unread: int | None = None
    """None until counted, or if the query is invalid."""
    chosen: bool = False
    """Whether it is the current query."""
    wrong: str = ""
    """Why the query is invalid, once that is known."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the sidebar; only values and `more` can be under its cursor."""

    section: Section | None = None
    """None on a blank line, and on a note on the whole list."""
    value: str | None = None
    """None on a heading and on `more`."""
    label: str = ""
    count: int = 0
    most: int = 0
    """The largest count of the section."""
    chosen: bool = False
    more: int = 0
    """How many values a `more` line stands for."""
    person: bool = False
    """Whether the value is a person's name."""
    key: str = ""
    """The key that opens a view, or leads to the section of a heading, from anywhere."""

    @property
    def choosable(self) -> bool:
        """Whether the cursor can stand here."""
        return self.value is not None or self.more > 0

    @property
    def filters_by(self) -> tuple[Field, str] | None:
        """The field and value that choosing this filters by; None if it does something else, or nothing."""
        if self.section is None or self.section is Section.VIEWS or self.value is None:
            return None
        return self.section.field, self.value

    def stands_for(self, other: Line) -> bool:
        """Whether another line has the same section and value, whatever its count."""
        return (self.section, self.value) == (other.section, other.value)


@dataclass(frozen=True, slots=True)
class Setting:
    """The sidebar's state that stays the same from query to query."""

    topics: Mapping[str, str]
    """Labels of topics."""
    opened: Collection[Section] = ()
    """Sections that show all their values."""
    narrowed: str = ""
    """Only values that contain this are listed, and all below a heading that begins with it."""
    views: Sequence[SavedView] = ()
    keys: Mapping[Section | None, str] = field(default_factory=dict)
    """The keys of the commands in `COMMANDS`, as people write them."""


def facet_lines(counts: Callable[[Field], Mapping[str, int]], query: Query, setting: Setting) -> Iterator[Line]:
    """The sidebar's lines.

    `counts` gives how many entries each value of a field would leave; it is called when the section is reached.
    """
    narrowed, keys = setting.narrowed, setting.keys
    saved = [
        Line(Section.VIEWS, view.name, label, view.unread or 0, chosen=view.chosen, key=view.key)
        for view in setting.views
        for label in [f"! {view.name}" if view.wrong else view.name]
        if fold(narrowed) in fold(view.name)
    ]
    before = [Line(label=f"/ {narrowed}", key=keys.get(None, ""))] if narrowed else []
    if saved:
        before += [*([Line()] if before else []), _heading(Section.VIEWS, keys), *saved]
    yield from before
    first, empty = not before, not saved
    people: Collection[str] = ()
    for section, by in FIELDS.items():
        counted = counts(by)
        people = {*counted, *query.values(by)} if section is Section.PEOPLE else people
        found = _section(section, counted, query.values(by), setting, people)
        if found:
            yield from [*([] if first else [Line()]), _heading(section, keys), *found]
            first = empty = False
    if empty:
        yield from [Line(), Line(label="nothing matches")] if narrowed else [Line(label="nothing to choose")]


def _heading(section: Section, keys: Mapping[Section | None, str]) -> Line:
    return Line(section, label=section.value, key=keys.get(section, ""))


def _section(
    section: Section, counts: Mapping[str, int], chosen: Sequence[str], setting: Setting, people: Collection[str]
) -> list[Line]:
    topics, narrowed = setting.topics, fold(setting.narrowed)
    most = max(counts.values(), default=0)

    def line(value: str) -> Line:
        label, count, person = _label(section, value, topics), counts.get(value, 0), value in people
        return Line(section, value, label, count, most, value in chosen, person=person)

    values = [*counts, *_leaving_none(counts, chosen)]
    if narrowed and not (len(narrowed) >= LONG_ENOUGH and fold(section.value).startswith(narrowed)):
        values = [value for value in values if narrowed in fold(f"{value}\n{_label(section, value, topics)}")]
    shown = SHOWN.get(section, 4)
    if section in setting.opened or narrowed or len(values) <= shown + 1:
        return [line(value) for value in values]
    # Chosen values are always visible, however few entries they leave.
    kept = [*values[:shown], *(value for value in values[shown:] if value in chosen)]
    rest = len(values) - len(kept)
    lines = [line(value) for value in kept]
    return [*lines, Line(section, label=f"{rest:,} more", more=rest)] if rest else lines


def _leaving_none(counts: Mapping[str, int], chosen: Sequence[str]) -> Iterator[str]:
    """Chosen values that leave nothing, so that they can be unchosen; a part of a name leaves what the whole does."""
    for value in chosen:
        if value not in counts and not any(fold(value) in fold(counted) for counted in counts):
            yield value


def _label(section: Section, value: str, topics: Mapping[str, str]) -> str:
    if section is Section.CLAIMS:
        return SIDES[Side(value)]
    if section is Section.STATES:
        return value.capitalize()
    return topics.get(value, value) if section is Section.TOPICS else value
