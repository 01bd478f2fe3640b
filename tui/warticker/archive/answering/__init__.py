"""Answers queries: `selected` counts what `meaning` finds in the `layers` of a state, together with its `marks`."""
