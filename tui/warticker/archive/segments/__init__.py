"""Entries as bitmaps over positions in time order, which answer all counts and filters.

- A `segment` is stored in `parts`; it has the `positions` of entries by number, and an inverted index for each field
  (`value_index`), with a forward index too for fields with very many values.
- `merging` builds one from rows, or from a segment and the rows changed since; `index_merging` builds its indexes.
- The `base` is the segment in the file; `base_checks` compares it with the rows.
"""
