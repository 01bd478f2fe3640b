"""The kind of an element of markup by its contents and context."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING

from warticker.intake.lines.furniture import furniture
from warticker.intake.lines.stamps import stamp
from warticker.intake.markup.moment_attributes import is_named_for_time
from warticker.intake.markup.tags import BLOCKS
from warticker.intake.markup.tree import RUNNING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_LONGEST_MOMENT = 40
"""The most letters of an element that is named for its time."""
_MOST_PARTS = 20
"""The most elements and texts of a printed time."""
_LONGEST_CELL = 40
"""The most letters of a table's data cell."""
_MOST_CELLS = 12
_PLAIN = frozenset({"td", "th", "b", "strong", "em", "i", "span", "small", "sup", "sub"})
"""The elements inside a plain cell."""
_LONGEST_MORE = 30
"""The most letters of a link to more of the same."""


def holds_blocks(node: LexborNode) -> bool:
    """Whether a custom element contains block elements, and so is laid out like these."""
    return any(child.tag in BLOCKS for child in node.iter())


def prints_time(node: LexborNode, tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether an inline element is named for its time or day."""
    if tag in BLOCKS or not is_named_for_time(attributes):
        return False
    found = stamp(_short_text(node)[: _LONGEST_MOMENT + 1])
    whole = found is not None and (found.clock is not None or (found.day is not None and found.day.full is not None))
    return whole and not (found and found.rest)


def _short_text(node: LexborNode) -> str:
    """The text of an element of few parts; empty for more: reading all of it takes quadratic time."""
    parts = [*islice(node.traverse(include_text=True), _MOST_PARTS + 1)]
    texts = (each.text_content or "" for each in parts if each.tag == "-text")
    return " ".join(" ".join(texts).split()) if len(parts) <= _MOST_PARTS else ""


def is_set_apart(node: LexborNode, attributes: Mapping[str, str | None]) -> bool:
    """Whether an inline element is displayed below its neighbour: it is running text, with another name."""
    text = node.first_child
    if text is None or text.tag != "-text" or not (names := attributes.get("class")):
        return False
    before = node.prev.attributes.get("class") if node.prev is not None else None
    # The parts of a paragraph are its sentences and links.
    whole = node.parent is None or node.parent.tag != "p"
    return whole and bool(before) and before != names and len(text.text_content or "") >= RUNNING


def leads_on(node: LexborNode) -> bool:
    """Whether a link is the last in its context and leads to more of the same: `Weiterlesen`."""
    behind = node.next
    if behind is not None and (behind.next is not None or behind.tag != "-text" or (behind.text_content or "").strip()):
        return False
    text = " ".join(node.text().split())
    return len(text) <= _LONGEST_MORE and furniture(text) == "more"


def stands_first(node: LexborNode) -> bool:
    """Whether an inline element precedes all else in its context, and has no text next to it."""
    texts = [each for each in (node.prev, node.next) if each is not None and each.tag == "-text"]
    before = node.prev.prev if node.prev is not None and node.prev in texts else node.prev
    return before is None and not any((each.text_content or "").strip() for each in texts)


def is_row_of_data(node: LexborNode) -> bool:
    """Whether a table's row has short cells of plain words and figures, without times."""
    cells = [*islice(node.iter(), _MOST_CELLS + 1)]
    if not 2 <= len(cells) <= _MOST_CELLS:
        return False
    if any(part.tag not in _PLAIN for cell in cells for part in islice(cell.traverse(), _MOST_PARTS)):
        return False
    texts = [_short_text(cell) for cell in cells]
    return all(texts) and not any(len(text) > _LONGEST_CELL or stamp(text) for text in texts)
