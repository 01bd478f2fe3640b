"""Whether a name means a place where it stands: not a person, a paper, a club, a ship, a street, a treaty."""

from __future__ import annotations

import re

from warticker.annotate.gazetteer import Place, Reading
from warticker.annotate.place_candidates import Candidate, Form
from warticker.annotate.place_surroundings import Surroundings
from warticker.model import PlaceKind

LOCAL = frozenset(["in", "aus", "nach", "bei", "bis", "um", "nahe", "ab", "gen", "richtung", "raum", "unweit", "nördlich", "südlich", "östlich", "westlich"])
"""Words that stand before a place without an article."""

_SETTLED = re.compile(
    r"(?:stadt|städte|städten|dorf|dorfes|dörfer|dörfern|orte?|ortes|orts|orten|ortschaft|ortschaften|gemeinde|gemeinden"
    r"|siedlung|siedlungen|metropole|hafen|flughafen|militärflughafen|flugplatz|bahnhof|raum|großraum|stützpunkt"
    r"|luftwaffenbasis|basis|standort|kreis|landkreis|rajon|bezirk|kurort|badeort|vorort|airport|hochburg"
    r"|vorstadt|insel|festung|umgebung|richtung|front|bürgermeister|bürgermeisterin|bereich|abschnitt)$"
)
"""What a settlement is called beside its name; compounds too (Hafenstadt, Schwarzmeerhafen)."""

_REGIONAL = re.compile(
    r"(?:region|regionen|gebiet|gebiete|gebieten|gebiets|gebietes|oblast|oblaste|oblasten|oblasts|provinz|provinzen"
    r"|bundesland|bundesstaat|bundesstaats|bundesstaates|bundesstaaten|republik|republiken|woiwodschaft|kanton"
    r"|gouvernement|halbinsel|regionalgouverneur|territorium|territorien)$"
)
_NOT_REGIONAL = re.compile(r"(?:stadt|metropol|wohn|industrie|hafen|bundes)(?:gebiet|gebiets|region|republik)")

_MEDIA = frozenset(
    ["times", "post", "independent", "journal", "zeitung", "morgenpost", "allgemeine", "allgemeinen", "rundschau", "nachrichten", "anzeiger", "tageblatt", "kurier", "abendblatt", "stadtanzeiger", "tribune", "herald", "chronicle", "globe", "telegraph", "observer", "magazine", "magazin", "review", "prawda", "pravda", "gazette", "express", "tagblatt", "wochenblatt", "volkszeitung", "today", "radio", "tv", "news"]
)
"""Words of newspapers' names."""

_STREETS = re.compile(
    r"-?(?:straße|strasse|platz|platzes|allee|ring|chaussee|prospekt|boulevard|damm|ufer|gasse|landstraße|tor|torte"
    r"|schnitzel|würstchen|bratwurst|kotelett|abkommen|abkommens|vereinbarung|vereinbarungen|memorandum|memorandums"
    r"|konvention|konventionen|protokoll|vertrag|vertrags|verträge|patriarchat|patriarchats|patriarch|statut)$",
    re.IGNORECASE,
)
"""What makes a name that of a street, a dish, a treaty or a church."""

_CLUBS = frozenset(
    ["fc", "sc", "sv", "vfb", "vfl", "fk", "as", "ac", "bsc", "rb", "dynamo", "dinamo", "zska", "spartak", "schachtar", "schachtjor", "lokomotive", "lokomotiv", "zenit", "borussia", "eintracht", "hertha", "inter", "real", "atlético", "atletico", "werder", "union", "fortuna", "hansa", "bayer", "olympique", "paris-saint"]
)

_CRAFT = re.compile(
    r"(?:kreuzer|schiff|flaggschiff|fregatte|korvette|u-boot|tanker|frachter|boot|rakete|raketen|drohne|drohnen"
    r"|marschflugkörper|marschflugkörpern|typ|typs|modell|jacht|yacht|fähre|zerstörer|flugzeugträger|klasse|operation"
    r"|zeitung|magazin|sender|portal|agentur|onlineportal|panzer|system|brigade|bataillon|regiment|einheit)$"
)
"""After these a bare name is a thing's own."""

_FOREIGN = frozenset(["of", "the", "for", "voice", "de", "la", "del", "von-der"])

_SAINTS_AND_TITLES = frozenset(["herr", "herrn", "frau", "dr", "prof", "general", "oberst", "admiral"])


def regional(word: str) -> bool:
    """Say whether a word is one for a region: Region, Gebiet, Oblast, Teilrepublik."""
    low = word.lower()
    return bool(_REGIONAL.search(low)) and not _NOT_REGIONAL.search(low)


def settled(word: str) -> bool:
    """Say whether a word is one for a settlement: Hafenstadt, Dorf, Großraum."""
    return bool(_SETTLED.search(word.lower()))


def means_a_place(candidate: Candidate, place: Place, around: Surroundings, *, listed: bool) -> bool:
    """Say whether a name stands for the place; `listed` where it goes on a list of places ("in Berlin und Halle")."""
    if _names_something_else(candidate, around):
        return False
    if around.before == "-" and not _may_follow_a_hyphen(around):
        return False
    if candidate.form is Form.ADJECTIVE:
        return _is_adjective_of(place, around)
    if place.kind is not PlaceKind.CITY:
        return True
    if place.reading in {Reading.CAPITAL, Reading.PLAIN}:
        return True
    before = around.left[-1] if around.left else ""
    if settled(before) or (around.previous() == "von" and settled(around.previous(2))):
        return True
    if place.reading is Reading.WORD or candidate.form is Form.GENITIVE:
        return False
    if around.after == "-":
        return False
    return listed or (around.previous() in LOCAL and not _goes_on_as_a_name(around))


def _names_something_else(candidate: Candidate, around: Surroundings) -> bool:
    """Papers, clubs, ships, streets, treaties, and English names."""
    following = around.next()
    if (around.joined or around.after == "-") and (following.lower() in _MEDIA or _STREETS.match(following)):
        return True
    if around.after == "-" and _STREETS.search(following):
        return True
    if around.previous() in _CLUBS | _FOREIGN | _SAINTS_AND_TITLES:
        return True
    alone = around.before in _OPENING and around.after in _CLOSING and candidate.form is Form.BARE
    return bool(alone) or (candidate.form is Form.BARE and bool(_CRAFT.search(around.previous())))


_OPENING = frozenset("\"„“»«'‚‘")
_CLOSING = frozenset("\"“”«»'‘’")


def _may_follow_a_hyphen(around: Surroundings) -> bool:
    return around.previous() in _COMPASS


_COMPASS = frozenset(["nord", "süd", "ost", "west", "zentral", "groß", "klein", "pro", "anti", "us", "eu", "nato", "ex"])


def _is_adjective_of(place: Place, around: Surroundings) -> bool:
    """Kiewer Polizei, the Berliner government's: a noun follows, perhaps after an adjective."""
    if place.reading in {Reading.CONTEXT, Reading.WORD} and place.population < 100_000:
        return False
    if place.kind is PlaceKind.COUNTRY or not around.joined:
        return around.after == "-" and place.kind is PlaceKind.CITY
    following = around.next()
    if following[:1].isupper():
        return True
    return bool(_ADJECTIVE.search(following)) and around.next(2)[:1].isupper()


_ADJECTIVE = re.compile(r"(?:e|en|er|es|em)$")


def _goes_on_as_a_name(around: Surroundings) -> bool:
    """Say whether a capitalised word follows at once, as a surname would: "bei Wladimir Putin"."""
    following = around.next()
    return around.joined and following[:1].isupper() and following.isalpha() and not settled(following)
