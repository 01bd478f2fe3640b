"""The storage of a segment: named parts of bytes, loaded when first needed."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator
from typing import Any, Literal, Protocol

from pyroaring import BitMap

CHUNK = 1 << 16
"""Values to a chunk of an array."""


class Load(Protocol):
    """Loads the bytes of a part by its name and chunk, or a slice of them."""

    def __call__(self, name: str, chunk: int, start: int = 0, stop: int | None = None, /) -> bytes:
        """Read only the bytes that are asked for."""


Part = tuple[str, int, bytes]
"""A part's name, chunk and bytes."""


class Numbers:
    """An array of integers in chunks, each loaded when one of its values is first needed."""

    def __init__(self, load: Load, name: str, kind: Literal["I", "q"], size: int) -> None:
        self._load = load
        self._name = name
        self._kind: Literal["I", "q"] = kind
        self._chunks: list[array[int] | None] = [None] * -(-size // CHUNK)
        self._size = size

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, index: int) -> int:
        return self.chunk(index >> 16)[index & (CHUNK - 1)]

    def chunk(self, at: int) -> array[int]:
        """The values of one chunk."""
        if (found := self._chunks[at]) is None:
            found = self._chunks[at] = numbers(self._kind, self._load(self._name, at))
        return found

    def at(self, positions: BitMap) -> Iterator[int]:
        """The values at some positions, in order."""
        for at, some in chunks(positions):
            yield from map(self.chunk(at).__getitem__, some.shift(-at * CHUNK).to_array())

    def whole(self) -> array[int]:
        """All values, as a new array."""
        joined = array(self._kind)
        for at in range(len(self._chunks)):
            joined += self.chunk(at)
        return joined


def chunks(some: BitMap) -> Iterator[tuple[int, BitMap]]:
    """Split a bitmap by chunk: the index of each chunk with its numbers, empty ones left out."""
    done = 0
    while done < len(some):
        at = some[done] // CHUNK
        yield at, some & BitMap(range(at * CHUNK, (at + 1) * CHUNK))
        done = some.rank((at + 1) * CHUNK - 1)


def numbers(kind: Literal["I", "q"], data: bytes) -> array[int]:
    """The array stored in some bytes."""
    found = array(kind)
    found.frombytes(data)
    return found


def written(name: str, values: array[int]) -> Iterator[Part]:
    """An array as parts."""
    for at in range(0, len(values), CHUNK):
        yield name, at // CHUNK, values[at : at + CHUNK].tobytes()


def as_json(value: Any) -> bytes:
    """A plain value as a part's bytes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
