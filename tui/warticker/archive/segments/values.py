"""The values of an index by id, stored compactly, as there can be a hundred thousand."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import accumulate, pairwise

from warticker.archive.words import words

_UPPER_HALF = 0xFFFFFFFF << 32


class Values:
    """Values in the order of their ids; stored as bytes and decoded when needed."""

    def __init__(self, values: Iterable[str]) -> None:
        encoded = [value.encode() for value in values]
        self._bytes = b"".join(encoded)
        self._starts = array("I", accumulate(map(len, encoded), initial=0))

    def __iter__(self) -> Iterator[str]:
        return (self._bytes[start:stop].decode() for start, stop in pairwise(self._starts))

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, value_id: int) -> str:
        return self._bytes[self._starts[value_id] : self._starts[value_id + 1]].decode()

    def id_of(self, value: str) -> int | None:
        """The id of a value; None if it has none."""
        return next((each for each in self._exact.candidates(value) if self[each] == value), None)

    def having(self, looked_for: Collection[str]) -> set[int]:
        """The ids of the values that contain all of some folded words."""
        candidates = set.intersection(*(set(self._by_word.candidates(word)) for word in looked_for))
        return {each for each in candidates if set(looked_for) <= set(words(self[each]))}

    @cached_property
    def _exact(self) -> _Directory:
        return _Directory((value, number) for number, value in enumerate(self))

    @cached_property
    def _by_word(self) -> _Directory:
        return _Directory((word, number) for number, value in enumerate(self) for word in words(value))


class _Directory:
    """Maps texts to ids, by half of each text's hash; a dict would take ten times the memory."""

    def __init__(self, entries: Iterable[tuple[str, int]]) -> None:
        self._entries = array("Q", sorted(hash(text) << 32 & _UPPER_HALF | number for text, number in entries))

    def candidates(self, text: str) -> Iterator[int]:
        """The ids of a text, and of others that collide with it."""
        half = hash(text) << 32 & _UPPER_HALF
        first = bisect_left(self._entries, half)
        last = bisect_left(self._entries, half + (1 << 32), first)
        return (each & ~_UPPER_HALF for each in self._entries[first:last])
