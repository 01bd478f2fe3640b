"""The library that a command works on: of the archive, of sources, or the bundled edition."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from warticker.cli import output
from warticker.errors import ArchiveError, cause
from warticker.files import at_home
from warticker.library import Library


def library_of(sources: Sequence[str], archive: Path | None) -> Library:
    """A library of the given sources; where there are none, of the archive, or the bundled edition while it is empty.

    Sources that cannot be read are told on standard error; raises the last one's SourceError where nothing could be.
    """
    if not sources:
        return _kept(archive) or Library.bundled(own_topics=_own_topics)
    library = Library.open(own_topics=_own_topics)
    errors = library.add(*sources).errors
    output.tell(errors, raising=not library.total)
    return library


def library_to_print(sources: Sequence[str], archive: Path | None) -> Library:
    """As `library_of`, but no edition stands in for an archive that was named: raises ArchiveError where none is."""
    return library_of(sources, archive) if sources or archive is None else existing_library(archive)


def library_at(archive: Path | None) -> Library:
    """The library of the archive, which is made where there is none; raises ArchiveError.

    The user's data folder is made too; any other folder must be there, as its name can be misspelt.
    """
    path = archive_path(archive)
    if archive is None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveError(
                f"{path}: its folder cannot be made: {cause(error)}; name another with --archive"
            ) from error
    return Library.open(path, own_topics=_own_topics)


def existing_library(archive: Path | None) -> Library:
    """The library of the archive; raises ArchiveError where there is none."""
    if not (path := archive_path(archive)).exists():
        raise ArchiveError(f"{path}: there is no archive yet; warticker add makes one")
    return library_at(archive)


def archive_path(named: Path | None) -> Path:
    """Where the archive is, or would be: the path that the user named, else a file in the user's data folder."""
    if named is not None:
        return at_home(named)
    # Imported here as a named archive needs none of it.
    from platformdirs import user_data_path

    return user_data_path("warticker", appauthor=False) / "archive.sqlite"


def _own_topics() -> tuple[Path, ...]:
    """The user's own files of topics."""
    # Imported here as a list of what is kept needs none of it.
    from warticker import settings

    return settings.own_topics()


def _kept(archive: Path | None) -> Library | None:
    """The library of the archive, if it holds any entry or is to be given some."""
    if not archive_path(archive).exists():
        return None
    library = library_at(archive)
    if library.total or len(library.archive.subscriptions):
        return library
    library.close()
    return None
