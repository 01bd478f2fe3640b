"""Keys and what they do, as shown at the foot of a screen."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from warticker.ui.looks import KEY

ROOMY = 60
"""Columns from which keys on a line are three cells apart; two below that."""


def hints(keys: Iterable[tuple[str, str]], width: int) -> Content:
    """Each key, as people write it, with what it does, in the theme's colours, for a screen of `width` columns."""
    parts = [Content.assemble((key, KEY), f" {does}") for key, does in keys]
    return Content("   " if width >= ROOMY else "  ").join(parts)
