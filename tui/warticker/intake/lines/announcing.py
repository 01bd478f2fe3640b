"""How pages say what they are: a ticker, the lead or the overview above one, a note on how it reports."""

from __future__ import annotations

import re

from warticker.expressions import compiled

SERIES = compiled(
    r"(?:ticker|blog)s?\b|"
    r"\blive\b|\bnews-?update\b|\baktuelles\b|\bdirect\b",
    re.IGNORECASE,
)
"""What pages call a ticker."""
TICKER = compiled(r"(?:ticker|blog)s?\b", re.IGNORECASE)
"""What calls itself a ticker, or speaks of one."""
LIVE = compiled(r"\b(?:live|news)[- ]?(?:ticker|blog)", re.IGNORECASE)
"""What only the page of a ticker calls itself."""
_NEWS = (
    r"\b(?:Die|Alle|Aktuelle|(?:die )?(?:neu|neues|neuest|wichtigst)e[ns]?) (?:Nachrichten|News|Neuigkeiten|Infos?|"
    r"Informationen|Meldungen) (?:zum|zur|aus|rund|des|vom|im|in)\b|\bNachrichten (?:zum|zur|rund)\b"
)
NAME = compiled(rf"(?:ticker|blog)s?\b|{_NEWS}", re.IGNORECASE)
"""What names a page and no entry: its series, or what its news are of."""
LEAD = compiled(
    r"(?:ticker|blog)s?\b|\bEntwicklungen\b|\bim (?:Minuten-?)?Protokoll\b|\bin der (?:Chronik|Chronologie)\b|"
    r"\baktuelle Lage\b|\b(?:Über|Rück)blick\b|"
    rf"\bauf einen Blick\b|\bauf dem Laufenden\b|{_NEWS}|\bDie News\b|\b[Ll]esen Sie\b|"
    r"\bhier finden Sie\b|\bfinden Sie hier\b|\b(?:versorg|informier)\w+ (?:wir )?(?:Sie|euch|dich)\b",
    re.IGNORECASE,
)
"""What the lead of a ticker's page has, which tells what the page is."""
OVERVIEW = compiled(
    r"(?:Das (?:Wichtigste|Wesentliche)|Die wichtigsten)\b.*|"
    r"Wichtige (?:Entwicklungen|Ereignisse|Meldungen|Nachrichten|Punkte|Infos)\b.*|"
    r".*\bim Überblick:?|.*\bin Kürze:?|Inhalt:?|Übersicht:?",
    re.IGNORECASE,
)
"""A line, the whole of it, below which a page sums up what its entries tell."""

_NOTE = tuple(
    compiled(words, re.IGNORECASE)
    for words in (
        r"\b(?:Berichterstattung|Angaben|Informationen|Quellen|Meldungen)\b",
        r"\bunabhängig",
        r"\b(?:(?:über|nach)?prüf|verifizier|bestätig)",
    )
)
"""What a note has, in this order, that what the page reports cannot be checked."""


def is_note(text: str) -> bool:
    """Whether a text notes that what the page reports cannot be checked."""
    start = 0
    for words in _NOTE:
        match = words.search(text, start)
        if match is None:
            return False
        start = match.end()
    return True
