"""The days that a page prints, or gives in structured data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from warticker.intake import days
from warticker.intake.iso_times import moment
from warticker.intake.lines.announcing import LIVE
from warticker.intake.lines.dates import printed_days, without_days
from warticker.intake.lines.furniture import furniture
from warticker.intake.lines.prose import ends_sentence
from warticker.intake.lines.stamps import Place, Stamp, stamp
from warticker.intake.markup.tree import Tree
from warticker.intake.pages.head import Head
from warticker.intake.pages.repeated import signed_stamp
from warticker.intake.pages.units import Unit
from warticker.intake.provenance import Provenance
from warticker.model import Moment

_LONGEST_LINE = 60
"""The most letters of a line that names the ticker, or beside the day of the page on its line."""
_LONGEST_NAME = 40
"""The most letters of a name after the date of publication."""


def calendar(tree: Tree, units: Sequence[Unit], metadata: Head, title: str, provenance: Provenance) -> days.Calendar:
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
    titles = [title[:300], *(text for at, text in enumerate(texts_of) if at not in inside and _names_the_ticker(text))]
    marks = [mark for text in titles for mark in printed_days(text)]
    found = days.calendar(stamps, marks, texts_of, fetched=provenance.fetched)
    if found.published.day is not None:
        return found
    if metadata.modified.day is not None:
        return found._replace(published=metadata.modified, updated=True)
    if metadata.published.day is not None:
        return found._replace(published=metadata.published)
    first = min((unit.first for unit in units), default=0)
    above = _structured(tree, 0, first)
    return found._replace(published=above if above.day else Moment(max(_below_title(tree, first), default=None)))


def of_article(tree: Tree, roles: Sequence[str]) -> Moment:
    """When an article was published: the time above its text, else one that dates the page.

    `roles` are the roles of its lines. Its first paragraph may be a lead above the time; other dates inside its text
    are the text's.
    """
    texts = [at for at, role in enumerate(roles) if role == "paragraph"][:2] or [0]
    title = max((at for at in range(texts[0]) if roles[at] == "title"), default=_title(tree, texts[0]))
    stamps = {
        at: its
        for at, block in enumerate(tree.blocks)
        # A link's date is that of the page it leads to.
        if 2 * block.linked < len(block.text) and (its := publication(block.text))
    }
    for end in texts:
        above = [
            its
            for at, its in stamps.items()
            if at < end and (at > title or roles[at] == "date") and (at < texts[0] or not its.rest)
        ]
        for found in (_structured(tree, title, end), days.calendar(above, (), ()).published):
            if found.day is not None:
                return found
    found = days.calendar([its for its in stamps.values() if its.dates_the_page], (), ()).published
    return found if found.day is not None else Moment(min(_below_title(tree, texts[0]), default=None))


def publication(text: str) -> Stamp | None:
    """The stamp of a line that gives a date of publication, perhaps with author, place or reading time."""
    its = signed_stamp(text)
    if its is None or its.dates_the_page or (not its.rest and stamp(text) is not None):
        return its
    exact = its.day is not None and its.day.full is not None and its.clock is not None
    return its if exact and len(its.rest) < _LONGEST_NAME and not ends_sentence(its.rest.removesuffix(".")) else None


def _structured(tree: Tree, start: int, end: int) -> Moment:
    """The first structured time in a range of lines, whatever else its line says: the page's author."""
    times = (moment(mark.value) for mark in tree.marks if start <= mark.block < end)
    return next((found for found in times if found.day is not None), Moment())


def _below_title(tree: Tree, end: int) -> list[date]:
    """The days printed between a page's title and a line, on lines with little else: author, place."""
    # `14.11.2025, 16:05 Uhr, 3 Min.`
    lines = (block.text.removesuffix("Min.") for block in tree.blocks[_title(tree, end) + 1 : end])
    dates = (line for line in lines if len(without_days(line)) <= _LONGEST_LINE and not ends_sentence(line))
    return [mark.full for line in dates for mark in printed_days(line) if mark.full]


def _title(tree: Tree, end: int) -> int:
    """The last line of a page's main heading before a line; that line if there is none."""
    return max((at for at in range(end) if tree.blocks[at].tag == "h1"), default=end)


def _names_the_ticker(text: str) -> bool:
    """Whether a line outside entries is short, or closes the ticker, and mentions it: it dates the page."""
    return (len(text) <= _LONGEST_LINE or furniture(text) == "closing") and bool(LIVE.search(text))
