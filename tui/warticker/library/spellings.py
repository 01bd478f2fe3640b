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
from warticker.model import PlaceKind


def spellings(names: Collection[str]) -> Mapping[str, Collection[str]]:
    """The usual names, of those given, by every folded spelling; raises DataError where the table is missing."""
    # Imported here as only who searches needs it.
    from ahocorasick_rs import BytesAhoCorasick

    path = resources.data("places.tsv")
    columns = [f"\t{name}\t{kind}\t".encode() for name in names for kind in PlaceKind]
    found: dict[str, dict[str, None]] = {}
    try:
        table = path.read_bytes()
        for _, at, _ in BytesAhoCorasick(columns).find_matches_as_indexes(table):
            _, name, *_, spelt = table[table.rfind(b"\n", 0, at) + 1 : table.index(b"\n", at)].decode().split("\t")
            for way in foldings(spelt):
                for folded in way.split("|"):
                    found.setdefault(folded, {})[name] = None
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: {error}") from error
    return found
