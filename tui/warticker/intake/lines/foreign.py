"""Lines in another language, left over on translated pages."""

from __future__ import annotations

from collections.abc import Sequence

from warticker.expressions import compiled

_FOREIGN = compiled(r"[ăâîșțşţąęłńśźżőűčřěžšđğıơưạảấầẩậắằếềểệỉịọỏốồổộớờởợụủứừửựỳỷ]|[а-яёіїєґ]{2}")
"""Letters that German does not have in loanwords, and that only names have otherwise."""
_LONGEST = 300
"""The longest such line."""
_STRANGE = 2
"""The fewest lowercase words of a foreign line that cannot be German."""


def foreign_lines(texts: Sequence[str], kinds: Sequence[str | None]) -> list[int]:
    """The foreign lines of a page, unless the page itself is in that language."""
    found = [at for at, text in enumerate(texts) if kinds[at] is None and len(text) <= _LONGEST and is_foreign(text)]
    return found if 2 * len(found) < len(texts) else []


def is_foreign(text: str) -> bool:
    """Whether several of a line's lowercase words have letters that German does not have."""
    return (
        _FOREIGN.search(text) is not None
        and sum(word[0].islower() and _FOREIGN.search(word) is not None for word in text.split()) >= _STRANGE
    )
