"""Turns HTML into a tree of elements and lines, sanitised, with furniture recognised by its elements.

1. `frames` inserts the contents of frames, and `sanitizing` removes what only costs time; then selectolax parses it.
2. `tree_building` walks through all elements. The kind of one is decided by its name (`tags`), its classes
   (`element_kinds`) and its contents and context (`elements`); `moment_attributes` finds its times.
3. `line_writer` lays out words as a browser does, `tree_writer` puts the lines and their elements into the `tree`.
4. `boilerplate` finally decides which lines are furniture, by a `survey` of all elements' contents.

`fragments` does the same for pieces of HTML in feeds and JSON.
"""
