"""Checks the user's settings before the app opens: names must exist, and a key must have one meaning."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from itertools import combinations

from warticker.errors import SettingsError
from warticker.settings import Settings
from warticker.ui.command import Command
from warticker.ui.commands import table, taken
from warticker.ui.keys import NAMED_KEYS, is_key, keys_of, normal_keys


def check(settings: Settings, themes: Collection[str]) -> None:
    """Raise SettingsError for an unknown theme, command or key, and for a key that is taken."""
    _known("theme", [settings.theme] if settings.theme else [], themes)
    _known("keys", settings.keys, table())
    for command, keys in settings.keys.items():
        _keys_exist(f"keys: {command}", keys)
    _keys_differ(settings)
    for index, view in enumerate(settings.views):
        _keys_exist(f"views: {view.name}", view.key)
        for key in normal_keys(view.key):
            if meaning := taken(settings.keys, settings.views[:index]).get(key):
                raise SettingsError(f"views: {view.name}: the key {view.key} is taken: {meaning}")


def _keys_exist(setting: str, keys: str) -> None:
    if keys and not all(key.strip() for key in keys.split(",")):
        raise SettingsError(f"{setting}: {keys!r} names no key; the comma and the space are called comma and space")
    for key in normal_keys(keys):
        if not is_key(key):
            near = [key.lower()] if is_key(key.lower()) else get_close_matches(key, NAMED_KEYS, 1)
            told = f" - did you mean {near[0]}?" if near else "; keys are named like x, f5, ctrl+x, space, pagedown"
            raise SettingsError(f"{setting}: there is no key {key}{told}")


def _keys_differ(settings: Settings) -> None:
    """Refuse a user's key that another command has in the same place, as one of the two could not be run."""

    def keys(command: Command) -> set[str]:
        return set(normal_keys(keys_of(command, settings.keys)))

    for one, other in combinations(table().values(), 2):
        together = one.pane is other.pane or None in (one.pane, other.pane)
        if together and (both := keys(one) & keys(other)):
            own, kept = (one, other) if one.id in settings.keys else (other, one)
            raise SettingsError(f"keys: {own.id}: the key {min(both)} is taken: {kept.title}")


def _known(setting: str, named: Iterable[str], known: Collection[str]) -> None:
    for name in named:
        if name not in known:
            near = get_close_matches(name, known, 1)
            others = ", ".join(get_close_matches(name, known, 3, cutoff=0))
            told = f" - did you mean {near[0]}?" if near else f"; the nearest names are {others}"
            raise SettingsError(f"{setting}: there is no {name}{told}")
