"""Entries that are kept, and the selections that queries make of them."""
