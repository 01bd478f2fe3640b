"""The exceptions of the program, each with its exit status on the command line.

WartickerError            1   the top of the tree; its text is one line for the user
├── SourceError           1   a source could not be read: says which and why
│   ├── NoEntriesError    1   a source was read, but has no entries
│   └── BusyError         1   a source's server asks not to be contacted for a while
├── NothingMatchedError   1   no entry matches a query or a key
├── DataError             1   a file below data/ or styles/ is missing or damaged
├── ArchiveError          1   the archive cannot be read or written: says which, what happened and what to do
└── UsageError            2   the user asked for something that does not exist
    ├── QueryError        2   a query is malformed: says where
    └── SettingsError     2   config.yaml has an invalid setting
"""

from __future__ import annotations


class WartickerError(Exception):
    """Any error that the program expects; `str()` is one line that says what went wrong and where."""

    exit_status = 1
    """The exit status on the command line."""


class SourceError(WartickerError):
    """A source could not be read."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        """The file, folder or stream, as the user named it."""
        self.reason = reason
        """Why, in a few words without a full stop."""


class NoEntriesError(SourceError):
    """A source was read, but has no entries."""


class BusyError(SourceError):
    """A source's server asks not to be contacted for a while."""

    def __init__(self, source: str, reason: str, wait: float) -> None:
        super().__init__(source, reason)
        self.wait = wait
        """The least number of seconds to wait; 0 if the server does not say."""


class NothingMatchedError(WartickerError):
    """No entry matches a query or a key."""


class DataError(WartickerError):
    """A file below data/ or styles/ is missing or damaged."""


class ArchiveError(WartickerError):
    """The archive cannot be read or written; `str()` is "PATH: what happened; what to do"."""


class UsageError(WartickerError):
    """The user asked for something that does not exist."""

    exit_status = 2


class QueryError(UsageError):
    """A query is malformed."""

    def __init__(self, reason: str, *, position: int = 0, suggestion: str | None = None) -> None:
        hint = f" - did you mean {suggestion}?" if suggestion else ""
        super().__init__(f"{reason}{hint}")
        self.position = position
        """Where in the query's text the error is, in code points from its start."""
        self.suggestion = suggestion
        """The nearest name that exists, as it would be typed."""


class SettingsError(UsageError):
    """config.yaml has an invalid setting."""


def cause(error: OSError | ValueError) -> str:
    """Why something cannot be read or written, in lower case."""
    match error:
        case UnicodeDecodeError():
            return "it is not UTF-8"
        case ValueError():
            return "not a valid file name"
        case _:
            return (error.strerror or str(error)).lower()


def no_yaml(error: Exception, above: int = 0) -> str:
    """What is wrong with a text that should be YAML, and in which line, counting the lines `above` the text."""
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    return f"not valid YAML: {' '.join(problem.split())[:120]}" + (f" in line {mark.line + 1 + above}" if mark else "")
