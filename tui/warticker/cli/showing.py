"""`show`: one entry, rendered."""

from __future__ import annotations

import re
from pathlib import Path

import click

from warticker.cli import output
from warticker.cli.arguments import ANY_SOURCE, SOURCE, examples, on_archive
from warticker.cli.completing import key_items
from warticker.cli.group import warticker
from warticker.cli.libraries import library_of_sources, library_to_print

_ENDS = re.compile(r" +$", re.MULTILINE)


@warticker.command("show", epilog=examples("warticker show 7k2m", "warticker show 7k2m --source ticker.txt"))
@click.argument("key", shell_complete=key_items)
@click.option("--source", "sources", metavar="SOURCE", multiple=True, type=SOURCE,
              help=f"Search these instead of the archive. {ANY_SOURCE}")  # fmt: skip
@on_archive
def _show(key: str, sources: tuple[str, ...], archive: Path | None) -> int:
    """Print one entry, rendered. The first letters of its KEY are enough."""
    # Imported here as no other command that prints to a pipe needs Rich.
    from rich.console import Console
    from rich.theme import Theme

    from warticker.rendering.composer import MEASURE, STYLES
    from warticker.rendering.entries import render_entry

    library, status = library_of_sources(sources) if sources else (library_to_print(archive), 0)
    entry = library.find(key)
    rendered = render_entry(entry, (), library.topics, lambda text: ())
    console = Console(theme=Theme(dict(STYLES)), highlight=False, force_terminal=output.coloured())
    with console.capture() as printed:
        console.print(rendered.text, width=min(MEASURE, console.width), markup=False, emoji=False)
    # No-break spaces have served their purpose.
    text = printed.get().replace("\xa0", " ")
    click.echo(_ENDS.sub("", text).rstrip("\n"), color=output.coloured())
    origin = " ".join(part for part in (entry.entry.key, entry.address) if part)
    click.echo(click.style(f"\n{output.harmless(origin)}", dim=True), color=output.coloured())
    return status
