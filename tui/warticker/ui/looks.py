"""The looks that the stylesheet gives to parts of a widget."""

from __future__ import annotations

from collections.abc import Iterable

from textual.style import Style
from textual.widget import Widget


def looks(widget: Widget, names: Iterable[str]) -> dict[str, Style]:
    """The style of each part `name` of a widget, by its component class `widget--name`.

    A style says only what the stylesheet does, so that it can lie over another: `Widget.get_visual_style` would
    always bring colours of its own, and leaves out an opaque background.
    """
    prefix = f"{type(widget).__name__.lower()}--"
    return {name: _look(widget, prefix + name) for name in names}


def _look(widget: Widget, name: str) -> Style:
    styles = widget.get_component_styles(name)
    text = styles.text_style
    return Style(
        background=styles.background if styles.has_rule("background") else None,
        foreground=styles.color if styles.has_rule("color") else None,
        bold=text.bold,
        italic=text.italic,
        underline=text.underline,
        reverse=text.reverse,
    )
