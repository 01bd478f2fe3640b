"""Which entries words are in: the index of words and that of phrases.

`postings` says what is kept, `word_merging` takes in what has come, `search` asks both, `hits` finds the place in a
text, `word_checks` holds both against the texts.
"""
