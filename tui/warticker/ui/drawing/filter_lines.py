"""The filter as lines: what can be chosen, how many entries each choice would leave, what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

from warticker.archive.query import Field, Query
from warticker.archive.query.grammar import STATES
from warticker.folding import fold
from warticker.model import Side
from warticker.rendering.parts import SIDES
from warticker.ui.drawing.spark import bar


class Section(StrEnum):
    """A part of the filter; its value is its heading."""

    VIEWS = "Views"
    """The user's saved views; the others are fields of a query."""
    TOPICS = "Topics"
    CITIES = "Cities"
    GOVERNMENTS = "Governments"
    REGIONS = "Regions"
    PEOPLE = "People"
    SPEAKERS = "Quoted"
    CLAIMS = "Claimed by"
    SOURCES = "Sources"
    STATES = "State"


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
"""The fields of the query that sections filter by; views do not."""
COMMANDS = {
    Section.VIEWS: "saved-views",
    Section.TOPICS: "topics",
    Section.CITIES: "cities",
    Section.PEOPLE: "people",
    Section.CLAIMS: "sides",
    Section.STATES: "states",
}
"""The commands that lead to a section."""
SHOWN = {
    Section.TOPICS: 16,
    Section.CITIES: 10,
    Section.GOVERNMENTS: 6,
    Section.CLAIMS: 5,
    Section.SOURCES: 5,
    Section.STATES: len(STATES),
}
"""How many values a section shows until it is expanded; others show four."""

BAR = 5
"""Cells of the longest bar."""

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
    """A line of the filter; only values and `more` can be under its cursor."""

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
        field = FIELDS.get(self.section) if self.section else None
        return None if field is None or self.value is None else (field, self.value)

    def stands_for(self, other: Line) -> bool:
        """Whether another line has the same section and value, whatever its count."""
        return (self.section, self.value) == (other.section, other.value)


@dataclass(frozen=True, slots=True)
class FilterState:
    """What of the filter stays the same from query to query."""

    topics: Mapping[str, str]
    """Labels of topics."""
    opened: Collection[Section] = ()
    """Sections that show all their values."""
    narrowed: str = ""
    """Only values that contain this are listed, and all below a heading that begins with it."""
    respelled: Callable[[Field, str], bool] = lambda _field, _value: False
    """Whether a value of a field is listed too, as it begins so in another spelling."""
    views: Sequence[SavedView] = ()
    keys: Mapping[Section, str] = field(default_factory=dict)
    """The keys of `COMMANDS`, as people write them."""
    back_key: str = ""
    """The key that leads from a narrowed list back to all of it."""


def filter_lines(counts: Callable[[Field], Mapping[str, int]], query: Query, state: FilterState) -> Iterator[Line]:
    """The filter's lines, section by section.

    `counts` gives how many entries each value of a field would leave; it is called when the section is reached.
    """
    for index, lines in enumerate(_sections(counts, query, state)):
        yield from [Line(), *lines] if index else lines


def draw_line(line: Line, width: int, styles: Mapping[str, Style], *, current: bool) -> Content:
    """A line of `width` cells; takes the styles `heading`, `key`, `mark`, `chosen`, `value`, `count` and `bar`.

    `current` is whether it is under the cursor.
    """
    if line.section is None:
        told = Content.styled(line.label, styles["key"]).truncate(width - 4 - len(line.key), ellipsis=True)
        return Content.assemble("  ", told, "  ", (line.key, styles["heading"]))
    if not line.choosable:
        return Content.assemble("  ", (line.label.upper(), styles["heading"]), "  ", (line.key, styles["key"]))
    rail = ("● " if line.chosen else "▌ " if current else "  ", styles["mark"])
    if line.more:
        return Content.assemble(rail, (f"… {line.label}", styles["key"]))
    if line.section is Section.VIEWS:
        count, end, style = f"{line.count:,}" if line.count else "", f"[{line.key}]" if line.key else "", "key"
    else:
        count, end = f"{line.count:,}", bar(line.count, line.most, BAR)
        style = "mark" if line.chosen else "count" if current else "bar"
    room = width - 5 - len(count) - max(BAR, len(end))
    named = _initialled(line.label) if line.person and cell_len(line.label) > room else line.label
    label = Content.styled(named, styles["chosen" if line.chosen else "value"])
    return Content.assemble(
        rail,
        label.truncate(room, ellipsis=True, pad=True),
        " ",
        (count, styles["count"]),
        " ",
        (end, styles[style]),
    )


def _sections(
    counts: Callable[[Field], Mapping[str, int]], query: Query, state: FilterState
) -> Iterator[Sequence[Line]]:
    """The lines of each section that has values, with its heading; and what is to be said of the whole list."""
    if state.narrowed:
        yield [Line(label=f"/ {state.narrowed}", key=state.back_key)]
    saved = [
        Line(Section.VIEWS, view.name, label, view.unread or 0, chosen=view.chosen, key=view.key)
        for view in state.views
        for label in [f"! {view.name}" if view.wrong else view.name]
        if fold(state.narrowed) in fold(view.name)
    ]
    if saved:
        yield [_heading(Section.VIEWS, state), *saved]
    empty, people = not saved, frozenset[str]()
    for section, by in FIELDS.items():
        counted, chosen = counts(by), query.values(by)
        people = frozenset([*counted, *chosen]) if section is Section.PEOPLE else people
        if found := _section(section, counted, chosen, state, people):
            empty = False
            yield [_heading(section, state), *found]
    if empty:
        yield [Line(label="nothing matches" if state.narrowed else "nothing to choose")]


def _heading(section: Section, state: FilterState) -> Line:
    return Line(section, label=section.value, key=state.keys.get(section, ""))


def _section(
    section: Section, counts: Mapping[str, int], chosen: Sequence[str], state: FilterState, people: Collection[str]
) -> list[Line]:
    topics, narrowed = state.topics, fold(state.narrowed)
    most = max(counts.values(), default=0)

    def line(value: str) -> Line:
        label, count, person = _label(section, value, topics), counts.get(value, 0), value in people
        return Line(section, value, label, count, most=most, chosen=value in chosen, person=person)

    values = [*counts, *_leaving_none(counts, chosen)]
    if narrowed and not (len(narrowed) >= LONG_ENOUGH and fold(section.value).startswith(narrowed)):
        values = [
            value
            for value in values
            if narrowed in fold(f"{value}\n{_label(section, value, topics)}") or state.respelled(FIELDS[section], value)
        ]
    shown = SHOWN.get(section, 4)
    if section in state.opened or narrowed or len(values) <= shown + 1:
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


def _initialled(name: str) -> str:
    """A person's name with the given name reduced to its initial, as newspapers do where space is short."""
    given, _, rest = name.partition(" ")
    return f"{given[0]}. {rest}" if rest else name
