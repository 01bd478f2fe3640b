"""Runs a command, and reports its errors."""

from __future__ import annotations

import os

import click

from warticker.cli import INTERRUPTED, output
from warticker.cli.completing import COMPLETION_VARIABLE
from warticker.cli.group import warticker
from warticker.errors import QueryError, WartickerError, cause


def status_of(arguments: list[str]) -> int:
    """Run a command; returns its exit status, and prints errors as one line to standard error."""
    if COMPLETION_VARIABLE in os.environ:
        # Imported here as only a shell's completion needs it.
        from warticker.cli import shells

        shells.register()
    try:
        ended = warticker.main(arguments, prog_name="warticker", standalone_mode=False)
    except click.Abort:
        # Click raises it for Ctrl+C before a command begins, and for an input that ends there; nothing asks for one.
        return INTERRUPTED
    except QueryError as error:
        return output.complain(f"{error} (at character {error.position + 1} of the query)", error.exit_status)
    except WartickerError as error:
        return output.complain(str(error), error.exit_status)
    except click.NoSuchOption as error:
        queried = error.ctx is not None and any(each.name == "query" for each in error.ctx.command.params)
        meant = queried and not error.option_name.startswith("--")
        hint = " Put -- before a query that begins with a minus, and options before that." if meant else ""
        return output.complain(error.format_message() + hint, error.exit_code)
    except click.ClickException as error:
        message, of = error.format_message(), getattr(error, "ctx", None)
        if of and isinstance(of.command, click.Group) and message.startswith("No such command"):
            message += f" The commands are {', '.join(of.command.list_commands(of))}."
        return output.complain(message, error.exit_code)
    except OSError as error:
        # Reading raises SourceError: what remains are names that no file can have, and a full disk behind standard
        # output.
        where = error.filename or "standard output"
        return output.complain(f"{where}: {cause(error)}", output.abandon(1))
    return ended if isinstance(ended, int) else 0
