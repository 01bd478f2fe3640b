"""Answers queries from a state of the archive, with bitmaps of positions in time order.

A state has two `layers`: the base in the file, and what was added or changed since. `meaning` finds the positions that
a condition matches in a layer; `selected` joins and counts those of a query; `marks` are what the user read and saved.
"""
