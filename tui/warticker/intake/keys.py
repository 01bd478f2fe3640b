"""Permanent ids of entries."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence

from warticker.folding import fold
from warticker.model import EntryKey, Moment

_FIRST_WORDS = 12


def keys(
    outlet: str, entries: Sequence[tuple[Moment, str, tuple[str, ...]]], seen: Counter[EntryKey] | None = None
) -> tuple[EntryKey, ...]:
    """The keys of a document's entries (moment, headline, paragraphs), all different.

    An entry is identified by outlet, day, time and headline, or its first twelve words if it has none; folded, so that
    a corrected accent changes nothing. A corrected text therefore keeps its key. A reworded headline gets a new one,
    and so does an entry whose day was not known before. Two entries of one document that say the same at the same
    minute are distinguished by their order: if one goes, the next takes its key. `seen` counts earlier ones of the same
    document, and then these as well.
    """
    seen = Counter() if seen is None else seen
    found = []
    for moment, headline, paragraphs in entries:
        words = " ".join(fold(headline or " ".join(paragraphs)[:400]).split()[: None if headline else _FIRST_WORDS])
        identity = "\x1f".join(
            (outlet, str(moment.day or ""), str(moment.clock or ""), str(moment.clock and moment.clock.fold), words)
        )
        key = _key(identity)
        ordinal = seen[key]
        seen[key] += 1
        found.append(_key(f"{identity}\x1f{ordinal}") if ordinal else key)
    return tuple(found)


def _key(identity: str) -> EntryKey:
    digest = hashlib.blake2b(identity.encode(), digest_size=7).digest()
    return EntryKey(base64.b32encode(digest).decode().lower()[:10])
