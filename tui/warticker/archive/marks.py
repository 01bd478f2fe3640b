"""Which entries have each mark, by number, shown by position in the layers of a state."""

from __future__ import annotations

from weakref import WeakSet

from pyroaring import BitMap

from warticker.archive.layers import Layer

READ, SAVED, NOTED, NEW = "read", "saved", "noted", "new"
"""The names of the marks; `is:unread` asks for the lack of the first, `is:` for the others by these names."""


class Marks:
    """Which entries have each mark, and the layers that show them by position."""

    def __init__(self) -> None:
        self._numbers: dict[str, BitMap] = {}
        self.layers = WeakSet[Layer]()

    def numbers(self, name: str) -> BitMap:
        """The entries that have a mark."""
        return self._numbers.setdefault(name, BitMap())

    def put(self, name: str, numbers: BitMap, wanted: bool) -> None:
        """Give entries a mark, or take it from them."""
        before = self.numbers(name)
        self._flip(name, numbers - before if wanted else numbers & before)

    def replace(self, name: str, numbers: BitMap) -> None:
        """Give a mark to these entries and no others."""
        self._flip(name, numbers ^ self.numbers(name))

    def _flip(self, name: str, numbers: BitMap) -> None:
        if numbers:
            self._numbers[name] = self.numbers(name) ^ numbers
            for layer in self.layers:
                layer.flip(name, numbers)
