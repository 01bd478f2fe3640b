"""Keys and what they do, as the foot of a screen tells them."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

ROOMY = 60
"""Columns from which on things on a line stand three apart, below two."""


def hints(keys: Iterable[tuple[str, str]], width: int) -> Content:
    """Each key, as people write it, with what it does, in the colours of the theme, for a screen of `width` columns."""
    parts = [Content.assemble((key, "bold $text-accent"), f" {does}") for key, does in keys]
    return Content("   " if width >= ROOMY else "  ").join(parts)
