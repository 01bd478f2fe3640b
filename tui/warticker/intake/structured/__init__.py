"""Structured data in documents: JSON-LD, the data of scripts, JSON of any form.

- `jsontext` reads JSON as it is really written, `literals` what JavaScript allows in addition.
- JSON-LD: `ldjson` finds schema.org's things, `liveblog` makes posts of a live blog's updates.
- Scripts: `states` finds JSON in a page's scripts and attributes; `flight` reads pages sent in rows.
- JSON of any form: `datedrecords` finds repeated records with times and texts, resolving what they refer to
  (`references`); `recordposts` makes a post of each by the names of its keys, `richtext` its text.
"""
