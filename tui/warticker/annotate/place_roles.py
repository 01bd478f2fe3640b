"""What a place's name does in its sentence: name the place, or stand for those who govern there.

German uses a capital's name for its government as a subject ("Moskau weist zurück"), after verbs and prepositions of
dealing ("mit Kiew verhandeln", "laut Moskau"), in the genitive of what governments have ("Moskaus Angebot"), and beside
words of talk ("Gespräche zwischen Kiew und Moskau"). After prepositions of place it names the place.
"""

from __future__ import annotations

import re

from warticker.annotate.gazetteer import Place, Reading
from warticker.annotate.place_candidates import Candidate, Form
from warticker.annotate.place_context import settled
from warticker.annotate.place_surroundings import Surroundings
from warticker.model import PlaceKind, PlaceRole

_WHERE = frozenset(
    ["in", "im", "bei", "beim", "nahe", "um", "vor", "hinter", "bis", "über", "unter", "neben", "nördlich", "südlich", "östlich", "westlich", "nordöstlich", "nordwestlich", "südöstlich", "südwestlich", "unweit", "richtung", "gen", "rund", "raum", "ab", "innerhalb", "außerhalb", "ganz", "nach", "entlang", "aus", "durch", "auf", "großraum", "stadt", "hauptstadt"]
)
"""Prepositions of place, and words that make a name a place's."""

_DEALING = frozenset(
    ["mit", "gegen", "an", "zu", "laut", "gegenüber", "seitens", "ohne", "wegen", "trotz", "dank", "zwischen", "von", "für", "zufolge", "so", "durch"]
)
"""Prepositions after which a capital is mostly its government."""

_ARTICLES = frozenset(["der", "die", "das", "den", "dem", "des", "ganz"])

_TALK = re.compile(
    r"(?:angaben?|kritik|signale?|reaktion(?:en)?|stimmen|äußerung(?:en)?|meldung(?:en)?|bericht(?:e|en)?|erklärung(?:en)?"
    r"|forderung(?:en)?|vorw[uü]rf(?:e|en)?|drohung(?:en)?|widerstand|unterstützung|zusage(?:n)?|ankündigung(?:en)?"
    r"|befehl(?:e|en)?|anweisung(?:en)?|vorgabe(?:n)?|druck|warnung(?:en)?|sicht|vorschl[aä]g(?:e|en)?|zustimmung"
    r"|ablehnung|stellungnahme(?:n)?|aussage(?:n)?|appell(?:e)?|nachricht(?:en)?|hilfen?|antwort(?:en)?|lob|protest(?:e)?"
    r"|position(?:en)?|information(?:en)?|bestätigung|dementi)$"
)
"""What governments give out: with "aus" and a capital they are the government's."""

_TALKS_BETWEEN = re.compile(
    r"(?:gespräch|gespräche|gesprächen|verhandlung|verhandlungen|treffen|beziehung|beziehungen|verhältnis|streit|konflikt"
    r"|abkommen|austausch|dialog|krieg|spannungen|kontakt|kontakte|kontakten|vermittlung|vermitteln|vermittelt|vereinbarung"
    r"|einigung|deal|gefangenenaustausch|differenzen|vermittler|telefonat|diplomatie|kommunikation|allianz|bündnis)$"
)

_ON_GOVERNMENT = re.compile(
    r"(?:druck|einfluss|verlass|rücksicht|einwirkung|hoffnung|hoffnungen|wut|blick|abhängigkeit)$"
)
"""Nouns that go with "auf" and a government."""

_OF_A_TOWN = re.compile(
    r"(?:bürgermeister|bürgermeisters|bürgermeisterin|oberbürgermeister|straßen|straße|zentrum|zentrums|innenstadt|altstadt"
    r"|norden|süden|osten|westen|vorort|vororte|vororten|stadtteil|stadtteile|stadtteilen|stadtrand|bezirk|bezirke|bezirken"
    r"|flughafen|flughäfen|hafen|bahnhof|metro|u-bahn|einwohner|einwohnern|bewohner|bewohnern|umland|umgebung|nähe|himmel"
    r"|luftraum|fall|einnahme|eroberung|belagerung|verteidigung|verteidiger|bombardierung|beschuss|gouverneur|kilometer"
    r"|krankenhaus|krankenhäuser|krankenhäusern|wohngebiete|wohngebieten|kirchen|museen|stadtrat|stadtverwaltung"
    r"|militärverwaltung|polizei|feuerwehr|universität|theater|oper|teile|teilen|herzen|mitte|rand|außenbezirk"
    r"|außenbezirke|außenbezirken|randgebiet|randgebiete|randgebieten|stadtgebiet|gebiet|region|oblast|großraum)$"
)
"""What a town has and a government has not."""

_BEFALLS = re.compile(
    r"(?:angegriffen|beschossen|getroffen|bombardiert|erschüttert|evakuiert|eingekesselt|umzingelt|eingenommen|erobert"
    r"|attackiert|zerstört|befreit|besetzt|belagert|gefallen|verlassen|gelegen|entfernt|liegt|liegen|brennt|an"
    r"|einzunehmen|anzugreifen|einnehmen|erobern|angreifen|erreichen|erreicht|erreichten|verließ|verließen|verlässt)$"
)
"""Verbs and participles of what befalls a town: "Kiew wird angegriffen", "nahmen Kiew ein"."""

_STRIKES = re.compile(
    r"(?:greif(?:t|en|e)|griff(?:en)?|beschieß(?:t|en|e)|beschoss(?:en)?|attackier(?:t|en|te|ten)|bombardier(?:t|en|te|ten)"
    r"|triff(?:t)|treffen|traf(?:en)?|erschütter(?:t|n|te|ten)|erreich(?:t|en|te|ten)|verl(?:ässt|assen|ieß|ießen)"
    r"|besuch(?:t|en|te|ten)|erober(?:t|n|te|ten)|belager(?:t|n|te|ten)|evakuier(?:t|en|te|ten)|verteidig(?:t|en|te|ten))$"
)
"""Verbs that have a town as their object: "Drohnen treffen Kiew"."""

_SUFFERS = frozenset(["beschuss", "strom", "belagerung", "kontrolle", "feuer", "dauerbeschuss", "attacke"])


def role(candidate: Candidate, place: Place, around: Surroundings, inherited: PlaceRole | None) -> PlaceRole:
    """Tell what a place's name does; `inherited` is the role of the name that it goes on a list with."""
    if place.kind is PlaceKind.REGION or candidate.form is Form.ADJECTIVE or around.after == "-":
        return PlaceRole.LOCATION
    if place.kind is PlaceKind.CITY and place.reading is not Reading.CAPITAL:
        return PlaceRole.LOCATION
    governs = _genitive(around) if candidate.form is Form.GENITIVE else _governs(around, inherited)
    return PlaceRole.GOVERNMENT if governs else PlaceRole.LOCATION


def _genitive(around: Surroundings) -> bool:
    """Moskaus Angebot, die Verbündeten Moskaus; but Kiews Bürgermeister, das Zentrum Moskaus."""
    following = around.next().lower()
    if around.joined and around.next()[:1].isupper():
        return not _OF_A_TOWN.search(following)
    if around.joined and around.next(2)[:1].isupper() and following not in _STOPS:
        return not _OF_A_TOWN.search(around.next(2).lower())
    return not _OF_A_TOWN.search(around.previous())


_STOPS = frozenset(["und", "oder", "als", "wie", "in", "auf", "an", "bei", "mit", "zu", "für", "gegen", "nach", "von", "hat", "ist", "wird", "sind", "war", "wurde", "haben"])


def _governs(around: Surroundings, inherited: PlaceRole | None) -> bool:
    """Tell a bare name's role by the preposition before it, else by the verb beside it."""
    steps = 2 if around.previous() in _ARTICLES else 1
    word, head = around.previous(steps), around.previous(steps + 1)
    if settled(word):
        return False
    if inherited is not None and word not in _WHERE | _DEALING:
        return inherited is PlaceRole.GOVERNMENT
    if word in _DEALING:
        return _deals(word, head, around)
    if word == "aus":
        return bool(_TALK.search(head)) or around.next() == "heißt" or around.next() == "hieß"
    if word == "auf":
        return bool(_ON_GOVERNMENT.search(head))
    if word == "nach" and around.next().lower() in {"darstellung", "ansicht"}:
        return True
    if word in _WHERE:
        return False
    return _acts(word, around)


def _deals(word: str, head: str, around: Surroundings) -> bool:
    """Tell a role after a preposition that governments and towns share."""
    if word == "zwischen":
        return any(_TALKS_BETWEEN.search(one.lower()) for one in (*around.left[-6:], *around.right[:8]))
    if word == "von":
        nearby = _OF_A_TOWN.search(head) or head in _WHERE or settled(head)
        return not nearby and around.next() not in {"nach", "bis", "aus", "entfernt"}
    if word == "für":
        return head not in {"luftalarm", "ausgangssperre", "schlacht", "warnung"}
    if word == "an":
        return not head.endswith(("nähe", "nah", "grenze"))
    if word == "durch":
        return head.endswith("ung") or head.endswith("ion")
    return True


def _acts(word: str, around: Surroundings) -> bool:
    """Tell whether a name without a preposition acts: not where something strikes or befalls it."""
    if _STRIKES.search(word):
        return False
    if any(_STRIKES.search(one.lower()) for one in around.left[-4:]) and not around.right[:1]:
        return False
    after = [one.lower() for one in around.right[:9]]
    if after and _BEFALLS.search(after[0]):
        return False
    befallen = any(_BEFALLS.search(one) for one in after) and after[0] in _PASSIVES
    return not befallen and not (after[:1] and after[0] in _STATES and any(one in _SUFFERS for one in after))


_PASSIVES = frozenset(["wird", "wurde", "werde", "werden", "wurden", "sei", "ist", "war", "wäre", "worden"])
_STATES = frozenset(["steht", "liegt", "ist", "war", "bleibt", "sei", "stand", "lag"])
