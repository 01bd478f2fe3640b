"""Text in JSON: HTML, lists of paragraphs, trees of nodes from editors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from warticker.intake.lines.prose import ends_sentence
from warticker.intake.markup.fragments import passages
from warticker.intake.passages import Passage
from warticker.intake.structured import json_text

_HOLDERS = """
    html children content contentelements blocks paragraphs elements nodes items text value body rendered basic default
    plain raw json document root data
"""
"""Keys of a text's parts, those with all of it first."""
_KEYS = tuple(_HOLDERS.split())
_SORTS = ("type", "_type", "nodeType", "item_type", "__typename", "kind", "tag")
_INLINE = frozenset({"", "text", "span", "leaf", "link", "a", "hyperlink", "strong", "em", "bold", "italic", "mark"})
_WORDS = frozenset({"text", "value", "children"})
"""Keys of the words of an inline node."""
_NO_TEXT = re.compile(
    r"image|picture|photo|video|audio|embed|gallery|slideshow|advert|^ads?$|teaser|newsletter|poll|quiz|chart|^map|"
    r"related|link_?list|raw_html|author|divider|box$",
    re.IGNORECASE,
)
"""Kinds of nodes whose words do not belong to the text."""
_LONE = re.compile(r"[a-z]{2,3}(?:[_-]\w{2,4})?|\w{0,40}(?:value|string|text|html)", re.IGNORECASE)
"""Keys of the only text in a record: its language, its kind."""
_TAG = re.compile(r"<[^<>]{0,500}>")
_DEEPEST = 40


def plain_key(key: str) -> str:
    """A key without separators of words: `content_elements` and `contentElements` are equal."""
    return key.replace("_", "").replace("-", "").lower()


def texts(value: Any, base: str | None) -> tuple[Passage, ...]:
    """The lines of a text in any form; links are relative to an address."""
    return tuple(line for text in _paragraphs(value, _DEEPEST) for line in passages(text, base))


def _paragraphs(value: Any, depth: int) -> Iterator[str]:
    """The paragraphs of a text as they are, HTML or not."""
    if isinstance(value, str):
        written = json_text.embedded(value) if value.startswith(('{"', '[{"')) else None
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
    """The only list, record or text in a node, under any key."""
    holding = [part for part in value.values() if part and isinstance(part, list | dict)]
    if len(holding) == 1:
        return holding[0]
    return next((part for key, part in value.items() if len(value) == 1 and _LONE.fullmatch(key)), None)


def _of_list(nodes: Sequence[Any], depth: int) -> Iterator[str]:
    """The paragraphs of nodes: inline ones are joined, each of the others is one by itself."""
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
    """The declared kind of a node."""
    return next((declared for key in _SORTS if isinstance(declared := node.get(key), str)), "")
