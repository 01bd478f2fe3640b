"""HTML becomes a tree of elements and lines, made safe on the way, with what is furniture by its elements told.

1. `frames` puts in place what a page carries to be shown in frames, and `sanitizing` takes out what only costs time;
   then selectolax parses it.
2. `tree_building` walks through all elements. What one is, is told by its name (`tags`), its classes (`element_kinds`)
   and what stands in it and around it (`elements`); `moment_attributes` finds when it says that something was.
3. `line_writer` sets words as a browser does, `tree_writer` puts the lines and their elements in the `tree`.
4. `boilerplate` tells at the end which lines are furniture, by a `survey` of what all elements hold.

`fragments` goes the same way with pieces of HTML that feeds and JSON carry.
"""
