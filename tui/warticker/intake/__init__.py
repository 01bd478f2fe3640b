"""Bytes become documents: sources, cleaning, layouts, dates, page furniture."""

from warticker.intake.documents import read
from warticker.intake.sources import contents

__all__ = ["contents", "read"]
