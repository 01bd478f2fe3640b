"""The screen that everything happens on: filter, timeline, reader."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.getters import query_one
from textual.screen import Screen
from textual.timer import Timer

from warticker.archive.query import Field, Query
from warticker.archive.selection import Order, Selection
from warticker.errors import QueryError
from warticker.library import Library
from warticker.model import DocumentKind, EntryKey
from warticker.rendering.page import Link, Rendered
from warticker.rendering.pages import article_page, entry_page, plain
from warticker.settings import Settings
from warticker.ui.commands import Pane, bindings, table
from warticker.ui.views.facets import Section
from warticker.ui.views.messages import nothing_here
from warticker.ui.views.row import Density
from warticker.ui.widgets.filters import FilterPane
from warticker.ui.widgets.keybar import KeyBar
from warticker.ui.widgets.masthead import Masthead
from warticker.ui.widgets.reader import Reader
from warticker.ui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from warticker.ui.widgets.search import SearchBar

READ_AFTER = 1.0
"""Seconds under the cursor after which an entry counts as read."""

EARLIER = 5
"""How many earlier entries on the same the reader lists."""


class MainScreen(Screen[None]):
    """Owns the query and the selection, and hands them to its panes; three of them, two or one as wide as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Pane.ANYWHERE)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-medium"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]
    AUTO_FOCUS = "Timeline"

    masthead = query_one(Masthead)
    filters = query_one(FilterPane)
    timeline = query_one(Timeline)
    reader = query_one(Reader)
    keybar = query_one(KeyBar)

    def __init__(self, library: Library, query: Query, settings: Settings) -> None:
        super().__init__()
        self.library = library
        self.settings = settings
        self.topics = library.topics
        self.selection: Selection = library.select(query, Order(settings.order))
        self.current: EntryKey | None = None
        """The entry that is under the cursor, or was when there last was one."""
        self._whole = False
        self._before_typing = query
        self._reading: Timer | None = None

    def compose(self) -> ComposeResult:
        """The masthead, the panes, the keys."""
        yield Masthead(id="masthead")
        with Horizontal(id="panes"):
            yield FilterPane(self.topics)
            yield Timeline(self.selection, self.topics, density=Density(self.settings.density))
            yield Reader()
        yield KeyBar(self.settings.keys)

    def on_mount(self) -> None:
        """Show what was asked for."""
        self.masthead.total = self.library.total
        self.show(self.selection)
        self.watch(self.timeline, "cursor", self._choose, init=False)

    def show(self, selection: Selection) -> None:
        """Show another selection; the entry under the cursor stays there if it is still selected."""
        self.selection = selection
        self.timeline.show(selection, lambda text: self.library.hits(text, selection.query), self.current)
        self.filters.show(selection.facets, selection.query)
        self.masthead.selection = selection
        self.masthead.refresh()
        self._choose()

    def ask(self, query: Query) -> None:
        """Select by another query."""
        self.show(self.library.select(query, self.selection.order))

    @property
    def _panes(self) -> dict[Pane, FilterPane | Timeline | Reader]:
        """The panes from left to right."""
        return {Pane.FILTER: self.filters, Pane.TIMELINE: self.timeline, Pane.READER: self.reader}

    # What the commands do.

    def action_command(self, name: str) -> None:
        """Run a command by its id."""
        next(entry for entry in table() if entry.id == name).run(self)

    def focus_pane(self, pane: Pane | None = None, step: int = 0) -> None:
        """Put the focus on a pane, or on the one so many further on."""
        panes = list(self._panes)
        pane = pane or panes[(panes.index(self.keybar.pane) + step) % len(panes)]
        if pane is not Pane.READER:
            self.remove_class("-zoomed")
        # Opened before it has the focus: what is not shown cannot have it. The others close once it does.
        self._panes[pane].add_class("-open")
        self._panes[pane].focus()

    def open_filter(self, section: Section) -> None:
        """Put the focus on a section of the filter."""
        self.focus_pane(Pane.FILTER)
        self.filters.enter(section)

    def open_search(self) -> None:
        """Open the line for typing: in the filter to narrow its list, elsewhere for the query."""
        if self.keybar.typing:
            return
        self._before_typing = self.selection.query
        # Imported here as an input is the largest of all widgets, and the app starts without one.
        from warticker.ui.widgets.search import Purpose, SearchBar

        self.keybar.typing = True
        if self.keybar.pane is Pane.FILTER:
            bar = SearchBar(Purpose.NARROW, self.filters.narrowed)
        else:
            asked = str(self.selection.query)
            bar = SearchBar(Purpose.QUERY, f"{asked} " if asked else "")
        self.mount(bar, before="#panes")

    def go_back(self) -> None:
        """Give up what was opened last; where nothing is open, clear the filter."""
        if self.filters.narrowed:
            self.filters.narrow("")
        elif self.keybar.pane is not Pane.TIMELINE or self.has_class("-zoomed"):
            self.focus_pane(Pane.TIMELINE)
        elif self.selection.query:
            self.ask(Query())

    def go_to_match(self, step: int) -> None:
        """Go to the next hit in the reader, then to the next entry; without a search to the next unread one."""
        if self.selection.query.terms():
            if not self.reader.move_hit(step):
                self.timeline.move(step)
        elif len(self.selection):
            found = self.selection.next_unread(self.timeline.cursor, step)
            if found is None:
                self.notify("Nothing unread that way", timeout=2)
            else:
                self.timeline.move_to(found)

    def toggle_unread(self) -> None:
        """Mark the entry as unread, or as read."""
        if row := self.timeline.current:
            self._cancel_reading()
            self._mark(row.key, read=row.unread)

    def toggle_saved(self) -> None:
        """Save the entry, or no longer."""
        if row := self.timeline.current:
            self.library.mark([row.key], saved=not row.saved)
            self.timeline.forget()

    def reverse_order(self) -> None:
        """The other end of time first."""
        order = Order.OLDEST if self.selection.order is Order.NEWEST else Order.NEWEST
        self.show(self.library.select(self.selection.query, order))
        self.notify(f"{order.value.capitalize()} first", timeout=2)

    def toggle_density(self) -> None:
        """One line an entry, or comfortable."""
        compact = self.timeline.density is Density.COMPACT
        self.timeline.density = Density.COMFORTABLE if compact else Density.COMPACT

    def toggle_zoom(self) -> None:
        """The reader alone, or all panes."""
        zoomed = not self.has_class("-zoomed")
        self.focus_pane(Pane.READER if zoomed else Pane.TIMELINE)
        self.set_class(zoomed, "-zoomed")

    def toggle_article(self) -> None:
        """The whole article, or the section alone."""
        row = self.timeline.current
        if row and self.library.entry(row.key).document.kind is DocumentKind.ARTICLE:
            self._whole = not self._whole
            self._read()
        else:
            self.notify("This entry is not part of an article", timeout=3)

    def open_address(self) -> None:
        """Open the entry's address in the browser; only http and https."""
        row = self.timeline.current
        address = self.library.entry(row.key).address if row else None
        if address and address.startswith(("https://", "http://")):
            self.app.open_url(address)
        else:
            self.notify("This entry has no address to open", severity="warning", timeout=3)

    def copy_entry(self) -> None:
        """Copy the entry as text with its source."""
        if row := self.timeline.current:
            self.app.copy_to_clipboard(plain(self.library.entry(row.key)))
            self.notify("Copied with its source", timeout=2)

    def show_help(self) -> None:
        """Every key."""
        # Imported here as only who asks for help needs it.
        from warticker.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.settings.keys))

    # What the panes say.

    @on(Timeline.EntryOpened)
    def _entry_opened(self) -> None:
        self.focus_pane(Pane.READER)

    @on(FilterPane.ValueToggled)
    def _value_toggled(self, message: FilterPane.ValueToggled) -> None:
        self.ask(self.selection.query.toggled(message.field, message.value))

    @on(Reader.LinkFollowed)
    def _link_followed(self, message: Reader.LinkFollowed) -> None:
        self._follow(message.link)

    def on_search_bar_typed(self, message: SearchBar.Typed) -> None:
        """Select by what is typed, or narrow the filter's list."""
        if message.purpose == "filter":
            self.filters.narrow(message.text)
            return
        try:
            self.ask(self.library.parse(message.text))
        except QueryError as error:
            message.bar.complain(str(error))
        else:
            message.bar.complain("")

    def on_search_bar_closed(self, message: SearchBar.Closed) -> None:
        """Keep what was typed, or take it back."""
        message.bar.remove()
        self.keybar.typing = False
        if message.purpose == "filter":
            if not message.kept:
                self.filters.narrow("")
            self.filters.focus()
        else:
            if not message.kept:
                self.ask(self._before_typing)
            self.timeline.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The pane that has the focus is shown, and its keys are."""
        for pane, widget in self._panes.items():
            if event.widget is widget:
                self._arrange(pane)

    def _arrange(self, pane: Pane) -> None:
        """Open the pane that is worked in, where there is no room for all; the styles do the rest."""
        self.keybar.pane = pane
        for each, widget in self._panes.items():
            widget.set_class(each is pane, "-open")

    def _follow(self, link: Link) -> None:
        if link.field == "entry":
            key = EntryKey(link.value)
            if self.selection.index_of(key) is None:
                self.ask(Query())
            position = self.selection.index_of(key)
            if position is not None:
                self.timeline.move_to(position)
        else:
            self.ask(self.selection.query.toggled(Field(link.field), link.value))

    def _choose(self) -> None:
        """Read the entry under the cursor, or the same one anew."""
        row = self.timeline.current
        key = row.key if row else None
        same = key == self.current
        if key and not same:
            self._whole = False
        self.current = key or self.current
        self._read(keep_place=same)
        self._cancel_reading()
        if row and row.unread:
            self._reading = self.set_timer(READ_AFTER, partial(self._mark, row.key, read=True))

    def _read(self, *, keep_place: bool = False) -> None:
        self.reader.show(self._page(), keep_place=keep_place)

    def _page(self) -> Rendered:
        row = self.timeline.current
        if row is None:
            return nothing_here(self.selection.query, self.library.total)
        full, query = self.library.entry(row.key), self.selection.query
        if self._whole and len(full.siblings) > 1:
            sections = [self.library.entry(key) for key in full.siblings]
            return article_page(sections, self.topics, lambda text: self.library.hits(text, query))
        earlier = self.library.earlier(full, EARLIER)
        return entry_page(full, earlier, self.topics, lambda text: self.library.hits(text, query))

    def _mark(self, key: EntryKey, *, read: bool) -> None:
        self.library.mark([key], read=read)
        self.timeline.forget()
        self.masthead.refresh()

    def _cancel_reading(self) -> None:
        if self._reading is not None:
            self._reading.stop()
            self._reading = None
