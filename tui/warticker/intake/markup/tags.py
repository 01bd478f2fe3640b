"""HTML's elements by their effect on a text."""

from __future__ import annotations

_VOID = """
    area base br col embed hr img input link meta param source track wbr
"""
_OPTIONAL_END = """
    p li dt dd option optgroup td th tr thead tbody tfoot colgroup caption rp rt
"""
_BLOCKS = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main
    menu nav ol option p plaintext pre search section summary table tbody td tfoot th thead tr ul
    xmp
"""
_UNSEEN = """
    script style template svg math head title iframe object applet embed video audio canvas map
    select datalist frameset noframes rp
"""

VOID = frozenset(_VOID.split())
"""Elements without content."""
OPTIONAL_END = frozenset(_OPTIONAL_END.split())
"""Elements that are closed implicitly where another begins."""
BLOCKS = frozenset(_BLOCKS.split())
"""Block elements."""
UNSEEN = frozenset(_UNSEEN.split())
"""Elements whose text is not displayed as text."""
CELLS = frozenset({"td", "th"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
FURNITURE = {
    "nav": "navigation",
    "aside": "aside",
    "footer": "footer",
    "form": "form",
    "button": "button",
    "dialog": "consent",
    "menu": "navigation",
    "figure": "picture",
    "figcaption": "caption",
    "noscript": "without scripts",
    "textarea": "form",
    "label": "form",
}
"""Elements that are page furniture, with its kind."""
ROLES = {
    "navigation": "navigation",
    "complementary": "aside",
    "banner": "header",
    "contentinfo": "footer",
    "search": "form",
    "dialog": "consent",
    "alertdialog": "consent",
    "menu": "navigation",
    "menubar": "navigation",
    "toolbar": "toolbar",
    "tablist": "navigation",
    "button": "button",
}
"""ARIA roles that are page furniture, with its kind."""
