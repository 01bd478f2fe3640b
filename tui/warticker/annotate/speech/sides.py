"""The side of a source, by data/speakers.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from warticker.annotate.language.heads import PAPERS
from warticker.annotate.language.known import inhabitants, known, sources, speakers
from warticker.expressions import compiled
from warticker.model import Side

WEST = compiled(r"\b(?:Bundes\w+|US|EU|Nato|NATO|Nato-\w+|US-\w+|EU-\w+)\b")
REPORTERS = compiled(r"[Rr]eporter|[Ff]otograf|[Kk]orrespondent|[Jj]ournalist|[Cc]hefredakteur|[Mm]oderator")
MEDIA = compiled(
    rf"(?i:{'|'.join(PAPERS)}|sender|portal|rundfunk|nachrichtenagentur|\bagentur|blogger|post\b)|{REPORTERS.pattern}"
    r"|[Mm]edien(?!anst|aufs|behörde|recht|wächter)"
)
STATES_OWN = compiled(rf"[Ss]taat|[Aa]gentur|{WEST.pattern}")
"""Words of a medium that may speak for its state."""
WORD_START = compiled(r"\b(?=(\w.))")
ENDS = compiled(r"s?\b")
INFLECTED = compiled(r"(?:n|r|s|in|innen)?\b")
"""Endings of a noun for a country's people: Polen and Polin; not Polewski."""
KREML = "Kreml"

GENERIC = frozenset({"agentur", "agenturen", "nachrichtenagentur", "nachrichtenagenturen", "portal", "sender"})


@lru_cache(maxsize=16384)
def own_side(source: str) -> Side | None:
    """The side of a source by its name; a free country's media have their own: ein britischer Sender."""
    shown = side_of(source)
    if shown not in (Side.WEST, Side.OTHER) or source in known().names or STATES_OWN.search(source):
        return shown
    table = _table()
    beside = (name in table.nations or table.sides[name] is Side.MEDIA for name in _found(source[:400], table))
    return Side.MEDIA if all(beside) and MEDIA.search(source) else shown


@lru_cache(maxsize=16384)
def side_of(words: str) -> Side | None:
    """The side of a source by its name, or by words that describe it; None if they do not show it."""
    person = known().names.get(words)
    if person is not None:
        return person.side
    table = _table()
    found = list(_found(words[:400], table))
    # A state's agency speaks for the state: `Agentur` says less than the name after it.
    if found:
        return table.sides[next((name for name in found if name not in GENERIC), found[0])]
    if WEST.search(words):
        return Side.WEST
    return Side.MEDIA if MEDIA.search(words) else None


class _Table(NamedTuple):
    """Words that show a side, in dictionaries: a pattern would take longer to compile than to use."""

    sides: Mapping[str, Side]
    """By stem or name, in lower case."""
    nations: frozenset[str]
    """Beginnings of words for a nation or its capital, in lower case."""
    inhabitants: frozenset[str]
    """Those of them that only endings may follow: pole, finne."""
    stems: Mapping[str, Sequence[str]]
    """Nations by their first two letters, in lower case, longest first."""
    names: Mapping[str, Sequence[str]]
    """Names matched literally, by their first two letters in lower case, longest first."""


def _found(words: str, table: _Table) -> Iterator[str]:
    """The stems and names found in a text, in lower case."""
    end = 0
    for match in WORD_START.finditer(words):
        start = match.start()
        if start >= end and (length := _length(words, start, match[1].lower(), table)):
            end = start + length
            yield words[start:end].lower()


def _length(words: str, start: int, beginning: str, table: _Table) -> int:
    """The length of the longest stem or name that begins there; 0 if there is none."""
    named = next(
        (
            len(name)
            for name in table.names.get(beginning, ())
            if words.startswith(name, start) and ENDS.match(words, start + len(name))
        ),
        0,
    )
    for stem in table.stems.get(beginning, ()):
        end = start + len(stem)
        if words[start:end].lower() != stem or (stem in table.inhabitants and not INFLECTED.match(words, end)):
            continue
        # A country before a hyphen is the subject: Russland-Experte; not russisch-orthodox.
        return named if words[end : end + 1] == "-" and words[start].isupper() else max(len(stem), named)
    if named:
        return named
    return len(KREML) if words.startswith(KREML, start) and words[start + len(KREML) :][:1].isalnum() else 0


def _by_beginning(words: Iterable[str]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        found.setdefault(word[:2].lower(), []).append(word)
    return found


@cache
def _table() -> _Table:
    """All stems and names; nations and their capitals come before their media."""
    data = speakers()
    sides: dict[str, Side] = {}
    for value, countries in data["nations"].items():
        for country, stems in countries.items():
            for stem in (country, *stems):
                sides.setdefault(stem.lower(), Side(value))
    for value, capitals in data["capitals"].items():
        sides.update((capital.lower(), Side(value)) for capital in capitals)
    nations = frozenset(sides)
    for value, named in data["sources"].items():
        for source in named:
            sides.setdefault(source.lower(), Side(value))
    people = frozenset(map(str.lower, inhabitants()))
    return _Table(sides, nations, people, _by_beginning(nations), _by_beginning(sources()))
