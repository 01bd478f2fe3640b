"""Every kind of page and feed with the things done to it that its markup allows."""

from __future__ import annotations

import random

from tests.unit.documents.feed_disturbances import SYNDICATED
from tests.unit.documents.json_disturbances import TOLD
from tests.unit.documents.marking import Kind
from tests.unit.documents.page_disturbances import DISTURBANCES, seen, time_lost
from tests.unit.documents.sheets import Disturb, Sheet
from tests.unit.documents.ticker_feeds import FEEDS
from tests.unit.documents.ticker_pages import PAGES

_PACKED = frozenset({"compressed", "latin_letters", "saved_whole"})
"""The kinds whose text is that of others, in other bytes."""
KINDS = (*PAGES, *(kind for kind in FEEDS if kind.name not in _PACKED))
_FLAT = frozenset(
    {"flat_headings_with_times", "flat_times_above_headings", "flat_times_below_headings"} | {"definition_list"}
)
"""The kinds whose entries nothing parts but their times."""
_MOST = 8
"""How many things happen to a page."""


def disturbed(kind: Kind, chance: random.Random) -> Sheet:
    """A page or feed with some things done to it."""
    sheet = Sheet(kind.page, chance)
    can_be = _possible(kind)
    chosen = set(chance.sample(range(len(can_be)), min(_MOST, len(can_be) // 2)))
    for number, disturb in enumerate(can_be):
        if number in chosen and not (disturb is time_lost and kind.name in _FLAT):
            disturb(sheet)
    if "<main" in sheet.text:
        seen(sheet)
    return sheet


def _possible(kind: Kind) -> tuple[Disturb, ...]:
    if kind in PAGES:
        return (*TOLD, *DISTURBANCES) if "ld+json" in kind.page else DISTURBANCES
    return SYNDICATED if kind.page.startswith("<?xml") else TOLD
