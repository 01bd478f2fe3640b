"""Whether a text says that something could not be checked independently."""

from __future__ import annotations

import re

SENTENCE = re.compile(r"[.!?\n]")
CHECKED = re.compile(r"(?i)(?:prüf|verifi|bestätig|beleg|nachvoll)")
"""The words for checking and confirming."""
CHECKED_STRICTLY = re.compile(r"(?i)(?:über|nach)(?:zu)?prüf|gegenprüf|gegengeprüft|nachgeprüft|\bprüfen\b|verifi")
INDEPENDENT = re.compile(r"(?i)\b(?:unabhängig|neutral|eigenständig|unparteiisch)")
DENIED = re.compile(
    r"(?i)\b(?:nicht|kaum|nie|schwer|schwerlich|schwierig|unmöglich|kein\w*|weder|ohne|niemand|fehl\w+|mangels|ausgeschlossen|aus)\b"
)
ABILITY = re.compile(
    r"(?i)\b(?:kann|können|könne|könnten?|konnten?|lass\w*|lässt|ließ\w*|ist|sind|war|waren|sei|seien|möglich)\b"
)
STATEMENT = re.compile(
    r"(?i)\b(?:\w*angaben?|\w*berichte?n?|darstellung\w*|behauptung\w*|\w*meldung\w*|\w*information\w*|aussagen?|vorw[uü]rfe?n?|schilderung\w*|zahlen|aufnahmen"
    r"|videos?|bilder|echtheit|authentizität)\b"
)
OUTRIGHT = re.compile(r"(?i)\bun(?:über)?prüfbar|\bungeprüft|\bkein\w* (?:unabhängig|neutral)\w*")
"""What says it without more."""


def unverified(text: str) -> bool:
    """Whether a sentence of the text says so, in one of the ways that German news says it."""
    return any(denies_a_check(sentence) for sentence in SENTENCE.split(text))


def denies_a_check(sentence: str) -> bool:
    """Whether a sentence says that a check was not possible or has not been made."""
    if OUTRIGHT.search(sentence):
        return True
    if not CHECKED.search(sentence) or not DENIED.search(sentence):
        return False
    if INDEPENDENT.search(sentence):
        return True
    strictly = CHECKED_STRICTLY.search(sentence)
    return bool(strictly and STATEMENT.search(sentence) and ABILITY.search(sentence))
