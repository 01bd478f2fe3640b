"""What the pages of a source were known by when they were last read, so that none is read that is still the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from warticker.archive.database import Database


@dataclass(frozen=True, slots=True)
class Known:
    """What a page was known by when it was last read."""

    answered: str = ""
    """The address that answered, after redirects."""
    etag: str = ""
    last_modified: str = ""
    digest: str = ""
    """What tells whether its content is another."""
    live: bool = False
    """Whether it still grows."""


class KnownPages:
    """What is known of pages, by the source that led to them; sources and pages go by their addresses or paths."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, source: str) -> Mapping[str, Known]:
        """What each page of a source was known by."""
        rows = self._database.rows(
            "SELECT address, answered, etag, last_modified, digest, live FROM subscription_page WHERE subscription = ?",
            (source,),
        )
        return {
            page: Known(answered, etag, modified, digest, bool(live))
            for page, answered, etag, modified, digest, live in rows
        }

    def keep(self, source: str, page: str, known: Known) -> None:
        """Keep what a page is known by from now on."""
        self._database.execute(
            "INSERT OR REPLACE INTO subscription_page VALUES (?, ?, ?, ?, ?, ?, ?)",
            (source, page, known.answered, known.etag, known.last_modified, known.digest, known.live),
        )

    def forget(self, source: str, pages: Iterable[str] | None = None) -> None:
        """Keep no longer what some pages of a source, or all of them, were known by."""
        if pages is None:
            self._database.execute("DELETE FROM subscription_page WHERE subscription = ?", (source,))
        for page in pages or ():
            self._database.execute(
                "DELETE FROM subscription_page WHERE subscription = ? AND address = ?", (source, page)
            )
