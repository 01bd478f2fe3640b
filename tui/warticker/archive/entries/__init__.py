"""Entries as they are kept: in rows, by keys and numbers.

- What is made of an entry: its values by field (`traits`), where it stands in time (`time_keys`), what it is known
  again by (`identity`), itself as bytes (`records`, by `packing`); `ready` has all of it.
- `rows` writes and rewrites it, `stored` reads it.
"""
