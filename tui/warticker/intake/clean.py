"""Makes untrusted text safe and uniform: no control characters, NFC, single spaces, lines.

From here on no text holds escape sequences, bidi controls, zero-width characters or unusual spaces.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from warticker.errors import SourceError
from warticker.expressions import compiled

MAX_LINE = 1_000_000
"""The most characters of a line; a whole day's ticker flattened into one line has 100,000."""
MAX_LINES = 100_000
"""The most non-blank lines of a document; a year of a busy ticker has 50,000."""

_ESCAPES = compiled(
    # Strings of OSC, DCS, SOS, PM, APC where they end on their line; else their introducer alone.
    r"(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])(?:[^\x07\x1b\x80-\x9f\n]*(?:\x07|\x1b\\|\x9c))?"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|\x1b[ -/]*[0-~]?"
)
_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_NEWLINES = compiled(f"\r\n?|[{_BREAKS[1:]}]")
_INVISIBLE = compiled(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff"
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_MOST_MARKS = 30
"""The most combining marks on a letter (UAX #15, 13); sorting them takes quadratic time."""
_MANY_MARKS = compiled(rf"[^\w\s\x00-\u02ff]{{{_MOST_MARKS + 1},}}")
"""Contains every longer run of them."""


class Line(NamedTuple):
    """A non-blank line."""

    text: str
    gap: bool = False
    """Whether a blank line precedes it."""


def clean(text: str) -> str:
    """The text without invisible characters and terminal commands, in NFC, with one kind of newline and space."""
    if any(char in text for char in _BREAKS):
        text = _NEWLINES.sub("\n", text)
    if not text.replace("\n", "").isprintable():
        text = _INVISIBLE.sub("", _ESCAPES.sub("", text))
    return composed(text)


def composed(text: str) -> str:
    """A text in NFC, without excess combining marks."""
    if unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", _MANY_MARKS.sub(_with_few_marks, text))


def _with_few_marks(run: re.Match[str]) -> str:
    kept, marks = [], 0
    for char in run[0]:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def lines(text: str, *, name: str) -> tuple[Line, ...]:
    """The non-blank lines of a cleaned text, with single spaces.

    Raises SourceError if a limit is exceeded.
    """
    found: list[Line] = []
    gap = False
    for number, raw in enumerate(text.split("\n"), 1):
        if len(raw) > MAX_LINE:
            raise SourceError(name, f"line {number} is too long ({len(raw)} characters, at most {MAX_LINE})")
        body = " ".join(raw.split())
        if not body:
            gap = True
            continue
        found.append(Line(body, gap))
        gap = False
        if len(found) > MAX_LINES:
            raise SourceError(name, f"more than {MAX_LINES} lines")
    return tuple(found)
