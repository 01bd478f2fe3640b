"""Annotates entries: places, topics, quotations, people, figures, claims.

`documents.annotate` is the entry point; below it a package for each kind of annotation, and `language` below them all.
"""
