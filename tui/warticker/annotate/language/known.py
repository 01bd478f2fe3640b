"""What data/ knows: persons with their spellings and sides, given names, and the lists of words in german.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from warticker.errors import DataError
from warticker.expressions import compiled
from warticker.folding import fold
from warticker.model import Side
from warticker.resources import data, yaml_data

SLAVIC_SIDES = frozenset([Side.UKRAINE, Side.RUSSIA])
"""Sides whose names are transliterated in many ways."""

# One sound, many spellings: Duden's, English and scholarly transliterations of Ukrainian and Russian, each reduced
# to a common form (Duden, "Transkriptions- und Transliterationssysteme"; BGN/PCGN; ISO 9).
SKELETON = (
    (compiled(r"schtsch|shch|šč"), "s"),
    (compiled(r"tsch|ch|kh|č"), "k"),
    (compiled(r"sch|sh|zh|š|ž|z|ts|ß"), "s"),
    (compiled(r"ks"), "x"),
    (compiled(r"v|ff"), "w"),
    (compiled(r"[yjiíï]+"), "i"),
    (compiled(r"(?<=[wsknrltdmb])i(?=[eaou])|(?<=[aeou])i(?=[eaou])"), ""),
    (compiled(r"h"), "g"),
    (compiled(r"(.)\1+"), r"\1"),
)
TOUCHED = dict.fromkeys(map(ord, "cfghijkstvwxyzßíïščž"))
"""The letters that one of these steps changes or produces."""


class Person(NamedTuple):
    """A person whom the news names often."""

    name: str
    """As German agencies spell it."""
    side: Side
    role: str


class Known(NamedTuple):
    """The well-known persons, by all forms of their names."""

    full: Mapping[str, tuple[tuple[str, Person], ...]]
    """First word of a full name -> the full names that begin with it, longest first."""
    last: Mapping[str, Person]
    """Last names that belong to one person."""
    shared: Mapping[str, tuple[Person, ...]]
    """Last names that are also words or other people's, with the well-known persons who have them."""
    slavic: Mapping[str, Sequence[tuple[str, Person]]]
    """Slavic full and last names, by the letters that all their spellings share."""
    folded: Mapping[str, Person]
    """By full name without accents."""
    names: Mapping[str, Person]
    """By displayed name."""
    offices: Mapping[str, str]
    """Titles that mean one person -> the name."""


@lru_cache(maxsize=32768)
def skeleton(name: str) -> str:
    """A Slavic name reduced to what its transliterations share: Selenskyj and Zelensky are one."""
    folded = name.lower()
    for pattern, plain in SKELETON:
        folded = pattern.sub(plain, folded)
    return folded


def untouched(name: str) -> str:
    """The letters that a name shares with its skeleton, each once: a quick test that rules out most words."""
    return "".join(dict.fromkeys(name.lower().translate(TOUCHED)))


@cache
def speakers() -> Mapping[str, Any]:
    """The contents of data/speakers.yaml; raises DataError if it is damaged."""
    return load("speakers.yaml")


@cache
def sources() -> frozenset[str]:
    """The names of the authorities, media and groups in data/speakers.yaml, which are not persons'."""
    return frozenset(name for names in speakers()["sources"].values() for name in names)


@cache
def inhabitants() -> frozenset[str]:
    """The nouns for a country's people, male and female: Belgier, Belgierin, Franzose."""
    stems = [stem for those in speakers()["nations"].values() for words in those.values() for stem in words]
    people = {stem for stem in stems if stem[0].isupper()}
    return frozenset(people | {stem.removesuffix("e") + "in" for stem in people})


@cache
def load(name: str) -> Mapping[str, Any]:
    """The contents of a YAML file below data/; raises DataError if it is damaged."""
    match yaml_data(data(name)):
        case [dict() as loaded]:
            return loaded
        case _:
            raise DataError(f"data/{name} is not a mapping")


@cache
def listed(name: str) -> frozenset[str]:
    """A list of words in data/german.yaml."""
    return frozenset(load("german.yaml")[name])


@cache
def endings(name: str) -> tuple[str, ...]:
    """The same, as `str.endswith` takes it."""
    return tuple(load("german.yaml")[name])


@cache
def known() -> Known:
    """The persons of data/speakers.yaml, indexed for searching texts."""
    ambiguous = frozenset(speakers()["ambiguous"])
    full: dict[str, list[tuple[str, Person]]] = {}
    last: dict[str, Person] = {}
    shared: dict[str, tuple[Person, ...]] = {}
    slavic: dict[str, list[tuple[str, Person]]] = {}
    folded: dict[str, Person] = {}
    names: dict[str, Person] = {}
    for person, spellings in _people():
        names[person.name] = person
        for spelling in spellings:
            first, _, rest = spelling.partition(" ")
            surnames = list(_surnames(spelling))
            if rest:
                folded.setdefault(fold(spelling), person)
                full.setdefault(first, []).append((spelling, person))
            if rest and person.side in SLAVIC_SIDES:
                slavic.setdefault(untouched(spelling), []).append((spelling, person))
            for surname in ambiguous.intersection({first, *surnames}):
                shared[surname] = (*shared.get(surname, ()), person)
            for surname in surnames:
                if surname not in ambiguous:
                    last.setdefault(surname, person)
                    if person.side in SLAVIC_SIDES and len(surname) > 5:
                        slavic.setdefault(untouched(surname), []).append((surname, person))
    return Known(
        full={first: tuple(sorted(those, key=lambda one: -len(one[0]))) for first, those in full.items()},
        last=last,
        shared=shared,
        slavic=slavic,
        folded=folded,
        names=names,
        offices=speakers()["offices"],
    )


def _people() -> Iterator[tuple[Person, list[str]]]:
    for side, people in speakers()["people"].items():
        for name, fields in people.items():
            role, also = (fields["role"], fields.get("also", [])) if isinstance(fields, dict) else (fields, [])
            yield Person(name, Side(side), role), [name, *also]


def _surnames(spelling: str) -> Iterator[str]:
    """Last names as they stand alone: with the particles that belong to them, and bare."""
    words = spelling.split()
    lowered = [index for index, word in enumerate(words) if word[0].islower()]
    if lowered:
        yield " ".join(words[lowered[0] :])
    if words[-1][0].isupper():
        yield words[-1]


@lru_cache(maxsize=4096)
def known_otherwise(name: str) -> Person | None:
    """The well-known person of a full name with other accents, or of a Slavic one in another transliteration."""
    if len(name) > 60:
        return None
    return known().folded.get(fold(name)) or respelled(name)


def respelled(name: str) -> Person | None:
    """The person of a Slavic full or last name in another transliteration."""
    alike = known().slavic.get(untouched(name), ())
    return next((person for spelling, person in alike if skeleton(spelling) == skeleton(name)), None)


@cache
def given_names() -> Mapping[str, str]:
    """The contents of data/given_names.txt: name -> `m`, `f` or, for both, nothing."""
    genders = {"männlich:": "m", "weiblich:": "f", "beides:": ""}
    names: dict[str, str] = {}
    gender = ""
    for line in data("given_names.txt").read_text(encoding="utf-8").splitlines():
        if line in genders:
            gender = genders[line]
        elif not line.startswith("#"):
            names.update(dict.fromkeys(line.split(), gender))
    return names


def gender(name: str) -> str:
    """A person's gender by the given name, `m` or `f`; empty if that is ambiguous."""
    first = name.partition(" ")[0]
    return given_names().get(first) or given_names().get(first.partition("-")[0], "")
