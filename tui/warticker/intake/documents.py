"""From bytes to documents: the steps in their order."""

from __future__ import annotations

from warticker.errors import NoEntriesError, SourceError
from warticker.intake import own, texts
from warticker.intake.clean import clean, lines
from warticker.intake.decoding import MAX_BYTES, decode
from warticker.intake.explanation import Explained, Explanation
from warticker.intake.forms import Form, form_of, is_mhtml
from warticker.intake.provenance import UNKNOWN, Provenance
from warticker.intake.unpacking import unpacked
from warticker.model import Story


def read(data: bytes, *, name: str, provenance: Provenance = UNKNOWN) -> tuple[Story, ...]:
    """The documents that a source's bytes hold; `name` is for messages, `provenance` what else is known of them.

    Raises SourceError for what cannot be read and NoEntriesError for what holds nothing to show.
    """
    data = unpacked(data, name=name, limit=MAX_BYTES)
    if (text := _own(data, name, provenance)) is not None:
        return own.stories(text, name=name)
    return (Story(_explained(data, name, provenance).document),)


def explained(data: bytes, *, name: str, provenance: Provenance = UNKNOWN) -> Explanation:
    """How the bytes of a document are read; raises as `read` does."""
    data = unpacked(data, name=name, limit=MAX_BYTES)
    if _own(data, name, provenance) is not None:
        return Explanation("our own records", 1.0, "it has our keys")
    return _explained(data, name, provenance).explanation


def _own(data: bytes, name: str, provenance: Provenance) -> str | None:
    """The clean text of our own records; None for anything else."""
    if data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"<", b""}:
        return None
    text = decode(data, name=name, charset=provenance.charset)
    cleaned = clean(text)
    return cleaned if own.is_own(cleaned) else None


def _explained(data: bytes, name: str, provenance: Provenance) -> Explained:
    if is_mhtml(data):
        # Imported here as hardly any document is one.
        from warticker.intake.pages import mhtml

        data, provenance = mhtml.page_of(data, name=name, provenance=provenance)
    text = decode(data, name=name, charset=provenance.charset)
    match form_of(text, name=name, provenance=provenance):
        case Form.HTML:
            # Imported here for start-up time, as the readers below: most documents need one of them.
            from warticker.intake import pages

            return pages.read(text, name=name, provenance=provenance)
        case Form.FEED:
            from warticker.intake.feeds import syndication

            return syndication.read(text, name=name, provenance=provenance)
        case Form.JSON:
            from warticker.intake import jsondocuments

            return jsondocuments.read(text, name=name, provenance=provenance)
    return texts.read(lines(clean(text), name=name), name=name, provenance=provenance)


__all__ = ["Explained", "Explanation", "NoEntriesError", "SourceError", "explained", "read"]
