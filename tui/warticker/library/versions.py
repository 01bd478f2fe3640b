"""By which rules and topics entries were understood, as one number that is kept with them."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from warticker.errors import DataError

Own = tuple[Path, ...]
"""The user's own files of topics."""

_TOPICS = 0xFFFFFFFF
"""The bits of a version that the user's own topics make; above them is the number of the rules."""


@lru_cache(maxsize=4)
def rules(own: Own = ()) -> int:
    """The version of the rules and of the user's own topics: a number that is another one after any change of them.

    Raises DataError where a file of topics cannot be read.
    """
    # Imported here as it loads the rules, which only those need who annotate.
    from warticker.annotate.documents import RULES

    return RULES << 32 | _own_version(own)


def topics_changed(kept: Iterable[int], own: Own) -> bool:
    """Whether some of the versions that are kept were made with other topics of the user's own than there are now.

    Raises DataError where a file of topics cannot be read.
    """
    present = _own_version(own)
    # What came with its annotations has a version below those of our rules.
    return any(version > _TOPICS and version & _TOPICS != present for version in kept)


def _own_version(own: Own) -> int:
    """The part of a version that the user's own topics make: a check of their text, 0 where there are none."""
    check = 0
    for path in own:
        try:
            check = zlib.crc32(path.read_bytes(), check)
        except OSError as error:
            raise DataError(f"{path}: {error.strerror}") from error
    return check
