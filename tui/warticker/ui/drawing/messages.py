"""What the panes show when there are no entries: what to do next."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from warticker.archive.query import Query
from warticker.archive.query.conditions import TIME_FIELDS, Field
from warticker.archive.query.grammar import STATES
from warticker.rendering.composer import Composer, Rendered

if TYPE_CHECKING:
    from warticker.archive.following.followed import Subscription

ELSEWHERE = (
    ("back", "clears the filter", None),
    ("search", "changes the search", None),
    ("topics", "chooses other topics", Field.TOPIC),
    ("cities", "chooses other cities", Field.CITY),
)
"""Commands that lead back to entries, what each does, and the field that must be filtered by for it."""

FIELDS = ", ".join(field for field in Field if field not in TIME_FIELDS and field is not Field.IS)
ASKED = {
    "kyiv": "All these words, even inside longer ones, in any spelling",
    '"a phrase"': "Whole words in this order",
    "-word": "Without this word",
    "a OR b": "Either of the two",
    "city:Kiew": f"By {FIELDS}; alternatives: a,b",
    "since:2h": "By time: since, until, on; 16:00, 2025-11-14, 7d",
    "is:unread": f"By state: {', '.join(STATES)}",
}
"""The search syntax, by example."""

EXAMPLE_WIDTH = 12
"""Cells for an example."""


def nothing_here(
    query: Query,
    total: int,
    key_of: Callable[[str], str],
    *,
    sources: Collection[Subscription] = (),
    now: datetime,
    meant: str | None = None,
    typing: bool = False,
) -> Rendered:
    """The reader's text while no entry is selected; `key_of` gives the key of a command.

    If there are `sources`, from which nothing has come so far, it says what they do `now`. If nothing matches, it gives
    the suggestion in `meant` and what to do; while a query is being typed, the search syntax.
    """
    composer = Composer()
    if not query:
        composer.title("No entries yet", ())
        composer.line()
        if sources:
            told = "No entries from them yet."
            if any(source.claimed_until > now for source in sources):
                told = "Reading…"
            elif any(source.last_try is None for source in sources):
                told = "Not read yet."
            composer.line(f"Followed sources: {len(sources):,}. {told}")
            composer.line()
            failed = [(source.name, source.error) for source in sources if source.error]
            for name, error in failed:
                composer.hang(2)
                composer.line((f"{name}: {error}", "warning"))
            if failed:
                composer.line()
            asking = {key_of("arrivals"): "checks them again", key_of("sources"): "shows their status"}
            _explain(composer, asking, max(map(len, asking)) + 2)
            return composer.finish()
        composer.line("Open a saved ticker or article:")
        composer.line()
        composer.line(("  warticker ticker.txt", "strong"))
        return composer.finish()
    composer.title("Nothing matches", ())
    composer.line((str(query), "meta"))
    composer.line()
    composer.line(f"None of {total:,} entries.", f" Did you mean {meant}?" if meant else "")
    composer.line()
    if typing:
        _explain(composer, ASKED, EXAMPLE_WIDTH)
    else:
        found = {key_of(name): does for name, does, field in ELSEWHERE if not field or query.values(field)}
        _explain(composer, found, max(map(len, found)) + 2)
    return composer.finish()


def _explain(composer: Composer, explained: Mapping[str, str], width: int) -> None:
    """Add a line for each key or example with its explanation, indented where it wraps."""
    for what, does in explained.items():
        composer.hang(width)
        composer.line((f"{what:{width}}", "strong"), does)
