"""The styles of parts of a widget: styles/looks.yaml in the colours of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from textual.style import Style

from warticker import resources

KEY, QUIET, WRONG = "bold $text-accent", "$quiet", "$text-error"
TITLE, HEADING = "bold $foreground", "bold $quiet"
PLAIN, CHOSEN, MATCHED = "$foreground", "bold reverse $text-accent", "bold underline"
"""Styles of what dialogs and palette show, which Textual resolves by the theme of the moment."""


def looks(widget: str) -> dict[str, Style]:
    """The style of each part of a widget, in the running app; ask again when the theme changes."""
    return {name: Style.parse(look) for name, look in _written()[widget].items()}


@cache
def _written() -> Mapping[str, Mapping[str, str]]:
    written: dict[str, dict[str, str]]
    (written,) = resources.yaml_data(resources.style("looks.yaml"))
    return written
