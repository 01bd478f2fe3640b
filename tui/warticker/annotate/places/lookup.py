"""A read-only dictionary within bytes: a hundred thousand texts are ready at once, and each lookup reads one bucket.

The bytes are the offsets of the buckets, then the buckets: lines of a text, a tab and its value.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import accumulate
from mmap import mmap
from zlib import crc32

BUCKETS = 1 << 14
"""The number of buckets; each then has a dozen texts."""

_HEAD = 4 * (BUCKETS + 1)


class Lookup:
    """A dictionary of which few entries are ever used."""

    def __init__(self, data: bytes | mmap) -> None:
        """Take the output of `made`."""
        self._data = data
        self._offsets = array("I", data[:_HEAD])

    @staticmethod
    def made(pairs: Iterable[tuple[str, str]]) -> bytes:
        """Texts, each once, and their values, as bytes; neither may contain tabs or line breaks."""
        buckets: list[list[str]] = [[""] for _ in range(BUCKETS)]
        for text, leads_to in pairs:
            buckets[crc32(text.encode()) % BUCKETS].append(f"{text}\t{leads_to}")
        written = ["\n".join((*lines, "")).encode() for lines in buckets]
        return array("I", accumulate(map(len, written), initial=_HEAD)).tobytes() + b"".join(written)

    def get(self, text: str) -> str | None:
        """The value of a text; None if there is none."""
        wanted = text.encode()
        at = crc32(wanted) % BUCKETS
        before = self._data.find(b"\n%b\t" % wanted, self._offsets[at], self._offsets[at + 1])
        if before < 0:
            return None
        start = before + len(wanted) + 2
        return self._data[start : self._data.find(b"\n", start)].decode()

    def __contains__(self, text: str) -> bool:
        return self.get(text) is not None

    def __iter__(self) -> Iterator[str]:
        return (line.partition("\t")[0] for line in self._data[_HEAD:].decode().split("\n") if line)
