"""`parse`: how documents are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from warticker import records, settings
from warticker.cli import output
from warticker.cli.arguments import SOURCE, examples
from warticker.cli.group import warticker
from warticker.errors import SourceError
from warticker.library.stories import opened
from warticker.library.understanding import understood

if TYPE_CHECKING:
    from warticker.intake import Explanation


_PLAIN_KINDS = {
    "": "in no report",
    "rule": "no words",
    "kicker": "rubric",
    "pager": "navigation",
    "player": "recording",
    "label": "bare label",
    "foreign": "other language",
    "more": "link to more",
    "sorting": "order of entries",
    "address": "web address",
    "headlines": "other headlines",
    "closing": "about the ticker",
    "consent": "cookies or embeds",
    "aside": "beside the text",
    "author": "who wrote it",
}
"""The kinds of page furniture in plain words, where the program's names for them are terse."""


@warticker.command(
    "parse",
    epilog=examples(
        "warticker parse ticker.txt",
        "warticker parse ticker.txt --format yaml > ticker.yaml",
        "cat ticker.txt | warticker parse - | jq .entries",
    ),
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=SOURCE)
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "yaml"]),
    default="json",
    show_default=True,
    help="json is one document a line; yaml is for reading and editing, and warticker reads it back.",
)
@click.option("--explain", is_flag=True, help="Show which layout was chosen, why, and what each line was taken for.")
def _parse(sources: tuple[str, ...], form: str, explain: bool) -> int:
    """Parse documents and print the result. SOURCE is a file, a folder, an address, or - for standard input."""
    errors = _print_explanations(sources) if explain else _print_documents(sources, form)
    return output.tell(errors)


def _print_documents(sources: Sequence[str], form: str) -> Sequence[SourceError]:
    """Print each document of some sources as soon as it is read, as `json` or `yaml`; returns why others cannot be."""
    errors: list[SourceError] = []
    own = settings.own_topics()
    for read in opened(sources, errors.append, whole=True):
        story = understood(read.story, own)
        click.echo(records.to_json(story) if form == "json" else records.to_yaml([story]), nl=form == "json")
    return errors


def _print_explanations(sources: Sequence[str]) -> Sequence[SourceError]:
    """Print how each document is read: its layout, why, and what each line was taken for; returns errors."""
    # Imported here as printing records does not need it.
    from warticker import intake

    errors: list[SourceError] = []
    for source in sources:
        for content in intake.contents(source, errors.append):
            try:
                explanation = intake.explained(content.data, name=content.name, provenance=content.provenance)
                click.echo(_explanation(content.name, explanation))
            except SourceError as error:
                errors.append(error)
    return errors


def _explanation(name: str, explanation: Explanation) -> str:
    # Where the markup is explicit, there is no uncertainty to report.
    sure = f" Confidence: {explanation.score:.0%}." if explanation.score < 1 else ""
    why = f"{explanation.why[:1].upper()}{explanation.why[1:]}.{sure}"
    head = [f"{output.harmless(name)}: {explanation.layout}", why, ""]
    return "\n".join([*head, *(f"{_taken_for(role):26} {line}".rstrip() for role, line in explanation.lines), ""])


def _taken_for(role: str) -> str:
    """What a line was taken for, in plain words."""
    taken, _, kind = role.partition(": ")
    return f"{taken}: {_PLAIN_KINDS.get(kind, kind)}" if taken == "dropped" else role
