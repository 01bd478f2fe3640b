"""Reads and checks the user's settings."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import NamedTuple

from warticker.errors import SettingsError, cause, no_yaml
from warticker.files import at_home

VARIABLE = "WARTICKER_CONFIG"
"""The environment variable that names another file."""

_CHOICES = {"density": ("comfortable", "compact"), "order": ("newest", "oldest")}


class View(NamedTuple):
    """A saved query with a name."""

    name: str
    """Unique among views."""
    query: str
    """As typed; it may not be a valid query."""
    key: str = ""
    """The key that opens it from anywhere, in Textual's names; empty for none."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's settings."""

    theme: str | None = None
    """A theme's name; None for the program's own."""
    density: str = "comfortable"
    """Lines per entry: `comfortable` or `compact`."""
    order: str = "newest"
    """Which end of the timeline comes first: `newest` or `oldest`."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """The user's keys of commands, by id, in place of the default ones."""
    views: tuple[View, ...] = ()
    """The saved queries, in the user's order."""
    notify: str = ""
    """The query whose new entries ring a bell; empty for none."""


LONGEST = 1_000_000
"""The most characters of config.yaml."""


def load() -> Settings:
    """The user's settings, or the defaults without a file; raises SettingsError for an invalid one."""
    with naming_the_file() as path:
        try:
            with path.open(encoding="utf-8-sig") as stream:
                text = stream.read(LONGEST + 1)
        except FileNotFoundError as error:
            if os.environ.get(VARIABLE):
                raise SettingsError(f"no such file (set by {VARIABLE})") from error
            return Settings()
        except (OSError, UnicodeError) as error:
            raise SettingsError(f"cannot be read: {cause(error)}") from error
        if len(text) > LONGEST:
            raise SettingsError(f"longer than {LONGEST} characters")
        return parsed(text)


@contextmanager
def naming_the_file() -> Iterator[Path]:
    """The path of the user's settings; errors raised within are prefixed with it."""
    path = location()
    try:
        yield path
    except SettingsError as error:
        raise SettingsError(f"{path}: {error}") from error


def own_topics() -> tuple[Path, ...]:
    """The user's own topics, if there are any: a topics.yaml beside config.yaml, in the format of data/topics.yaml."""
    path = location().with_name("topics.yaml")
    return (path,) if path.is_file() else ()


def location() -> Path:
    """The path of the user's config.yaml, whether it exists or not."""
    if named := os.environ.get(VARIABLE):
        return at_home(named)
    # Imported here as it takes as long as the rest of this module.
    from platformdirs import user_config_path

    return user_config_path("warticker", appauthor=False) / "config.yaml"


def parsed(text: str) -> Settings:
    """The settings in a file's text; raises SettingsError with the key and its possible values."""
    # Imported here as most users have no file.
    import yaml

    try:
        chosen = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise SettingsError(no_yaml(error)) from error
    if chosen is None:
        return Settings()
    if not isinstance(chosen, dict):
        raise SettingsError("expected settings such as order: oldest")
    for key, value in chosen.items():
        _check(key, value)
    # A name without a value is ignored: everything below it may have been commented out.
    given = {key: value for key, value in chosen.items() if value is not None}
    keys = {str(command): ",".join(map(str, _listed(some))) for command, some in given.get("keys", {}).items()}
    return Settings(**{**given, "keys": keys, "views": _views(given.get("views", []))})


def _views(written: list[object]) -> tuple[View, ...]:
    """The views of a list; raises SettingsError for an incomplete one."""
    views: dict[str, View] = {}
    for item in written:
        fields = item if isinstance(item, dict) else {}
        if not {"name", "query"} <= fields.keys() <= {"name", "query", "key"}:
            raise SettingsError("views: each needs a name and a query, and may have a key")
        if not all(value is None or _is_text(value) for value in fields.values()) or not fields["name"]:
            raise SettingsError(f"views: {fields['name']!r}: name, query and key must be text, and the name not empty")
        view = View(**{field: "" if value is None else str(value) for field, value in fields.items()})
        if view.name in views:
            raise SettingsError(f"views: two are named {view.name}")
        views[view.name] = view
    return tuple(views.values())


def _is_text(value: object) -> bool:
    """Whether a value is text; a number is, as a digit is a key, too."""
    return isinstance(value, str | int) and not isinstance(value, bool)


def _listed(some: object) -> Sequence[object]:
    """One or several values as a list."""
    return some if isinstance(some, list) else [some]


def _check(key: object, value: object) -> None:
    """Raise SettingsError for an invalid value of a key."""
    match key:
        case "theme":
            allowed, fits = "the name of a theme", isinstance(value, str)
        case "density" | "order":
            allowed, fits = " or ".join(_CHOICES[key]), value in _CHOICES[key]
        case "keys":
            allowed = "a key for each command, or a list of keys, such as save: ctrl+s"
            fits = isinstance(value, dict) and all(_is_text(key) for some in value.values() for key in _listed(some))
        case "notify":
            allowed, fits = "a query, such as city:Kiew", isinstance(value, str)
        case "views":
            allowed, fits = "a list of views, each with a name and a query", isinstance(value, list)
        case _:
            names = ", ".join(each.name for each in fields(Settings))
            raise SettingsError(f"there is no setting {key}; choose from {names}")
    if not fits and value is not None:
        raise SettingsError(f"{key} takes {allowed}, not {value!r}")
