"""Bytes become documents: sources, cleaning, layouts, dates, page furniture."""

from warticker.intake.documents import Explanation, explained, read
from warticker.intake.sources import contents

__all__ = ["Explanation", "contents", "explained", "read"]
