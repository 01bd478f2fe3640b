"""The words that name a phrase: adjectives and nouns in their base form."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise

from warticker.annotate.language.known import endings, known, speakers
from warticker.annotate.language.words import Kind, bare, kind

PAPERS = ("zeitung", "zeitschrift", "magazin", "rundschau", "anzeiger", "tageblatt", "tagblatt", "kurier", "netzwerk")
"""Ends of names of papers, and of nouns for them."""
MEDIA_HEADS = (*PAPERS, "sender", "agentur", "portal", "blatt", "funk", "mediengruppe", "presse")
ENDING_IN_E = frozenset({"die", "eine", "zwei", "drei", "vier", "fünf", "mehrere", "viele", "einige", "beide"})
"""Determiners after which an adjective ends in -e."""
WEAK = ("enten", "anten", "isten", "ologen")
"""Ends of nouns whose genitive equals their plural: des Präsidenten."""
SURE_DATIVES = ("kreisen", "diensten", "verbänden", "beamten", "angehörigen", "abgeordneten")
"""Ends of nouns that without an article are in the dative plural: laut Regierungskreisen."""
DATIVES = ("ern", "eln", *SURE_DATIVES)
"""Ends of nouns in the dative plural, whose base form lacks the n."""
UNCHANGED = ("bauern", "nachbarn", "schwestern")


@cache
def lands() -> frozenset[str]:
    """Countries and their capitals."""
    data = speakers()
    countries = [country for those in data["nations"].values() for country in those]
    return frozenset(countries + [capital for those in data["capitals"].values() for capital in those])


@cache
def outlets() -> frozenset[str]:
    """Names of papers, stations and agencies, even if they mean something else too: Welt, Zeit."""
    return frozenset([*speakers()["sources"]["medien"], *speakers()["state_media"]])


@cache
def seats() -> Mapping[str, str]:
    """Capitals with the adjectives of their countries."""
    return dict(speakers()["seats"])


@lru_cache(maxsize=4096)
def core_of(head: str) -> str:
    """The head noun of a phrase without its complements: das Amt für Statistik, Amt; der Minister Polens."""
    words = head.split()
    if words[0][:-1] in lands():
        words = words[1:] or words
    if words[-1][:-1] in lands() or (len(words) > 1 and _is_owner(words[-1]) and kind(words[-2]) is Kind.OFFICE):
        words = words[:-1] or words
    heads = (left for left, right in pairwise(words) if left[0].isupper() and _belongs(right) and not _is_owner(left))
    return next(heads, words[-1])


def _is_owner(word: str) -> bool:
    """Whether a name stands in the genitive: der Bürgermeister Charkiws, der Sprecher Putins."""
    return word[-1] == "s" and kind(word) in (Kind.PLAIN, Kind.LAST) and word not in known().last


def _belongs(word: str) -> bool:
    return word.islower() and word not in ("und", "oder")


def nominative(noun: str) -> str:
    """A noun without its genitive ending: des Amtes, Amt."""
    if noun.endswith("nisses"):
        return noun[:-3]
    if noun.endswith(("stes", "mtes", "ndes", "ates", "zes", "ßes", "sses", "auses", "tages", "abes")):
        return noun[:-2]
    if noun.lower().endswith(WEAK):
        return noun[: -1 if noun.endswith("ogen") else -2]
    return bare(noun) if len(noun) > 4 and not noun.endswith("fonds") else noun


def in_genitive(nouns: list[str]) -> list[str]:
    """A name without its genitive endings: des Weißen Hauses, Weißes Haus."""
    if len(nouns) == 1 or not nouns[0].endswith("en"):
        return [nominative(nouns[0]), *nouns[1:]]
    last = nominative(nouns[-1])
    ending = "es" if last.lower().endswith(endings("neuter")) else "er"
    return [nouns[0].removesuffix("en") + ending, *nouns[1:-1], last]


def named(nouns: list[str], determiner: str) -> list[str]:
    """A name whose adjectives have the endings they have without article: das Weiße Haus, Weißes Haus."""
    last = nouns[-1].lower()
    if determiner in ("dem", "einem", "einen") and last.endswith(WEAK):
        return [*nouns[:-1], nominative(nouns[-1])]
    # Nouns that inflect as adjectives are listed with both endings: der Beamte, ein Beamter.
    if determiner == "der" and last.endswith("e") and f"{last}r".endswith(endings("offices")):
        nouns = [*nouns[:-1], nouns[-1] + "r"]
    neuter = determiner in ("das", "dem") and last.endswith(endings("neuter"))
    if len(nouns) > 1 and determiner == "der" and nouns[0].endswith(("sche", "liche", "ale")):
        return [nouns[0] + "r", *nouns[1:]]
    if len(nouns) == 1 or not (neuter or (determiner == "der" and last.endswith(endings("feminine")))):
        return nouns
    for index, word in enumerate(nouns[:-1]):
        if not word.endswith(("e", "en")):
            break
        nouns[index] = word.removesuffix("n").removesuffix("e") + ("es" if neuter else "e")
    return nouns


def several(noun: str) -> str:
    """A noun in the dative plural in its base form: Vertretern, Vertreter; Kreisen, Kreise."""
    lowered = noun.lower()
    if lowered.endswith(DATIVES) and not lowered.endswith(UNCHANGED):
        return noun[:-1]
    return noun


def without_article(nouns: list[str]) -> list[str]:
    """A name in the dative without article in its base form: laut Weißem Haus, Weißes Haus."""
    if not nouns[0].endswith("em") or not nouns[-1].lower().endswith(endings("neuter")):
        return nouns
    return [nouns[0].removesuffix("m") + "s", *nouns[1:]]


@lru_cache(maxsize=4096)
def inflected(adjective: str, determiner: str, noun: str) -> str:
    """An adjective with the ending it has without determiner: das russische Amt, russisches Amt."""
    stem = adjective[:1].lower() + adjective[1:]
    for ending in ("em", "en", "er", "es", "e"):
        if stem.endswith(ending):
            stem = stem[: -len(ending)]
            break
    else:
        return adjective
    lowered = noun.lower()
    several = determiner == "den" and lowered.endswith("n")
    if (determiner == "der" and adjective.endswith("en")) or several or lowered.endswith(endings("feminine")):
        return stem + "e"
    if determiner == "das" or lowered.rstrip("s").endswith(endings("neuter")):
        return stem + "es"
    if determiner in ENDING_IN_E or (not determiner and not adjective.endswith(("er", "em"))):
        return stem + "e"
    return stem + ("e" if not determiner and lowered.endswith(("e", "en")) else "er")


def governing(head: str, adjective: str) -> str:
    """An institution named by its country, if a capital gives that: das Ministerium in Warschau."""
    if " " in head or not head.lower().endswith(endings("governing")):
        return head
    return f"{inflected(adjective, '', head)} {head}" if adjective.endswith("e") else adjective + head
