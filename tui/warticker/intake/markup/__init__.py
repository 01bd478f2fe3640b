"""HTML becomes a tree of elements and lines, made safe on the way, with what is furniture by its elements told."""
