"""HTML: what a page tells machines, its own structure, its text through the layouts; the best explanation wins."""

from warticker.intake.pages.reading import read

__all__ = ["read"]
