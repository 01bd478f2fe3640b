"""What a place's name does in its sentence: name the place, or stand for those who govern there.

German uses a capital's name for its government as a subject ("Moskau weist zurück"), after verbs and prepositions of
dealing ("mit Kiew verhandeln", "laut Moskau"), in the genitive of what governments have ("Moskaus Angebot"), and beside
words of talk ("Gespräche zwischen Kiew und Moskau"). After prepositions of place it names the place.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from warticker.annotate.gazetteer import CAPITAL, CITY, REGION, Place
from warticker.annotate.place_context import ends_in, is_in_its_country, settled
from warticker.annotate.place_names import ADJECTIVE, GENITIVE
from warticker.annotate.place_surroundings import Candidate
from warticker.model import PlaceRole

LOCATION, GOVERNMENT = PlaceRole

_WHERE = frozenset(
    {
        "in", "im", "bei", "beim", "nahe", "um", "vor", "hinter", "bis", "über", "unter", "neben", "nördlich",
        "südlich", "östlich", "westlich", "nordöstlich", "nordwestlich", "südöstlich", "südwestlich", "unweit",
        "richtung", "gen", "rund", "raum", "ab", "innerhalb", "außerhalb", "ganz", "nach", "entlang", "aus", "auf",
        "zum", "vom", "dort", "hier",
    }
)  # fmt: skip
"""Words of place before a name."""

_DEALING = frozenset(
    {
        "mit", "gegen", "an", "zu", "laut", "gegenüber", "seitens", "ohne", "wegen", "trotz", "dank", "zwischen",
        "von", "für", "zufolge", "so", "durch", "gemeinsam",
    }
)  # fmt: skip
"""Prepositions after which a capital is mostly its government."""

_talk = ends_in(
    "angabe", "angaben", "kritik", "signal", "signale", "signalen", "reaktion", "reaktionen", "stimme", "stimmen",
    "äußerung", "äußerungen", "meldung", "meldungen", "bericht", "berichte", "berichten", "erklärung", "erklärungen",
    "forderung", "forderungen", "vorwurf", "vorwürfe", "vorwürfen", "drohung", "drohungen", "widerstand",
    "unterstützung", "zusage", "zusagen", "ankündigung", "ankündigungen", "befehl", "befehle", "befehlen",
    "anweisung", "anweisungen", "vorgabe", "vorgaben", "druck", "warnung", "warnungen", "sicht", "vorschlag",
    "vorschläge", "vorschlägen", "zustimmung", "ablehnung", "stellungnahme", "stellungnahmen", "aussage", "aussagen",
    "appell", "appelle", "antwort", "antworten", "lob", "protest", "proteste", "position", "positionen",
    "bestätigung", "dementi", "anfrage", "anfragen", "absage", "worte", "rufe", "hilfe", "hilfen", "garantie",
    "garantien", "darstellung", "darstellungen", "einschätzung", "einschätzungen", "lesart", "heißt", "hieß",
    "verlautet", "kommt", "kommen",
)  # fmt: skip
"""What governments give out: "Kritik aus Moskau" is the government's."""

_talks = ends_in(
    "gespräch", "gespräche", "gesprächen", "gesprächs", "verhandlung", "verhandlungen", "treffen", "treffens",
    "beziehung", "beziehungen", "verhältnis", "streit", "konflikt", "abkommen", "austausch", "dialog", "krieg",
    "spannungen", "kontakt", "kontakte", "kontakten", "vermittlung", "vermitteln", "vermittelt", "vermittele",
    "vereinbarung", "einigung", "deal", "differenzen", "vermittler", "telefonat", "diplomatie", "kommunikation",
    "allianz", "bündnis", "partnerschaft", "freundschaft", "rivalität", "kräftemessen", "misstrauen", "vertrauen",
    "annäherung", "gefangenenaustausche", "kooperation", "zusammenarbeit", "pakt", "frieden", "waffenruhe",
    "feuerpause", "waffenstillstand", "schlagabtausch", "vertrag", "vertrags",
)  # fmt: skip
"""What governments have between them."""

_pressed = ends_in(
    "druck", "einfluss", "verlass", "rücksicht", "hoffnung", "hoffnungen", "wut", "abhängigkeit", "einwirken",
    "kritik", "verlassen", "einzuwirken", "berufung",
)  # fmt: skip
"""Nouns that go with "auf" and a government."""

_has_a_town = ends_in(
    "bürgermeister", "bürgermeisters", "bürgermeisterin", "straßen", "straße", "zentrum", "zentrums", "innenstadt",
    "altstadt", "norden", "süden", "osten", "westen", "vorort", "vororte", "vororten", "bezirk", "bezirke", "bezirken",
    "flughäfen", "flughafens", "hafen", "bahnhof", "u-bahn", "einwohner", "einwohnern", "einwohnerin", "bewohner",
    "bewohnern", "bewohnerin", "umgebung", "luftraum", "einnahme", "eroberung", "belagerung", "verteidiger",
    "verteidigung", "bombardierung", "beschuss", "gouverneur", "kilometern", "krankenhaus", "krankenhäuser",
    "krankenhäusern", "kirche", "kirchen", "museen", "stadtrat", "feuerwehr", "universität", "theater", "gebiet",
    "region", "oblast", "stadtmauern", "börse", "partnerstadt", "dächer", "bahnhöfe", "rathaus", "gemeinde",
    "botschaft", "botschafter", "bischof", "klinik", "kliniken", "hotel", "hotels", "gericht", "gerichts", "studio",
    "anstalt", "instituts", "institut", "redaktion", "polizei", "staatsanwaltschaft", "bahnhofs", "turm", "turms",
    "marktes", "markt", "senatorin", "senatorinnen", "einkreisung", "umzingelung", "verwaltung", "verlassen", "gebiete",
    "gebieten", "territorium", "küste", "küsten", "flagge", "grenze", "grenzen", "städte", "städten", "dörfer",
    "dörfern", "evakuierung", "schule", "schulen", "flüchtlingen", "land", "großteil", "landesteil", "landesteils",
    "landesteile", "landesteilen", "bürger", "bürgern", "bürgerinnen", "bevölkerung", "versorgung", "infrastruktur",
    "verkehr", "haushalte", "häuser", "häusern", "wohnungen", "viertel", "viertels", "stadtteil", "stadtteile",
    "stadtteilen", "brücke", "brücken", "zerstörung", "befreiung", "umland", "vorstädte", "schutzräume", "keller",
    "stationen", "restaurants", "geschäfte",
)  # fmt: skip
"""What a town has and a government has not."""

_BELONGS_TO_A_TOWN = frozenset(
    {
        "metro", "nähe", "himmel", "fall", "meter", "oper", "teil", "teile", "teilen", "herzen", "mitte", "rand",
        "tor", "tore", "toren", "zugang", "menschen", "messe", "uni", "zoo", "büro", "boden", "fahrt", "reise",
        "kreml",
    }
)  # fmt: skip
"""The same, where other words end alike: Direktor, Überfall, Urteil."""

_is_war = ends_in(
    "krieg", "kriegs", "krieges", "kriege", "angriff", "angriffs", "angriffe", "angriffen", "überfall", "überfalls",
    "invasion", "aggression", "offensive", "feldzug", "feldzugs", "beschuss", "schlag", "schläge", "schlägen",
)  # fmt: skip
"""What is waged on the ground of those that it is against, and by those through whom it is."""

_befalls = ends_in(
    "angegriffen", "besucht", "beschossen", "getroffen", "bombardiert", "erschüttert", "evakuiert", "eingekesselt",
    "umzingelt", "eingenommen", "erobert", "attackiert", "zerstört", "befreit", "besetzt", "belagert", "verlassen",
    "gelegen", "entfernt", "liegt", "liegen", "lägen", "brennt", "einzunehmen", "anzugreifen", "einnehmen", "erobern",
    "angreifen", "erreichen", "erreicht", "erreichten", "verließ", "verließen", "verlässt", "beschossenen",
    "belagerten", "umkämpften", "fallen", "gebracht", "gereist", "angekommen", "einzukesseln", "einkesseln",
    "umstellen", "umzingeln", "verteidigen", "verteidigt", "bombardieren", "beschießen", "attackieren", "zerstören",
    "besuchen",
)  # fmt: skip
"""Verbs and participles of what befalls a town: "Kiew wird angegriffen"."""

_strikes = ends_in(
    "greift", "überzieht", "überziehen", "überzog", "überzogen", "greifen", "greife", "griff", "griffen", "beschießt",
    "beschießen", "beschieße", "beschoss", "beschossen", "attackiert", "attackieren", "attackierte", "attackierten",
    "bombardiert", "bombardieren", "bombardierte", "bombardierten", "trifft", "treffen", "traf", "trafen",
    "erschüttert", "erschüttern", "erschütterte", "erschütterten", "erreicht", "erreichen", "erreichte", "erreichten",
    "verlässt", "verließ", "verließen", "besuchte", "besuchten", "besucht", "besuchen", "erobert", "erobern",
    "eroberte", "belagert", "belagern", "evakuiert", "evakuieren", "verteidigt", "verteidigen", "verteidigte",
    "umzingelt", "umzingeln", "kreist", "kreisen", "umstellt", "umstellen", "beschädigt", "beschädigen",
    "beschädigten", "unser", "unsere", "unserem", "mein",
)  # fmt: skip
"""Verbs that have a town as their object: "Drohnen treffen Kiew"."""

_LIVES = frozenset(
    {
        "erlebt", "erlebte", "erstarrt", "erstarrte", "versinkt", "versank", "leidet", "litt", "gleicht", "glich",
        "bebt", "bebte", "zittert", "zitterte", "erwacht", "erwachte", "wirkt", "wirkte", "brannte",
    }
)  # fmt: skip
"""What befalls a town and no government: "Kiew erstarrt"."""

_TIMES = frozenset(
    {
        "Anfang", "Mitte", "Ende", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonnabend",
        "Sonntag",
    }
)  # fmt: skip
_STEERED = ("gesteuert", "gelenkt", "finanziert", "koordiniert", "befohlen", "geleitet")
_LEFT = frozenset({"verlassen", "verließen", "erreichen", "erreichten", "einreisen", "ausreisen"})
"""What people do with a country."""
_BESIDE_A_BORDER = frozenset({"zu", "zur", "zum", "der", "des", "mit", "die", "an"})
_IS_HEARD = frozenset({"heißt", "hieß", "kommt", "kam", "verlautet", "verlautete"})
_TOWNS_AFTER_FOR = frozenset({"luftalarm", "ausgangssperre", "schlacht", "warnung", "gefahr", "kampf", "kämpfe"})
_ARTICLES = frozenset({"der", "die", "das", "den", "dem", "des"})
_PASSIVES = frozenset({"wird", "wurde", "werde", "werden", "wurden", "worden", "sei", "ist", "war", "zu"})
_HAVE = frozenset({"hat", "habe", "haben", "hatte", "hatten", "hätten", "will", "wolle", "wollen"})
_STRIKERS = frozenset(
    {
        "Russland", "Moskau", "Ukraine", "Armee", "Truppen", "Streitkräfte", "Militär", "Russen", "Ukrainer",
        "Luftwaffe", "Feind", "Soldaten", "Drohnen", "Raketen", "Flotte", "Artillerie",
    }
)  # fmt: skip
"""Who has struck the town that follows: "Russland hat Kiew mit Raketen angegriffen"."""
_FINITE = frozenset(
    {"sei", "habe", "wolle", "werde", "müsse", "könne", "dürfe", "solle", "hat", "will", "wird", "hatte"}
)
_COMPASS = ("Nord", "Süd", "Ost", "West", "Zentral")
"""What makes a country's name a part of it: Ostukraine."""
_STATES = frozenset({"steht", "liegt", "ist", "war", "bleibt", "sei", "stand", "lag", "sind", "waren"})
_VENUES = frozenset({"ort", "treffpunkt", "austragungsort", "tagungsort", "gastgeber", "schauplatz", "standort"})
_PARTICLES = (["an"], ["ein"], ["zu"])
_RANKS = frozenset({"Regierende", "Regierender", "Regierenden", "Erste", "Erster", "Zweite", "Zweiter"})
_SUFFERS = frozenset(
    {"beschuss", "strom", "belagerung", "kontrolle", "feuer", "dauerbeschuss", "heizung", "wasser", "schock"}
)
_MINOR = frozenset(
    {
        "und", "oder", "als", "wie", "in", "auf", "an", "bei", "mit", "zu", "für", "gegen", "nach", "von", "hat", "ist",
        "wird", "sind", "war", "wurde", "haben", "am", "im", "um", "aus", "sei", "habe", "bis", "über", "vor", "ab",
    }
)  # fmt: skip
"""Words that end a noun phrase."""


def role(candidate: Candidate, place: Place, inherited: PlaceRole | None) -> PlaceRole:
    """Tell what a place's name does; `inherited` is the role of the name that it goes on a list with."""
    if place.kind is REGION or candidate.name.form is ADJECTIVE or candidate.after == "-":
        return LOCATION
    if place.kind is CITY and place.reading is not CAPITAL:
        return LOCATION
    if candidate.name.spelled != place.name and candidate.name.spelled.startswith(_COMPASS):
        return LOCATION
    if candidate.name.form is GENITIVE:
        return GOVERNMENT if _genitive(candidate) else LOCATION
    # A town has no article: "der Plan, über den Kiew berät" is of who governs.
    steps = 2 if candidate.word in _ARTICLES and place.kind is not CITY else 1
    return GOVERNMENT if _governs(candidate, steps, inherited) else LOCATION


def _genitive(candidate: Candidate) -> bool:
    """Moskaus Angebot, die Verbündeten Moskaus; but Kiews Bürgermeister, das Zentrum Moskaus."""
    if _of_a_town(candidate.word):
        return False
    right = candidate.right if candidate.following else []
    for number, following in enumerate(right[:3]):
        if following[:1].isupper() and following not in _RANKS:
            # "Berlins Jugend- und Familiensenatorin": the last of two says what they are.
            joined = right[number + 2 : number + 3] if right[number + 1 : number + 2] == ["und"] else []
            return not any(_of_a_town(one.lower()) for one in (following, *joined))
        if following in _MINOR or following == ",":
            break
    return True


@lru_cache(maxsize=4096)
def _of_a_town(word: str) -> bool:
    """Say whether a word in small letters is for what a town has, as `Bürgermeister` and `Tor` are."""
    return word in _BELONGS_TO_A_TOWN or _has_a_town(word)


def _governs(candidate: Candidate, steps: int, inherited: PlaceRole | None) -> bool:
    """Tell a bare name's role by the preposition that stands some steps before it, else by the verb beside it."""
    word = candidate.word if steps == 1 else candidate.previous(2)
    if settled(word) or is_in_its_country(candidate):
        return False
    if candidate.opens_a_report or candidate.is_gloss or _borders(candidate):
        return False
    if inherited is not None and word == "," and candidate.next() in _FINITE:
        return _acts(word, candidate)
    if inherited is not None and word not in _WHERE and word not in _DEALING:
        return inherited is GOVERNMENT
    if word == "um":
        return any(zu == "zu" and verb in _DONE_TO_A_STATE for zu, verb in pairwise(candidate.right))
    if word == "zur":
        return _talks(candidate.previous(2))
    if word in _DEALING:
        return _deals(word, candidate.previous(steps + 1), candidate)
    if word == "aus":
        head = candidate.previous(steps + 1)
        return _talk(head) or head == "es" or candidate.next() in _IS_HEARD or candidate.next().startswith(_STEERED)
    if word == "auf":
        return _pressed(candidate.previous(steps + 1)) or candidate.next() == "Druck"
    if word == "nach":
        return candidate.next().lower() in {"darstellung", "ansicht", "angaben"}
    if word in _WHERE or _of_a_town(word):
        return False
    return _acts(word, candidate)


def _deals(word: str, head: str, candidate: Candidate) -> bool:
    """Tell a role after a preposition that governments and towns share."""
    if word == "zwischen":
        return any(_talks(one.lower()) for one in (*candidate.left[-6:], *candidate.right[:8]))
    if word == "von":
        return _by(head, candidate)
    if word == "für":
        return head not in _TOWNS_AFTER_FOR
    if word == "an":
        return not head.endswith(("nah", "grenze", "näher"))
    if word == "gegen":
        return not _is_war(head)
    if word == "durch":
        return head.endswith(("ung", "ungen", "ion", "ionen")) or _is_war(head)
    return word != "so" or not candidate.right


_IS_DONE = re.compile(r"(?:(?:an|auf|aus|ein|unter|zu)?ge|be|ver|er|zer|ent)\w+t(?:en?|er|es|em)|\w+ierte[nrsm]?")
"""A participle before its noun: von Kiew kontrollierte Gebiete."""


def _by(head: str, candidate: Candidate) -> bool:
    """Tell a role after "von": "von Moskau angeworben" and "abhängig von Moskau", but "Fernsehturm von Kiew"."""
    if _IS_DONE.fullmatch(candidate.next()):
        return True
    if _of_a_town(head) or head in _WHERE or settled(head) or candidate.next() in _ON_THE_WAY:
        return False
    noun = len(candidate.left) > 1 and candidate.left[-2][:1].isupper() and head not in _ARTICLES
    return not noun or _talk(head) or _pressed(head) or not _PASSIVES.isdisjoint(candidate.right)


_DONE_TO_A_STATE = frozenset(
    {
        "unterstützen", "helfen", "überzeugen", "zwingen", "drängen", "bewegen", "schwächen", "warnen", "stärken",
        "isolieren", "provozieren", "besänftigen", "beschwichtigen", "bestrafen", "sanktionieren", "beliefern",
        "schaden", "entlasten", "erpressen", "diskreditieren", "verärgern", "belohnen", "beruhigen", "gewinnen",
    }
)  # fmt: skip
"""What one does to who governs: "um Moskau zu unterstützen", but "um Moskau zu verlassen"."""

_ON_THE_WAY = frozenset({"nach", "bis", "aus", "entfernt", "in", "über"})


def _borders(candidate: Candidate) -> bool:
    """Tell whether a country is named for where it lies: "an der Grenze zur Ukraine", "das benachbarte Polen"."""
    if candidate.word.startswith(("benachbart", "nachbar")):
        return True
    if candidate.word not in _BESIDE_A_BORDER:
        return False
    return any("grenz" in one.lower() or one.startswith("Nachbar") for one in candidate.left[-3:])


def _is_left(right: list[str]) -> bool:
    """Tell whether people leave or reach the place, with nothing but adverbs between: "Russland sofort verlassen"."""
    for one in right[:4]:
        if one in _LEFT:
            return True
        if one[:1].isupper() or one in _FINITE:
            return False
    return False


def _has_object(right: list[str]) -> bool:
    """Tell whether a noun follows that no preposition governs: the name's verb does something to it."""
    for one in right:
        if one[:1].isupper():
            return one not in _TIMES
        if one in _MINOR or one == ",":
            return False
    return False


def _acts(word: str, candidate: Candidate) -> bool:
    """Tell whether a name without a preposition acts: not where something strikes or befalls it."""
    if not candidate.word and candidate.is_where:
        return False
    if _strikes(word):
        return _has_object(candidate.right)
    after = [one.lower() for one in candidate.right[:9]]
    if not after:
        return not any(_strikes(one.lower()) for one in candidate.left[-4:])
    if _is_left(candidate.right):
        return False
    if _befalls(after[0]) and not _has_object(candidate.right[1:]):
        return False
    if after in _PARTICLES or after[0] in _LIVES or not _VENUES.isdisjoint(after[:4]) or "näher" in after[:3]:
        return False
    passive = word in _PASSIVES or after[0] in _PASSIVES
    struck = word in _HAVE and not _STRIKERS.isdisjoint(candidate.left[-2:-1])
    if (passive or struck) and any(map(_befalls, after)):
        return False
    return after[0] not in _STATES or not any(one in _SUFFERS for one in after)
