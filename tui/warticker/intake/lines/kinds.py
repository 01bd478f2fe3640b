"""The kinds of page furniture: those below `kinds` in data/furniture.yaml."""

from __future__ import annotations

from typing import Literal, get_args

Kind = Literal[
    "address",
    "advertisement",
    "agency",
    "byline",
    "caption",
    "closing",
    "comments",
    "consent",
    "contact",
    "credit",
    "foreign",
    "gallery",
    "headlines",
    "kicker",
    "label",
    "legal",
    "more",
    "pager",
    "player",
    "promotion",
    "related",
    "rule",
    "social",
    "sorting",
    "source",
]
"""One of the kinds; a misspelt one is found by the type checker, or when the file is loaded."""
KINDS: frozenset[str] = frozenset(get_args(Kind))
