"""Where text breaks into lines of a number of cells."""

from __future__ import annotations

import re

from rich.cells import cell_len, chop_cells

WORD = re.compile(r"[^\S\xa0]*[\S\xa0]+")
"""A word with the space before it; a space that does not break (U+00A0) is part of a word."""


def wrap(text: str, width: int, limit: int | None = None, hanging: int = 0) -> list[tuple[int, int]]:
    """The lines of a text without newlines, as (start, end) in code points.

    Words that fit into `width` cells stay whole, others are broken; the space at a break belongs to no line. With more
    than `limit` lines, the last one runs to the end of the text. Lines after the first are `hanging` cells narrower. A
    width below two cells counts as two, into which any character fits.
    """
    width, narrower = max(width, 2), max(width - hanging, 2)
    lines: list[tuple[int, int]] = []
    start = end = cells = 0
    for match in WORD.finditer(text):
        word = match.group()
        if lines or end:
            size = cell_len(word)
        else:
            size, start = cell_len(word.lstrip()), match.end() - len(word.lstrip())
        if end and cells + size > (narrower if lines else width):
            lines.append((start, end))
            if limit is not None and len(lines) == limit:
                break
            start = match.end() - len(word.lstrip())
            size, cells = cell_len(text[start : match.end()]), 0
        cells, end = cells + size, match.end()
        if cells > (narrower if lines else width):
            *full, rest = chop_cells(text[start:end], narrower)
            for part in full:
                lines.append((start, start + len(part)))
                start += len(part)
            cells = cell_len(rest)
    if end and (limit is None or len(lines) < limit):
        lines.append((start, end))
    if limit is not None and lines and lines[limit - 1 :]:
        lines = lines[:limit]
        lines[-1] = (lines[-1][0], len(text.rstrip()))
    return lines or [(0, 0)]
