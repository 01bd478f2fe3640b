"""Who says what: quotations and their speakers, claims and whose they are, what nobody could check.

A text goes through these steps, from the marks in it to the side of each claim:

1. `quotations` finds what stands in marks, and `titles` which of it is a mere name; the rest is masked.
2. `attribution` finds the words of a sentence that tell that somebody says something, and the phrase that is their
   source: of verbs by `verb_subjects`, of words beside a statement by `source_markers` and `accounts`.
   `possible_sources` tells what can be a source, `sources` whose account it is.
3. `speakers` reads a text from its start, names who says each quotation, and goes over the headline at the end
   (`headlines`). Its `discourse` remembers who has been named and has spoken; `coreference` tells whom a source means
   by that, and by the `subjects` of sentences.
4. `claims` takes what is stated without marks. `statements` tells which words of a sentence: the clause behind the verb
   (`content_clauses`), its object (`statement_objects`); `statements_elsewhere` finds what no verb of saying stands
   beside. `statement_ends` tells where they end, `reported_speech` what goes on being said in the sentences behind.
5. `claim_sides` tells on whose side each source is, by its name (`sides`) and by what the text says of it.
6. `verification` tells whether the text says that nobody could check it.

`annotate.documents` takes the steps in this order: `quoted`, `spoken`, `claims`, `unverified`.
"""
