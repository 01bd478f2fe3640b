"""What kinds of page furniture lines are: the ones below `kinds` in data/furniture.yaml."""

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
"""A word of the genre; one that is misspelt anywhere is told by the check of types, or where the file is loaded."""
KINDS: frozenset[str] = frozenset(get_args(Kind))
