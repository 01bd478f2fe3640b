"""Names of places with other meanings: Kiewer Torte, Moscow Times, Republikchef Nikolajew, Straße von Kertsch.

Decided by the words beside the name, and by the gazetteer's `Reading` of the bare name.
"""

from __future__ import annotations

from warticker.annotate.language.known import endings
from warticker.annotate.places import gazetteer
from warticker.annotate.places.gazetteer import CAPITAL, CITY, CONTEXT, COUNTRY, PLAIN, WORD, Place
from warticker.annotate.places.homonyms import BESIDE
from warticker.annotate.places.names import ADJECTIVE, BARE, CAPITALS, GENITIVE
from warticker.annotate.places.surroundings import Candidate
from warticker.annotate.places.words import is_settlement, lists_with, on_list

LOCAL = frozenset(
    {
        "in", "aus", "nach", "bei", "bis", "um", "nahe", "ab", "gen", "richtung", "raum", "unweit", "via", "nördlich",
        "südlich", "östlich", "westlich", "nordöstlich", "nordwestlich", "südöstlich", "südwestlich",
    }
)  # fmt: skip
"""Words before a place without article."""

_OPENING = frozenset("\"„“»«'‚‘")
_CLOSING = frozenset("\"“”«»'‘’")
_PREFIXES = frozenset({"nord", "süd", "ost", "west", "zentral", "groß", "klein", "pro", "anti", "us", "eu", "nato"})
"""Prefixes with a hyphen after which a name still means the place."""
_ARTICLES = frozenset({"den", "des", "dem", "am", "im", "vom", "zum", "beim", "einen", "einem", "ein", "eine", "einer"})
"""Articles that never precede a settlement's bare name."""

_WITH_ARTICLE = ("Bürgenstock", "Schloss ", "Burg ", "Kloster ")
"""First parts of names that keep their article: mountains, castles."""

_PEOPLES = frozenset({"Polen", "Schweden", "Bayern", "Hessen", "Sachsen", "Franken"})
"""Countries with the same name as their people: "die Polen", "mit den Schweden"."""
_ALL_OF_THEM = frozenset({"die", "den", "der", "alle", "allen", "viele", "vielen", "einige", "manche", "mehr"})

_BEFORE_ITS_COUNTRY = frozenset({"im", "beim", "vom", "zum", "dem", "in", "bei", "aus"})
"""Prepositions before a country's adjective and a place's name: im polnischen Mielec."""
_ADJECTIVAL = ("e", "en", "er", "es", "em")
_WELL_KNOWN = 20_000
"""The population from which a settlement's adjective is used in the news."""


def means_a_place(candidate: Candidate, place: Place, *, listed: bool) -> bool:
    """Whether a name means the place; `listed` if it continues a list of places ("in Berlin und Halle")."""
    if _names_something_else(candidate) or _is_part_or_sea(candidate):
        return False
    if candidate.is_numbered and not is_settlement(candidate.word):
        return False
    if candidate.before == "-" and candidate.word not in _PREFIXES and not listed:
        return False
    if candidate.name.form is CAPITALS and place.population < 5 * _WELL_KNOWN:
        return False
    if candidate.name.form is ADJECTIVE:
        return _is_adjective_of(candidate, place)
    if place.kind is not CITY or place.reading is CAPITAL:
        return candidate.name.spelled not in _PEOPLES or candidate.word not in _ALL_OF_THEM
    if _has_article(candidate):
        return candidate.name.spelled.startswith(_WITH_ARTICLE)
    return place.reading is PLAIN or _is_shown_to_be(candidate, place, listed)


def _names_something_else(candidate: Candidate) -> bool:
    """Whether it is the name, or part of the name, of a paper, club, ship, street or dish: Kiewer Torte, FC Kiew."""
    before, behind = lists_with(candidate.word), lists_with(candidate.following)
    if "names_begin" in before or "namesakes" in behind:
        return True
    ship = candidate.word.endswith(endings("vessels"))
    if candidate.name.form is not ADJECTIVE and (ship or _is_in_marks(candidate)):
        return True
    return candidate.name.form is BARE and ("units" in behind or "crafts" in before)


def _is_in_marks(candidate: Candidate) -> bool:
    """Whether it fills quotation marks, like a ship's name: der Tanker "Kairos"."""
    return candidate.before in _OPENING and candidate.after in _CLOSING


def _is_part_or_sea(candidate: Candidate) -> bool:
    """Whether it names a district or a strait: Stadtteil Podil, Podil-Bezirk, Straße von Kertsch."""
    word = candidate.word
    if candidate.after == "-" and (candidate.following == "Bezirk" or on_list(candidate.following, "town_parts")):
        return True
    if word == "von":
        return on_list(candidate.previous(2), "seas")
    return candidate.previous(2).endswith("er") if word == "bezirk" else on_list(word, "town_parts")


def _has_article(candidate: Candidate) -> bool:
    """Whether an article precedes a bare name, as with rivers: "am Dnipro", "Der Dnipro"."""
    if candidate.name.form is not BARE or candidate.after == "-":
        return False
    return candidate.word in _ARTICLES or (candidate.word == "der" and len(candidate.left) == 1)


def _is_shown_to_be(candidate: Candidate, place: Place, listed: bool) -> bool:
    """Whether its context shows that a name, which could be a surname or a word, is a place."""
    if (candidate.after == "-" and not candidate.is_numbered) or _goes_on_as_a_name(candidate):
        return False
    head = candidate.previous(2)
    if is_settlement(head if candidate.word == "," else candidate.word):
        return True
    if candidate.word == "von" and on_list(head, "belongings"):
        return True
    if place.reading is WORD or candidate.name.form is GENITIVE:
        return False
    return listed or candidate.word in LOCAL or _is_in_its_country(candidate) or _is_beside_another(candidate)


def _is_beside_another(candidate: Candidate) -> bool:
    """Whether it is near an unambiguous place: Druschba bei Torezk."""
    behind = candidate.right[1:3] if candidate.following in BESIDE else ()
    return any(gazetteer.row(number).reading is PLAIN for word in behind for number in gazetteer.index().numbers(word))


def _is_in_its_country(candidate: Candidate) -> bool:
    """Whether a preposition and a country's adjective precede it: "im polnischen Mielec"."""
    return candidate.word.endswith(("ischen", "ischem")) and candidate.previous(2) in _BEFORE_ITS_COUNTRY


def _is_adjective_of(candidate: Candidate, place: Place) -> bool:
    """Whether an adjective in -er precedes its noun: "Kiewer Polizei", "Moskauer staatlichen Fernsehen"."""
    if place.kind is COUNTRY or (place.population < _WELL_KNOWN and place.kind is CITY):
        return False
    if place.reading in {CONTEXT, WORD} and place.population < 5 * _WELL_KNOWN:
        return False
    following = candidate.following
    return candidate.after != "-" and (following[:1].isupper() or following.endswith(_ADJECTIVAL))


def _goes_on_as_a_name(candidate: Candidate) -> bool:
    """Whether a capitalised word follows directly, as a surname would: "bei Wladimir Putin"."""
    following = candidate.following
    return following[:1].isupper() and following.isalpha()
