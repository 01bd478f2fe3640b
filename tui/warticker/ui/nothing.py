"""What the reader shows where there is no entry: what to do next."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from warticker.archive.query import Query
from warticker.archive.query.conditions import TIME_FIELDS, Field
from warticker.archive.query.grammar import STATES
from warticker.library import Library
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


def render_nothing(
    library: Library, query: Query, key_of: Callable[[str], str], *, typing: bool, offline: bool
) -> Rendered:
    """What to do next, by the keys that `key_of` gives for commands.

    `typing`: a query is being typed; `offline`: followed sources are not read.
    """
    composer = Composer()
    composer.title("Nothing matches" if query else "No entries yet", ())
    if query:
        composer.line((str(query), "meta"))
        composer.line()
        # While it is being typed, the query is incomplete.
        meant = None if typing else library.nearest(query)
        composer.line(f"None of {library.total:,} entries.", f" Did you mean {meant}?" if meant else "")
        composer.line()
        found = [(key_of(name), does) for name, does, field in ELSEWHERE if not field or query.values(field)]
        _explain(composer, [*ASKED.items()] if typing else found)
    elif sources := tuple(library.archive.subscriptions):
        composer.line()
        _tell_status(composer, sources)
        check = [] if offline else [(key_of("arrivals"), "checks them now")]
        _explain(composer, [*check, (key_of("sources"), "shows their status")])
    else:
        composer.line()
        composer.line("Open a saved ticker or article:")
        composer.line()
        composer.line(("  warticker ticker.txt", "strong"))
    return composer.finish()


def _tell_status(composer: Composer, sources: Collection[Subscription]) -> None:
    """Add what sources do from which nothing has come so far, and what failed."""
    now, status = datetime.now(UTC), "No entries from them yet."
    if any(source.claimed_until > now for source in sources):
        status = "Reading…"
    elif any(source.last_try is None for source in sources):
        status = "Not read yet."
    composer.line(f"Followed sources: {len(sources):,}. {status}")
    composer.line()
    failed = [(source.name, source.error) for source in sources if source.error]
    for name, error in failed:
        composer.hang(2)
        composer.line((f"{name}: {error}", "warning"))
    if failed:
        composer.line()


def _explain(composer: Composer, explained: Iterable[tuple[str, str]]) -> None:
    """Add a line for each key or example with its explanation, indented where it wraps; none for unbound keys."""
    bound = [(what, does) for what, does in explained if what]
    width = max((len(what) for what, _ in bound), default=0) + 2
    for what, does in bound:
        composer.hang(width)
        composer.line((f"{what:{width}}", "strong"), does)
