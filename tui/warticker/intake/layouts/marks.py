"""Plus signs that close a headline."""

from __future__ import annotations

import re

CLOSING = re.compile(r"\s*\+{2,}\s*|\s\+(?:\s|$)")
"""Two plus signs or more, or one between spaces."""


def bare(rest: str) -> str:
    """The words before the first closing marks."""
    return CLOSING.split(rest, maxsplit=1)[0].strip()
