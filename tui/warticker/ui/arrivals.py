"""Picks up what other processes write to the archive while the app is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warticker.errors import ArchiveError
from warticker.ui.alarm import Alarm

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen


class Arrivals:
    """Counts the entries that have arrived since the shown selection was made; nothing moves until the user asks."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._alarm = Alarm(screen.library, screen.settings.notify)
        self._shown_as_of = screen.library.as_of
        self._version: int | None = None
        """The archive's version when failing sources were last counted."""

    @property
    def outdated(self) -> bool:
        """Whether others have written to the archive since the selection was made, or another day has begun."""
        return self._screen.library.as_of != self._shown_as_of

    def shown(self) -> None:
        """What is shown is up to date."""
        self._shown_as_of = self._screen.library.as_of
        if self._screen.arrived:
            self._screen.arrived = 0
            self._screen.library.archive.visit()

    def poll(self) -> None:
        """Pick up what others have written, and show how much has arrived."""
        screen, archive = self._screen, self._screen.library.archive
        try:
            arrived = archive.refresh()
            if archive.version != self._version:
                self._version = archive.version
                self.count_failing()
        except ArchiveError:
            return  # Reported as soon as the user queries the archive.
        if arrived:
            screen.arrived += arrived
            if not len(screen.selection) and not screen.selection.query:
                # In an empty list nothing can move.
                screen.apply(screen.selection.query)
            self.ring()
            screen.views.count_anew()

    def count_failing(self) -> None:
        """Show how many followed sources failed the last time."""
        sources = self._screen.library.archive.subscriptions
        self._screen.failing = sum(1 for source in sources if source.failures and not source.paused)

    def ring(self) -> None:
        """Ring for new entries that match `notify`, or warn that its query is invalid."""
        if told := self._alarm.poll():
            self._screen.app.bell()
            self._screen.notify(told, markup=False)
