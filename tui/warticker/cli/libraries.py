"""Opens the library that a command works on: the archive, given sources, or the bundled edition."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from warticker.cli import output
from warticker.errors import ArchiveError, SourceError, cause
from warticker.files import at_home
from warticker.library import Library


def library_of(archive: Path | None) -> Library:
    """The library of the archive, or of the bundled edition while that is empty."""
    return _begun(archive) or Library.bundled(own_topics=_own_topics, kept=_counter(archive))


def library_to_print(archive: Path | None) -> Library:
    """As `library_of`, but never the bundled edition if an archive is named: raises ArchiveError if there is none."""
    return library_of(archive) if archive is None else existing_library(archive)


def library_of_sources(sources: Sequence[str]) -> tuple[Library, int]:
    """A library of sources, and the exit status: 1 if some could not be read.

    These are reported on standard error; raises the last one's SourceError if none could be read.
    """
    library = Library.open(own_topics=_own_topics)
    return library, tell_unreadable(library.add(*sources).errors, library)


def tell_unreadable(errors: Sequence[SourceError], library: Library) -> int:
    """Report sources that cannot be read; returns the exit status; raises the last one's error if none could be."""
    status = output.tell(errors if library.total else errors[:-1])
    if errors and not library.total:
        raise errors[-1]
    return status


def library_at(archive: Path | None) -> Library:
    """The library of the archive, creating it if needed; raises ArchiveError.

    The user's data folder is created too; any other folder must exist, as its name may be misspelt.
    """
    path = archive_path(archive)
    if archive is None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveError(
                f"{path}: cannot create its folder: {cause(error)}; name another with --archive"
            ) from error
    return Library.open(path, own_topics=_own_topics)


def existing_library(archive: Path | None) -> Library:
    """The library of the archive; raises ArchiveError if it does not exist."""
    if not (path := archive_path(archive)).exists():
        raise ArchiveError(f"{path}: there is no archive yet; create one with: warticker add")
    return library_at(archive)


def archive_path(named: Path | None) -> Path:
    """The path of the archive, which need not exist: the one that the user named, else in the user's data folder."""
    if named is not None:
        return at_home(named)
    # Imported here as it is not needed for a named archive.
    from platformdirs import user_data_path

    return user_data_path("warticker", appauthor=False) / "archive.sqlite"


def _own_topics() -> tuple[Path, ...]:
    """The user's own files of topics."""
    # Imported here as lists of the archive do not need it.
    from warticker import settings

    return settings.own_topics()


def _counter(archive: Path | None) -> Callable[[], int]:
    """Counts the entries that the archive has by now; asked every second, it opens the archive once."""
    # Never closed, which would merge what another process may still be adding; its connection ends with it.
    library: Library | None = None

    def count() -> int:
        nonlocal library
        if library is None and archive_path(archive).exists():
            library = library_at(archive)
        if library is None:
            return 0
        try:
            library.archive.refresh()
        except ArchiveError:
            # It may have been replaced: open it anew the next time.
            library = None
            raise
        return library.total

    return count


def _begun(archive: Path | None) -> Library | None:
    """The library of the archive, if it has entries or subscriptions; else None."""
    if not archive_path(archive).exists():
        return None
    library = library_at(archive)
    if library.total or len(library.archive.subscriptions):
        return library
    library.close()
    return None
