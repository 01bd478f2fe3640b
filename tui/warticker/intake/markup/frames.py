"""The framed pages that a page includes, inserted as browsers show them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape

_FRAME = re.compile(r"<iframe\s(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>", re.IGNORECASE)
_TOLD = re.compile(
    r"""(?<![\w-])(?P<key>src|srcdoc)\s{0,9}=\s{0,9}(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""", re.IGNORECASE
)


def unfolded(html: str) -> str:
    """A page with the contents of its frames (`srcdoc`)."""
    return _FRAME.sub(_carried, html) if "srcdoc" in html else html


def framing(html: str, pages: Mapping[str, str]) -> str:
    """A page whose frames include the pages that they name, each once; `pages` are by address."""
    left = dict(pages)

    def carried(match: re.Match[str]) -> str:
        page = left.pop(_references(match["attributes"]).get("src", ""), None)
        return match[0] if page is None else f'<iframe srcdoc="{escape(page)}">'

    return _FRAME.sub(carried, html) if left else html


def _carried(match: re.Match[str]) -> str:
    page = _references(match["attributes"]).get("srcdoc")
    return match[0] if page is None else f"<div>{page}</div><iframe>"


def _references(attributes: str) -> dict[str, str]:
    """A frame's address, and the page that it includes."""
    found = _TOLD.finditer(attributes)
    return {match["key"].lower(): unescape(match["double"] or match["single"] or "") for match in found}
