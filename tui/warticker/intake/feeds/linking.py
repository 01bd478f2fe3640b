"""The pages that a feed leads to."""

from __future__ import annotations

from warticker.intake.addresses import host
from warticker.model import Document


def linked_pages(document: Document) -> tuple[str, ...]:
    """The addresses of a feed's entries on the host that the feed is from, each once, in the feed's order."""
    home = host(document.address)
    found = dict.fromkeys(entry.address for entry in document.entries if entry.address is not None)
    return tuple(address for address in found if home is not None and host(address) == home)
