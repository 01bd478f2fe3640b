"""Streams as they were before they were packed, in pieces."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from warticker.errors import SourceError

_GZIP = b"\x1f\x8b"


class Bytes(Protocol):
    """Bytes that come piece by piece."""

    def read(self, size: int, /) -> bytes:
        """The next ones, about so many at most; none at the end."""


@dataclass(frozen=True, slots=True)
class Portions:
    """A stream that is read in portions."""

    stream: Bytes
    size: int
    """How many bytes a portion has, about."""
    longest: int
    """How many bytes may be held at most until an item is whole."""

    def next(self, held: int) -> bytes:
        """The next portion, as long as what is held of an item at least: so none is looked through again and again.

        Nothing at the end.
        """
        return self.stream.read(max(self.size, held))

    def too_long(self, name: str) -> SourceError:
        """The error for a source with an item that is longer."""
        return SourceError(name, f"an item of a feed is longer than {self.longest // 2**20} MiB")


def plain(stream: BinaryIO, *, name: str) -> Bytes:
    """What a stream that can be wound back holds, unpacked; reading it raises SourceError where it is damaged."""
    packed = stream.read(len(_GZIP)) == _GZIP
    stream.seek(0)
    return _Unpacked(stream, name) if packed else stream


class _Unpacked:
    """What a stream of gzip holds."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        # Imported here as few files are packed.
        import gzip

        self._stream = gzip.GzipFile(fileobj=stream)
        self._name = name

    def read(self, size: int, /) -> bytes:
        """The next bytes, unpacked."""
        try:
            return self._stream.read(size)
        except EOFError as error:
            raise SourceError(self._name, "gzip data that is cut off") from error
        except (OSError, zlib.error) as error:
            raise SourceError(self._name, "damaged gzip data") from error
