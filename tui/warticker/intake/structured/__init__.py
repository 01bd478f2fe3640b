"""What documents tell machines: JSON-LD, what scripts carry, JSON of any making.

- `jsontext` reads JSON as it is really written, `literals` what JavaScript allows besides.
- JSON-LD: `ldjson` finds schema.org's things, `liveblog` makes posts of a live blog's updates.
- Scripts: `states` finds JSON in a page's scripts and attributes; `flight` reads pages that come in rows.
- JSON of any making: `datedrecords` finds records that come again with moments and texts, looking up what they refer to
  (`references`); `recordposts` makes a post of each by what its keys are called, `richtext` its text.
"""
