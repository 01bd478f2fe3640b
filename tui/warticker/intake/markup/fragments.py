"""Pieces of HTML in feeds and JSON: lines with their emphasis."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape

from warticker.errors import SourceError
from warticker.intake.clean import clean
from warticker.intake.lines.furniture import furniture
from warticker.intake.lines.prose import is_headline
from warticker.intake.markup.tags import BLOCKS
from warticker.intake.markup.tree import Block, Tree
from warticker.intake.passages import NOTHING, Passage, plain, shifted
from warticker.model import Emphasis

_TAG = re.compile(r"<(?:/?[a-zA-Z]|!--)")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
_SIMPLE = re.compile(r"(?:[^<>&]|&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7});|<(?:/?p|br ?/?)>)*+")
"""Markup of paragraphs alone, as in most feeds; parsing it in full would take five times as long."""
_BREAK = re.compile(r"<(?:/?p|br ?/?)>")
_BLOCK = re.compile(rf"<(?:{'|'.join(sorted(BLOCKS))}|br)\b", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n\s*\n")
_FURNITURE = frozenset({"advertisement", "credit", "promotion", "related", "consent", "social", "more"})
"""Furniture inside reports."""
_LINK_SHARE = 0.9
"""A headline-like line with more than this share of linked letters leads to another report."""
_LARGEST_PIECE = 5_000_000
"""The most characters of a piece that is parsed as HTML."""


def passages(text: str, base: str | None = None) -> tuple[Passage, ...]:
    """The lines of a text that may be HTML, perhaps escaped twice, without furniture."""
    return split(text, base)[0]


def split(text: str, base: str | None = None) -> tuple[tuple[Passage, ...], tuple[str, ...]]:
    """The lines of a text that may be HTML, and the lines left out as furniture."""
    if "&" in text and not _TAG.search(text):
        text = _unescaped(text)
    if "<" not in text or not _TAG.search(text):
        return plain(clean(text)), ()
    if not _BLOCK.search(text):
        # Only words are marked up, so blank lines part the paragraphs.
        text = _BLANK_LINE.sub("<br>", text)
    if _SIMPLE.fullmatch(text):
        parts = (" ".join(clean(unescape(part)).split()) for part in _BREAK.split(text))
        return _sorted((Passage(words), False) for words in parts if words)
    tree = _tree(text[:_LARGEST_PIECE], base)
    if tree is None:
        return plain(clean(re.sub(r"<[^<>]{0,1000}>", "\n", text))), ()
    own = any(not leads_elsewhere(block) for block in tree.blocks)
    blocks = zip(tree.blocks, tree.furniture, strict=True)
    return _sorted((bulleted(block), bool(kind) or (own and leads_elsewhere(block))) for block, kind in blocks)


def _sorted(lines: Iterable[tuple[Passage, bool]]) -> tuple[tuple[Passage, ...], tuple[str, ...]]:
    """The lines to keep, and those left out: furniture by its element, or by its words."""
    kept: list[Passage] = []
    left: list[str] = []
    for passage, known in lines:
        if known or furniture(passage.text) in _FURNITURE:
            left.append(passage.text)
        else:
            kept.append(passage)
    return tuple(kept), tuple(left)


def kind_by_words(text: str) -> str | None:
    """The kind of furniture that a line is by its words; pages in other languages are treated alike."""
    kind = furniture(text)
    return None if kind == "foreign" else kind


def leads_elsewhere(block: Block) -> bool:
    """Whether a line is only a link to another report."""
    return block.linked >= _LINK_SHARE * len(block.text) and is_headline(block.text)


def line(text: object, base: str | None = None) -> Passage:
    """A headline: one line that may be HTML."""
    if not isinstance(text, str) or not text:
        return NOTHING
    return joined(passages(text, base))


def joined(found: Sequence[Passage]) -> Passage:
    """Lines joined into one."""
    if len(found) < 2:
        return found[0] if found else NOTHING
    text = ""
    emphasis: list[Emphasis] = []
    for passage in found:
        text += " " if text else ""
        emphasis += shifted(passage.emphasis, len(text))
        text += passage.text
    return Passage(text, tuple(emphasis))


def bulleted(block: Block, container: int = -1) -> Passage:
    """A line with its list's bullet, if the list is inside a container."""
    if block.item <= container or not block.bullet:
        return block.passage
    mark = f"{block.bullet} "
    return Passage(mark + block.text, tuple(shifted(block.passage.emphasis, len(mark))))


def _unescaped(text: str) -> str:
    """The text without entities, unescaped twice if it was escaped twice."""
    once = unescape(text)
    return once if _TAG.search(once) or not _ENTITY.search(once) else unescape(once)


def _tree(text: str, base: str | None) -> Tree | None:
    # Imported here: most documents contain no HTML.
    from selectolax.lexbor import LexborHTMLParser

    from warticker.intake.markup.sanitizing import guarded
    from warticker.intake.markup.tree_building import grow

    try:
        body = LexborHTMLParser(guarded(text, name="")).body
        return None if body is None else grow(body, base, whole=False)
    except SourceError:
        return None
