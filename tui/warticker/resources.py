"""Where the files that the program ships with lie: in the source tree, or inside the wheel."""

from __future__ import annotations

from pathlib import Path

from warticker.errors import DataError

PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `data` or `styles`: beside the package in a wheel, two levels up in the source tree.

    Raises DataError where neither has it.
    """
    for parent in (PACKAGE, PACKAGE.parents[1]):
        if (found := parent / name).is_dir():
            return found
    raise DataError(f"{name}/ is missing from this installation of warticker: install it anew")


def data(name: str) -> Path:
    """The path of a file below data/."""
    return folder("data") / name


def style(name: str) -> Path:
    """The path of a file below styles/."""
    return folder("styles") / name
