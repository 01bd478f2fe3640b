"""Entries become understood: places, topics, quotations, people, figures, claims.

`documents.annotate` is the way in; below it a package for each kind of what it finds, and `language` below them all.
"""
