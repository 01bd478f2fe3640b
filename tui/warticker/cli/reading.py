"""The library that a command works on."""

from __future__ import annotations

from collections.abc import Sequence

from warticker import settings
from warticker.cli import output
from warticker.library import Library


def library_of(sources: Sequence[str]) -> Library:
    """A library of the given sources, of the bundled edition where there are none.

    Sources that cannot be read are told on standard error; raises the last one's SourceError where nothing could be.
    """
    own = settings.own_topics()
    if not sources:
        return Library.bundled(own_topics=own)
    library = Library.empty(own_topics=own)
    errors = library.add(*sources).errors
    told = errors if library.total else errors[:-1]
    for error in told:
        output.complain(str(error), error.exit_status)
    if errors and not library.total:
        raise errors[-1]
    return library
