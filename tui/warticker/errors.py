"""What can go wrong, each with the exit status that the command line ends with.

WartickerError            1   the top of the tree; its text is one line for the user
├── SourceError           1   a source could not be read: says which and why
│   ├── NoEntriesError    1   it was read, and holds nothing to show
│   └── BusyError         1   its server asks to be left alone for a while
├── NothingMatchedError   1   a query or a key that finds no entry
├── DataError             1   a file that the program knows things from is damaged
├── ArchiveError          1   the archive cannot be read or written: says which, what happened and what to do
└── UsageError            2   the user asked for what does not exist
    ├── QueryError        2   a query that cannot be understood: says where
    └── SettingsError     2   config.yaml says what cannot be followed
"""

from __future__ import annotations


class WartickerError(Exception):
    """Anything that this program knows to go wrong; `str()` is one line that says what and where."""

    exit_status = 1
    """What the command line ends with."""


class SourceError(WartickerError):
    """A source could not be read."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        """The file, folder or stream, as the user named it."""
        self.reason = reason
        """Why, in a few words without a full stop."""


class NoEntriesError(SourceError):
    """A source was read and holds nothing to show."""


class BusyError(SourceError):
    """A source's server asks to be left alone for a while."""

    def __init__(self, source: str, reason: str, wait: float) -> None:
        super().__init__(source, reason)
        self.wait = wait
        """For how many seconds at least; 0 where it does not say."""


class NothingMatchedError(WartickerError):
    """A query or a key that finds no entry."""


class DataError(WartickerError):
    """A file below data/ or styles/ is missing or damaged."""


class ArchiveError(WartickerError):
    """The archive cannot be read or written; `str()` is "PATH: what happened; what to do"."""


class UsageError(WartickerError):
    """The user asked for what does not exist."""

    exit_status = 2


class QueryError(UsageError):
    """A query that cannot be understood."""

    def __init__(self, reason: str, *, position: int = 0, suggestion: str | None = None) -> None:
        hint = f" - did you mean {suggestion}?" if suggestion else ""
        super().__init__(f"{reason}{hint}")
        self.position = position
        """Where in the query's text, in code points from its start."""
        self.suggestion = suggestion
        """The nearest thing that exists, ready to be typed."""


class SettingsError(UsageError):
    """config.yaml says what cannot be followed."""


def cause(error: OSError | UnicodeError) -> str:
    """Why something cannot be read or written, in small letters."""
    if isinstance(error, UnicodeError):
        return "it is not UTF-8"
    return (error.strerror or str(error)).lower()


def no_yaml(error: Exception, above: int = 0) -> str:
    """What is wrong with a text that should be YAML, and in which line where some stand `above` it."""
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    return f"no valid YAML: {' '.join(problem.split())[:120]}" + (f" in line {mark.line + 1 + above}" if mark else "")
