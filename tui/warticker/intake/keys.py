"""What names an entry for good."""

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
    """The keys of a document's entries (moment, headline, paragraphs), each its own.

    An entry is its outlet, day, time and headline, or its first twelve words where it has none; folded, so that a
    mended accent changes nothing. A corrected text therefore keeps its key. A reworded headline gets a new one, and so
    does an entry whose day was not known before. Two entries of one document that say the same at the same minute are
    told apart by their order: if one goes, the next takes its key. `seen` counts those of the same document that stand
    above, and from now on these as well.
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
