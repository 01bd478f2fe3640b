"""Makes HTML safe to parse: the parser takes quadratic time for some things that no real page has much of.

These are nested elements (measured: 100,000 `div`, 67 s), options of a list (100,000: 69 s), attributes of a tag
(20,000: 1.1 s) and unclosed `font` elements (5,000: 4.5 s).
"""

from __future__ import annotations

import re

from warticker.errors import SourceError
from warticker.intake.markup.tags import BLOCKS, OPTIONAL_END, VOID

_SPACE = r" \t\n\r\f"
_ATTRIBUTE = (
    rf"[^{_SPACE}/>][^{_SPACE}/>=]*+"
    rf"(?:[{_SPACE}]*+=[{_SPACE}]*+(?:\"[^\"]*\"|'[^']*'|[^{_SPACE}>\"'][^{_SPACE}>]*+)?+)?+"
)
_TAG = re.compile(
    r"<!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>)?+)|"
    rf"<(?P<slash>/?)(?P<name>[a-zA-Z][^{_SPACE}/>]*+)(?P<attributes>(?:[{_SPACE}/]++|{_ATTRIBUTE})*+)"
)
"""A comment, or a tag without its closing bracket, exactly as parsers read them (HTML, 13.2.5)."""
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_RAW = {"script": r"\u003c", "title": "&lt;", "textarea": "&lt;"}
"""Elements whose content is raw text, with the escape for a bracket in it that may begin a tag."""
_UNREAD = frozenset({"style", "iframe", "noembed", "noframes"})
"""Elements whose content is text that nobody reads."""
_FOREIGN = frozenset({"svg", "math"})
"""Elements whose content is neither HTML nor text."""
_CALLED = {"select": "menu", "xmp": "pre", "plaintext": "pre"}
"""Replacements for elements that are costly, or turn the rest of a page into text."""
_SPACED = frozenset({"option", "optgroup", "font", "big", "nobr"})
"""Elements whose tags mean nothing for a report."""
_OPENING = re.compile(r"<(?=[a-zA-Z])")
_MANY_LETTERS = 2000
_MOST_ATTRIBUTES = 200
_DEEPEST = 500
"""The deepest nesting; browsers stop at 512, and of 1,150 pages all but two at 50."""
_MOST_AROUND = 10_000_000
"""The largest sum of all elements' depths; 20,000 elements of real pages have 500,000."""
_MOST_ELEMENTS = 200_000
"""As many elements as a usual page of 10 MB has; each costs some microseconds, whatever its contents."""
_LOOK_BACK = 64


def guarded(html: str, *, name: str) -> str:
    """The page without costly parts; raises SourceError for too many elements, or too deep ones.

    Nothing in comments, drawings and scripts is left that could be a tag: whether a parser takes it for one depends
    on all that precedes it.
    """
    kept: list[str] = []
    start = position = broken = tags = around = 0
    stack: list[str] = []
    while match := _TAG.search(html, position):
        position = match.end()
        if not match["name"]:
            kept += (html[start : match.start()], "<!---->")
            start = position
            continue
        ends, attributes = bool(match["slash"]), match["attributes"]
        # `linK` with a Kelvin sign is another element's name in lower case.
        tag = match["name"].lower() if match["name"].isascii() else match["name"]
        # The later an element ends, the more it costs.
        tags += 1 if ends else 2
        if tags > 3 * _MOST_ELEMENTS:
            raise SourceError(name, f"the HTML has more than {_MOST_ELEMENTS} elements")
        if not ends and (inside := _inside(html, tag, position)) is not None:
            opening = match[0] if tag in _RAW and len(attributes) <= _MANY_LETTERS else f"<{tag}"
            kept += (html[start : match.start()], opening, inside[0])
            start = position = inside[1]
            continue
        if (instead := _instead(match["slash"], tag, attributes)) is not None:
            kept += (html[start : match.start()], instead)
            start = position
            tag = _CALLED.get(tag, tag)
        if tag in VOID or tag in _SPACED or tag in _FOREIGN:
            continue
        if ends and "-" in tag and stack[-1:] == ["p"] and tag in stack[-_LOOK_BACK:]:
            # An unclosed paragraph continues after a custom element (HTML, 13.2.6.4.7).
            kept += (html[start : match.start()], "</p>")
            start = match.start()
            stack.pop()
        if ends:
            broken += _close(stack, tag)
        else:
            _imply(stack, tag)
            stack.append(tag)
        around += len(stack) + broken
        if len(stack) + broken > _DEEPEST or around > _MOST_AROUND:
            raise SourceError(name, "the HTML is nested too deeply")
    return "".join((*kept, html[start:])) if kept else html


def _inside(html: str, tag: str, start: int) -> tuple[str, int] | None:
    """What is kept of an element's non-HTML content, and where that ends; None for HTML."""
    if tag in _RAW or tag in _UNREAD:
        found = re.compile(rf"</{tag}(?=[{_SPACE}/>])", re.IGNORECASE | re.ASCII).search(html, start)
        end = len(html) if found is None else found.start()
        return (_OPENING.sub(lambda _: _RAW[tag], html[start:end]) if tag in _RAW else ">"), end
    if tag in _FOREIGN:
        found = re.compile(rf"<(/?){tag}(?=[{_SPACE}/>])", re.IGNORECASE | re.ASCII).search(html, start)
        return (">", found.start()) if found is not None and found[1] else None
    return None


def _instead(slash: str, tag: str, attributes: str) -> str | None:
    """The replacement of a tag, without its closing bracket; None to keep it."""
    # A drawing that contains another, or is never closed, is dropped.
    if tag in _SPACED or (tag in _FOREIGN and not slash):
        return "<wbr"
    if tag in _CALLED:
        return f"<{slash}{_CALLED[tag]}"
    if len(attributes) > _MANY_LETTERS and sum(1 for _ in _ATTRIBUTES.finditer(attributes)) > _MOST_ATTRIBUTES:
        return f"<{slash}{tag}"
    return None


def _imply(stack: list[str], tag: str) -> None:
    """Close the elements that a start tag closes implicitly."""
    while stack and stack[-1] in OPTIONAL_END and (stack[-1] == tag or (stack[-1] == "p" and tag in BLOCKS)):
        stack.pop()
    if tag in {"tr", "tbody", "tfoot", "dt", "dd", "td", "th"}:
        while stack and stack[-1] in {"td", "th", "dt", "dd", "tr", "p"} - ({"tr"} if tag in {"td", "th"} else set()):
            stack.pop()


def _close(stack: list[str], tag: str) -> int:
    """Close an element and its descendants; returns how many elements may stay open if they are not closed by it."""
    if stack and stack[-1] == tag:
        stack.pop()
        return 0
    if tag not in stack[-_LOOK_BACK:]:
        return 0
    ended = []
    while stack[-1] != tag:
        ended.append(stack.pop())
    stack.pop()
    return 0 if tag in BLOCKS and OPTIONAL_END.issuperset(ended) else 1 + len(ended)
