"""Entries become understood: places, topics, quotations, people, figures, claims.

`documents.annotate` is the way in; the annotators stand beside it, one kind a module.
"""
