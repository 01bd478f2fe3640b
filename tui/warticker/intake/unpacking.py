"""Decompresses bytes piece by piece, up to a limit: gzip, deflate, brotli."""

from __future__ import annotations

import zlib
from typing import Protocol

from warticker.errors import SourceError

ACCEPTED = "gzip, deflate, br"
"""The Accept-Encoding header."""

_MARK = b"\x1f\x8b"
_GZIP = 16 + zlib.MAX_WBITS
_BARE = -zlib.MAX_WBITS
_MOST_PARTS = 1000
"""The most concatenated gzip streams."""
_PIECE = 64 * 1024


class _Unpacker(Protocol):
    """Decompresses piece by piece; raises zlib.error for damaged data."""

    def __call__(self, data: bytes, room: int) -> bytes:
        """The next piece, decompressed, of about `room` bytes at most."""

    @property
    def finished(self) -> bool:
        """Whether the end was reached."""


class _Plain:
    finished = True

    def __call__(self, data: bytes, room: int) -> bytes:
        return data[:room]


class _Gzip:
    """Concatenated gzip streams (RFC 1952, 2.2); anything after them is padding."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(_GZIP)
        self._parts = 1

    def __call__(self, data: bytes, room: int) -> bytes:
        found = self._stream.decompress(data, room)
        while self._stream.eof and self._stream.unused_data.startswith(_MARK) and len(found) < room:
            if self._parts == _MOST_PARTS:
                raise zlib.error("too many streams")
            rest, self._stream = self._stream.unused_data, zlib.decompressobj(_GZIP)
            self._parts += 1
            found += self._stream.decompress(rest, room - len(found))
        return found

    @property
    def finished(self) -> bool:
        return self._stream.eof


class _Deflate:
    def __init__(self) -> None:
        self._stream = zlib.decompressobj()
        self._begun = False

    def __call__(self, data: bytes, room: int) -> bytes:
        if not self._begun:
            self._begun = True
            # `deflate` has zlib's header (RFC 9110, 8.4.1.2), from some servers none.
            if data[0] & 0x0F != zlib.DEFLATED:
                self._stream = zlib.decompressobj(_BARE)
        return self._stream.decompress(data, room)

    @property
    def finished(self) -> bool:
        return self._stream.eof


class _Brotli:
    def __init__(self) -> None:
        # Imported here: few servers and hardly any files use it.
        import brotli  # type: ignore[import-untyped]

        self._stream = brotli.Decompressor()
        self._error = brotli.error

    def __call__(self, data: bytes, room: int) -> bytes:
        try:
            return bytes(self._stream.process(data, output_buffer_limit=room))
        except self._error as error:
            raise zlib.error(str(error)) from error

    @property
    def finished(self) -> bool:
        return bool(self._stream.is_finished())


def _unpacker(packing: str, name: str) -> _Unpacker:
    match packing:
        # Some servers put a character set here.
        case "" | "identity" | "none" | "utf-8":
            return _Plain()
        case "gzip" | "x-gzip":
            return _Gzip()
        case "deflate":
            return _Deflate()
        case "br":
            return _Brotli()
    raise SourceError(name, "compressed in a way that was not requested")


class Body:
    """A body that is decompressed as it arrives."""

    def __init__(self, packing: str, limit: int, name: str) -> None:
        """A body of at most `limit` bytes; `packing` is a Content-Encoding, `name` is for messages."""
        self._packing = packing.strip().lower()
        self._unpack = _unpacker(self._packing, name)
        self._limit = limit
        self._name = name
        self._pieces: list[bytes] = []
        self._packed = 0
        self._size = 0

    def add(self, data: bytes) -> None:
        """Add a piece; raises SourceError once the limit is exceeded, or for what cannot be decompressed."""
        if not data:
            return
        self._packed += len(data)
        try:
            # One byte more than allowed: that there was more is all that needs to be known.
            piece = self._unpack(data, self._limit - self._size + 1)
        except zlib.error as error:
            raise SourceError(self._name, f"the {self._packing} data is damaged") from error
        self._size += len(piece)
        # Compressed bytes count too: endless padding never produces output.
        if max(self._size, self._packed) > self._limit:
            raise SourceError(self._name, f"too large (more than {self._limit // 2**20} MiB)")
        self._pieces.append(piece)

    def whole(self) -> bytes:
        """All of it; raises SourceError if the end is missing."""
        if self._packed and not self._unpack.finished:
            raise SourceError(self._name, f"the {self._packing} data is cut off")
        return b"".join(self._pieces)


def unpacked(data: bytes, *, name: str, limit: int, by_name: bool = True) -> bytes:
    """The bytes, decompressed if they begin as gzip does; raises as Body does.

    Brotli has no signature: only the file's suffix can show it.
    """
    packing = "gzip" if data.startswith(_MARK) else "br" if by_name and name.casefold().endswith(".br") else ""
    if not packing:
        return data
    body = Body(packing, limit, name)
    for start in range(0, len(data), _PIECE):
        body.add(data[start : start + _PIECE])
    return body.whole()
