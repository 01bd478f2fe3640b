"""Names and titles in quotation marks, told from speech."""

from __future__ import annotations

import re

from warticker.model import Span

SPEECH_SIGNS = re.compile(r"[.!?…,;]")
# fmt: off
NAMED_BEFORE = (
    "namens", "genannt", "genannte", "genannten", "genannter", "sogenannte", "sogenannten", "sogenannter",
    "sogenanntes", "titel", "motto", "namen", "typ", "typs", "alias", "marke", "codename", "codenamen", "operation",
    "projekt", "mission", "unternehmen",
)
BARE_NOUNS = (
    "schiff", "schiffs", "schiffe", "tanker", "tankers", "frachter", "frachters", "kreuzer", "kreuzers", "fregatte",
    "korvette", "jacht", "yacht", "boot", "boots", "boote", "zeitung", "magazin", "magazins", "portal", "portals",
    "sender", "senders", "website", "webseite", "plattform", "blatt", "blatts", "kanal", "kanals", "agentur", "büro",
    "büros", "firma", "konzern", "konzerns", "stiftung", "verein", "organisation", "gruppe", "bataillon", "bataillons",
    "regiment", "brigade", "einheit", "partei", "bewegung", "film", "films", "roman", "buch", "lied", "song", "serie",
    "sendung", "album", "rakete", "raketen", "drohne", "drohnen", "marschflugkörper", "panzer", "bombe", "bomben",
    "system", "systeme", "hotel", "restaurant", "theater", "klinik", "werk", "fabrik", "schule", "sonde", "raumschiff",
    "satellit", "satelliten", "band", "zeitschrift", "club", "klub", "verlag", "gesellschaft", "museum", "airline",
    "fluggesellschaft", "pipeline", "truppe", "park", "festival", "preis", "programm", "album", "oper", "ausstellung",
)
# fmt: on


# fmt: off
FUNCTION_WORDS = frozenset({
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "und", "oder", "in", "im",
    "von", "vom", "zu", "zum", "zur", "mit", "für", "auf", "nicht", "ist", "sind", "war", "wir", "ich", "sie", "er",
    "es", "kein", "keine", "als", "am", "an", "bei", "bis", "durch", "gegen", "nach", "ohne", "um", "unter", "über",
    "vor",
})
FOREIGN = frozenset({
    "the", "of", "and", "for", "times", "post", "news", "le", "la", "les", "du", "el", "al", "il", "daily", "new",
})
ARTICLED_MEDIA = frozenset({
    "bild", "spiegel", "stern", "zeit", "welt", "focus", "guardian", "economist", "kommersant", "iswestija",
    "wedomosti", "unian", "politico", "axios", "meduza", "mediazona", "standard", "kurier", "presse", "blick",
    "handelsblatt", "tagesspiegel", "agenstwo", "republic", "insider", "bell",
})
# fmt: on
PAPERS = ("zeitung", "nachrichten", "anzeiger", "rundschau", "tageblatt", "tagblatt", "kurier", "netzwerk", "magazin")


def is_name(text: str, span: Span) -> bool:
    """Tell whether what stands in marks is a name (a paper, ship, work, nickname) and not what somebody says."""
    words = span.of(text).split()
    if not words or len(words) > 8 or SPEECH_SIGNS.search(words[-1]):
        return False
    lowered = [word.lower() for word in words]
    if len(words) <= 4 and (lowered[-1] in ARTICLED_MEDIA or (lowered[0] in ARTICLED_MEDIA and "am" in lowered)):
        return True
    if words[-1][0].isupper() and lowered[-1].endswith(PAPERS) and words[0][0].isupper():
        return True
    before = text[max(0, span.start - 41) : max(0, span.start - 1)]
    if _is_nickname(text, span, before):
        return True
    capitals = sum(not word[0].islower() for word in words)
    if len(words) > 1 and not FOREIGN.isdisjoint(lowered) and capitals * 2 >= len(words):
        return True
    if capitals == len(words) > 1 and FUNCTION_WORDS.isdisjoint(lowered):
        return True
    return words[0][0].isupper() and _introduces_name(before)


def _introduces_name(before: str) -> bool:
    """Tell whether the word before the marks says that a name follows: ship, paper, so-called."""
    last = before.rsplit("\n", 1)[-1].rstrip(" :").rsplit(" ", 1)[-1].lower()
    return last in NAMED_BEFORE or (before.endswith(" ") and not before.endswith(": ") and last.endswith(BARE_NOUNS))


def _is_nickname(text: str, span: Span, before: str) -> bool:
    """Tell whether the marks stand between a first and a last name: Robert "Madyar" Brovdi."""
    after = text[span.end + 1 : span.end + 3]
    return (
        len(span.of(text).split()) <= 2
        and len(after) == 2
        and after[0] == " "
        and after[1].isupper()
        and span.of(text)[0].isupper()
        and before.endswith(" ")
        and before[:-1].rsplit(" ", 1)[-1][:1].isupper()
    )
