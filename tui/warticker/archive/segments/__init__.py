"""Entries as bitmaps over positions in time, which all counts and filters are answered from.

- A `segment` has its bytes in `parts`, the `positions` of entries by number, and an index for each field
  (`value_index`), of fields with very many values the other way round as well.
- `merging` makes one of rows, or of another with what has come or changed since; `index_merging` its indexes.
- The `base` is the one in the file; `base_checks` holds it against the rows.
"""
