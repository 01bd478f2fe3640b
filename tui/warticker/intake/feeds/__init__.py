"""Feeds and the JSON of live blogs: formats that say themselves what an entry is."""
