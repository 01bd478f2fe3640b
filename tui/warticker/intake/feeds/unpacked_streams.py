"""Decompresses streams piece by piece."""

from __future__ import annotations

import zlib
from typing import BinaryIO, NamedTuple, Protocol

from warticker.errors import SourceError

_GZIP = b"\x1f\x8b"


class Bytes(Protocol):
    """Bytes that arrive piece by piece."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, about so many at most; none at the end."""


class Portions(NamedTuple):
    """A stream that is read in portions."""

    stream: Bytes
    size: int
    """The approximate size of a portion in bytes."""
    longest: int
    """The most bytes that may be held until an item is complete."""

    def next(self, held: int) -> bytes:
        """The next portion, at least as long as what is held of an item: so nothing is searched again and again.

        Nothing at the end.
        """
        return self.stream.read(max(self.size, held))

    def too_long(self, name: str) -> SourceError:
        """The error for a source with an item that is longer."""
        return SourceError(name, f"a feed item is longer than {self.longest // 2**20} MiB")


def plain(stream: BinaryIO, *, name: str) -> Bytes:
    """The decompressed contents of a seekable stream; reading them raises SourceError if it is damaged."""
    packed = stream.read(len(_GZIP)) == _GZIP
    stream.seek(0)
    return _Unpacked(stream, name) if packed else stream


class _Unpacked:
    """The contents of a gzip stream."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        # Imported here: few files are gzipped.
        import gzip

        self._stream = gzip.GzipFile(fileobj=stream)
        self._name = name

    def read(self, size: int, /) -> bytes:
        """The next bytes, decompressed."""
        try:
            return self._stream.read(size)
        except EOFError as error:
            raise SourceError(self._name, "the gzip data is cut off") from error
        except (OSError, zlib.error) as error:
            raise SourceError(self._name, "the gzip data is damaged") from error
