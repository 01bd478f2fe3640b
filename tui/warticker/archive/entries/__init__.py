"""Entries as they are stored: in rows, by key and number.

- Derived from an entry: its values by field (`traits`), its sort key in time (`time_keys`), its identity when its page
  is read again (`identity`), its serialised form (`records`, compressed by `packing`); `ready` has all of them.
- `rows` writes and rewrites rows, `stored` reads them.
"""
