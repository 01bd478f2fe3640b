"""The days that a page prints, or gives in structured data."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from warticker.intake import days
from warticker.intake.iso_times import moment
from warticker.intake.lines.announcing import LIVE
from warticker.intake.lines.dates import printed_days, without_days
from warticker.intake.lines.furniture import furniture
from warticker.intake.lines.prose import ends_sentence
from warticker.intake.lines.stamps import Place, Stamp, stamp
from warticker.intake.markup.element_kinds import AUTHOR
from warticker.intake.markup.tree import Block, Tree
from warticker.intake.pages.head import Head
from warticker.intake.pages.repeated import signed_stamp
from warticker.intake.pages.units import Unit
from warticker.intake.provenance import Provenance
from warticker.model import Moment

_LONGEST_LINE = 60
"""The most letters of a line that names the ticker, or beside the day of the page on its line."""
_LONGEST_NAME = 40
"""The most letters of a name after the date of publication."""
_OF_AN_EVENT = re.compile(r"(?:Der|Die|Das|Den|Dem|Ein|Eine) ")
"""What begins a line on something that happened on a day: Der Anschlag vom 11. September 2001."""
_REACH = 2
"""How many lines above an article's title, and below its text, may date it."""
_SIGNED = frozenset({None, AUTHOR, "footer"})
"""What a line below an article's text may be that dates it."""


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
    above = _structured(tree, range(first))
    below_title = range(_title(tree, first) + 1, first)
    return found._replace(published=above if above.day else Moment(max(_printed(tree, below_title), default=None)))


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
        for found in (_structured(tree, range(title, end)), days.calendar(above, (), ()).published):
            if found.day is not None:
                return found
    found = days.calendar([its for its in stamps.values() if its.dates_the_page], (), ()).published
    return found if found.day is not None else _dateline(tree, roles, title, texts[0])


def publication(text: str) -> Stamp | None:
    """The stamp of a line that gives a date of publication, perhaps with author, place or reading time."""
    its = signed_stamp(text)
    if its is None or its.dates_the_page or (not its.rest and stamp(text) is not None):
        return its
    exact = its.day is not None and its.day.full is not None and its.clock is not None
    return its if exact and len(its.rest) < _LONGEST_NAME and not ends_sentence(its.rest.removesuffix(".")) else None


def _dateline(tree: Tree, roles: Sequence[str], title: int, first: int) -> Moment:
    """The day below an article's title, else closely above it, else closely below its text."""
    end = max((at for at, role in enumerate(roles) if role == "paragraph"), default=first) + 1
    above = [at for at in range(max(0, title - _REACH), title) if tree.furniture[at] is None]
    below = [
        at
        for at in range(end, min(len(roles), end + _REACH))
        if tree.furniture[at] in _SIGNED and not _begins_with_link(tree.blocks[at])
    ]
    for lines in (range(title + 1, first), above, below):
        found = _structured(tree, lines)
        if found.day is None:
            found = Moment(min(_printed(tree, lines), default=None))
        if found.day is not None:
            return found
    return Moment()


def _begins_with_link(block: Block) -> bool:
    """Whether a line begins with a link, as one that announces another page does."""
    return any(mark.address and not mark.span.start for mark in block.passage.emphasis)


def _structured(tree: Tree, lines: Collection[int]) -> Moment:
    """The first structured time in some lines, whatever else they say: the page's author."""
    times = (moment(mark.value) for mark in tree.marks if mark.block in lines)
    return next((found for found in times if found.day is not None), Moment())


def _printed(tree: Tree, lines: Iterable[int]) -> list[date]:
    """The days printed on lines with little else: author, place."""
    # `14.11.2025, 16:05 Uhr, 3 Min.`
    texts = (tree.blocks[at].text.removesuffix("Min.") for at in lines)
    dates = (
        text
        for text in texts
        if len(without_days(text)) <= _LONGEST_LINE and not ends_sentence(text) and not _OF_AN_EVENT.match(text)
    )
    return [mark.full for text in dates for mark in printed_days(text) if mark.full]


def _title(tree: Tree, end: int) -> int:
    """The last line of a page's main heading before a line; that line if there is none."""
    return max((at for at in range(end) if tree.blocks[at].tag == "h1"), default=end)


def _names_the_ticker(text: str) -> bool:
    """Whether a line outside entries is short, or closes the ticker, and mentions it: it dates the page."""
    return (len(text) <= _LONGEST_LINE or furniture(text) == "closing") and bool(LIVE.search(text))
