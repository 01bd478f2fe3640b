"""HTML: a page's structured data, its own structure, its text through the layouts; the best explanation wins.

1. `head` reads a page's metadata, including JSON-LD; `markup` makes a tree of what it shows.
2. As a ticker: `repeated` finds its entries, as repeated elements of one sort with times (`units`), or as the
   `stretches` between times. `assembling` makes posts of them, with `unstamped` lines; `dating` finds the time of each,
   with the `days` that the page prints. `merging` combines them with JSON-LD's.
3. As an `article`: the element that holds its paragraphs and subheads.
4. `reading` tries these ways, the layouts of text and the data of scripts, and decides.

`saved` finds what a browser noted in a page that it saved; `mhtml` extracts the page from a file that it saved whole.
"""

from warticker.intake.pages.reading import read

__all__ = ["read"]
