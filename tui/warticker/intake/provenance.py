"""What is known of bytes from elsewhere than themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where bytes are from, and what their server said of them; nothing of a file or a paste."""

    address: str | None = None
    """Where they were fetched, after redirects; http or https."""
    charset: str | None = None
    """The character set that was declared."""
    media_type: str | None = None
    """What was declared that they are, such as `text/html`."""
    fetched: datetime | None = None
    """When they were fetched, aware: what `Vor 2 Stunden` counts from."""


UNKNOWN = Provenance()
"""Nothing but the bytes."""
