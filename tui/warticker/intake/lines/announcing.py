"""How pages describe themselves: a ticker, the lead or the overview above one, a note on how it reports."""

from __future__ import annotations

import re

from warticker.expressions import compiled

SERIES = compiled(
    r"(?:ticker|blog)s?\b|"
    r"\blive\b|\bnews-?update\b|\baktuelles\b|\bdirect\b",
    re.IGNORECASE,
)
"""Names for tickers."""
TICKER = compiled(r"(?:ticker|blog)s?\b", re.IGNORECASE)
"""Words that name a ticker or mention one."""
LIVE = compiled(r"\b(?:live|news)[- ]?(?:ticker|blog)", re.IGNORECASE)
"""Words that only a ticker's page uses for itself."""
_NEWS = (
    r"\b(?:Die|Alle|Aktuelle|(?:die )?(?:neu|neues|neuest|wichtigst)e[ns]?) (?:Nachrichten|News|Neuigkeiten|Infos?|"
    r"Informationen|Meldungen) (?:zum|zur|aus|rund|des|vom|im|in)\b|\b(?:Nachrichten|News) (?:zum|zur|rund)\b"
)
NAME = compiled(rf"(?:ticker|blog)s?\b|{_NEWS}", re.IGNORECASE)
"""Words that name a page, not an entry: its series, or the subject of its news."""
LEAD = compiled(
    r"(?:ticker|blog)s?\b|\bEntwicklungen\b|\bim Protokoll\b|\bMinuten-?Protokoll\b|\bin der (?:Chronik|Chronologie)\b|"
    r"\baktuellen? Lage\b|\b(?:Über|Rück)blick\b|"
    rf"\bauf einen Blick\b|\bauf dem Laufenden\b|{_NEWS}|\bDie News\b|\b[Ll]esen Sie\b|"
    r"\bhier finden Sie\b|\bfinden Sie hier\b|\b(?:versorg|informier)\w+ (?:wir )?(?:Sie|euch|dich)\b",
    re.IGNORECASE,
)
"""Words in the lead of a ticker's page, which says what the page is."""
OVERVIEW = compiled(
    r"(?:Das (?:Wichtigste|Wesentliche)|Die wichtigsten)\b.*|"
    r"Wichtige (?:Entwicklungen|Ereignisse|Meldungen|Nachrichten|Punkte|Infos)\b.*|"
    r".*\bim Überblick:?|.*\bin Kürze:?|Inhalt:?|Übersicht:?",
    re.IGNORECASE,
)
"""A whole line below which a page sums up its entries."""

_NOTE = tuple(
    compiled(words, re.IGNORECASE)
    for words in (
        r"\b(?:Berichterstattung|Angaben|Informationen|Quellen|Meldungen)\b",
        r"\bunabhängig",
        r"\b(?:(?:über|nach)?prüf|verifizier|bestätig)",
    )
)
"""The words of a note, in this order, that reports cannot be verified."""


def is_note(text: str) -> bool:
    """Whether a text notes that the page's reports cannot be verified."""
    start = 0
    for words in _NOTE:
        match = words.search(text, start)
        if match is None:
            return False
        start = match.end()
    return True
