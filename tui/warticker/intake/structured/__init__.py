"""Structured data in documents: JSON-LD, the data of scripts, JSON of any form.

- `json_text` reads JSON as it is really written, `literals` what JavaScript allows in addition.
- JSON-LD: `json_ld` finds schema.org's things, `live_blog` makes posts of a live blog's updates.
- Scripts: `states` finds JSON in a page's scripts and attributes; `flight` reads pages sent in rows.
- JSON of any form: `dated_records` finds repeated records with times and texts, resolving what they refer to
  (`references`); `record_posts` makes a post of each by the names of its keys, `rich_text` its text.
"""
