"""When Python collects garbage: when nobody waits for it, as nearly all that a start or a page creates is kept.

Shares are of this program's own work, measured with and without.
"""

from __future__ import annotations

import gc

COMMANDS = 250_000
"""New objects after which a command collects: more than are created until a page is kept."""

APP = (2_000, 10, 25)
"""The app's thresholds: new objects before a collection of the youngest, and how many before older ones are looked at.

Drawing creates thousands of objects a key; a full collection would double the time of one key in thirty. But every
drawn line refers to itself through its caches, and is garbage until collected."""

MUCH = 5
"""Collections of new objects before a full one."""


def collect_seldom() -> None:
    """Collect as commands do; Python's defaults take a thirtieth of a start."""
    gc.set_threshold(COMMANDS)


def collect_no_more() -> None:
    """Collect no more until the process ends; a collection takes a twentieth of a command."""
    gc.freeze()


def collect_later() -> None:
    """Collect nothing until `collect_when_shown`; that saves an eighth of the time to the app's first paint."""
    gc.disable()


def collect_when_shown() -> None:
    """Collect from now on as the app does, ignoring all objects of its start."""
    gc.freeze()
    gc.set_threshold(*APP)
    gc.enable()


def collect_much() -> None:
    """Run a full collection if it may find much; for when no key has come for a while."""
    if gc.get_count()[2] >= MUCH:
        gc.collect()
