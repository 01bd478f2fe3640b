"""The screen that exports the selection to a file."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import ClassVar, TextIO

from rich.cells import cell_len, set_cell_size
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.reactive import reactive
from textual.style import Style
from textual.widgets import Input, Static

from warticker.archive.selection import Selection
from warticker.counting import counted
from warticker.errors import WartickerError, cause
from warticker.files import at_home, replacing
from warticker.library import ExportFormat, Library
from warticker.ui.drawing.hints import ROOMY
from warticker.ui.looks import CHOSEN, PLAIN
from warticker.ui.screens.dialog import Dialog

ENDINGS = {
    ExportFormat.TEXT: "txt",
    ExportFormat.MARKDOWN: "md",
    ExportFormat.JSON: "jsonl",
    ExportFormat.YAML: "yaml",
    ExportFormat.CSV: "csv",
}
"""The file name extension of each format, in the order in which they are offered."""

WORKING = 0.02
"""Seconds of writing at a time, between which keys are handled."""

LONGEST_NAME = 60
"""The most letters of a proposed name, without its extension."""

_APART = re.compile(r"[^\w]+")


class ExportScreen(Dialog[None]):
    """Asks for a format and a file name, writes the file, and says where it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Close", show=False),
        Binding("down,tab", "form(1)", show=False, priority=True),
        Binding("up,shift+tab", "form(-1)", show=False, priority=True),
    ]

    offered = (("tab", "format"), ("enter", "export"), ("esc", "close"))

    form: reactive[ExportFormat] = reactive(ExportFormat.MARKDOWN, repaint=False, init=False)
    """The chosen format."""

    forms = query_one(".forms", Static)
    typed = query_one(Input)
    folder = query_one(".folder", Static)

    def __init__(self, library: Library, selection: Selection) -> None:
        self._entries = counted(len(selection), "entry", "entries")
        super().__init__(f"Export {self._entries}")
        self.library = library
        self.selection = selection
        self._confirmed: Path | None = None
        """The existing file that may be overwritten."""

    def contents(self) -> ComposeResult:
        """The query, the formats, the file name and the folder."""
        if query := str(self.selection.query):
            yield Static(query, classes="asked", markup=False)
        yield Static(classes="forms", markup=False)
        name = f"{proposed_name(query)}.{ENDINGS[self.form]}"
        yield Input(name, classes="field", compact=True, select_on_focus=False)
        yield Static(classes="folder", markup=False)

    def on_mount(self) -> None:
        """Show the formats, the folder and the keys."""
        self.forms.auto_links = False
        self._show_forms()
        self.fill()
        self.say()
        self.call_after_refresh(self.typed.action_end)

    def fill(self) -> None:
        """Show the folder; only its end if there is no room for all of it."""
        told, room = str(Path.cwd()), self.room - len("in ")
        folder = told if cell_len(told) <= room else f"…{set_cell_size(told[::-1], room - 1)[::-1].lstrip()}"
        self.folder.update(Content(f"in {folder}"))

    def action_form(self, step: int) -> None:
        """Choose the next or previous format."""
        forms = list(ENDINGS)
        self.form = forms[(forms.index(self.form) + step) % len(forms)]

    def action_choose(self, form: str) -> None:
        """Choose a format by its name."""
        self.form = ExportFormat(form)

    def watch_form(self, before: ExportFormat, form: ExportFormat) -> None:
        """Show the chosen format; the extension of the file name follows."""
        ending, typed = f".{ENDINGS[before]}", self.typed
        if typed.value.endswith(ending):
            typed.value = f"{typed.value.removesuffix(ending)}.{ENDINGS[form]}"
            typed.action_end()
        self._show_forms()
        self.say()

    def action_give_up(self) -> None:
        """Close; a file being written is discarded."""
        self.workers.cancel_node(self)
        self.dismiss()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        path = at_home(event.value.strip())
        if objection := self._objection(path):
            self.say(objection, wrong=True)
        else:
            event.input.disabled = True
            self._write(path.absolute())

    def _objection(self, path: Path) -> str:
        """Why nothing can be written there yet; empty for no reason."""
        # Errors of the check itself are reported when the file is written.
        with suppress(OSError):
            if path.exists() and not path.is_file():
                return "Enter a file name"
            if path.exists() and path != self._confirmed:
                self._confirmed = path
                return f"{path.name} already exists: press enter again to overwrite"
        return ""

    @work(exclusive=True)
    async def _write(self, path: Path) -> None:
        """Write the file a little at a time, under another name until it is complete."""
        try:
            with replacing(path) as file:
                await self._fill(file)
        except (OSError, WartickerError) as error:
            reason = f"Cannot write the file: {cause(error)}: {path}" if isinstance(error, OSError) else str(error)
            self.typed.disabled = False
            self.typed.focus()
            self.say(reason, wrong=True)
        else:
            where = path if self.app.size.width >= ROOMY else path.name
            self.notify(f"Exported {self._entries} to {where}", timeout=8, markup=False)
            self.dismiss()

    async def _fill(self, file: TextIO) -> None:
        started = monotonic()
        total = len(self.selection)
        for count, text in enumerate(self.library.export(self.selection, self.form)):
            file.write(text)
            if monotonic() - started > WORKING:
                # YAML comes in documents, not entries.
                told = f"{file.tell() / 1e6:,.1f} MB" if self.form is ExportFormat.YAML else f"{count:,} of {total:,}"
                self.say(f"Writing … {told}   esc: cancel")
                await asyncio.sleep(0.001)
                started = monotonic()

    def _show_forms(self) -> None:
        styles = {True: CHOSEN, False: PLAIN}
        clicks = {form: Style.from_meta({"@click": f"screen.choose('{form}')"}) for form in ENDINGS}
        parts = [Content.styled(f" {form} ", styles[form is self.form]).stylize(clicks[form]) for form in ENDINGS]
        self.forms.update(Content(" " if self.size.width >= ROOMY else "").join(parts))


def proposed_name(query: str) -> str:
    """A file name for a query, of letters, digits and dashes."""
    return "-".join(["warticker", *filter(None, _APART.split(query))])[:LONGEST_NAME].rstrip("-")
