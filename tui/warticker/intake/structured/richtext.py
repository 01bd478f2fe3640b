"""Texts as JSON carries them: HTML, lists of paragraphs, trees of nodes as editors store them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from warticker.intake.lines.prose import ends_sentence
from warticker.intake.markup.fragments import passages
from warticker.intake.passages import Passage
from warticker.intake.structured import jsontext

_HOLDERS = """
    html children content contentelements blocks paragraphs elements nodes items text value body rendered basic default
    plain raw json document root data
"""
"""What the parts of a text are kept as, those that hold all of it first."""
_KEYS = tuple(_HOLDERS.split())
_SORTS = ("type", "_type", "nodeType", "item_type", "__typename", "kind", "tag")
_INLINE = frozenset({"", "text", "span", "leaf", "link", "a", "hyperlink", "strong", "em", "bold", "italic", "mark"})
_WORDS = frozenset({"text", "value", "children"})
"""What a node of a line keeps its words as."""
_NO_TEXT = re.compile(
    r"image|picture|photo|video|audio|embed|gallery|slideshow|advert|^ads?$|teaser|newsletter|poll|quiz|chart|^map|"
    r"related|link_?list|raw_html|author|divider|box$",
    re.IGNORECASE,
)
"""Sorts of nodes whose words belong to something beside the text."""
_LONE = re.compile(r"[a-z]{2,3}(?:[_-]\w{2,4})?|\w{0,40}(?:value|string|text|html)", re.IGNORECASE)
"""What a text is kept by that stands alone in a record: its language, its sort."""
_TAG = re.compile(r"<[^<>]{0,500}>")
_DEEPEST = 40


def plain_key(key: str) -> str:
    """A key without what its writers part words by: `content_elements` and `contentElements` are one."""
    return key.replace("_", "").replace("-", "").lower()


def texts(value: Any, base: str | None) -> tuple[Passage, ...]:
    """The lines of a text, however it is kept; links are seen from an address."""
    return tuple(line for text in _paragraphs(value, _DEEPEST) for line in passages(text, base))


def _paragraphs(value: Any, depth: int) -> Iterator[str]:
    """The paragraphs of a text, as they are written: HTML or not."""
    if isinstance(value, str):
        written = jsontext.embedded(value) if value.startswith(('{"', '[{"')) else None
        if depth and isinstance(written, list | dict):
            yield from _paragraphs(written, depth - 1)
        else:
            yield value
    elif isinstance(value, list) and depth:
        yield from _of_list(value, depth - 1)
    elif isinstance(value, dict) and depth and not _NO_TEXT.search(_sort(value)):
        parts = {plain_key(key): part for key, part in value.items() if isinstance(part, str | list | dict)}
        for key in _KEYS:
            found = [text for text in _paragraphs(parts.get(key), depth - 1) if text.strip()]
            if found:
                yield from found
                return
        yield from _paragraphs(_only({key: part for key, part in parts.items() if key not in _KEYS}), depth - 1)


def _only(value: Mapping[str, Any]) -> Any:
    """The one list or record in a node, or the one text, by whatever key."""
    holding = [part for part in value.values() if part and isinstance(part, list | dict)]
    if len(holding) == 1:
        return holding[0]
    return next((part for key, part in value.items() if len(value) == 1 and _LONE.fullmatch(key)), None)


def _of_list(nodes: Sequence[Any], depth: int) -> Iterator[str]:
    """The paragraphs that nodes are: those that are set in a line together, each of the others by itself."""
    line = ""
    together = any(map(_is_inline, nodes))
    for node in nodes:
        inline = _is_inline(node) or (together and isinstance(node, str))
        words = "".join(_paragraphs(node, depth)) if inline else None
        if words is None or (words[:1].isupper() and ends_sentence(_TAG.sub("", line))):
            yield line
            line = ""
        if words is None:
            yield from _paragraphs(node, depth)
        else:
            line += words
    yield line


def _is_inline(node: Any) -> bool:
    return isinstance(node, dict) and _sort(node) in _INLINE and not _WORDS.isdisjoint(node)


def _sort(node: Mapping[str, Any]) -> str:
    """What a node says that it is."""
    return next((told for key in _SORTS if isinstance(told := node.get(key), str)), "")
