"""Tells what came of reading a source that is followed: in lines for people, or in one for a program."""

from __future__ import annotations

import json

import click

from warticker.cli import output
from warticker.intake.web.client import utc_now
from warticker.library.following import Outcome
from warticker.moments import local_time

MOST_ERRORS = 20
"""How many of a source's errors a record has: a folder may be full of files that cannot be read."""


def tell(outcome: Outcome) -> None:
    """Print what is new, and on standard error what went wrong."""
    source, added = outcome.subscription, outcome.gathered.added
    for error in outcome.errors:
        where = "" if error.source == source.address else f"{error.source}: "
        again = f"; again at {local_time(source.due, utc_now())}" if source.failures else ""
        output.complain(f"{source.name}: {where}{error.reason}{again}", error.exit_status)
    counts = {"new": added.new, "changed": added.changed, "withdrawn": added.withdrawn}
    told = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    if outcome.left_alone:
        waiting = source.not_before > utc_now()
        told = f"left alone until {local_time(source.not_before, utc_now())}" if waiting else "being read already"
    if told or not outcome.errors:
        click.echo(output.harmless(f"{source.name}: {told or 'nothing new'}"))


def tell_json(outcome: Outcome) -> None:
    """Print one record in a line of JSON."""
    added = outcome.gathered.added
    record = {
        "name": outcome.subscription.name,
        "new": added.new,
        "changed": added.changed,
        "withdrawn": added.withdrawn,
        "left_alone": outcome.left_alone,
        "errors": [output.harmless(str(error)) for error in outcome.errors[:MOST_ERRORS]],
    }
    click.echo(json.dumps(record, ensure_ascii=False))
