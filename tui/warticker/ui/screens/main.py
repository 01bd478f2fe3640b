"""The screen that everything happens on: filter, timeline, reader."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Self

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.geometry import Region
from textual.getters import query_one
from textual.reactive import Reactive, reactive
from textual.screen import Screen
from textual.widget import Widget

from warticker.archive.query import EVERYTHING, Field, Query
from warticker.archive.selection import Selection
from warticker.library import Library
from warticker.model import EntryKey
from warticker.settings import Settings
from warticker.ui.arrivals import Arrivals
from warticker.ui.command import Pane
from warticker.ui.commands import bindings, first_key, table
from warticker.ui.drawing.row import Density
from warticker.ui.marker import Marker
from warticker.ui.new_entries import divider_of, new_of
from warticker.ui.nothing import render_nothing
from warticker.ui.prefetching import PrefetchedEntries, PrefetchedSelection
from warticker.ui.prompts import Prompt, PromptState
from warticker.ui.saved_views import SavedViews
from warticker.ui.screens import breakpoints
from warticker.ui.session import Session
from warticker.ui.showing import Showing, render_shown
from warticker.ui.widgets.filters import FilterPane
from warticker.ui.widgets.key_bar import KeyBar
from warticker.ui.widgets.masthead import Masthead
from warticker.ui.widgets.reader import Reader
from warticker.ui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from warticker.ui.following import Follower
    from warticker.ui.widgets.prompt_bar import PromptBar


POLL_EVERY = 1.0
"""Seconds between checks for what others have written to the archive."""


class MainScreen(Screen[None]):
    """Owns the query and the selection, and hands them to its panes: three, two or one, depending on the width."""

    BINDINGS: ClassVar[list[BindingType]] = bindings()
    HORIZONTAL_BREAKPOINTS = breakpoints.WIDTHS
    VERTICAL_BREAKPOINTS = breakpoints.HEIGHTS
    AUTO_FOCUS = "Timeline"

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """The focused widget; what depends on it is repainted, not the whole screen as in Textual."""

    # What is watched here, or bound to panes: each paints its part, and the screen nothing.

    pane: reactive[Pane] = reactive(Pane.TIMELINE, repaint=False)
    """The pane that is in use."""

    filtered: reactive[bool] = reactive(False, repaint=False)
    """Whether a filter can be cleared."""

    listed: reactive[bool] = reactive(True, repaint=False)
    """Whether an entry can be read."""

    prompt: reactive[PromptState | None] = reactive(None, repaint=False)
    """The open prompt, which takes all keys."""

    arrived: reactive[int] = reactive(0, repaint=False)
    """How many entries have arrived since the selection was made."""

    changed: reactive[int] = reactive(0, repaint=False)
    """How many entries have changed or been withdrawn since then."""

    paused: reactive[bool] = reactive(False, repaint=False)
    """Whether following is paused."""

    failing: reactive[int] = reactive(0, repaint=False)
    """How many followed sources failed the last time."""

    checked: reactive[str] = reactive("", repaint=False)
    """When followed sources were last read, or that they are not; empty without any."""

    density: reactive[Density] = reactive(Density.COMFORTABLE, repaint=False, init=False)
    """How much room an entry has in the list."""

    showing: reactive[Showing] = reactive(Showing.ENTRY, repaint=False, init=False)
    """What the reader shows of the entry under the cursor."""

    masthead = query_one(Masthead)
    filters = query_one(FilterPane)
    timeline = query_one(Timeline)
    reader = query_one(Reader)

    def __init__(self, library: Library, start: Session, settings: Settings, *, visited: bool) -> None:
        """Open a library where it was left; `visited` is whether it was open before at all."""
        super().__init__()
        self.library = library
        self.settings = settings
        self.topics = library.topics
        self.commands = table()
        self.views = SavedViews(self)
        refused = partial(self.notify, severity="error", markup=False)
        self.marker = Marker(
            library.archive.marks, self, seen=self._entry_seen, changed=self.marks_changed, refused=refused
        )
        self._entries = PrefetchedEntries(self)
        self._next_selection = PrefetchedSelection(self, self._entries)
        self.selection: Selection = library.select(start.query, start.order)
        self.current: EntryKey | None = start.entry
        """The entry under the cursor, or the last one that was."""
        self.follower: Follower | None = None
        """Has followed sources read; None if nothing is followed."""
        self._before_prompt: tuple[Query, EntryKey | None] | None = None
        """The query and the entry under the cursor when a prompt was opened."""
        self.arrivals = Arrivals(self)
        self._visited = visited
        self.set_reactive(MainScreen.density, start.density)
        self.set_class(not start.filter, "-unfiltered")

    def compose(self) -> ComposeResult:
        """The masthead, the panes, the keys."""
        self.add_class(*breakpoints.classes(type(self), self.app.size))
        self.watch_density()
        masthead = Masthead(self.selection, self.settings.keys, bundled=self.library.is_bundled)
        yield masthead.data_bind(
            MainScreen.arrived, MainScreen.changed, MainScreen.paused, MainScreen.failing, MainScreen.checked
        )
        with Horizontal(id="panes"):
            yield FilterPane(self.topics, self.settings.keys, self.library.respelled)
            timeline = Timeline(self.selection, self.topics, self.library, first_key("read", self.settings.keys))
            yield timeline.data_bind(MainScreen.density)
            yield Reader()
        yield KeyBar(self.settings.keys).data_bind(
            MainScreen.pane, MainScreen.filtered, MainScreen.listed, MainScreen.prompt
        )

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Repaint or lay out; a layout repaints what it moves or uncovers, so nothing else needs it."""
        return super().refresh(*regions, repaint=repaint and not layout, layout=layout, recompose=recompose)

    def on_mount(self) -> None:
        """Show the initial query."""
        self.show(self.selection)
        self.watch(self.timeline, "cursor", self._cursor_moved, init=False)
        self.watch(self.filters, "near", self._next_selection.prepare, init=False)
        self.arrivals.ring()
        self.set_interval(POLL_EVERY, self.arrivals.poll)

    def show(self, selection: Selection, *, keep: EntryKey | None = None, rows_first: bool = False) -> None:
        """Show another selection; the entry under the cursor, or `keep`, stays there if it is still selected.

        `rows_first`: the filter's counts may follow once the rows are on the screen.
        """
        if selection.query.terms() != self.selection.query.terms():
            self._entries.forget()
        self.selection = selection
        self.arrivals.shown()
        new = len(new_of(self.library, selection))
        divider = divider_of(self.library, selection, visited=self._visited) if new else None
        self.timeline.show(
            selection,
            keep or self.current,
            divider,
            mixed=new < len(selection),
            outlets=len(self.library.archive.values(Field.SOURCE)) > 1,
        )
        self.masthead.show(selection, self.library.total, new)
        self.filtered, self.listed = bool(selection.query), bool(len(selection))
        self._cursor_moved()
        if rows_first:
            self.timeline.call_after_refresh(self._count, selection)
        else:
            self._count(selection)

    def _count(self, selection: Selection) -> None:
        """Show the filter's counts, unless another selection is shown by now."""
        if selection is self.selection:
            self.filters.show(selection.counts, selection.query, self.views.shown())
            self._next_selection.prepare()
            self.views.count()

    def apply(self, query: Query, *, keep: EntryKey | None = None, rows_first: bool = False) -> None:
        """Select by another query, as `show` does."""
        self.show(self._next_selection.select(query), keep=keep, rows_first=rows_first)

    def show_entry(self, *, keep_place: bool = False) -> None:
        """Show the entry under the cursor in the reader, from its top or from where it was scrolled to."""
        library, query, row = self.library, self.selection.query, self.timeline.current
        if row is None:
            key_of = partial(first_key, own=self.settings.keys)
            typing, offline = bool(self.prompt), self.arrivals.offline
            rendered = render_nothing(library, query, key_of, typing=typing, offline=offline)
        elif self.showing is Showing.ENTRY:
            rendered = self._entries.rendered(row)
        else:
            rendered = render_shown(library, row.key, self.showing, query)
        self.reader.show(rendered, keep_place=keep_place)

    def _entry_seen(self) -> bool:
        """Whether the user looks at the entry: in the list or the reader, with nothing over them."""
        return self.is_active and self.app.app_focus and self.pane is not Pane.FILTER and not self.prompt

    def marks_changed(self, changed: EntryKey | None, *, noted: bool) -> None:
        """Show the changed marks or note of an entry; None for many entries."""
        self.timeline.forget(changed)
        self._next_selection.prepare()
        self.masthead.refresh()
        self.filters.recount()
        self.views.show()
        if noted:
            self._entries.forget()
            self.show_entry(keep_place=True)
        self._entries.follow(self.timeline.cursor)

    def go_to(self, key: EntryKey) -> None:
        """Put the cursor on an entry, clearing the filter if that excludes it."""
        if self.selection.index_of(key) is None:
            # Without a filter it is one that has just arrived.
            if self.selection.query:
                self.notify(f"Filter cleared to get there: {self.selection.query}", markup=False)
            self.apply(EVERYTHING)
        position = self.selection.index_of(key)
        if position is not None:
            self.timeline.move_to(position)

    def open_address(self, address: str | None) -> None:
        """Open a web address in the browser, and nothing else."""
        if address and address.startswith(("https://", "http://")):
            self.app.open_url(address)
        else:
            self.notify("No web address to open", timeout=3)

    @property
    def session(self) -> Session:
        """The state to open with the next time: a query that is still being typed is none."""
        query, entry = self._before_prompt or (self.selection.query, self.current)
        return Session(
            query=query,
            order=self.selection.order,
            density=self.density,
            entry=entry,
            theme=self.app.theme,
            filter=not self.has_class("-unfiltered"),
        )

    def watch_density(self) -> None:
        """Set the class for the width of the list."""
        self.set_class(self.density is Density.COMPACT, "-compact")

    def watch_showing(self) -> None:
        """Show it, from its top."""
        self.show_entry()

    # Panes and keys.

    @property
    def _panes(self) -> dict[Pane, FilterPane | Timeline | Reader]:
        """The panes from left to right."""
        return {Pane.FILTER: self.filters, Pane.TIMELINE: self.timeline, Pane.READER: self.reader}

    def action_command(self, name: str) -> None:
        """Run a command by its id."""
        self.commands[name].run(self)

    def on_key(self, event: events.Key) -> None:
        """Open the view that has this key; commands have had theirs by now."""
        if not self.prompt and self.views.open_by_key(event.key):
            event.stop()

    def focus_neighbour(self, step: int) -> None:
        """Focus the pane so many further on."""
        panes = list(self._panes)
        self.focus_pane(panes[(panes.index(self.pane) + step) % len(panes)])

    def focus_pane(self, pane: Pane) -> None:
        """Focus a pane."""
        if pane is not Pane.READER:
            self.remove_class("-zoomed")
        self._arrange(pane)
        # At once, not with the next message, so that one layout shows both the pane and its focus.
        self.set_focus(self._panes[pane])

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the focused pane and its keys, even if the mouse focused it."""
        for pane, widget in self._panes.items():
            if event.widget is widget:
                self._arrange(pane)

    def _arrange(self, pane: Pane) -> None:
        """Show the pane in use where there is no room for all; the styles do the rest."""
        self.pane = pane
        for each, widget in self._panes.items():
            widget.set_class(each is pane, "-open")

    # The prompt.

    def open_prompt(self, prompt: Prompt) -> None:
        """Open a prompt, unless one is open."""
        if not self.prompt:
            # Imported here: an input is the largest of all widgets, and the app starts without one.
            from warticker.ui.widgets.prompt_bar import PromptBar

            self._before_prompt = self.selection.query, self.current
            self.prompt = PromptState(prompt.keys)
            self._lead_on()
            # It lies over the panes, so it is mounted before all else: what is laid out after it would be repainted.
            self.mount(PromptBar(prompt), before="#panes" if self.has_class("-low") else 0)

    def on_prompt_bar_state_changed(self, message: PromptBar.StateChanged) -> None:
        """Show what the prompt says of what is typed. By name, as `@on` needs the class, which is loaded only now."""
        self.prompt = message.state

    def on_prompt_bar_closed(self, message: PromptBar.Closed) -> None:
        """Keep what was typed, or cancel; by name as `on_prompt_bar_state_changed`."""
        message.bar.remove()
        self.prompt = self._before_prompt = None
        message.bar.prompt.closed(message.text, kept=message.kept)
        self._lead_on()

    def _lead_on(self) -> None:
        """With no matches, redraw the reader's advice, which differs while a prompt is open."""
        if not len(self.selection):
            self.show_entry()

    # What the panes say.

    @on(Timeline.EntryOpened)
    def _entry_opened(self) -> None:
        self.focus_pane(Pane.READER)

    @on(FilterPane.ValueToggled)
    def _value_toggled(self, message: FilterPane.ValueToggled) -> None:
        self.apply(self.selection.query.toggled(message.field, message.value))

    @on(FilterPane.ViewToggled)
    def _view_toggled(self, message: FilterPane.ViewToggled) -> None:
        self.views.toggle(message.name)

    @on(Reader.LinkFollowed)
    def _link_followed(self, message: Reader.LinkFollowed) -> None:
        link = message.link
        if link.field == "entry":
            self.go_to(EntryKey(link.value))
        elif link.field == "address":
            self.open_address(link.value)
        else:
            self.apply(self.selection.query.toggled(Field(link.field), link.value))

    def _cursor_moved(self) -> None:
        """Show the entry under the cursor, or render the same one again."""
        row = self.timeline.current
        key = row.key if row else None
        same = key == self.current
        if key and not same:
            self.set_reactive(MainScreen.showing, Showing.ENTRY)
        self.current = key or self.current
        self.show_entry(keep_place=same)
        self.marker.watch(row)
        self._entries.follow(self.timeline.cursor)
