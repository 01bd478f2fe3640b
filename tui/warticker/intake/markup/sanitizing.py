"""HTML made safe to parse: the parser's time grows with the square of some things that no real page has much of.

These are elements inside one another (measured: 100,000 `div`, 67 s), options of a list (100,000: 69 s), attributes of
a tag (20,000: 1.1 s) and `font` elements that never end (5,000: 4.5 s).
"""

from __future__ import annotations

import re

from warticker.errors import SourceError
from warticker.intake.markup.tags import BLOCKS, OPTIONAL_END, VOID

_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]{0,99})((?:[^=>]++|=\s*+(?:"[^"]*"|'[^']*')?+)*+)""")
"""A tag as parsers read it: only behind an equals sign a quotation mark is one (HTML, 13.2.5.37)."""
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"})
"""Elements whose content is no markup."""
_SPACED = frozenset({"option", "optgroup", "font", "big", "nobr"})
"""Elements whose tags say nothing of a report."""
_FOREIGN = frozenset({"svg", "math"})
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_MANY_LETTERS = 2000
_MOST_ATTRIBUTES = 200
_DEEPEST = 500
"""How many elements are inside one another at most; browsers end at 512, and of 1,150 pages all but two at 50."""
_MOST_AROUND = 10_000_000
"""How many elements are around all elements at most, counted anew for each; 20,000 have 500,000 on real pages."""
_MOST_ELEMENTS = 200_000
"""As many as 10 MB of a page as they are written have; each costs some microseconds, whatever it holds."""
_LOOK_BACK = 64


def guarded(html: str, *, name: str) -> str:
    """The page without what only costs time; raises SourceError where it has too many elements, or too deep ones.

    An end tag that ends nothing near may leave elements open, so each counts as one more.
    """
    kept: list[str] = []
    start = position = broken = tags = around = 0
    stack: list[str] = []
    while match := _TAG.search(html, position):
        position = match.end()
        tag, attributes = match[2].lower(), match[3]
        # An element costs the more time the later it ends.
        tags += 1 if match[1] else 2
        if tags > 3 * _MOST_ELEMENTS:
            raise SourceError(name, f"HTML of more than {_MOST_ELEMENTS} elements")
        if (instead := _instead(match[1], tag, attributes)) is not None:
            kept += (html[start : match.start()], instead)
            start = position
            tag = "menu" if tag == "select" else tag
        if tag in VOID or tag in _SPACED:
            continue
        if match[1] and "-" in tag and stack[-1:] == ["p"] and tag in stack[-_LOOK_BACK:]:
            # A paragraph that does not end goes on behind an element of a page's own making (HTML, 13.2.6.4.7).
            kept += (html[start : match.start()], "</p>")
            start = match.start()
            stack.pop()
        if match[1]:
            broken += _close(stack, tag)
        elif tag in _RAW:
            position = _end_of_raw(html, tag, position)
        elif not (attributes.endswith("/") and not _FOREIGN.isdisjoint(stack[-_LOOK_BACK:])):
            _imply(stack, tag)
            stack.append(tag)
        around += len(stack) + broken
        if len(stack) + broken > _DEEPEST or around > _MOST_AROUND:
            raise SourceError(name, "HTML that is nested too deeply")
    return "".join((*kept, html[start:])) if kept else html


def _instead(slash: str, tag: str, attributes: str) -> str | None:
    """What stands for a tag without its closing bracket; None where it stays as it is."""
    if tag in _SPACED:
        return "<wbr"
    if tag == "select":
        return f"<{slash}menu"
    if len(attributes) > _MANY_LETTERS and _attributes(attributes) > _MOST_ATTRIBUTES:
        return f"<{slash}{tag}"
    return None


def _attributes(text: str) -> int:
    return len(_QUOTED.sub('""', text).split())


def _end_of_raw(html: str, tag: str, position: int) -> int:
    """Where the content of an element ends that is no markup; right here where it never does."""
    end = re.compile(f"</{tag}", re.IGNORECASE).search(html, position)
    return len(html) if end is None else end.start()


def _imply(stack: list[str], tag: str) -> None:
    """Close what a start tag ends without saying so."""
    while stack and stack[-1] in OPTIONAL_END and (stack[-1] == tag or (stack[-1] == "p" and tag in BLOCKS)):
        stack.pop()
    if tag in {"tr", "tbody", "tfoot", "dt", "dd", "td", "th"}:
        while stack and stack[-1] in {"td", "th", "dt", "dd", "tr", "p"} - ({"tr"} if tag in {"td", "th"} else set()):
            stack.pop()


def _close(stack: list[str], tag: str) -> int:
    """Close an element and what ends with it; 1 where that is not how elements end."""
    if stack and stack[-1] == tag:
        stack.pop()
        return 0
    if tag not in stack[-_LOOK_BACK:]:
        return 0
    ended = []
    while stack[-1] != tag:
        ended.append(stack.pop())
    stack.pop()
    return 0 if tag in BLOCKS and OPTIONAL_END.issuperset(ended) else 1
