"""Entries are kept and found: documents go in, queries are answered by selections, in a file or in memory.

- What others see: `protocol` (what an archive does), `query` with `grammar`, `conditions` and `days`, `selection`;
  `file` is the archive, `subscriptions` keeps what it follows (`followed`, `known_pages`).
- Going in: `keeping` decides by `identity` what is new, changed or withdrawn; `ready`, `entry_records`, `packing`,
  `traits` and `time_keys` say what of an entry is kept, `entry_rows` writes it; `reannotating` replaces annotations.
- Answering: a `segment` (its bytes in `parts`; `positions` by number; its fields in `value_index`, of open ones also in
  `forward_index`; `value_counts` counts both) holds entries as bitmaps over positions in time: the `base` in the file
  those up to a revision, one in memory what has come since. `layers` shows both as one, `meaning` says what conditions
  mean there, `marks` what is read, saved, noted and new, and `selected` counts what a query has chosen.
- Words: `search` asks `postings` and FTS5; `words` folds texts as they see them, `hits` finds the place in a text.
- Reading one entry, or rows of a list: `stored`.
- The file: `database` opens it, `schema` has its tables; `tidying` says when `merging`, `index_merging` and
  `word_merging` make what has come a part of base and index; `checking` looks after it (`base_checks`, `word_checks`).
"""
