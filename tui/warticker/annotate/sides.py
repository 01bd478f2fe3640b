"""On whose behalf a source speaks, by data/speakers.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from warticker.annotate.known import known, speakers
from warticker.model import Side

WEST = re.compile(r"\b(?:Bundes\w+|US|EU|Nato|NATO|Nato-\w+|US-\w+|EU-\w+|Berliner|Londoner|Pariser|Brüsseler)\b")
MEDIA = re.compile(
    r"\w*(?:[Zz]eitung|[Ss]ender|[Aa]gentur|[Mm]agazin|[Pp]ortal|[Nn]etzwerk|[Mm]ediengruppe|[Mm]edien|[Rr]eporter"
    r"|[Kk]orrespondent|[Jj]ournalist|[Bb]logger|[Mm]edienberichte|Rundschau|Anzeiger|Tageblatt|Tagblatt|Kurier|[Rr]undfunk|Zeitungsbericht|[Pp]ost\b)\w*"
)

GENERIC = frozenset({"agentur", "agenturen", "nachrichtenagentur", "nachrichtenagenturen", "portal", "sender"})


def side(source: str) -> Side:
    """Tell the side of a source by its name."""
    return told_side(source) or Side.OTHER


@lru_cache(maxsize=16384)
def told_side(words: str) -> Side | None:
    """Tell the side of a source by its name, or by words that describe it; None where they do not tell."""
    person = known().names.get(words)
    if person is not None:
        return person.side
    pattern, sides = _table()
    found = [match[1].lower() for match in pattern.finditer(words[:400])]
    # A state's agency speaks for the state: `Agentur` says less than the name behind it.
    if found:
        return sides[next((name for name in found if name not in GENERIC), found[0])]
    if WEST.search(words):
        return Side.WEST
    return Side.MEDIA if MEDIA.search(words) else None


def only_nation(words: str) -> Side:
    """Tell the side of the nations and capitals that are named, where it is one."""
    sides = set(_nations(words))
    return sides.pop() if len(sides) == 1 else Side.OTHER


def _nations(words: str) -> Iterator[Side]:
    pattern, sides = _table()
    for found in pattern.finditer(words[:400]):
        if found[1].lower() not in _sources():
            yield sides[found[1].lower()]


@cache
def _sources() -> frozenset[str]:
    """Gather what names who says something, and no nation."""
    return frozenset(source.lower() for sources in speakers()["sources"].values() for source in sources)


@cache
def _table() -> tuple[re.Pattern[str], Mapping[str, Side]]:
    """Gather all stems and names; nations and their capitals count before the media that they have."""
    data = speakers()
    sides: dict[str, Side] = {}
    names: list[str] = []
    for value, nations in data["nations"].items():
        for country, stems in nations.items():
            for stem in (country, *stems):
                sides.setdefault(stem.lower(), Side(value))
    for value, capitals in data["capitals"].items():
        sides.update((capital.lower(), Side(value)) for capital in capitals)
    stems = sorted(sides, key=len, reverse=True)
    for value, sources in data["sources"].items():
        for source in sources:
            sides.setdefault(source.lower(), Side(value))
            names.append(source)
    exact = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    begun = "|".join(re.escape(stem) for stem in stems)
    return re.compile(rf"\b((?i:{begun})(?=\w*)|(?:{exact})(?=s?\b)|Kreml(?=\w))"), sides
