"""The user's saved views: what each asks, and how much of it is unread."""

from __future__ import annotations

from warticker.archive.query import Query
from warticker.archive.selection import Selection
from warticker.errors import QueryError
from warticker.library import Library
from warticker.settings import View
from warticker.ui.drawing.facets import SavedView
from warticker.ui.keys import normal_keys


class SavedViews:
    """Views with their counts, which are worked out one at a time when nothing else is to be done."""

    def __init__(self, library: Library, views: tuple[View, ...]) -> None:
        self.views = views
        """In the user's order."""
        self._library = library
        self._queries: dict[str, Query | None] = {}
        """What each view's text asks; None where it cannot be understood."""
        self._wrong: dict[str, str] = {}
        """Why those cannot."""
        self._selections: dict[str, Selection] = {}
        """What each query selects at the present state of the archive."""

    def __len__(self) -> int:
        return len(self.views)

    def shown(self, asked: Query) -> list[SavedView]:
        """The views as far as they are counted, while a query is asked."""
        return [
            SavedView(
                view.name,
                view.query,
                view.key,
                self._selections[view.query].unread if view.query in self._selections else None,
                bool(asked) and self._queries.get(view.query) == asked,
                self._wrong.get(view.query, ""),
            )
            for view in self.views
        ]

    def query(self, view: View) -> Query:
        """What a view asks; raises QueryError where it cannot be understood."""
        return self._library.parse(view.query)

    def of_key(self, key: str) -> View | None:
        """The view that a key asks."""
        return next((view for view in self.views if view.key and key in normal_keys(view.key)), None)

    def count_one(self) -> bool:
        """Count the next view that is not counted, or find that it cannot be; False where all are."""
        for view in self.views:
            if view.query not in self._queries:
                try:
                    self._queries[view.query] = self.query(view)
                except QueryError as error:
                    self._queries[view.query], self._wrong[view.query] = None, str(error)
                    return True
            query = self._queries[view.query]
            if query is not None and view.query not in self._selections:
                self._selections[view.query] = self._library.select(query)
                return True
        return False

    def forget(self) -> None:
        """Count anew: the archive holds other entries than before, and names that views ask in vain till then."""
        self._selections.clear()
        self._wrong.clear()
        self._queries = {text: query for text, query in self._queries.items() if query is not None}

    def keep(self, view: View) -> None:
        """Write a view into the user's settings; raises SettingsError where that cannot be done."""
        # Imported here as most starts write nothing.
        from warticker.settings import views

        self.views = views.keep(view)

    def drop(self, name: str) -> None:
        """Take a view out of the user's settings; raises SettingsError where that cannot be done."""
        # Imported here as most starts write nothing.
        from warticker.settings import views

        self.views = views.drop(name)
