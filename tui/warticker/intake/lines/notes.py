"""A page's notes beside its reports: on consent and blockers, on translations, to its readers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from warticker.expressions import compiled
from warticker.intake.lines.kinds import Kind

_CUES = compiled(
    r"(?P<here>\bAn dieser Stelle\b)|(?P<cookies>\bCookies?\b)|"
    r"(?P<privacy>\bDatenschutz\w+|\b[Pp]ersonenbezogene\w* Daten)|"
    r"(?P<outside>\b[Ee]xtern\w+ (?:Inhalt|Dienst|Medi|Video)\w*|\bDritt(?:anbieter|plattform)\w*|"
    r"\b[Ee]in(?:ge)?bett\w+)|"
    r"(?P<leave>\b(?:Ihre[rn]?|[Dd]eine[rn]?|[Mm]eine[rn]?) (?:\w+ )?(?:Zustimmung|Einwilligung)|\beinverstanden\b)|"
    r"(?P<offer>\b[Uu]nser\w* (?:\w+ )?(?:Angebot|Journalismus)\w*)|(?P<ads>\bWerbe(?:partner|einnahmen)\w*)|"
    r"(?P<software>\bJavaScript\b|\bAd-?[Bb]locker|\bWerbeblocker)|"
    r"(?P<action>\bangezeigt|\b(?:an(?:zu)?)?zeigen\b|\b(?:de)?aktivieren\b|\bgeladen\b|\b(?:nach)?laden\b|\b[Kk]lick|\bakzeptieren\b|"
    r"\bwiderrufen\b|\bausblenden\b|\bübermittelt\b)"
)
"""Subjects of notes about consent; a report has one of these, hardly two."""
_CALLS = compiled(
    r"(?P<letter>\bNewsletter\b|\bPush-\w+|\bWhatsApp-K|\bKanal\b.*\bWhatsApp\b)|"
    r"(?P<call>\b[Aa]bonnier|\b[Aa]nmeld|\bMelden Sie\b|\b[Kk]ostenlos|\baktivieren\b|\bFolgen Sie\b|\bbestellen\b|"
    r"\binformiert (?:Sie|dich)\b|\bPostfach\b)"
)
"""Subjects of invitations to a newsletter."""
_ACCOUNT = compiled(
    r"(?P<join>\b[Rr]egistrier\w*)|(?P<enter>\b(?:[Aa]n|[Ee]in)(?:ge|zu)?(?:meld|logg)\w*|\bLogin\b|\bloggen\b)|"
    r"(?P<account>\bKonto\b|\bAbo\b|\bPasswort\b|\bAbonnent\w*|\babonnier\w*|\bweiter(?:zu)?lesen\b)"
)
"""Subjects of a page that asks its reader to log in, or to pay for the rest of a text."""
_OF_THE_PAGE = compiled(
    r"(?P<page>(?<!in Ihre[mnr] )\b(?:[Dd]ies\w+ (?:Artikels?|Beitr(?:ag|äge)\w*|Web-?\w+)|Artikel\b(?! \d)|"
    r"\w*[Nn]ewsletter\w*|\w*[Cc]hannel\b|Push-\w+|(?:Live|News)-?(?:[Tt]icker|[Bb]log)\w*|\w*[Pp]odcast\w*|"
    r"[Kk]omment(?:ar|ier)\w*))|"
    rf"(?P<offer>{_ACCOUNT.pattern}|\bBeitr(?:ag|äge)\w*|\bBrowser\w*|\bNachrichten\b|\bNews\b|\bWeb-?[Ss](?:eite|ite)\b)|"
    r"(?P<own>\b(?:[Hh]ier|[Uu]nser\w*|[Uu]ns|[Ww]ir|[Dd]ieses Video|Postfach|Posteingang|per E-?Mail)\b|[!:]$)"
)
"""Parts and offers of a page; as others have them too, it says that they are here or its own."""
_READER = compiled(
    r"(?<=[\w,] )(?:Sie|Ihnen|Ihr(?:e[nmrs]?)?)\b|\b[Uu]nser\w* (?:Leser|Nutzer|Abonnent)|"
    r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[nmrs]?|[Ee]uch|[Ee]uer|[Ee]ure[nmrs]?)\b"
)
"""Words to the reader; `Sie` after a sentence begins the next one, and mostly is nobody who reads."""
_TRANSLATED = compiled(
    r"(?P<machine>\bmaschinell\w*|\b[Aa]utomati(?:sch|siert)\w*|\bKI\b|\b[Kk]ünstliche\w* Intelligenz|\bDeepL\b)|"
    r"(?P<made>\w*[Üü]bersetz\w+)|(?P<page>\bOriginal\w*|\bHinweis\b|"
    r"\b(?:[Dd]ies\w+|[Ee]ine[rs]?|[Dd]er) (?:Artikels?|Text\w*|Beitr\w+|Seite|Übersetzung|Meldung|Inhalt\w*))"
)
"""Subjects of a note that says that a text was translated, and by what."""
_CONSENTS = (
    *("cookie", "datenschutz", "personenbezogen", "extern", "dritt", "einbett", "stimmung", "willigung", "einverst"),
    *("javascript", "werbe", "adblocker", "ad-blocker"),
)
_MADE = "bersetz"
_LETTERS = ("newsletter", "push-", "whatsapp")
"""Every such note and invitation has one of these words, in lower case."""
_MANY = 2
"""A report on such things may mention this many in one paragraph."""
_QUOTES = ('"', "„", "«", "»")
_ACCOUNTS = ("registrier", "anmeld", "anzumeld", "angemeld", "logg", "login", "abonn", "weiterlesen")


def note(text: str) -> Kind | None:
    """The kind of furniture that a line is if it has two such subjects."""
    small = text.lower()
    if has_one(small, _CONSENTS) and len(_subjects(_CUES, text)) > 1:
        return "consent"
    if _tells_of_its_translation(text, small):
        return "closing"
    if has_one(small, _LETTERS) and len(_subjects(_CALLS, text)) > 1:
        return "promotion"
    if has_one(small, _QUOTES):
        return None
    if not text.endswith("?") and _READER.search(text) is not None:
        told = _subjects(_OF_THE_PAGE, text)
        if "page" in told or len(told) > 1:
            return "promotion"
    if has_one(small, _ACCOUNTS) and (not text.endswith(".") or text.startswith("Ich ")):
        return "comments" if len(_subjects(_ACCOUNT, text)) > 1 else None
    return None


def long_note(text: str) -> Kind | None:
    """The kind of furniture that a paragraph is if it has more than two such subjects."""
    small = text.lower()
    if has_one(small, _CONSENTS) and len(_subjects(_CUES, text)) > _MANY:
        return "consent"
    return "closing" if _tells_of_its_translation(text, small) else None


def _tells_of_its_translation(text: str, small: str) -> bool:
    return _MADE in small and len(_subjects(_TRANSLATED, text)) > _MANY


def _subjects(expression: re.Pattern[str], text: str) -> set[str | None]:
    """The names of an expression's groups that a text has."""
    return {match.lastgroup for match in expression.finditer(text)}


def has_one(text: str, cues: Sequence[str]) -> bool:
    """Whether a text contains one of some words."""
    # Every line is tested for dozens of cues: a loop takes a third of the time of `any` with a generator.
    for cue in cues:  # noqa: SIM110
        if cue in text:
            return True
    return False
