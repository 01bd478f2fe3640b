"""Stores documents and finds their entries: queries are answered by selections, over a file or in memory.

- Interface: `protocol` (what an archive does), `query` and `selection` (questions and answers); `file` implements the
  archive, `following` its subscriptions.
- Writing: `keeping` decides which entries of a document are new, changed or withdrawn, and writes them as `entries`;
  `reannotating` replaces their annotations.
- Querying: `answering` counts in `segments`, bitmaps over positions in time order, and looks words up in the
  `lexicon`; `words` folds texts for it.
- The file: `database` opens it, `schema` has its tables; `tidying` decides when new entries are merged into base and
  word index, `checking` finds damage, `repairing` repairs it, `salvaging` copies a file that is damaged itself.
"""
