"""Turns bytes into documents: sources, cleaning, layouts, dates, page furniture.

`documents` runs the steps in order. Text goes through `lines` and `layouts`; HTML through `markup` and `pages`;
structured data through `structured`; feeds through `feeds`.
"""

from warticker.intake.documents import explained, read
from warticker.intake.explanation import Explanation
from warticker.intake.provenance import UNKNOWN, Provenance
from warticker.intake.sources import Content, contents, paths

__all__ = ["UNKNOWN", "Content", "Explanation", "Provenance", "contents", "explained", "paths", "read"]
