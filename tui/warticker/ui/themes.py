"""Our own themes, read from styles/themes.yaml, and our own colours in others' themes."""

from __future__ import annotations

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

from warticker import resources
from warticker.errors import DataError

QUIET, FAINT, HERE = 0.72, 0.25, 0.12
"""How far between background and text each of our own colours lies; the first is a minimum."""

MARKED = 0.3
"""How much of the accent is mixed into the background of marked text."""

LEGIBLE = 4.5
"""The minimum contrast of quiet text with its background, if normal text has it (WCAG 2.2, 1.4.3)."""

ANSI_SHADES: Mapping[str, Mapping[str, str]] = {
    "ansi_black": {
        "quiet": "ansi_white", "faint": "ansi_bright_black", "here": "ansi_bright_black", "marked": "ansi_bright_black",
    },
    "ansi_white": {"quiet": "ansi_bright_black", "faint": "ansi_white", "here": "ansi_white", "marked": "ansi_white"},
}  # fmt: skip
"""The same by background, for a terminal's own colours, which cannot be mixed."""


def themes() -> list[Theme]:
    """The themes in the file's order; raises DataError if it is damaged."""
    path = resources.style("themes.yaml")
    try:
        (written,) = resources.yaml_data(path)
        return [Theme(name=name, **values) for name, values in written.items()]
    except (ValueError, AttributeError, TypeError) as error:
        raise DataError(f"{path}: not a mapping of names to themes: {error}") from error


def shades(theme: Theme) -> dict[str, str]:
    """Our own colours for a theme that lacks them: shades between its text and its background."""
    if theme.ansi:
        return dict(ANSI_SHADES[theme.variables.get("ansi-background", "ansi_black")])
    colours = theme.to_color_system().generate()
    ink, paper, *grounds = (Color.parse(colours[name]) for name in ("foreground", "background", "surface", "panel"))
    shades_of_ink = (paper.blend(ink, share / 100) for share in range(int(100 * QUIET), 100))
    legible = (shade for shade in shades_of_ink if all(contrast(shade, each) >= LEGIBLE for each in (paper, *grounds)))
    # `here` is translucent, as the line under a cursor can be on different surfaces.
    return {
        "quiet": next(legible, ink).hex6,
        "faint": paper.blend(ink, FAINT).hex6,
        "here": ink.with_alpha(HERE).hex,
        "marked": Color.parse(colours["accent"]).with_alpha(MARKED).hex,
    }


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    """The relative luminance of a colour, from 0 to 1 (WCAG 2.2)."""
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
