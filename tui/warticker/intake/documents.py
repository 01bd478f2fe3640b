"""From bytes to documents: the steps in order."""

from __future__ import annotations

from warticker.errors import SourceError
from warticker.intake import own, texts
from warticker.intake.clean import clean, lines
from warticker.intake.decoding import MAX_BYTES, decode
from warticker.intake.explanation import Explained, Explanation
from warticker.intake.forms import Form, form_of, is_mhtml
from warticker.intake.posts import refuse_long_lines
from warticker.intake.provenance import UNKNOWN, Provenance
from warticker.intake.unpacking import unpacked
from warticker.model import Story


def read(data: bytes, *, name: str, provenance: Provenance = UNKNOWN) -> tuple[Story, ...]:
    """The documents in a source's bytes; `name` is for messages, `provenance` has what else is known of them.

    Raises SourceError for what cannot be read, and NoEntriesError for what has nothing to show.
    """
    text, provenance = _text(data, name, provenance)
    if own.may_be_own(text) and own.is_own(cleaned := clean(text)):
        return own.stories(cleaned, name=name, fetched=provenance.address is not None)
    document = _explained(text, name, provenance).document
    refuse_long_lines(document.entries, name=name)
    return (Story(document),)


def explained(data: bytes, *, name: str, provenance: Provenance = UNKNOWN) -> Explanation:
    """How the bytes of a document are read; raises as `read` does."""
    text, provenance = _text(data, name, provenance)
    if own.may_be_own(text) and own.is_own(clean(text)):
        return Explanation("our own records", 1.0, "it has our keys")
    return _explained(text, name, provenance).explanation


def _text(data: bytes, name: str, provenance: Provenance) -> tuple[str, Provenance]:
    """The text of some bytes, unpacked and decoded, and where it is from."""
    # The end of an address is more often a country's than an archive's: `https://example.com.br`.
    data = unpacked(data, name=name, limit=MAX_BYTES, by_name=provenance.address is None)
    if is_mhtml(data):
        # Imported here: hardly any document is one.
        from warticker.intake.pages.mhtml import page_of

        data, provenance = page_of(data, name=name, provenance=provenance)
    return decode(data, name=name, charset=provenance.charset), provenance


def _explained(text: str, name: str, provenance: Provenance) -> Explained:
    match form_of(text, name=name, provenance=provenance):
        case Form.HTML:
            # Imported here, as those below: a document needs only one of the readers.
            from warticker.intake import pages

            return pages.read(text, name=name, provenance=provenance)
        case Form.FEED:
            from warticker.intake.feeds import syndication

            return syndication.read(text, name=name, provenance=provenance)
        case Form.JSON:
            from warticker.intake import json_documents

            return json_documents.read(text, name=name, provenance=provenance)
        case Form.XML:
            raise SourceError(name, "this XML is not a feed")
    return texts.read(lines(clean(text), name=name), name=name, provenance=provenance)
