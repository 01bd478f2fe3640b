"""How much of a page is script."""

from __future__ import annotations

_SMALL = 100_000
"""Up to how many characters a page that holds scripts and no text does no more than load some."""
_OPEN = "<script"
_CLOSE = "</script"


def share(html: str) -> float:
    """The share of a page's markup that its scripts are; 1 where it does no more than load some."""
    text = html.lower()
    inside = position = count = 0
    while (start := text.find(_OPEN, position)) >= 0:
        end = text.find(_CLOSE, start)
        end = len(text) if end < 0 else end
        inside += end - start
        position = end
        count += 1
    return 1.0 if count and len(text) < _SMALL and inside else inside / max(1, len(text))
