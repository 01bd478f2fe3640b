"""Entries are kept and found: documents go in, queries are answered by selections, in a file or in memory.

- What others see: `protocol` (what an archive does), `query` and `selection` (what is asked and answered); `file` is
  the archive, `following` what it follows.
- Going in: `keeping` decides what of a document is new, changed or withdrawn, and writes it as `entries`;
  `reannotating` replaces what was understood of them.
- Answering: `answering` counts in `segments`, bitmaps over positions in time, and asks the `lexicon` for words; `words`
  folds texts as it sees them.
- The file: `database` opens it, `schema` has its tables; `tidying` says when what has come is merged into base and
  index, `checking` looks after all of it.
"""
