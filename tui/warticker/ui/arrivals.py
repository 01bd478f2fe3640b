"""Takes in what others write to the archive while the app is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warticker.errors import ArchiveError
from warticker.ui.alarm import Alarm

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen


class Arrivals:
    """Tells how much has come since what is shown was selected; nothing moves until it is asked for."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._alarm = Alarm(screen.library, screen.settings.notify)
        self._shown_as_of = screen.library.as_of
        self._version: int | None = None
        """The archive's when sources that fail were last counted."""

    @property
    def outdated(self) -> bool:
        """Whether others have written to the archive since what is shown was selected, or another day has begun."""
        return self._screen.library.as_of != self._shown_as_of

    def shown(self) -> None:
        """What is shown is what there is by now."""
        self._shown_as_of = self._screen.library.as_of
        if self._screen.arrived:
            self._screen.arrived = 0
            self._screen.library.archive.visit()

    def poll(self) -> None:
        """Take in what others have written, and tell how much has come."""
        screen, archive = self._screen, self._screen.library.archive
        try:
            arrived = archive.refresh()
            if archive.version != self._version:
                self._version = archive.version
                self.count_failing()
        except ArchiveError:
            return  # Told as soon as the user asks something of the archive.
        if arrived:
            screen.arrived += arrived
            if not len(screen.selection) and not screen.selection.query:
                # Where there was nothing, nothing moves.
                screen.apply(screen.selection.query)
            self.ring()
            screen.views.count_anew()

    def count_failing(self) -> None:
        """Tell how many of the sources that are followed could not be read the last time."""
        sources = self._screen.library.archive.subscriptions
        self._screen.failing = sum(1 for source in sources if source.failures and not source.paused)

    def ring(self) -> None:
        """Ring for what has come that `notify` asks for, or tell that its query cannot be understood."""
        if told := self._alarm.poll():
            self._screen.app.bell()
            self._screen.notify(told, markup=False)
