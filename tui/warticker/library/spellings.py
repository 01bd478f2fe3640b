"""Other spellings of the places that an archive names: `kyiv` and `kyjiw` for Kiew.

The gazetteer has them for every place on earth, but it has fourteen megabytes and takes most of a second to build if
it is not cached. A search needs only the few hundred places that entries name, so only their lines are read here, and
of these only the usual name (the second column) and the spellings (the last, separated by bars).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from warticker import resources
from warticker.archive.protocol import Archive
from warticker.archive.query import Query
from warticker.archive.query.conditions import Term
from warticker.errors import DataError
from warticker.folding import fold, foldings
from warticker.model import PlaceKind

SHORTEST = 3
"""The fewest letters of a word that is looked up as a name, since every letter typed causes a lookup."""


class Spellings:
    """The usual German names of an archive's places, by any spelling; reloaded when its places change."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._spelt: Mapping[str, Collection[str]] = {}
        self._places: Collection[str] = ()
        """The places whose spellings these are, as of a version and a number of entries."""
        self._read_at = (0, 0)

    def names(self, word: str) -> Collection[str]:
        """The usual names of places that a word is a spelling of; raises DataError if the table is missing."""
        if len(word) < SHORTEST:
            return ()
        self.read_ahead()
        return self._spelt.get(fold(word), ())

    def begun(self, text: str) -> frozenset[str]:
        """The usual names of places with a spelling that begins so; raises DataError if the table is missing."""
        self.read_ahead()
        return frozenset(name for way, names in self._spelt.items() if way.startswith(fold(text)) for name in names)

    def read_ahead(self) -> None:
        """Look up the archive's present places; raises DataError if the table is missing."""
        if self._read_at != (now := (self._archive.version, len(self._archive))):
            # Only if the places have changed: looking them up takes longer than a keystroke may.
            if (places := frozenset(self._archive.places)) != self._places:
                self._spelt, self._places = spellings(places), places
            self._read_at = now

    def ways(self, query: Query) -> list[tuple[Term, ...]]:
        """Each word and phrase of a query, with the usual names of the places that it spells."""
        return [(term, *map(Term, self.names(term.text))) for term in query.terms()]


def spellings(names: Collection[str]) -> Mapping[str, Collection[str]]:
    """The usual names, of those given, by each folded spelling; raises DataError if the table is missing."""
    # Imported here: only searches need it.
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
