"""Bodies as they were before their server packed them, piece by piece and never more than a limit."""

from __future__ import annotations

import zlib
from typing import Protocol

from warticker.errors import SourceError

ACCEPTED = "gzip, deflate, br"
"""The packings that are asked for."""

_GZIP = 16 + zlib.MAX_WBITS
_BARE = -zlib.MAX_WBITS


class _Unpacker(Protocol):
    """Unpacks what comes, piece by piece; raises zlib.error for what is damaged."""

    def __call__(self, data: bytes, room: int) -> bytes:
        """The next piece, unpacked, of about `room` bytes at most."""

    @property
    def finished(self) -> bool:
        """Whether the end has come."""


class _Plain:
    finished = True

    def __call__(self, data: bytes, room: int) -> bytes:
        return data[:room]


class _Zlib:
    def __init__(self, bits: int) -> None:
        self._stream = zlib.decompressobj(bits) if bits else None

    def __call__(self, data: bytes, room: int) -> bytes:
        if self._stream is None:
            # `deflate` is written with zlib's header (RFC 9110, 8.4.1.2), by some servers without it.
            self._stream = zlib.decompressobj(zlib.MAX_WBITS if data[0] & 0x0F == zlib.DEFLATED else _BARE)
        return self._stream.decompress(data, room)

    @property
    def finished(self) -> bool:
        return self._stream is not None and self._stream.eof


class _Brotli:
    def __init__(self) -> None:
        # Imported here as few answers need it.
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
    match packing.strip().lower():
        case "" | "identity":
            return _Plain()
        case "gzip" | "x-gzip":
            return _Zlib(_GZIP)
        case "deflate":
            return _Zlib(0)
        case "br":
            return _Brotli()
    raise SourceError(name, "packed in a way that was not asked for")


class Body:
    """The body of an answer while it comes."""

    def __init__(self, packing: str, limit: int, name: str) -> None:
        """A body that may have `limit` bytes, unpacked; `packing` is its Content-Encoding, `name` is for messages."""
        self._unpack = _unpacker(packing, name)
        self._limit = limit
        self._name = name
        self._pieces: list[bytes] = []
        self._size = 0

    def add(self, data: bytes) -> None:
        """Take in what has come; raises SourceError once the limit is passed, or for what cannot be unpacked."""
        if not data:
            return
        try:
            # One byte more than there is room for: that there was more is all that needs to be known.
            piece = self._unpack(data, self._limit - self._size + 1)
        except zlib.error as error:
            raise SourceError(self._name, "its packing is damaged") from error
        self._size += len(piece)
        if self._size > self._limit:
            raise SourceError(self._name, f"too large (more than {self._limit // 2**20} MiB)")
        self._pieces.append(piece)

    def whole(self) -> bytes:
        """All of it; raises SourceError where the end is missing."""
        if self._size and not self._unpack.finished:
            raise SourceError(self._name, "the answer broke off")
        return b"".join(self._pieces)
