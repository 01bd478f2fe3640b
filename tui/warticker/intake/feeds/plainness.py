"""Streams as they were before they were packed or widened: gzip unpacked, UTF-16 and UTF-32 as UTF-8, in pieces."""

from __future__ import annotations

import codecs
import zlib
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from warticker.errors import SourceError
from warticker.intake.decoding import wide_charset

_GZIP = b"\x1f\x8b"
_SAMPLE = 4096


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
    """What a stream that can be wound back holds, unpacked, in UTF-8 where it was wider; other bytes as they are.

    Reading it raises SourceError where it is damaged or cut off.
    """
    packed = stream.read(len(_GZIP)) == _GZIP
    stream.seek(0)
    charset = wide_charset((_Unpacked(stream, name) if packed else stream).read(_SAMPLE))
    stream.seek(0)
    unpacked: Bytes = _Unpacked(stream, name) if packed else stream
    return _Recoded(unpacked, charset) if charset else unpacked


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


class _Recoded:
    """What a stream of wide characters holds, with UTF-8's mark in front, as what it declares is no longer true."""

    def __init__(self, stream: Bytes, charset: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(charset)("replace")
        self._mark = codecs.BOM_UTF8

    def read(self, size: int, /) -> bytes:
        """The next characters."""
        while data := self._stream.read(size):
            text = self._decoder.decode(data).removeprefix("\ufeff" if self._mark else "")
            if text:
                found, self._mark = self._mark + text.encode(), b""
                return found
        return self._decoder.decode(b"", final=True).encode()
