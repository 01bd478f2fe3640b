"""Finds entries by words: the word index and the phrase index.

`postings` defines the word index, `word_merging` updates it, `search` queries both, `hits` locates matches in a text,
`word_checks` compares both with the texts.
"""
