"""What is read from a page of one document."""

from __future__ import annotations

from warticker.intake import Provenance, read
from warticker.model import Document


def document(page: str | bytes, provenance: Provenance | None = None) -> Document:
    """The document of a page that came from somewhere, or from a paste."""
    data = page.encode() if isinstance(page, str) else page
    (story,) = read(data, name="page", provenance=provenance or Provenance())
    return story.document
