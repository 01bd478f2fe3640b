"""The places that the program knows: data/places.tsv, read when the first place is looked up.

Names lead to row numbers, and rows become `Place`s on demand. The index is computed once and cached: most readers need
some hundred of 120,000 spellings, and a dictionary of all takes a tenth of a second.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from enum import StrEnum
from mmap import ACCESS_READ, mmap
from typing import NamedTuple

from warticker import file_cache, resources
from warticker.annotate.places.lookup import Lookup
from warticker.errors import DataError
from warticker.expressions import compiled
from warticker.folding import fold, foldings
from warticker.model import PlaceId, PlaceKind


class Reading(StrEnum):
    """When a bare name in a German text means the place."""

    CAPITAL = "capital"
    """Always; and it can mean the government that sits there."""
    PLAIN = "plain"
    """Always."""
    NAMED = "named"
    """Only beside a noun for such a place: the bare name means the region's capital."""
    CONTEXT = "context"
    """Only after a preposition of place, or a noun such as `Stadt`: it is also a surname, or little known."""
    WORD = "word"
    """Only after a noun such as `Stadt`: it is also a German word."""


CAPITAL, PLAIN, NAMED, CONTEXT, WORD = Reading
CITY, REGION, COUNTRY = PlaceKind
# Module constants, since Python 3.11 takes five times as long for an attribute of an enumeration.


class Place(NamedTuple):
    """A settlement, region or country."""

    id: PlaceId
    name: str
    """The usual German name."""
    kind: PlaceKind
    country: str
    """ISO 3166-1, two letters."""
    region: str
    """The region that a settlement lies in, by its usual name; empty if the gazetteer has none."""
    latitude: float
    """Degrees north; 0, as is the longitude, if the gazetteer has none."""
    longitude: float
    """Degrees east."""
    population: int
    reading: Reading
    spellings: tuple[str, ...]
    """All spellings, the usual name first."""


class Index:
    """The table, and the index of its rows; a row's number is the offset of its first byte."""

    def __init__(self, table: mmap, keys: Lookup) -> None:
        """Take the table, of which few rows are read, and the rows of its names and ids, as returned by `_keys`."""
        self._table = table
        self._keys = keys

    def __contains__(self, name: str) -> bool:
        """Whether any place has a name, in exactly this spelling."""
        return name in self._keys

    def numbers(self, name: str) -> tuple[int, ...]:
        """All rows of a name; empty for an unknown one."""
        found = self._keys.get(name)
        return () if found is None else tuple(map(int, found.split(" ")))

    def longer(self, word: str) -> list[str]:
        """The names of several words, with a hyphen or an apostrophe, that begin with a word."""
        found = self._keys.get(word + _GOES_ON)
        return [] if found is None else found.split("|")

    def folded(self, name: str) -> tuple[int, ...]:
        """All rows of the names with a folded form."""
        return self.numbers(name + _FOLDED)

    def usual(self, kind: PlaceKind, letter: str) -> list[str]:
        """The usual names of a kind of place whose folded form begins with a letter, best known first."""
        found = self._keys.get(letter + kind + _USUAL)
        return [] if found is None else found.split("|")

    def line(self, number: int) -> str:
        """The line of a row."""
        return self._table[number : self._table.find(b"\n", number)].decode()

    def names(self) -> Iterator[str]:
        """Every name, each once."""
        return (key for key in self._keys if not key.endswith((_GOES_ON, _ID, _FOLDED, _USUAL)))


@functools.cache
def index() -> Index:
    """Read the table; raises DataError if it is missing or damaged."""
    path = resources.data("places.tsv")
    try:
        with path.open("rb") as stream:
            table = mmap(stream.fileno(), 0, access=ACCESS_READ)
        return Index(table, Lookup(file_cache.map_or_make(path, _KIND, lambda: Lookup.made(_keys(table)))))
    except (OSError, ValueError) as error:
        raise DataError(f"{path} is damaged; reinstall warticker ({error})") from error


def _keys(table: mmap) -> Iterator[tuple[str, str]]:
    """The rows of all names and ids, and the names that begin with a word or letter; raises ValueError."""
    names: dict[str, dict[str, None]] = {}
    usual: dict[str, list[Place]] = {}
    count = 0
    for number, line in _lines(table):
        identity, *others = line.split("\t")
        if len(others) != _COLUMNS - 1:
            raise ValueError(f"a row does not have {_COLUMNS} columns: {line[:40]}")
        yield identity + _ID, str(number)
        for name in others[-1].split("|"):
            names.setdefault(name, {})[str(number)] = None
        found = _place(line)
        usual.setdefault(fold(found.name)[:1] + found.kind, []).append(found)
        count += 1
    if not count:
        raise ValueError("it has no rows")
    for beginning, places in usual.items():
        places.sort(key=lambda one: (-weight(one), one.name))
        yield beginning + _USUAL, "|".join(dict.fromkeys(one.name for one in places))
    longer: dict[str, list[str]] = {}
    plain: dict[str, dict[str, None]] = {}
    for name, numbers in names.items():
        yield name, " ".join(numbers)
        plain.setdefault(fold(name), {}).update(numbers)
        if not name.isalpha() and (first := _FIRST_WORD.match(name)):
            longer.setdefault(first[0], []).append(name)
    for word, those in longer.items():
        yield word + _GOES_ON, "|".join(those)
    for name, numbers in plain.items():
        yield name + _FOLDED, " ".join(numbers)


def _lines(table: mmap) -> Iterator[tuple[int, str]]:
    """The rows of a table with their byte offsets, without comments."""
    number = 0
    for line in table[:].split(b"\n"):
        if line and not line.startswith(b"#"):
            yield number, line.decode()
        number += len(line) + 1


_KIND = "keys-2"
"""Names the cached index; to be changed with the output of `_keys`."""
_GOES_ON, _ID, _FOLDED, _USUAL = "*", "#", "~", "^"
"""Marks for keys that are not names: first words of names, ids, folded names, letters with a kind."""
_COLUMNS = 10
_FIRST_WORD = compiled(r"\w+")


@functools.lru_cache(maxsize=4096)
def row(number: int) -> Place:
    """The place of a row."""
    return _place(index().line(number))


def _place(line: str) -> Place:
    identity, name, kind, country, region, north, east, people, reading, spellings = line.split("\t")
    return Place(
        PlaceId(identity), name, PlaceKind(kind), country, region,
        float(north), float(east), int(people), Reading(reading), tuple(spellings.split("|")),
    )  # fmt: skip


def place(identity: PlaceId) -> Place:
    """The place with an id; raises KeyError for an unknown one."""
    numbers = index().numbers(identity + _ID)
    if not numbers:
        raise KeyError(identity)
    return row(numbers[0])


def country_of(found: Place) -> str:
    """The name of the country that a place lies in; empty if that is not independent, such as Réunion."""
    numbers = index().numbers(f"country:{found.country}{_ID}")
    return row(numbers[0]).name if numbers else ""


def find(name: str) -> tuple[Place, ...]:
    """The places of a name in any spelling, ignoring case and umlauts: `kyiv`, `Kyjiw`, `KIEW` are Kiew; best first."""
    wanted = foldings(name.strip())
    numbers: dict[int, None] = {}
    for folded in wanted:
        numbers.update(dict.fromkeys(index().folded(folded)))
    found = [row(number) for number in numbers]
    return tuple(sorted(found, key=lambda one: (-weight(one) - USUAL * (fold(one.name) in wanted), one.id)))


NEAR = {"UA": 3.0, "RU": 1.5, "BY": 1.0, "DE": 1.0, "MD": 0.8, "PL": 0.5}
"""How close a country is to the war, or to the German readers: in powers of ten of a population."""

USUAL = 3.0
"""How much likelier a name means the place that is usually called that, compared with former or possible names."""

FRONT = frozenset({"Donezk", "Luhansk", "Charkiw", "Saporischschja", "Cherson", "Sumy", "Dnipropetrowsk", "Krim"})
"""The regions with a front line, border fighting or occupation."""


@functools.lru_cache(maxsize=4096)
def weight(found: Place) -> float:
    """How likely a name means this one of its namesakes, all else being equal."""
    known = {Reading.CAPITAL: 2.0, Reading.PLAIN: 1.0}.get(found.reading, 0.0)
    size = len(str(found.population)) + int(str(found.population)[0]) / 10
    return size + known + NEAR.get(found.country, 0.0) + (0.7 if found.region in FRONT else 0.0)
