"""Villages that no gazetteer has: found where the text itself says that a name is a village's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from warticker.folding import fold
from warticker.model import PlaceId, PlaceKind, PlaceMention, PlaceRole, Span

_NAME = r"[A-ZÄÖÜ][a-zäöüß']{3,24}(?:-[A-ZÄÖÜ][a-zäöüß']{2,24})?"
_SAID_TO_BE = re.compile(
    rf"(?:Dorf|Dorfes|Dörfer|Dörfern|Ortschaft|Ortschaften|Siedlung|Siedlungen|Weiler|Weilers|Frontdorf|Grenzdorf) "
    rf"({_NAME})(?:(?:, ({_NAME}))?,? (?:und|sowie|oder) ({_NAME}))?(?!\w)"
)
"""The word for a village and up to three names."""

_LOOKS_SLAVIC = re.compile(
    r"(?:[io]wka|jiwka|ewka|ivka|ovka|ske|skyj|skoje|sky|zke|zkyj|ansk|insk|onsk|owe|ewe|ove|eve|yne|ine|ene|hrad|horod"
    r"|grad|gorod|pil|pol|polje|pillja|anka|ynka|enka|ycha|iwzi|ychi|itschi|ytschi|owo|ewo|ovo|evo|ino|ne|ka|ky|ki)$"
)
"""How names of villages between Lwiw and Wladiwostok end, in German and English transcription."""

_WORDS = frozenset({"Ortschaft", "Kommandant", "Truppen", "Bewohner", "Menschen", "Soldaten", "Region", "Gebiet"})


def unlisted(text: str, taken: Collection[Span]) -> Iterator[PlaceMention]:
    """Mentions of villages beside a word for a village, at none of the spans taken; their ids come from the name."""
    # Looked for first, because that is quick and most texts have none; written out, because a loop takes as long again.
    if not ("orf" in text or "Dörfer" in text or "Ortschaft" in text or "Siedlung" in text or "Weiler" in text):
        return
    for match in _SAID_TO_BE.finditer(text):
        for group in (1, 2, 3):
            name = match[group]
            if name is None or name in _WORDS or not _LOOKS_SLAVIC.search(name):
                continue
            span = Span(*match.span(group))
            if not any(span.start < other.end and other.start < span.end for other in taken):
                yield PlaceMention(span, PlaceId(f"name:{fold(name)}"), name, PlaceKind.CITY, PlaceRole.LOCATION)
