"""Prints one entry, rendered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import click

from warticker.cli import output
from warticker.cli.libraries import library_to_print
from warticker.rendering.pages import entry_page

_ENDS = re.compile(r" +$", re.MULTILINE)


def print_entry(prefix: str, sources: Sequence[str], archive: Path | None) -> None:
    """Print the entry whose key begins so; raises NothingMatchedError where none does, or several do."""
    # Imported here as nothing else that prints to a pipe needs rich.
    from rich.console import Console
    from rich.theme import Theme

    from warticker.rendering.page import MEASURE, STYLES

    library = library_to_print(sources, archive)
    page = entry_page(library.find(prefix), (), library.topics, lambda text: ())
    console = Console(theme=Theme(dict(STYLES)), highlight=False, force_terminal=output.coloured())
    with console.capture() as printed:
        console.print(page.text, width=min(MEASURE, console.width), markup=False, emoji=False)
    # What keeps words on one line has done so.
    text = printed.get().replace("\xa0", " ")
    click.echo(_ENDS.sub("", text).rstrip("\n"), color=output.coloured())
