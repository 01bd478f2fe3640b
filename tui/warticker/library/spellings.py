"""Other spellings of the places that an archive names: `kyiv` and `kyjiw` for Kiew.

The gazetteer knows them for every place on earth and takes most of a second to be ready; whoever types a search waits
for the first letter. What matters to a search are the few hundred places that entries name: their lines alone are
read here, of which only the usual name (the second column) and the spellings (the last, behind bars) count.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from warticker import resources
from warticker.errors import DataError
from warticker.folding import foldings


def spellings(names: Collection[str]) -> Mapping[str, Collection[str]]:
    """The usual names, of those given, by every folded spelling; raises DataError where the table is missing."""
    wanted = frozenset(names)
    path = resources.data("places.tsv")
    try:
        table = path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise DataError(f"{path}: {error}") from error
    found: dict[str, dict[str, None]] = {}
    for line in table.split("\n"):
        columns = line.split("\t", 2)
        if len(columns) > 2 and columns[1] in wanted:
            for spelling in columns[2].rpartition("\t")[2].split("|"):
                for folded in foldings(spelling):
                    found.setdefault(folded, {})[columns[1]] = None
    return found
