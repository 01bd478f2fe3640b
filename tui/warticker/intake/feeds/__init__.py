"""Feeds and the JSON of live blogs: formats that say themselves what an entry is."""

from warticker.intake.feeds.linking import linked_pages

__all__ = ["linked_pages"]
