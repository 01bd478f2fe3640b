"""Feeds: self-describing formats.

- `syndication` reads RSS, Atom and RDF, after `mending` has repaired their XML; `json_feed` reads JSON Feed.
- `streaming` reads feeds that are larger than memory, `unpacked_streams` while they arrive: `xml_items` and
  `json_items` split them into portions of whole items, which are read as above.
"""
