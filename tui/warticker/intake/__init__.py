"""Bytes become documents: sources, cleaning, layouts, dates, page furniture."""

from warticker.intake.documents import Explanation, explained, read
from warticker.intake.provenance import Provenance
from warticker.intake.sources import contents

__all__ = ["Explanation", "Provenance", "contents", "explained", "read"]
