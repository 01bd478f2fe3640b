"""Prints what the reader makes of documents."""

from __future__ import annotations

from collections.abc import Sequence

import click

from warticker import records, settings
from warticker.cli import output
from warticker.errors import SourceError
from warticker.library.stories import opened


def print_documents(sources: Sequence[str], form: str) -> None:
    """Print each document of some sources as soon as it is read, as `json` or `yaml`.

    Sources that cannot be read are told on standard error; the last of them is raised at the end.
    """
    errors: list[SourceError] = []
    for story in opened(sources, errors.append, settings.own_topics()):
        click.echo(records.to_json(story) if form == "json" else records.to_yaml([story]), nl=form == "json")
    for error in errors[:-1]:
        output.complain(str(error), error.exit_status)
    if errors:
        raise errors[-1]
