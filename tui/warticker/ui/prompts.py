"""What can be typed into the prompt: the effect of each letter, of keeping the text and of cancelling."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from warticker.archive.query import Field, Query
from warticker.errors import QueryError
from warticker.folding import fold
from warticker.library.completing import completions
from warticker.ui.command import Pane

if TYPE_CHECKING:
    from warticker.archive.selection import Row
    from warticker.ui.screens.main import MainScreen


Keys = tuple[tuple[str, str], ...]

END: Keys = (("enter", "keep"), ("esc", "cancel"))
"""The keys that end every prompt."""

MOST_COMPLETIONS = 12
"""How many completions are offered."""

WHOLE_NAMES = frozenset({Field.PERSON, Field.SPEAKER})
"""Fields whose values are found by any of their words; people think of the last one first."""


class PromptState(NamedTuple):
    """What the footer shows of an open prompt."""

    keys: Keys
    """The keys that work in the meantime, and what each does; the last one cancels."""
    complaint: str = ""
    """The error in what is typed; empty if there is none, or a completion may mend it."""
    completions: tuple[str, ...] = ()
    """What the last word that is typed can be completed to; the first stands behind it."""


class Prompt:
    """Something to be typed on the line below the masthead."""

    label: str
    """The label before it."""
    hint = ""
    """The placeholder while it is empty."""
    keys: Keys = END
    """The keys that work in the meantime, and what each does."""

    def __init__(self, text: str) -> None:
        self.text = text
        """The text to start with."""

    def changed(self, text: str) -> str:
        """Follow what is typed so far; returns what is wrong with it, empty if nothing is."""
        return ""

    def completions(self, text: str) -> tuple[str, ...]:
        """What the text can be completed to, the likeliest first."""
        return ()

    def closed(self, text: str, *, kept: bool) -> None:
        """Keep what was typed, or cancel."""
        raise NotImplementedError


class QueryPrompt(Prompt):
    """A query, applied with each letter."""

    label = "/"
    hint = 'words, "a phrase", topic:front, city:Kiew, -not'
    keys = (END[0], ("tab", "complete"), END[1])

    def __init__(self, screen: MainScreen) -> None:
        self._before = screen.selection.query
        super().__init__(f"{self._before} " if self._before else "")
        self._screen = screen
        self._pane = screen.pane
        self._place = screen.current
        """The entry where typing began: results are looked for from there, and cancelling leads back there."""
        self._line = screen.timeline.line
        self._zoomed = screen.has_class("-zoomed")
        _read_ahead(screen)

    def changed(self, text: str) -> str:
        """Select by as much of it as is valid: without the word that is not, or not yet."""
        library = self._screen.library
        try:
            self._apply(library.parse(_closed(text)))
            if len(self._screen.selection) or not self.completions(text):
                return ""
            wrong, position = "nothing matches", len(text)
        except QueryError as error:
            wrong, position = str(error), error.position
        with suppress(QueryError):
            self._apply(library.parse(_without_word(text, position)))
        return wrong

    def completions(self, text: str) -> tuple[str, ...]:
        """The query with its last word completed to fields, or to a field's values, first those of the most entries."""
        if not text or text.endswith(" "):
            return ()
        counts = self._screen.selection.counts

        def values(field: Field) -> Iterable[str]:
            if field not in WHOLE_NAMES:
                return counts(field)
            return (word for name in counts(field) for word in reversed(name.split()))

        # A completion must extend the text as typed: a value in the query is among those of its field even if no entry
        # has it.
        begin = fold(text)
        longer = (each for each in completions(text, values) if len(each) > len(text))
        return tuple(islice((each for each in longer if fold(each[: len(text)]) == begin), MOST_COMPLETIONS))

    def _apply(self, query: Query) -> None:
        if query != self._screen.selection.query:
            self._screen.apply(query, keep=self._place, rows_first=True)

    def closed(self, text: str, *, kept: bool) -> None:
        """Return to the timeline; if cancelled, restore the previous query, pane and position."""
        if not kept:
            self._screen.apply(self._before, keep=self._place)
            self._screen.timeline.hold(self._line)
            self._screen.set_class(self._zoomed, "-zoomed")
        self._screen.focus_pane(Pane.TIMELINE if kept else self._pane)


class NarrowPrompt(Prompt):
    """The text that the values listed in the filter must contain, in whatever spelling."""

    label = "filter"

    def __init__(self, screen: MainScreen) -> None:
        super().__init__(screen.filters.narrowed)
        self._screen = screen
        _read_ahead(screen)

    def changed(self, text: str) -> str:
        """List the values that contain it."""
        self._screen.filters.narrow(text)
        return ""

    def closed(self, text: str, *, kept: bool) -> None:
        """Return to the filter, which is complete again if the text is cancelled."""
        if not kept:
            self._screen.filters.narrow("")
        self._screen.filters.focus()


class NotePrompt(Prompt):
    """A note on an entry."""

    label = "note"

    def __init__(self, screen: MainScreen, row: Row, note: str) -> None:
        super().__init__(note)
        self.hint = "leave empty to remove the note" if note else "on this entry, for yourself"
        self._screen = screen
        self._row = row
        self._pane = screen.pane

    def closed(self, text: str, *, kept: bool) -> None:
        """Keep the note, and return to the pane where it was begun."""
        if kept and text.strip() != self.text:
            self._screen.marker.note(self._row, text.strip())
        self._screen.focus_pane(self._pane)


def _read_ahead(screen: MainScreen) -> None:
    """Load what the first letters would wait for; errors are reported when a letter needs the result."""
    screen.run_worker(screen.library.read_ahead, "reading ahead", thread=True, exit_on_error=False)


def _closed(text: str) -> str:
    """A text whose last quotation mark, if it is still open as its phrase is being typed, is closed."""
    with suppress(QueryError):
        Query.parse(closed := f'{text}"')
        return closed
    return text


def _without_word(text: str, position: int) -> str:
    """A text without the word at a position."""
    start, end = text.rfind(" ", 0, position) + 1, text.find(" ", position)
    return text[:start] + (text[end:] if end >= 0 else "")
