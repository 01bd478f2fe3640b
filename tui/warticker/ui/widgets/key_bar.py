"""The footer: the keys that matter now."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from warticker.ui.command import Command, Group, Pane
from warticker.ui.commands import first_key, table
from warticker.ui.drawing.hints import ROOMY, hints
from warticker.ui.looks import looks
from warticker.ui.prompts import PromptState

CHOOSING = (("tab", "complete"), ("↓", "another"))
"""The keys that choose among completions."""

AT_ALL_TIMES = frozenset({Group.FILTER, Group.FILTER_PANE, Group.DISPLAY, Group.PROGRAM})
"""Groups of commands that work without an entry."""


class KeyBar(Widget):
    """The keys of the focused pane; as many as there is room for."""

    pane: reactive[Pane] = reactive(Pane.TIMELINE)
    """The focused pane."""

    filtered: reactive[bool] = reactive(False)
    """Whether a filter can be cleared."""

    listed: reactive[bool] = reactive(True)
    """Whether an entry can be read."""

    prompt: reactive[PromptState | None] = reactive(None)
    """The open prompt, which takes all keys."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        super().__init__(id="keybar")
        self.auto_links = False
        self.keys = keys
        """The user's own keys, by command."""

    def render(self) -> Content:
        """Key and name of each command, the pane's own first; each can be clicked."""
        if self.prompt:
            return self._of_prompt(self.prompt)
        shown = [entry for entry in table().values() if entry.hint and entry.pane in (self.pane, None)]
        shown = [entry for entry in shown if first_key(entry.id, self.keys)]
        if self.pane is Pane.FILTER:
            shown = [entry for entry in shown if entry.group is not Group.MARK]
        if not self.listed:
            shown = [entry for entry in shown if entry.group in AT_ALL_TIMES]
        shown.sort(key=lambda entry: entry.pane is None)
        if self.pane is Pane.TIMELINE and not self.filtered:
            shown = [entry for entry in shown if entry.id != "back"]
        gap = 3 if self.size.width >= ROOMY else 2
        last = [self._part(entry) for entry in shown if entry.last]
        room = self.size.width - sum(part.cell_length + gap for part in last)
        line = Content(" ")
        for part in (self._part(entry) for entry in shown if not entry.last):
            if line.cell_length + part.cell_length <= room:
                line = Content.assemble(line, part, " " * gap)
        return Content.assemble(line, Content(" " * gap).join(last)).truncate(self.size.width)

    def _of_prompt(self, prompt: PromptState) -> Content:
        """What is wrong with what is typed, or what it can be completed to, or the prompt's keys."""
        if prompt.complaint:
            return self._wrong(prompt)
        if len(prompt.completions) > 1:
            return self._choice(prompt.completions)
        return Content.assemble(" ", hints(prompt.keys, self.size.width))

    def _choice(self, completions: tuple[str, ...]) -> Content:
        """The keys that choose, and the completions, the one that stands behind the text marked."""
        first, *others = completions
        style = looks("keybar")
        words = Content.assemble((first, style["key"]), ("".join(f"  {word}" for word in others), style["hint"]))
        keys = CHOOSING if self.size.width >= ROOMY else CHOOSING[1:]
        line = Content.assemble(" ", hints(keys, self.size.width), "   ", words)
        return line.truncate(self.size.width, ellipsis=True)

    def _wrong(self, prompt: PromptState) -> Content:
        """The error, and the key that cancels; if there is no room for both, only the error's suggestion."""
        out = Content.assemble("   ", hints(prompt.keys[-1:], self.size.width))
        for text in (prompt.complaint, prompt.complaint.rpartition(" - ")[2]):
            complaint = Content.styled(f" {text}", looks("keybar")["wrong"])
            if complaint.cell_length + out.cell_length <= self.size.width:
                return complaint + out
        return complaint.truncate(self.size.width, ellipsis=True)

    def _part(self, entry: Command) -> Content:
        name = "/".join(key for each in (entry.id, entry.beside) if each and (key := first_key(each, self.keys)))
        style = looks("keybar")
        # With an empty list, what works in the timeline works anywhere.
        pane = self.pane if self.listed or self.pane is Pane.FILTER else Pane.TIMELINE
        hint = entry.hints.get(pane, entry.hint)
        part = Content.assemble((name, style["key"]), (f" {hint}", style["hint"]))
        return part.stylize(Style.from_meta({"@click": f"screen.command('{entry.id}')"}))
