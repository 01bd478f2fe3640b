"""What an element of markup is by what stands in it and around it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING

from warticker.intake.lines.furniture import furniture
from warticker.intake.lines.stamps import stamp
from warticker.intake.markup.moment_attributes import is_named_for_time
from warticker.intake.markup.tags import BLOCKS

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_LONGEST_MOMENT = 40
"""How many letters an element has at most that is named for the time that it prints."""
_MOST_PARTS = 20
"""Of how many elements and texts a printed time consists at most."""
_RUNNING = 60
"""From how many letters on an element of a line is text and no part of one."""
_LONGEST_CELL = 40
"""How many letters a table's cell of data has at most."""
_MOST_CELLS = 12
_PLAIN = frozenset({"td", "th", "b", "strong", "em", "i", "span", "small", "sup", "sub"})
"""The elements that a cell of plain words consists of."""
_LONGEST_MORE = 30
"""How many letters a link has at most that leads to more of the same."""


def holds_blocks(node: LexborNode) -> bool:
    """Whether an element of a page's own making holds others that begin lines, and so is set like them."""
    child = node.first_child
    while child is not None:
        if child.tag in BLOCKS:
            return True
        child = child.next
    return False


def prints_time(node: LexborNode, tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether an element of a line is named for the time or the day that it prints."""
    if tag in BLOCKS or not is_named_for_time(attributes):
        return False
    found = stamp(_short_text(node)[: _LONGEST_MOMENT + 1])
    whole = found is not None and (found.clock is not None or (found.day is not None and found.day.full is not None))
    return whole and not (found and found.rest)


def _short_text(node: LexborNode) -> str:
    """The text of an element of few parts; empty where it has more: looking through all costs the square of them."""
    parts = [*islice(node.traverse(include_text=True), _MOST_PARTS + 1)]
    texts = (each.text_content or "" for each in parts if each.tag == "-text")
    return " ".join(" ".join(texts).split()) if len(parts) <= _MOST_PARTS else ""


def is_set_apart(node: LexborNode, attributes: Mapping[str, str | None]) -> bool:
    """Whether an element of a line is set below the one that it touches: it is running text, and called otherwise."""
    text = node.first_child
    if text is None or text.tag != "-text" or not (names := attributes.get("class")):
        return False
    before = node.prev.attributes.get("class") if node.prev is not None else None
    # The parts of a paragraph are sentences and links in them.
    whole = node.parent is None or node.parent.tag != "p"
    return whole and bool(before) and before != names and len(text.text_content or "") >= _RUNNING


def leads_on(node: LexborNode) -> bool:
    """Whether a link is the last of what is around it and leads to more of the same: `Weiterlesen`."""
    behind = node.next
    if behind is not None and (behind.next is not None or behind.tag != "-text" or (behind.text_content or "").strip()):
        return False
    text = " ".join(node.text().split())
    return len(text) <= _LONGEST_MORE and furniture(text) == "more"


def stands_first(node: LexborNode) -> bool:
    """Whether an element of a line stands before all else of what is around it, and touches no text."""
    texts = [each for each in (node.prev, node.next) if each is not None and each.tag == "-text"]
    before = node.prev.prev if node.prev is not None and node.prev in texts else node.prev
    return before is None and not any((each.text_content or "").strip() for each in texts)


def is_row_of_data(node: LexborNode) -> bool:
    """Whether a table's row is of short cells of plain words and figures, none of them a time; no row of headings."""
    cells = [*islice(node.iter(), _MOST_CELLS + 1)]
    if not 2 <= len(cells) <= _MOST_CELLS or all(cell.tag == "th" for cell in cells):
        return False
    if any(part.tag not in _PLAIN for cell in cells for part in islice(cell.traverse(), _MOST_PARTS)):
        return False
    texts = [_short_text(cell) for cell in cells]
    return all(texts) and not any(len(text) > _LONGEST_CELL or stamp(text) for text in texts)
