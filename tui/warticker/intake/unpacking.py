"""Compressed bytes, unpacked no further than a limit: gzip by its mark, brotli where a server or a name says so."""

from __future__ import annotations

import zlib

from warticker.errors import SourceError

_GZIP = b"\x1f\x8b"
_ANY_CONTAINER = 32 + zlib.MAX_WBITS
"""zlib reads gzip's and its own container by this."""
_MOST_PARTS = 1000
"""How many gzip streams may stand one behind the other."""


def unpacked(data: bytes, *, name: str, limit: int) -> bytes:
    """The bytes as they were before compression, or as they are; raises SourceError as soon as they pass a limit."""
    if data.startswith(_GZIP):
        return _inflated(data, name, limit)
    if name.casefold().endswith(".br"):
        return _unbrotlied(data, name, limit)
    return data


def _inflated(data: bytes, name: str, limit: int) -> bytes:
    found: list[bytes] = []
    left = limit
    for _ in range(_MOST_PARTS):
        stream = zlib.decompressobj(_ANY_CONTAINER)
        try:
            found.append(stream.decompress(data, left + 1))
        except zlib.error as error:
            if found:
                break
            raise SourceError(name, "damaged gzip data") from error
        left -= len(found[-1])
        if left < 0:
            raise SourceError(name, f"too large unpacked (more than {limit // 2**20} MiB)")
        if not stream.eof:
            raise SourceError(name, "gzip data that is cut off")
        data = stream.unused_data
        if not data.startswith(_GZIP):
            break
    return b"".join(found)


def _unbrotlied(data: bytes, name: str, limit: int) -> bytes:
    # Imported here as hardly any file is compressed so.
    import brotli  # type: ignore[import-untyped]

    try:
        found = bytes(brotli.Decompressor().process(data, output_buffer_limit=limit + 1))
    except brotli.error as error:
        raise SourceError(name, "damaged brotli data") from error
    if len(found) > limit:
        raise SourceError(name, f"too large unpacked (more than {limit // 2**20} MiB)")
    return found
