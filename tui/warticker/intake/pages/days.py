"""The days that a page prints, or gives in structured data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from warticker.intake import days
from warticker.intake.isotimes import moment
from warticker.intake.lines.announcing import LIVE
from warticker.intake.lines.dates import printed_days, without_days
from warticker.intake.lines.furniture import furniture
from warticker.intake.lines.prose import ends_sentence
from warticker.intake.lines.stamps import Place, stamp
from warticker.intake.markup.tree import Tree
from warticker.intake.pages.head import Head
from warticker.intake.pages.units import Unit
from warticker.intake.provenance import Provenance
from warticker.model import Moment

_SHORT = 60
"""The most letters of a line that names the ticker, or beside the day of the page on its line."""


def calendar(tree: Tree, units: Sequence[Unit], told: Head, title: str, provenance: Provenance) -> days.Calendar:
    """The days that a page prints, or gives in structured data."""
    inside = {at for unit in units for at in range(unit.first, unit.end)}
    stamps = [
        its
        for at, block in enumerate(tree.blocks)
        if tree.furniture[at] is None
        and at not in inside
        and (its := stamp(block.text)) is not None
        and (its.dates_the_page or its.place is Place.DATED)
    ]
    texts_of = [block.text for block in tree.blocks]
    told_of = [title[:300], *(text for at, text in enumerate(texts_of) if at not in inside and _names_the_ticker(text))]
    marks = [mark for text in told_of for mark in printed_days(text)]
    found = days.calendar(stamps, marks, texts_of, fetched=provenance.fetched)
    if found.published.day is not None:
        return found
    if told.modified.day is not None:
        return found._replace(published=told.modified, updated=True)
    if told.published.day is not None:
        return found._replace(published=told.published)
    first = min((unit.first for unit in units), default=0)
    above = _told(tree, 0, first)
    return found._replace(published=above if above.day else Moment(max(_below_title(tree, first), default=None)))


def of_article(tree: Tree, roles: Sequence[str]) -> Moment:
    """When an article was published: the structured time between its title and its text, else that of its lines.

    `roles` are the roles of its lines. Dates inside its text are the text's, except those that date the page.
    """
    first = roles.index("paragraph") if "paragraph" in roles else 0
    title = max((at for at in range(first) if roles[at] == "title"), default=first)
    if (told := _told(tree, title, first)).day is not None:
        return told
    printed = ((at, stamp(tree.blocks[at].text)) for at, role in enumerate(roles) if role == "date")
    stamps = [its for at, its in printed if its is not None and (at < first or its.dates_the_page)]
    found = days.calendar(stamps, (), ()).published
    return found if found.day is not None else Moment(min(_below_title(tree, first), default=None))


def _told(tree: Tree, start: int, end: int) -> Moment:
    """The first structured time in a range of lines, whatever else its line says: the page's author."""
    told = (moment(mark.value) for mark in tree.marks if start <= mark.block < end)
    return next((found for found in told if found.day is not None), Moment())


def _below_title(tree: Tree, end: int) -> list[date]:
    """The days printed between a page's title and a line, on lines with little else: author, place."""
    title = max((at for at in range(end) if tree.blocks[at].tag == "h1"), default=end)
    # `14.11.2025, 16:05 Uhr, 3 Min.`
    lines = (tree.blocks[at].text.removesuffix("Min.") for at in range(title + 1, end))
    dates = (line for line in lines if len(without_days(line)) <= _SHORT and not ends_sentence(line))
    return [mark.full for line in dates for mark in printed_days(line) if mark.full]


def _names_the_ticker(text: str) -> bool:
    """Whether a line outside entries is short, or closes the ticker, and mentions it: it dates the page."""
    return (len(text) <= _SHORT or furniture(text) == "closing") and bool(LIVE.search(text))
