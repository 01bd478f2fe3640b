"""Lines in another language, left over on pages that were translated."""

from __future__ import annotations

from collections.abc import Sequence

from warticker.expressions import compiled

_FOREIGN = compiled(r"[ăâîșțşţąęłńśźżőűčřěžšđğıơưạảấầẩậắằếềểệỉịọỏốồổộớờởợụủứừửựỳỷ]|[а-яёіїєґ]{2}")
"""Letters of no language that German borrows words from, and none that names alone have where words are small."""
_LONGEST = 300
"""How long a line is at most that was left over."""
_STRANGE = 2
"""How many small words a line of another language has at least that German could not have."""


def foreign_lines(texts: Sequence[str], kinds: Sequence[str | None]) -> list[int]:
    """The lines of another language that are nothing else, on a page that is not in that language itself."""
    found = [at for at, text in enumerate(texts) if kinds[at] is None and len(text) <= _LONGEST and is_foreign(text)]
    return found if 2 * len(found) < len(texts) else []


def is_foreign(text: str) -> bool:
    """Whether several of a line's words that are written small have letters that German does not know."""
    return (
        _FOREIGN.search(text) is not None
        and sum(word[0].islower() and _FOREIGN.search(word) is not None for word in text.split()) >= _STRANGE
    )
