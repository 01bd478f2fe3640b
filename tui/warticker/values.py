"""Values: classes whose objects never change, made quickly, since a text makes dozens of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True)
def value(made: type[_Class]) -> type[_Class]:
    """Make a dataclass that is frozen for mypy, and costs nothing for it while the program runs.

    To refuse a change at run time makes each object four times as expensive: 1.2 µs for two fields and 0.3 µs without,
    as measured in Python 3.11; a named tuple takes 0.7 µs, and four times as long as this each time that it is read.
    """
    return dataclass(slots=True, unsafe_hash=True)(made)
