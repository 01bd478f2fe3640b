"""Our own themes, read from styles/themes.yaml."""

from __future__ import annotations

import yaml
from textual.theme import Theme

from warticker import resources
from warticker.errors import DataError


def themes() -> list[Theme]:
    """The themes in the file's order; raises DataError where it is damaged."""
    path = resources.style("themes.yaml")
    try:
        entries = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        return [Theme(name=name, **values) for name, values in entries.items()]
    except (yaml.YAMLError, AttributeError, TypeError) as error:
        raise DataError(f"{path}: not a list of themes: {str(error).splitlines()[0]}") from error
