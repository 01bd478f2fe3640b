"""Whether a text says that something could not be independently verified."""

from __future__ import annotations

from warticker.expressions import compiled

SENTENCE = compiled(r"[.!?\n]")
CHECKED = ("prüf", "verifi", "bestätig", "beleg", "nachvoll", "unabhängig", "neutral")
"""Stems of words for checking and independence, in lower case; a text without any cannot say so."""
CHECKED_STRICTLY = compiled(r"(?:über|nach)(?:zu)?prüf|gegenprüf|gegengeprüft|nachgeprüft|\bprüfen\b|verifi")
INDEPENDENT = compiled(r"\b(?:unabhängig|neutral|eigenständig|unparteiisch)")
DENIED = compiled(
    r"\b(?:nicht|kaum|nie|schwer|schwerlich|schwierig|unmöglich|kein\w*|weder|ohne|niemand|fehl\w+|mangels|ausgeschlossen|aus)\b"
)
ABILITY = compiled(
    r"\b(?:kann|können|könne|könnten?|konnten?|lass\w*|lässt|ließ\w*|ist|sind|war|waren|sei|seien|möglich)\b"
)
STATEMENT = compiled(
    r"\b(?:\w*angaben?|\w*berichte?n?|darstellung\w*|behauptung\w*|\w*meldung\w*|\w*information\w*|aussagen?|vorw[uü]rfe?n?|schilderung\w*|zahlen|aufnahmen"
    r"|videos?|bilder|echtheit|authentizität|wahrheitsgehalt"
    r"|(?:das|dies|eine überprüfung) (?:lässt|ließ|war|ist|konnte|kann|nicht))\b"
)
OUTRIGHT = compiled(
    r"\bun(?:über)?prüfbar|\bungeprüft"
    r"|\bkein\w* (?:unabhängig|neutral)\w* (?:angabe|bericht|information|quelle|erkenntnis|beweis|nachweis)"
)
"""Words that say so by themselves."""


def unverified(text: str) -> bool:
    """Whether a sentence of the text says so, in one of the ways that German news says it."""
    plain = text.lower()
    if not any(stem in plain for stem in CHECKED):
        return False
    return any(denies_a_check(sentence) for sentence in SENTENCE.split(plain))


def denies_a_check(sentence: str) -> bool:
    """Whether a lowercase sentence says that verification was not possible, or was not done."""
    held = [stem for stem in CHECKED if stem in sentence]
    if not held:
        return False
    if OUTRIGHT.search(sentence):
        return True
    if not DENIED.search(sentence) or all(stem in ("unabhängig", "neutral") for stem in held):
        return False
    if INDEPENDENT.search(sentence):
        return True
    strictly = CHECKED_STRICTLY.search(sentence)
    return bool(strictly and STATEMENT.search(sentence) and ABILITY.search(sentence))
