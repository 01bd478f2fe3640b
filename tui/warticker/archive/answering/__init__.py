"""Queries are answered: `selected` counts what `meaning` finds in the `layers` of a state, with its `marks`."""
