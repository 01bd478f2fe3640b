"""The state in which the app was left: query, order, density, the entry under the cursor, and the theme."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from warticker.archive.query import EVERYTHING, Query
from warticker.archive.selection import Order
from warticker.errors import QueryError
from warticker.library import Library
from warticker.model import EntryKey
from warticker.settings import Settings
from warticker.ui.drawing.row import Density

NAME = "app"
"""The name under which the archive keeps it."""


class Session(NamedTuple):
    """Where in an archive the app was left, and how it was listed."""

    query: Query = EVERYTHING
    order: Order = Order.NEWEST
    density: Density = Density.COMFORTABLE
    entry: EntryKey | None = None
    """The entry under the cursor; None for the first."""
    theme: str = ""
    """The theme's name; empty for our own."""
    filter: bool = True
    """Whether the filter stands beside the list where there is room."""

    @classmethod
    def opened(cls, library: Library, query: Query, settings: Settings) -> Session:
        """The session to go on with in a library: as it was left, but with the query if there is one."""
        left = cls.from_json(library.archive.remembered(NAME), settings)
        if query:
            return left._replace(query=query)
        # A filter by state may match nothing by now: nobody wants to begin the day with an empty list.
        empty = left.query and not len(library.select(left.query))
        return left._replace(query=EVERYTHING) if empty else left

    def to_json(self, settings: Settings) -> str:
        """The session as text, with the settings at that time."""
        place = {
            "query": str(self.query),
            "order": self.order,
            "density": self.density,
            "entry": self.entry,
            "theme": self.theme,
            "filter": self.filter,
            "settings": _choices(settings),
        }
        return json.dumps(place, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str | None, settings: Settings) -> Session:
        """The session that a text holds, else that of the settings; also if the settings have changed since."""
        fresh = cls(order=Order(settings.order), density=Density(settings.density), theme=settings.theme or "")
        try:
            left = json.loads(text or "null")
            if not isinstance(left, Mapping):
                return fresh
            same = left["settings"] == _choices(settings)
            return cls(
                Query.parse(left["query"]),
                Order(left["order"]) if same else fresh.order,
                Density(left["density"]) if same else fresh.density,
                EntryKey(str(left["entry"])) if left["entry"] else None,
                str(left["theme"]) if same else fresh.theme,
                bool(left.get("filter", True)),
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, QueryError):
            # Another version may have written it: the app opens anyway.
            return fresh


def _choices(settings: Settings) -> list[str]:
    """The settings that the app itself can change."""
    return [settings.order, settings.density, settings.theme or ""]
