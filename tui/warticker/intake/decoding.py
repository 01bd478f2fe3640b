"""Bytes to text: by byte order mark, declared charset, the shape of UTF-16, UTF-8, German cp1252, detection."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from warticker.errors import NoEntriesError, SourceError

MAX_BYTES = 64 * 1024 * 1024
"""The largest source; a year of a busy ticker is 5 MB."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 64 * 1024
_HEAD = 4096
_XML = re.compile(rb"<\?xml[^>]{0,200}\sencoding\s{0,9}=\s{0,9}[\"']([\w.:-]{2,40})[\"']")
_META = re.compile(rb"<meta\s[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE)
_LATIN = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1", "windows-1252", "cp1252", "us-ascii", "ascii"})
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"})
"""Python codecs that no document is written in: a stranger could produce lone surrogates with them."""
_GERMAN_CP1252 = frozenset("äöüÄÖÜßéèêáàâçñóòôúùûíìîëïÉ€„“”‚‘’…–—•«»›‹°§·´½¼²³©®™×\xa0\xad".encode("cp1252"))
"""The cp1252 high bytes of German news; detection is unreliable with a handful of umlauts."""
_LONE_CP1252 = _GERMAN_CP1252 - {0xC2, 0xC3, 0xE2}
"""Those of them that never begin a German letter in UTF-8."""
_UMLAUTS = "äöüÄÖÜß".encode("cp1252")
_ASCII = 0x80
"""How many bytes are ASCII."""
_ESCAPED = 0xDC00
"""Added to invalid bytes, which makes them lone surrogates."""
_BROKEN = re.compile(r"[\udc80-\udcff]")
_BROKEN_PAIR = re.compile(r"[\udc80-\udcff]{2}")


def decode(data: bytes, *, name: str, charset: str | None = None) -> str:
    """The text of a source's bytes.

    Raises NoEntriesError for empty input, and SourceError for what is too large or not text.
    """
    if len(data) > MAX_BYTES:
        raise SourceError(name, f"too large ({len(data) // 2**20} MiB, at most {MAX_BYTES // 2**20} MiB)")
    if not data.strip():
        raise NoEntriesError(name, "empty")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise SourceError(name, f"not a text document but {what}")
    text = _decoded(data, charset)
    if text is None:
        raise SourceError(name, "not a text document (unknown character set)")
    sample = text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) * 20 > len(sample):
        raise SourceError(name, "not a text document (binary data)")
    return text


def _decoded(data: bytes, charset: str | None) -> str | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace")
    for encoding in filter(None, (charset, _utf16(data), _declared(data), "utf-8")):
        try:
            if codecs.lookup(encoding).name not in _NO_CHARSETS:
                return data.decode(_meant(encoding, data))
        except (ValueError, LookupError):
            continue
    return _mostly_utf8(data) or _german(data) or _detected(data)


def _declared(data: bytes) -> str | None:
    """The character set declared by a document itself: in the XML declaration, or in a page's head."""
    head = data[:_HEAD]
    match = _XML.match(head.lstrip()) or (_META.search(head) if b"<" in head else None)
    return match[1].decode("ascii") if match else None


def _meant(encoding: str, data: bytes) -> str:
    """The character set meant by a name: browsers read Latin-1 as cp1252, and servers often say it of UTF-8."""
    if encoding.strip().lower().replace("_", "-") not in _LATIN:
        return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    sample = data[: _SAMPLE & ~1]
    if len(data) % 2 or len(sample) < 4:
        return None
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else None


def _mostly_utf8(data: bytes) -> str | None:
    """UTF-8 that was cut, damaged in a few places, or mixed with German cp1252."""
    text, whole = data.decode("utf-8", errors="surrogateescape"), data.decode("utf-8", errors="ignore")
    # Counted by difference: one by one, the invalid bytes of a picture would fill the memory.
    broken, letters = len(text) - len(whole), len(whole) - len(whole.encode("ascii", errors="ignore"))
    bytes_broken = {ord(char) - _ESCAPED for char in set(text) if _BROKEN.match(char)}
    if letters and bytes_broken <= _LONE_CP1252 and not _BROKEN_PAIR.search(text):
        return _BROKEN.sub(lambda match: bytes([ord(match[0]) - _ESCAPED]).decode("cp1252"), text)
    return _BROKEN.sub("\ufffd", text) if letters > 4 * broken else None


def _german(data: bytes) -> str | None:
    """cp1252 if its high bytes are all German, or half of them umlauts: names may contain any others."""
    counts = Counter(data)
    high = {byte: count for byte, count in counts.items() if byte >= _ASCII}
    german = _GERMAN_CP1252.issuperset(high) or 2 * sum(high.get(byte, 0) for byte in _UMLAUTS) > sum(high.values())
    return data.decode("cp1252", errors="replace") if german else None


def _detected(data: bytes) -> str | None:
    # Imported here: most input is UTF-8.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return None if best is None else data.decode(best.encoding, errors="replace")
