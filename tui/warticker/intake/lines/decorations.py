"""Decorations that text browsers, forums, mail and Markdown put around lines, and lines without them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from warticker.expressions import compiled
from warticker.intake.clean import Line

_MARKDOWN = compiled(r"^#{1,6} \S|\*\*[^*\s][^*]*\*\*|^\*{1,6} ?[^*]{2,}\*{1,6}$|^\[[^\]\[]{1,300}\]\(")
_HEADING = compiled(r"^(?:: )?#{1,6} ")
_STARRED = compiled(r"^\*{4,6} .* \*{4,6}$")
"""The headings of Debian's html2text, which prints the words of links as `Fähre_nach_Ruse`."""
_STRONG = compiled(r"(?<![\w*])\*{1,6} ?([^*\s]|[^*\s][^*]{0,300}[^*\s]) ?\*{1,6}(?![\w*])")
_SLANTED = compiled(r"(?<!\w)_([^_\s]|[^_\s][^_]{0,300}[^_\s])_(?!\w)")
_UNDERSCORE = compiled(r"(?<=\w)_(?=\w)")
_ESCAPED = compiled(r"\\([^\w\s])")
_TAGS = compiled(r"</?(?:a|b|strong|i|em|u|br|p|span|div|h[1-6]|li|ul|ol)(?:\s[^<>]{0,60})?/?>", re.IGNORECASE)
"""Markup that was escaped once too often."""
_BREAKS = compiled(r"(?:<br ?/?> ?)+", re.IGNORECASE)
_FRAME = compiled(r"^\|(?: (.*?))? ?\|(?: ?\|)?$")
_QUOTES = ">│┃"
_QUOTED = compiled(rf"^[{_QUOTES}]+ ?")
_MOST = 0.6
"""The share of a page's lines from which it counts as quoted."""


def undecorated(lines: Sequence[Line]) -> list[Line]:
    """Lines without frames and marks."""
    return unmarked(_untagged(_unframed(lines)))


def _unframed(lines: Sequence[Line]) -> list[Line]:
    """Lines without the frames of a text browser, or quote signs before all of them."""
    if sum(line.text[0] in _QUOTES for line in lines) > _MOST * len(lines):
        lines = [line._replace(text=text) for line in lines if (text := _QUOTED.sub("", line.text))]
    found = []
    gap = False
    for line in lines:
        match = _FRAME.match(line.text)
        text = line.text.removesuffix(" |") if match is None else (match[1] or "").strip().removeprefix("> ")
        if text:
            found.append(line._replace(text=text, gap=line.gap or gap))
        gap = not text
    return found


def _untagged(lines: Sequence[Line]) -> Sequence[Line]:
    """Lines without tags that were meant as markup."""
    if not any("</" in line.text or "/>" in line.text or "<br" in line.text for line in lines):
        return lines
    parts = (
        line._replace(text=_TAGS.sub("", text).strip(), gap=line.gap or number > 0)
        for line in lines
        for number, text in enumerate(_BREAKS.split(line.text))
    )
    return [line for line in parts if line.text]


def unmarked(lines: Sequence[Line]) -> list[Line]:
    """Lines without Markdown's marks: headings, emphasis, escapes."""
    if not any(_MARKDOWN.search(line.text) for line in lines):
        return list(lines)
    starred = any(_STARRED.match(line.text) for line in lines)
    found: list[Line] = []
    headed = False
    for line in lines:
        heads = _HEADING.match(line.text) is not None
        text = _SLANTED.sub(r"\1", _STRONG.sub(r"\1", _HEADING.sub("", line.text)))
        text = _ESCAPED.sub(r"\1", _UNDERSCORE.sub(" ", text) if starred else text)
        if text:
            found.append(line._replace(text=text, gap=line.gap or heads or headed))
        headed = heads
    return found
