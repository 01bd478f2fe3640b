"""Whether a name means a place where it stands: not a person, a paper, a club, a ship, a street, a treaty."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from warticker.annotate.gazetteer import CAPITAL, CITY, CONTEXT, COUNTRY, PLAIN, WORD, Place
from warticker.annotate.place_names import ADJECTIVE, BARE, CAPITALS, GENITIVE
from warticker.annotate.place_surroundings import Candidate


def ends_in(*endings: str) -> Callable[[str], bool]:
    """Make what tells quickly whether a word has one of many endings, since the same words come again and again."""

    @lru_cache(maxsize=4096)
    def ends(word: str) -> bool:
        return word.endswith(endings)

    return ends


LOCAL = frozenset(
    {
        "in", "aus", "nach", "bei", "bis", "um", "nahe", "ab", "gen", "richtung", "raum", "unweit", "nördlich",
        "südlich", "östlich", "westlich", "nordöstlich", "nordwestlich", "südöstlich", "südwestlich",
    }
)  # fmt: skip
"""Words that stand before a place without an article."""

SETTLED = (
    "stadt", "städte", "städten", "dorf", "dorfes", "dörfer", "dörfern", "ort", "orte", "ortes", "orts", "orten",
    "ortschaft", "ortschaften", "gemeinde", "gemeinden", "siedlung", "siedlungen", "metropole", "hafen", "hafens",
    "flugplatz", "bahnhof", "raum", "stützpunkt", "luftwaffenbasis", "standort", "landkreis", "rajon", "bezirk",
    "airport", "hochburg", "festung", "umgebung", "richtung", "bürgermeister", "bürgermeisterin", "abschnitt", "kreis",
    "raffinerie", "grenzübergang", "terminal", "strafkolonie", "straflager", "gefängnis", "resort",
    "übungsplatz", "stützpunkts", "militärbasis", "kaserne", "fliegerhorst", "flughafen", "werft",
)  # fmt: skip
"""What a settlement is called beside its name; compounds end in it (Hafenstadt, Schwarzmeerhafen)."""

REGIONAL = (
    "region", "regionen", "gebiet", "gebiete", "gebieten", "gebiets", "gebietes", "oblast", "oblaste", "oblasten",
    "oblasts", "provinz", "provinzen", "bundesland", "bundesstaat", "bundesstaats", "bundesstaates", "bundesstaaten",
    "republik", "republiken", "woiwodschaft", "kanton", "gouvernement", "halbinsel", "territorium", "territorien",
)  # fmt: skip
"""What a region is called beside its name; compounds end in it (Grenzregion, Teilrepublik)."""

_AROUND = tuple(noun for noun in REGIONAL if noun.startswith(("region", "gebiet")))
_NOT_REGIONAL = (
    *(f"{part}{noun}" for part in ("stadt", "metropol", "wohn", "industrie") for noun in _AROUND),
    *("hafengebiet", "hafengebiete", "hafengebieten", "hafengebiets"),
)
"""What lies in or around a town."""

_MEDIA = frozenset(
    {
        "times", "post", "independent", "journal", "zeitung", "morgenpost", "allgemeine", "allgemeinen", "rundschau",
        "nachrichten", "anzeiger", "tageblatt", "kurier", "abendblatt", "stadtanzeiger", "stadt-anzeiger", "tribune",
        "herald", "chronicle", "globe", "telegraph", "observer", "magazine", "magazin", "review", "prawda", "pravda",
        "gazette", "express", "tagblatt", "wochenblatt", "volkszeitung", "today", "radio", "tv", "news", "examiner",
        "redaktionsgesellschaft", "mediengruppe", "verlagsgesellschaft", "school", "university", "institute", "college",
        "foundation", "council", "centre", "forum", "echo", "airlines", "airways",
    }
)  # fmt: skip
"""Words of the names of newspapers, and of schools, institutes and airlines in English."""

_STREETS = frozenset(
    {
        "straße", "strasse", "platz", "platzes", "allee", "ring", "chaussee", "prospekt", "boulevard", "damm", "ufer",
        "gasse", "landstraße", "autobahn", "schnellstraße", "magistrale", "tor", "blau", "modell", "schule", "luft",
    }
)  # fmt: skip
"""What makes a name that of a street, a colour, a school of thought."""

_NAMED_AFTER = (
    "torte", "schnitzel", "würstchen", "bratwurst", "kotelett", "abkommen", "abkommens", "übereinkommen", "memorandum",
    "memorandums", "konvention", "konventionen", "statut", "patriarchat", "patriarchats", "cocktails", "cocktail",
    "pipeline", "pipelines", "leitung", "leitungen", "staudamm", "staudamms", "stausee", "stausees",
)  # fmt: skip
"""Dishes, treaties, churches, pipelines and dams that bear a place's name and are elsewhere."""

_UNITS = ("brigade", "bataillon", "regiment", "division", "korps", "legion")
"""What bears a place's name behind a hyphen and is somewhere else."""

_BEFORE_A_NAME = frozenset(
    {
        "fc", "sc", "sv", "vfb", "vfl", "fk", "ac", "bsc", "rb", "dynamo", "dinamo", "zska", "spartak", "schachtar",
        "schachtjor", "lokomotive", "lokomotiv", "zenit", "borussia", "eintracht", "hertha", "inter", "atlético",
        "werder", "fortuna", "hansa", "bayer", "olympique", "of", "the", "voice", "la", "herr", "herrn", "frau", "dr",
        "prinz", "herzog", "herzogin", "fluss", "flusses", "report", "redaktionsnetzwerk", "rnd", "rt", "free", "radio",
        "bayern", "einiges", "geeintes", "freies", "gerechtes", "neues", "junges", "medienanstalt", "moskowski",
    }
)  # fmt: skip
"""Clubs, media, parties, English words, titles: what follows is no place, or part of a longer name."""

_is_craft = ends_in(
    "kreuzer", "schiff", "fregatte", "korvette", "tanker", "frachter", "boot", "rakete", "raketen", "drohne",
    "drohnen", "marschflugkörper", "marschflugkörpern", "typ", "typs", "jacht", "yacht", "fähre", "zerstörer",
    "flugzeugträger", "klasse", "operation", "zeitung", "magazin", "sender", "portal", "agentur", "panzer", "system",
    "brigade", "bataillon", "regiment", "gruppe", "truppe", "gruppierung", "manöver", "satellit", "gletscher",
)  # fmt: skip
"""After these a bare name is a thing's own."""

_OPENING = frozenset("\"„“»«'‚‘")
_CLOSING = frozenset("\"“”«»'‘’")
_COMPASS = frozenset({"nord", "süd", "ost", "west", "zentral", "groß", "klein", "pro", "anti", "us", "eu", "nato"})
_ARTICLES = frozenset({"den", "des", "dem", "am", "im", "vom", "zum", "beim", "einen", "einem", "ein", "eine", "einer"})
"""Articles that no settlement has before its bare name."""
_PRONOUNS = frozenset({"der", "die", "das"})
"""Articles too, but where something of their clause stands before them they may be relative pronouns."""

_WITH_ARTICLE = ("Bürgenstock", "Schloss ", "Burg ", "Kloster ")
"""How names begin that keep their article: a mountain's, a castle's."""

_PEOPLES = frozenset({"Polen", "Schweden", "Bayern", "Hessen", "Sachsen", "Franken"})
"""Countries and lands that are called as those are who live there: "die Polen", "mit den Schweden"."""

_ALL_OF_THEM = frozenset({"die", "den", "der", "alle", "allen", "viele", "vielen", "einige", "manche", "mehr"})


def _is_a_people(candidate: Candidate) -> bool:
    """Say whether people stand with it: "viele Polen", "Bayerinnen und Bayern"."""
    return candidate.word in _ALL_OF_THEM or (candidate.word == "und" and candidate.previous(2).endswith("innen"))


_ADJECTIVAL = ("e", "en", "er", "es", "em")
_WELL_KNOWN = 20_000
"""The population from which a settlement has an adjective in the news."""


@lru_cache(maxsize=4096)
def regional(word: str) -> bool:
    """Say whether a word is one for a region: Region, Gebiet, Oblast, Teilrepublik."""
    low = word.lower()
    return low.endswith(REGIONAL) and not low.endswith(_NOT_REGIONAL) and low != "bundesrepublik"


@lru_cache(maxsize=4096)
def settled(word: str) -> bool:
    """Say whether a word is one for a settlement: Hafenstadt, Dorf, Großraum."""
    return word.lower().endswith(SETTLED)


def means_a_place(candidate: Candidate, place: Place, *, listed: bool) -> bool:
    """Say whether a name stands for the place; `listed` where it goes on a list of places ("in Berlin und Halle")."""
    if candidate.word in _BEFORE_A_NAME or _names_something_else(candidate) or _is_part_or_sea(candidate):
        return False
    if candidate.is_numbered and not settled(candidate.word):
        return False
    if candidate.before == "-" and candidate.word not in _COMPASS and not listed:
        return False
    if candidate.name.form is CAPITALS and place.population < 5 * _WELL_KNOWN:
        return False
    if candidate.name.form is ADJECTIVE:
        return _is_adjective_of(candidate, place)
    if place.kind is not CITY or place.reading is CAPITAL:
        return candidate.name.spelled not in _PEOPLES or not _is_a_people(candidate)
    if _has_article(candidate):
        return candidate.name.spelled.startswith(_WITH_ARTICLE)
    return place.reading is PLAIN or _is_shown_to_be(candidate, place, listed)


def _has_article(candidate: Candidate) -> bool:
    """Say whether an article stands before a bare name, as before a river's: "am Dnipro", "Der Dnipro"."""
    if candidate.name.form is not BARE or candidate.after == "-":
        return False
    return candidate.word in _ARTICLES or (candidate.word in _PRONOUNS and len(candidate.left) == 1)


def _is_shown_to_be(candidate: Candidate, place: Place, listed: bool) -> bool:
    """Say whether the words around a name that could be a surname or a word show that it is a place."""
    joined = candidate.after == "-" and not candidate.is_numbered
    steps = 2 if candidate.word == "," else 1
    named = settled(candidate.previous(steps)) or (candidate.word == "von" and _is_of_a_place(candidate.previous(2)))
    if named and not joined:
        return not _goes_on_as_a_name(candidate)
    if place.reading is WORD or candidate.name.form is GENITIVE or candidate.after == "-":
        return False
    local = listed or candidate.word in LOCAL or is_in_its_country(candidate) or _lies_in_a_region(candidate)
    return local and not _goes_on_as_a_name(candidate)


_lies_there = ends_in(
    "küste", "nähe", "süden", "norden", "osten", "westen", "südlich", "nördlich", "östlich", "westlich", "einnahme",
    "eroberung", "befreiung", "belagerung", "beschuss", "zentrum", "vororte", "vororten", "kilometer", "bewohner",
    "einwohner", "bürgermeister", "bürgermeisterin", "kontrolle", "verteidigung", "unweit",
)  # fmt: skip
"""What is of a place where "von" stands between: die Küste von Saint-Nazaire."""


def _is_of_a_place(word: str) -> bool:
    return settled(word) or _lies_there(word)


def _lies_in_a_region(candidate: Candidate) -> bool:
    """Say whether the words behind it tell where it lies: "Angriff auf Engels in der Region Saratow"."""
    match candidate.right[:3]:
        case ["in", "der", noun, *_] | ["im", noun, *_]:
            return regional(noun)
        case _:
            return False


def is_in_its_country(candidate: Candidate) -> bool:
    """Say whether a country's adjective stands before it with a preposition: "im polnischen Mielec"."""
    return candidate.word.endswith(("ischen", "ischem")) and candidate.previous(2) in _BEFORE_ITS_COUNTRY


_BEFORE_ITS_COUNTRY = frozenset({"im", "beim", "vom", "zum", "dem", "in", "bei", "aus"})


_is_part = ends_in("stadtteil", "stadtteils", "stadtviertel", "viertel", "stadtbezirk", "ortsteil", "mikrorajon")
_SEAS = frozenset({"straße", "strasse", "meerenge", "golf"})


def _is_part_or_sea(candidate: Candidate) -> bool:
    """Say whether it names a city's part or a strait: Stadtteil Podil, Kiewer Bezirk Obolon, Straße von Kertsch."""
    word = candidate.word
    if word == "von":
        return candidate.previous(2) in _SEAS
    if word == "bezirk" and len(candidate.left) > 1:
        city = candidate.left[-2]
        return city[:1].isupper() and city.endswith("er")
    return _is_part(word)


def _names_something_else(candidate: Candidate) -> bool:
    """Papers, ships, streets, treaties."""
    if candidate.following and _bears_its_name(candidate.following):
        return True
    if candidate.name.form is not BARE:
        return False
    if candidate.after == "-" and candidate.following.lower().endswith(_UNITS):
        return True
    if candidate.before in _OPENING and candidate.after in _CLOSING:
        return True
    return _is_craft(candidate.word)


@lru_cache(maxsize=4096)
def _bears_its_name(following: str) -> bool:
    low = following.lower()
    return low in _MEDIA or low in _STREETS or low.endswith(_NAMED_AFTER)


def _is_adjective_of(candidate: Candidate, place: Place) -> bool:
    """Say whether an adjective in -er has its noun: "Kiewer Polizei", "Moskauer staatlichen Fernsehen"."""
    if place.kind is COUNTRY or (place.population < _WELL_KNOWN and place.kind is CITY):
        return False
    if place.reading in {CONTEXT, WORD} and place.population < 5 * _WELL_KNOWN:
        return False
    following = candidate.following
    if candidate.after == "-" or following[:1].isupper():
        return candidate.after != "-"
    return following.endswith(_ADJECTIVAL) and candidate.next(2)[:1].isupper()


def _goes_on_as_a_name(candidate: Candidate) -> bool:
    """Say whether a capitalised word follows at once, as a surname would: "bei Wladimir Putin"."""
    following = candidate.following
    return candidate.after == " " and following[:1].isupper() and following.isalpha() and not settled(following)
