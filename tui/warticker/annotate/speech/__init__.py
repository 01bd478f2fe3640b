"""Who says what: quotations and their speakers, claims and their sources, and what could not be verified.

A text goes through these steps, from its quotation marks to the side of each claim:

1. `quotations` finds the quotations, and `titles` which of them are mere names; the rest is masked.
2. `attribution` finds the words of a sentence that show that somebody says something, and the phrase that is their
   source: of verbs by `verb_subjects`, of words beside a statement by `source_markers` and `accounts`.
   `possible_sources` decides what can be a source, `sources` whose account it is.
3. `speakers` reads a text from its start, resolves the speaker of each quotation, and the headline's at the end
   (`headlines`). Its `discourse` remembers who was named and who spoke; `coreference` resolves a source by that, and by
   the `subjects` of sentences.
4. `claims` finds what is stated without marks. `statements` decides which words of a sentence: the clause after the
   verb (`content_clauses`), its object (`statement_objects`); `statements_elsewhere` finds those without a verb of
   saying. `statement_ends` decides where they end, `reported_speech` whether the next sentences continue them.
5. `claim_sides` finds the side of each source, by its name (`sides`) and by what the text says of it.
6. `verification` finds whether the text says that nobody could verify it.

`annotate.documents` runs the steps in this order: `quoted`, `spoken`, `claims`, `unverified`.
"""
