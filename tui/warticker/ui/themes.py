"""Our own themes, read from styles/themes.yaml."""

from __future__ import annotations

from textual.theme import Theme

from warticker import resources
from warticker.errors import DataError


def themes() -> list[Theme]:
    """The themes in the file's order; raises DataError where it is damaged."""
    path = resources.style("themes.yaml")
    try:
        (written,) = resources.yaml_data(path)
        return [Theme(name=name, **values) for name, values in written.items()]
    except (ValueError, AttributeError, TypeError) as error:
        raise DataError(f"{path}: not themes by their names: {error}") from error
