"""Plus signs that begin an entry, or end its headline."""

from __future__ import annotations

from warticker.expressions import compiled

OPEN = compiled(r"\+{2,} ?(?=[^+\s])")
_SEVERAL = compiled(r"\s*\+{2,}\s*")
_AROUND = " .:!?+–—-•·▪➤►▶▸▷*>|"
"""Characters around a headline in a list or above its text."""
_ONE = compiled(r"\s\+(?:\s|$)")


def parted(rest: str) -> list[str]:
    """The words before the first closing marks, and those after them if there are marks.

    Two or more plus signs close; one between spaces does if there are no others on the line.
    """
    return (_SEVERAL if "++" in rest else _ONE).split(rest, maxsplit=1)


def words(headline: str) -> str:
    """A headline without the characters around it in a list or above its text."""
    return bare(headline).strip(_AROUND)


def bare(rest: str) -> str:
    """The words before the first closing marks."""
    return parted(rest)[0].strip()
