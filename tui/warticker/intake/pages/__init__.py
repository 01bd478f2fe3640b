"""HTML: what a page tells machines, its own structure, its text through the layouts; the best explanation wins.

1. `head` reads what a page says of itself, JSON-LD among it; `markup` makes a tree of what it shows.
2. As a ticker: `repeated` finds its entries, as elements of one sort that come again with moments (`units`), or as the
   `stretches` between moments. `assembling` makes posts of them, their lines `unstamped`; `dating` says when each came
   out, with the `days` that the page prints. `merging` puts them together with what JSON-LD tells.
3. As an `article`: the element that holds its paragraphs and subheads.
4. `reading` leads through these ways, the layouts of text and what scripts carry, and decides; `roles` keeps what each
   line was taken for.

`mhtml` takes the page out of a file that a browser has saved whole.
"""

from warticker.intake.pages.reading import read

__all__ = ["read"]
