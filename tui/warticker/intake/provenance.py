"""What is known of bytes from other sources."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class Provenance(NamedTuple):
    """Where bytes are from, and what their server said of them; empty for a file or a paste."""

    address: str | None = None
    """The address they were fetched from, after redirects; http or https."""
    charset: str | None = None
    """The declared character set."""
    media_type: str | None = None
    """The declared media type, such as `text/html`."""
    fetched: datetime | None = None
    """When they were fetched, aware: the reference of `Vor 2 Stunden`."""


UNKNOWN = Provenance()
"""Nothing is known."""
