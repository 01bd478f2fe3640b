"""Links as Markdown, mail and text browsers print them; the last two may number them, with a list at the foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from warticker.expressions import compiled
from warticker.intake.clean import Line

_MARKDOWN = compiled(r"(?<!!)\[([^\]\[]{1,300})\]\((https?://[^\s()]{1,1000})\)")
"""A link, and no picture: `![Kran am Kai](...)` is furniture whole."""
_MAILED = compiled(r" ?<(https?://[^\s<>]{1,1000})>")
_LISTED = compiled(r"\[?(\d{1,4})[.\]] (?:https?|ftp|file|mailto):\S{1,2000}")
_ABOVE = compiled(r"(?:References|(?:Visible |Hidden )?Links|(?:Sichtbare |Versteckte )?Verweise):?", re.IGNORECASE)
"""What is printed above such a list."""
_NUMBER = compiled(r"(?: (?=\[\d{1,4}\](?:[\s.,;:!?)]|$)))?\[(\d{1,4})\]")


def without_link_list(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Lines without a numbered list of addresses, `5. https://example.org`, and its numbers; and what was left out.

    The text has the numbers before the words of a link, `[5]Fähre`, or after them.
    """
    listed = {at: match[1] for at, line in enumerate(lines) if (match := _LISTED.fullmatch(line.text))}
    if not listed:
        return list(lines), []
    numbers = frozenset(listed.values())
    left = {*listed}
    for at in reversed(range(len(lines))):
        if at + 1 in left and _ABOVE.fullmatch(lines[at].text):
            left.add(at)

    def bare(text: str) -> str:
        return _NUMBER.sub(lambda match: "" if match[1] in numbers else match[0], text)

    kept = (line._replace(text=bare(line.text)) for at, line in enumerate(lines) if at not in left)
    return [line for line in kept if line.text], [lines[at].text for at in sorted(left)]


def without_addresses(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Lines with the words of their links only, `[Fähre](https://example.org)`; and the addresses."""
    found: list[Line] = []
    addresses: list[str] = []
    for line in lines:
        if "](" in line.text or "<http" in line.text:
            addresses += (match[2] for match in _MARKDOWN.finditer(line.text))
            addresses += _MAILED.findall(line.text)
            line = line._replace(text=_MAILED.sub("", _MARKDOWN.sub(r"\1", line.text)).strip())
        if line.text:
            found.append(line)
    return found, addresses
