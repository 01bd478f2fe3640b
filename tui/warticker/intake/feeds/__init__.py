"""Feeds: formats that say themselves what an entry is.

- `syndication` reads RSS, Atom and RDF, once `mending` has made XML of what strangers write; `jsonfeed` JSON Feed.
- `streaming` reads feeds that are longer than memory, `unpacked_streams` as they come: `xmlitems` and `jsonitems` part
  them into portions of whole items, which go the same way.
"""
