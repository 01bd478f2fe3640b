"""Picks up what other processes write to the archive while the app is open, and shows it when the user asks."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from warticker.archive.query import Field
from warticker.errors import ArchiveError
from warticker.moments import berlin_time
from warticker.ui.alarm import Alarm
from warticker.ui.commands.program import OFFLINE, OPEN_AGAIN
from warticker.ui.new_entries import newest_of
from warticker.ui.widgets.masthead import MOST_CHANGED

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen


class Arrivals:
    """Counts the entries that have arrived since the shown selection was made; nothing moves until the user asks."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._alarm = Alarm(screen.library, screen.settings.notify)
        self._shown_as_of = screen.library.as_of
        self._shown = self._state
        self._version: int | None = None
        """The archive's version when the state of sources was last shown."""
        self._failure = ""
        """Why the last poll failed."""

    @property
    def _state(self) -> tuple[int, int]:
        """The archive's revision and total."""
        archive = self._screen.library.archive
        return archive.revision, len(archive)

    @property
    def outdated(self) -> bool:
        """Whether others have written to the archive since the selection was made, or another day has begun."""
        return self._screen.library.as_of != self._shown_as_of

    @property
    def offline(self) -> bool:
        """Whether sources are followed that nobody asks."""
        library = self._screen.library
        return self._screen.follower is None and not library.is_bundled and len(library.archive.subscriptions) > 0

    def shown(self) -> None:
        """What is shown is up to date."""
        self._shown_as_of = self._screen.library.as_of
        self._shown = self._state
        self._screen.changed = 0
        if self._screen.arrived and not self._screen.library.is_bundled:
            self._screen.arrived = 0
            self._screen.library.archive.visit()

    def poll(self) -> None:
        """Pick up what others have written, and show how much has arrived, or once why that fails."""
        failure = ""
        try:
            self._pick_up()
        except ArchiveError as error:
            failure = str(error)
            if failure != self._failure:
                self._screen.notify(failure, severity="error", markup=False)
        self._failure = failure

    def _pick_up(self) -> None:
        screen, archive = self._screen, self._screen.library.archive
        if screen.library.is_bundled:
            screen.arrived = screen.library.kept()
        arrived = archive.refresh()
        if archive.version != self._version:
            self._version = archive.version
            self.show_sources()
            changed = archive.touched(*self._shown, MOST_CHANGED)
            # One that was counted may have changed again.
            if changed or screen.changed:
                screen.changed = changed
                # List and reader show the same of an entry; where it stands, and what is counted, stays as it was.
                screen.timeline.forget()
                screen.show_entry(keep_place=True)
            if not len(screen.selection):
                screen.show_entry()
        if arrived:
            screen.arrived += arrived
            if not len(screen.selection) and not screen.selection.query:
                # In an empty list nothing can move.
                screen.apply(screen.selection.query)
            self.ring()
            screen.views.count_anew()

    def ask(self) -> None:
        """Show what has arrived, or go to the newest entry that is new; and have sources read."""
        screen = self._screen
        self.poll()
        if screen.library.is_bundled and screen.arrived:
            screen.app.exit(OPEN_AGAIN)
            return
        waits = screen.follower.now() if screen.follower else ()
        waiting, outdated, query = screen.arrived or screen.changed, self.outdated, screen.selection.query
        if waiting or outdated or query.values(Field.SINCE) or query.values(Field.UNTIL):
            screen.views.count_anew()
            screen.apply(query)
        if waiting:
            return
        if newest := newest_of(screen.library, screen.selection):
            screen.go_to(newest)
        elif waits:
            # Imported here: only what is followed needs it.
            from warticker.ui.drawing.sources import checking

            screen.notify(checking(waits, datetime.now(UTC)), timeout=2)
        elif not outdated:
            screen.notify(OFFLINE if self.offline else "Nothing new", timeout=2)

    def reannotated(self) -> None:
        """Show what other annotations make of the selection, unless entries wait that would move it."""
        self.poll()
        waiting = self._screen.arrived
        if not waiting:
            self._screen.views.count_anew()
            self._screen.apply(self._screen.selection.query)
        self._screen.notify(f"Reannotated with your topics{'; R shows the result' if waiting else ''}")

    def show_sources(self) -> None:
        """Show when followed sources were last read, and how many of them failed."""
        sources, now = [*self._screen.library.archive.subscriptions], datetime.now(UTC)
        self._screen.failing = sum(1 for source in sources if source.failures and not source.paused)
        read = max((source.last_success for source in sources if source.last_success), default=None)
        self._screen.checked = "offline" if self.offline else f"checked {berlin_time(read, now)}" if read else ""

    def ring(self) -> None:
        """Ring for new entries that match `notify`, or warn that its query is invalid."""
        if told := self._alarm.poll():
            self._screen.app.bell()
            self._screen.notify(told, markup=False)
