"""When Python looks for garbage: where nobody waits for it, as what a start or a page makes is nearly all kept.

Shares are of this program's own work, measured with and without.
"""

from __future__ import annotations

import gc

COMMANDS = 250_000
"""New objects after which a command looks for garbage: more than are made until a page is kept."""

APP = (2_000, 10, 25)
"""New objects after which the app looks among them, and how often it does before it looks among older ones.

What is drawn makes thousands of objects a key; looking through all that is kept would make one key in thirty take
twice its time. But each line that was drawn holds itself, in caches of its own, and is garbage until then."""

MUCH = 5
"""So many times the app has looked among new objects before it looks among all."""


def collect_seldom() -> None:
    """Collect as commands do; what Python does by itself takes a thirtieth of a start."""
    gc.set_threshold(COMMANDS)


def collect_no_more() -> None:
    """Leave what there is to the end of the process; looking through it takes a twentieth of a command."""
    gc.freeze()


def collect_later() -> None:
    """Collect nothing until `collect_when_shown`; it takes an eighth of the time to the app's first paint."""
    gc.disable()


def collect_when_shown() -> None:
    """Collect from now on as the app does, and nothing of what its start has made."""
    gc.freeze()
    gc.set_threshold(*APP)
    gc.enable()


def collect_much() -> None:
    """Look among all objects if there may be much garbage; for when no key has come for a while."""
    if gc.get_count()[2] >= MUCH:
        gc.collect()
