"""Commands that keep entries, look after those that are kept, and give them out."""

from __future__ import annotations

from pathlib import Path

import click

from warticker.cli.commands.arguments import SOURCE, examples, on_archive
from warticker.cli.commands.group import warticker
from warticker.cli.commands.options import FORMS, Asked, selecting
from warticker.errors import UsageError
from warticker.library.forms import Form, form_of


@warticker.command(
    "add",
    epilog=examples(
        "warticker add ticker.txt pages/",
        "curl -s ADDRESS | warticker add -",
        "warticker add https://example.org/ticker --follow --every 2m --name ntv",
    ),
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=SOURCE)
@click.option("--follow", is_flag=True, help="Read it again and again, while the app is open and by warticker update.")
@click.option("--every", metavar="INTERVAL", help="How often: 90s, 2m, 1h30m, 1d; by default 5m.")
@click.option("--name", help="What sources and update call it, by default its host; its entries keep their outlet.")
@click.option("--deep", is_flag=True, help="Read the pages that a feed leads to as well, those of the same host.")
@on_archive
def _add(
    sources: tuple[str, ...], follow: bool, every: str | None, name: str | None, deep: bool, archive: Path | None
) -> int:
    """Keep what sources hold in the archive.

    SOURCE is a file, a folder, an address, or - for standard input. An entry that is there already is kept once; where
    it reads otherwise now, its earlier version is kept too. What cannot be read is told, the rest is kept all the same,
    and the exit status is 1.
    """
    if follow:
        from warticker.cli import following

        return following.follow(sources, archive, every=every, name=name, deep=deep)
    if every or name or deep:
        raise UsageError("--every, --name and --deep say how to --follow")
    from warticker.cli import keeping

    return keeping.add(sources, archive)


@warticker.command("reannotate", epilog=examples("warticker reannotate"))
@on_archive
def _reannotate(archive: Path | None) -> None:
    """Understand anew what older rules or topics understood.

    These are the program's rules, and the topics of your own. It can be ended at any time with Ctrl+C and goes on from
    there the next time.
    """
    from warticker.cli import keeping

    keeping.reannotate(archive)


@warticker.command("check", epilog=examples("warticker check", "warticker check --repair"))
@click.option("--repair", is_flag=True, help="Rebuild first what can be worked out from the entries.")
@on_archive
def _check(repair: bool, archive: Path | None) -> int:
    """Say what is wrong with the archive.

    Every entry is read, and all that is made of them compared with what they say; but which entries have a word is
    asked of some hundred of them. The exit status is 1 where something is wrong.
    """
    from warticker.cli import keeping

    return keeping.check(archive, repair=repair)


@warticker.command(
    "export",
    epilog=examples(
        "warticker export is:saved --output saved.md",
        "warticker export 'city:Kiew since:2025-11-01' --format yaml --output kiew.yaml",
        "warticker export --format json | gzip > everything.jsonl.gz",
    ),
)
@click.option(
    "--format", "form", type=click.Choice(FORMS),
    help="How to write them; by default as the file's name says: .json .jsonl .yaml .yml .md .csv, else text. "
    "yaml and json read back.",
)  # fmt: skip
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", help="Where to; by default to standard output."
)
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@selecting
def _export(asked: Asked, form: str | None, output: Path | None, force: bool) -> None:
    """Write the entries that match QUERY to a file.

    Without a query these are all of them. The file is there when it is whole, and not before.
    """
    from warticker.cli import listing

    chosen = Form(form) if form else form_of(output)
    if output is None or str(output) == "-":
        listing.print_entries(asked, chosen)
    else:
        listing.write_entries(asked, chosen, output, force=force)


@warticker.command(
    "completion",
    epilog=examples(
        "warticker completion bash > ~/.local/share/bash-completion/completions/warticker",
        "warticker completion zsh > ~/.zfunc/_warticker",
        "warticker completion fish > ~/.config/fish/completions/warticker.fish",
    ),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def _completion(shell: str) -> None:
    """Print the script that lets a shell complete what is typed.

    It completes commands, options, and the fields and values of queries.
    """
    from warticker.cli import shells
    from warticker.cli.running import COMPLETION_VARIABLE

    click.echo(shells.script(shell, warticker, COMPLETION_VARIABLE), nl=False)
