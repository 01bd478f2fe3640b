"""The role of a place's name in its sentence: the place, or those who govern there.

German uses a capital's name for its government as a subject ("Moskau weist zurück"), after verbs and prepositions of
dealing ("mit Kiew verhandeln", "laut Moskau"), in the genitive of what governments have ("Moskaus Angebot"), and beside
nouns of talk and envoys ("Gespräche zwischen Kiew und Moskau", "die Kiewer Delegation"). After prepositions of place it
means the place.
"""

from __future__ import annotations

from warticker.annotate.language.function_words import ARTICLES, PREPOSITIONS, VERBS
from warticker.annotate.places.gazetteer import CAPITAL, CITY, REGION, Place
from warticker.annotate.places.names import ADJECTIVE, GENITIVE
from warticker.annotate.places.no_places import LOCAL
from warticker.annotate.places.surroundings import Candidate
from warticker.annotate.places.words import any_on_list, is_region, is_settlement, on_list
from warticker.model import PlaceRole

LOCATION, GOVERNMENT = PlaceRole

_WHERE = LOCAL | {
    *("im", "beim", "vor", "hinter", "über", "unter", "neben", "rund", "innerhalb", "außerhalb", "ganz", "entlang"),
    *("auf", "zum", "zur", "vom", "ins", "dort", "hier"),
}
"""Prepositions of place."""

_DEALING = frozenset(
    {
        "mit", "gegen", "an", "zu", "laut", "gegenüber", "seitens", "ohne", "wegen", "trotz", "dank", "zwischen",
        "von", "für", "zufolge", "so", "durch", "gemeinsam",
    }
)  # fmt: skip
"""Prepositions after which a capital is mostly its government."""

_BESIDE_A_BORDER = frozenset({"zu", "zur", "zum", "der", "des", "mit", "die", "an"})
_PASSIVES = frozenset(
    {"wird", "wurde", "werde", "werden", "wurden", "würde", "würden", "worden", "sei", "ist", "war", "zu"}
)
_FINITE = frozenset(
    {"sei", "habe", "wolle", "werde", "müsse", "könne", "dürfe", "solle", "hat", "will", "wird", "hatte"}
)
_JOINING = frozenset("-–")
"""Signs between the ends of a route: die Strecke Kiew–Lwiw."""
_COMPASS = ("Nord", "Süd", "Ost", "West", "Zentral")
"""Prefixes that make a country's name a part of it: Ostukraine."""
_PARTICLES = (["an"], ["ein"], ["zu"])
_FUSED = frozenset({"im", "beim", "vom", "ins"})
"""Prepositions contracted with an article, which a town has only before attributes."""
_ON_THE_WAY = frozenset({"nach", "bis", "aus", "entfernt", "entfernte", "entfernten", "in", "über"})
"""Words after the start of a route: von Kiew nach Lwiw, von Kiew aus."""
_EXTENDED = 7
"""How many words before a name they may be."""
_LONGEST_OBJECT = 4
"""The most words of what an act is done to: die Annexion [der Halbinsel Krim] durch Moskau."""
_RANKS = frozenset({"Regierende", "Regierender", "Regierenden", "Erste", "Erster", "Zweite", "Zweiter"})
_MINOR = PREPOSITIONS | VERBS | {"und", "oder", "als", "wie", "hat", "ist", "wird", "sind", "war", "sei"}
"""Words that end a noun phrase."""


def role(candidate: Candidate, place: Place, inherited: PlaceRole | None) -> PlaceRole:
    """The role of a place's name; `inherited` is the role of the list that it continues."""
    if place.kind is REGION or _JOINING & {candidate.before, candidate.after}:
        return LOCATION
    if place.kind is CITY and place.reading is not CAPITAL:
        return LOCATION
    if candidate.name.form is ADJECTIVE:
        return GOVERNMENT if _is_of_a_government(candidate.next()) else LOCATION
    if candidate.name.spelled != place.name and candidate.name.spelled.startswith(_COMPASS):
        return LOCATION
    if candidate.name.form is GENITIVE:
        return GOVERNMENT if _genitive(candidate) else LOCATION
    return GOVERNMENT if _governs(candidate, _steps(candidate, place), inherited) else LOCATION


def _steps(candidate: Candidate, place: Place) -> int:
    """How many words before the name its preposition is: three in "in der gesamten Ukraine"."""
    # A town has no article: "der Plan, über den Kiew berät" means the government.
    if candidate.word in ARTICLES and place.kind is not CITY:
        return 2
    if candidate.word.endswith(("e", "en")) and (steps := _attributive(candidate.left)):
        return steps
    described = candidate.left[-1:] == [candidate.word] and candidate.word.endswith(("e", "en"))
    return 3 if described and candidate.previous(2) in ARTICLES and place.kind is not CITY else 1


def _attributive(left: list[str]) -> int:
    """How many words before a town's name its preposition is, with attributes between them; 0 without any.

    Im fernen Moskau, im seit Monaten von Truppen belagerten Kiew; not: Im Streit fordern Kiew und Moskau viel.
    """
    for steps, one in enumerate(reversed(left[-_EXTENDED:]), 1):
        if one.lower() in _FUSED:
            attributes = left[len(left) - steps + 1 :]
            return steps if attributes[0] in PREPOSITIONS or all(map(str.islower, attributes)) else 0
    return 0


def _genitive(candidate: Candidate) -> bool:
    """Moskaus Angebot, die Verbündeten Moskaus; but Kiews Bürgermeister, das Zentrum Moskaus."""
    if on_list(candidate.word, "belongings"):
        return False
    right = candidate.right if candidate.following else []
    for following in right[:3]:
        if following[:1].isupper() and following not in _RANKS:
            return not on_list(following, "belongings")
        if following in _MINOR or following == ",":
            break
    return True


def _governs(candidate: Candidate, steps: int, inherited: PlaceRole | None) -> bool:
    """A bare name's role by the preposition some steps before it, else by the verb beside it."""
    word = candidate.previous(steps)
    if is_settlement(word) or is_region(word):
        return False
    if candidate.opens_a_report or candidate.is_gloss or _borders(candidate):
        return False
    if inherited is not None and word == "," and candidate.next() in _FINITE:
        return _acts(word, candidate)
    if inherited is not None and word not in _WHERE:
        return inherited is GOVERNMENT
    if word in _DEALING:
        return _deals(word, steps, candidate)
    if word == "aus":
        head = candidate.previous(steps + 1)
        return head == "es" or on_list(head, "announcements") or _is_of_a_government(head) or _is_heard_of(candidate)
    if word == "auf":
        return any_on_list((candidate.previous(steps + 1), candidate.next()), "leverage")
    if word in _WHERE or on_list(word, "belongings"):
        return False
    return _acts(word, candidate)


def _is_of_a_government(noun: str) -> bool:
    """Whether somebody governs a country or speaks for those who do: not a Stadtregierung."""
    return on_list(noun, "envoys") and not on_list(noun, "belongings")


def _is_heard_of(candidate: Candidate) -> bool:
    """Whether a government makes a statement: aus Kiew heißt es, aus Kiew kam Kritik; not: der aus Kiew kam."""
    if on_list(candidate.next(), "comes"):
        return _has_object(candidate.right[1:])
    return on_list(candidate.next(), "heard")


def _deals(word: str, steps: int, candidate: Candidate) -> bool:
    """The role after a preposition, some words before the name, that both governments and towns take."""
    head = candidate.previous(steps + 1)
    if word == "zwischen":
        return not any_on_list(candidate.left[-6:], "ways")
    if word == "von":
        return _by(head, candidate)
    if word == "für":
        return not on_list(head, "alerts")
    if word == "gegen":
        return not on_list(head, "campaigns")
    if word == "durch":
        return _is_done(candidate.left[:-steps])
    return True


def _is_done(left: list[str]) -> bool:
    """Whether words before "durch" are an act, which is a government's: die Annexion der Krim; not: das Gas."""
    for one in left[: -_LONGEST_OBJECT - 2 : -1]:
        if one.endswith(("ung", "ungen", "ion", "ionen")) or on_list(one, "campaigns"):
            return True
        if (one in _MINOR and one != "von") or on_list(one, "ways"):
            return False
    return False


def _by(head: str, candidate: Candidate) -> bool:
    """The role after "von": "von Moskau angeworben" and "abhängig von Moskau", but "Fernsehturm von Kiew"."""
    if on_list(head, "belongings") or not _ON_THE_WAY.isdisjoint(candidate.right[:1]):
        return False
    noun = len(candidate.left) > 1 and candidate.left[-2][:1].isupper() and head not in ARTICLES
    return not noun or not _PASSIVES.isdisjoint(candidate.right)


def _borders(candidate: Candidate) -> bool:
    """Whether a country is named as a location: "an der Grenze zur Ukraine", "das benachbarte Polen"."""
    if candidate.word.startswith(("benachbart", "nachbar")):
        return True
    if candidate.word not in _BESIDE_A_BORDER:
        return False
    return candidate.next().startswith("grenz") or any(
        "grenz" in one.lower() or one.startswith("Nachbar") for one in candidate.left[-3:]
    )


def _has_object(right: list[str]) -> bool:
    """Whether a noun without preposition follows: the object of what the name does."""
    for one in right:
        if one[:1].isupper():
            return True
        if one in _MINOR or one == ",":
            return False
    return False


def _befalls(after: list[str]) -> bool:
    """Whether the words after a name say what is done to it: Kiew einzunehmen; not: Kiew verteidigt sich."""
    done = after[1:2] if after[0] in {"zu", "nicht"} else after[:1]
    return any_on_list(done, "inflicted") or (any_on_list(done, "suffered") and after[1:2] != ["sich"])


def _acts(word: str, candidate: Candidate) -> bool:
    """Whether a name without preposition acts: not if something strikes or happens to it."""
    if not candidate.word and candidate.is_where:
        return False
    if on_list(candidate.previous(2) if word == "auch" else word, "strikes"):
        # Behind the verb of a sentence that a preposition begins stands its subject: mit Drohnen greift Moskau an.
        return _has_object(candidate.right) or candidate.left[0].lower() in PREPOSITIONS
    after = [one.lower() for one in candidate.right[:9]]
    if not after:
        # What a clause ends with is struck: Raketen trafen in der Nacht auch Kiew.
        return not any_on_list(candidate.left, "strikes")
    if after[0] not in VERBS and any_on_list(after[:4], "left"):
        return False
    if after[0] in PREPOSITIONS and any_on_list(candidate.right[1:5], "plights"):
        return False
    if _befalls(after) and not _has_object(candidate.right[1:]):
        return False
    if after in _PARTICLES or any_on_list(after[:4], "venues") or "näher" in after[:3]:
        return False
    passive = word in _PASSIVES or after[0] in _PASSIVES
    return not passive or not any_on_list(after, "suffered")
