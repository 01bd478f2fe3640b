"""German as used in news: what words are, how sentences are cut, and how a noun phrase is read.

Each group rests on those before it:

- Text: `pieces` splits it at its spaces and remembers what was derived from each word; `masking` hides quotations.
- Words: `inflection` works out the forms of a word, `numerals` reads numbers. `function_words` lists the closed classes
  (articles, pronouns, prepositions); open ones (nouns, verbs, names) are data, which `known` loads. `words` tells what
  a capitalised word may be, `cues` the verbs of saying in all their forms, `heads` the base form of adjectives and
  nouns; `word_classes` sums up what a word may be by its form alone.
- Sentences: `sentences` finds where they end, `tokens` cuts them into words.
- Phrases: `capitals` reads a run of capitalised words, `noun_groups` a determiner, adjectives and nouns around it, and
  `phrases` a whole noun phrase with its attributes and apposition.
"""
