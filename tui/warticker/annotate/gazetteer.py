"""The places that the program knows: data/places.tsv, read when a place is first asked for.

Names lead to row numbers, rows become `Place`s only where somebody wants one: 120,000 spellings are ready in about
a tenth of a second.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from warticker import resources
from warticker.errors import DataError
from warticker.folding import fold, foldings
from warticker.model import PlaceId, PlaceKind


class Reading(StrEnum):
    """How surely a bare name in a German text means the place."""

    CAPITAL = "capital"
    """Wherever it stands; and it can stand for the government that sits there."""
    PLAIN = "plain"
    """Wherever it stands."""
    NAMED = "named"
    """Only beside a word for such a place: the bare name means the region's capital."""
    CONTEXT = "context"
    """Only after a preposition of place, or a word such as `Stadt`: it is a surname or little known, too."""
    WORD = "word"
    """Only after a word such as `Stadt`: it is a German word, too."""


CAPITAL, PLAIN, NAMED, CONTEXT, WORD = Reading
CITY, REGION, COUNTRY = PlaceKind
# Names of their own, since Python 3.11 takes five times as long for an attribute of an enumeration.


@dataclass(frozen=True, slots=True)
class Place:
    """A settlement, region or country."""

    id: PlaceId
    name: str
    """The usual German name."""
    kind: PlaceKind
    country: str
    """ISO 3166-1, two letters."""
    region: str
    """The region that a settlement lies in, by its usual name; empty where the gazetteer does not tell."""
    latitude: float
    """Degrees north; 0 with longitude 0 where the gazetteer does not tell."""
    longitude: float
    """Degrees east."""
    population: int
    reading: Reading
    spellings: tuple[str, ...]
    """Every way to write it, the usual name first."""


class Index(NamedTuple):
    """All names, as they are written, and the rows that they lead to."""

    rows: list[str]
    """The table's lines."""
    names: dict[str, int]
    """Every name, and the first row that has it."""
    namesakes: dict[str, list[int]]
    """The further rows of names that several have."""
    longer: dict[str, list[str]]
    """Names of several words, with a hyphen or an apostrophe, by their first word."""

    def numbers(self, name: str) -> tuple[int, ...]:
        """Give all rows of a name; none where nothing is called so."""
        first = self.names.get(name)
        return () if first is None else (first, *self.namesakes.get(name, ()))


@functools.cache
def index() -> Index:
    """Read the table; raises DataError where it is missing or damaged."""
    path = resources.data("places.tsv")
    try:
        rows = [line for line in path.read_text(encoding="utf-8").split("\n") if line and line[0] != "#"]
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: {error}") from error
    if not rows or any(row.count("\t") != _COLUMNS - 1 for row in (rows[0], rows[-1])):
        raise DataError(f"{path} is damaged: install warticker anew")
    found = Index(rows, {}, {}, {})
    names, namesakes, longer = found.names, found.namesakes, found.longer
    for number, line in enumerate(rows):
        for name in line[line.rfind("\t") + 1 :].split("|"):
            if name in names:
                namesakes.setdefault(name, []).append(number)
                continue
            names[name] = number
            if not name.isalpha() and (first := _FIRST_WORD.match(name)):
                longer.setdefault(first[0], []).append(name)
    return found


_COLUMNS = 10
_FIRST_WORD = re.compile(r"\w+")


@functools.lru_cache(maxsize=4096)
def row(number: int) -> Place:
    """Give the place of one line of the table."""
    identity, name, kind, country, region, north, east, people, reading, spellings = index().rows[number].split("\t")
    return Place(
        PlaceId(identity), name, PlaceKind(kind), country, region,
        float(north), float(east), int(people), Reading(reading), tuple(spellings.split("|")),
    )  # fmt: skip


def place(identity: PlaceId) -> Place:
    """The place of an id; raises KeyError for one that the gazetteer does not have."""
    return row(_identities()[identity])


def find(name: str) -> tuple[Place, ...]:
    """Places of a name in any spelling, case and umlauts folded: `kyiv`, `Kyjiw` and `KIEW` are Kiew; best first."""
    wanted = foldings(name.strip())
    numbers: dict[int, None] = {}
    for folded in wanted:
        numbers.update(dict.fromkeys(_folded().get(folded, ())))
    found = [row(number) for number in numbers]
    return tuple(sorted(found, key=lambda one: (-weight(one) - USUAL * (fold(one.name) in wanted), one.id)))


def names(kind: PlaceKind) -> tuple[str, ...]:
    """The usual names of all places of a kind, the best known first, each once."""
    of_kind = (row_number for row_number, line in enumerate(index().rows) if line.split("\t", 3)[2] == kind)
    places = sorted(map(row.__wrapped__, of_kind), key=lambda found: (-weight(found), found.name))
    return tuple(dict.fromkeys(found.name for found in places))


NEAR = {"UA": 3.0, "RU": 1.5, "BY": 1.0, "DE": 1.0, "MD": 0.8, "PL": 0.5}
"""How much nearer to the war, or to its German readers, a country is: as powers of ten of a population."""

USUAL = 2.0
"""How much more likely a name means what is usually called so than what was or could be."""

FRONT = frozenset({"Donezk", "Luhansk", "Charkiw", "Saporischschja", "Cherson", "Sumy", "Dnipropetrowsk", "Krim"})
"""The regions that the front runs through, the border war reaches or that are occupied."""


@functools.lru_cache(maxsize=4096)
def weight(found: Place) -> float:
    """How likely a name means this one of its namesakes, all else equal."""
    known = {Reading.CAPITAL: 2.0, Reading.PLAIN: 1.0}.get(found.reading, 0.0)
    size = len(str(found.population)) + int(str(found.population)[0]) / 10
    return size + known + NEAR.get(found.country, 0.0) + (0.7 if found.region in FRONT else 0.0)


@functools.cache
def _identities() -> dict[str, int]:
    return {line.partition("\t")[0]: number for number, line in enumerate(index().rows)}


@functools.cache
def _folded() -> dict[str, tuple[int, ...]]:
    """All names folded, umlauts written out as well."""
    table: dict[str, tuple[int, ...]] = {}
    known = index()
    for name in known.names:
        plain = fold(name)
        table[plain] = (*table.get(plain, ()), *known.numbers(name))
    return table
