"""Bytes become documents: sources, cleaning, layouts, dates, page furniture.

`documents` has the steps in their order. Text goes through `lines` and `layouts`; HTML through `markup` and `pages`;
what machines are told through `structured`; feeds through `feeds`.
"""

from warticker.intake.documents import explained, read
from warticker.intake.explanation import Explanation
from warticker.intake.provenance import UNKNOWN, Provenance
from warticker.intake.sources import Content, contents, documents

__all__ = ["UNKNOWN", "Content", "Explanation", "Provenance", "contents", "documents", "explained", "read"]
