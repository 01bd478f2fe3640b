"""Keeps views in the user's config.yaml."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from warticker.errors import SettingsError, cause
from warticker.files import replacing
from warticker.settings.config import View, naming_the_file, parsed
from warticker.settings.view_text import with_view, without_view


def keep(view: View) -> tuple[View, ...]:
    """Write a view to the user's file, replacing one of the same name; returns all views.

    Raises SettingsError if the file cannot be read or written.
    """
    return _rewritten(partial(with_view, view=view))


def drop(name: str) -> tuple[View, ...]:
    """Remove a view from the user's file; returns all views. Raises SettingsError as `keep` does."""
    return _rewritten(partial(without_view, name=name))


def _rewritten(change: Callable[[str], str]) -> tuple[View, ...]:
    with naming_the_file() as named:
        path = named.resolve()
        try:
            text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
            changed = change(text)
            path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(path) as file:
                file.write(changed)
        except (OSError, UnicodeError) as error:
            raise SettingsError(f"cannot be written: {cause(error)}") from error
        return parsed(changed).views
