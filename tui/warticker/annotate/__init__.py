"""Entries become understood: places, topics, quotations, people, figures, claims."""
