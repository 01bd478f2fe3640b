"""Page furniture: lines that belong to the page and not to a report, each rule a kind of thing that news pages hold.

The rules are of the language and the genre. A rule looks at one whole line of at most 300 characters; what needs a
line's neighbours (a caption above its credit) is `captions`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from warticker.intake.clean import Line
from warticker.intake.prose import is_headline, sentence_breaks
from warticker.intake.stamps import tail_stamp

_LONGEST = 300
_LONGEST_CAPTION = 140

_LIVE = r"(?:(?:Live|News|Kriegs|Ukraine|Nachrichten)[- ]?){0,3}(?:Ticker|Blog|Stream)s?"
_AGENCY = (
    r"(?:dpa(?:-\w+)?|AFP|Reuters|rtr|rts|AP|EPA|APA|imago(?: images)?|picture[ -]alliance|Getty(?: Images)?|KEYSTONE|"
    r"SDA|ANP|TASS|Ukrinform|Sputnik|Xinhua|ddp|dts|epd|KNA|SID|ZUMA(?: \w+){0,2}|NurPhoto|Anadolu|PA|Unsplash|Pixabay|"
    r"Shutterstock|Adobe Stock|via REUTERS|AP Photo|ZDF|ARD|WDR|NDR|SWR|BR|MDR|RBB|HR|ntv|RTL|WELT|ORF|SRF|DW)"
)
_CREDIT = (
    r"(?:Foto|Fotos|Bild|Bilder|Bildquelle|Bildrechte|Bildnachweis|Fotoquelle|Grafik|Karte|Symbolbild|Symbolfoto|Archiv|"
    r"Archivbild|Archivfoto|Copyright|Credit|Screenshot|Rechte|Video|Photo|Illustration|Montage|Quelle|dpa-Bildfunk)"
)
_REPORTS = r"(?:Entwicklungen|Meldungen|Nachrichten|News|Ereignisse|Informationen|Infos|Einträge|Beiträge)"

_RULES: dict[str, tuple[str, ...]] = {
    "rule": (r"[\W_]+",),
    "advertisement": (r"\W*(?:Anzeige|Werbung|Advertisement|Advertorial|Sponsored)(?:[_ ]\d+)?\W*",),
    "address": (r"(?:(?:Quelle|Link|Original|Source|URL)\s?:?\s?)?https?://\S+",),
    "source": (r"Quellen?\s?:\s?\S.{0,160}",),
    "credit": (
        rf"\W?(?:{_CREDIT}|©|\(c\))\s?[:/|©]\s?\S.{{0,160}}",
        r"©\s?.{1,120}",
        rf"\(?{_AGENCY}\s?[/|]\s?(?-i:[A-ZÄÖÜ])[\w.-]+ (?-i:[A-ZÄÖÜ])[\w. /-]{{1,60}}\)?",
    ),
    "caption": (
        r"(?:Legende|Bildunterschrift|Bildbeschreibung)\b.*",
        rf".{{3,}}\((?:{_CREDIT}\s?:|©).{{0,120}}",
        rf".{{3,140}}[^.!?\"“”»« ]\s?\({_AGENCY}(?:\s?[/|,].{{0,60}})?\)",
        r".{3,}(?:\b(?:Bildrechte|Bildquelle|Bildnachweis|Fotoquelle)\s?:|©|[|/]\s?(?:Bild|Foto|Quelle)\s?:).{0,120}",
        rf"[^|]{{3,}}\|\s?{_AGENCY}(?:\s?[/,|]\s?.{{1,60}})?",
    ),
    "agency": (
        rf"\(?(?:\w{{2,5}}\s?[/,]\s?)?{_AGENCY}(?:\s?[/,|+]\s?[\w.-]{{1,20}}){{0,4}}\)?",
        rf"(?:Mit (?:Material|Informationen|Agenturmaterial)|Quellen?:?|Text:?|mit)\s(?:von |der |den )?{_AGENCY}\b.*",
    ),
    "byline": (
        (
            r"(?:Von|Autor:?|Autorin:?|Text:|Redaktion:) (?-i:[A-ZÄÖÜ])[\w.'-]+"
            r"(?:,? (?:und |von |aus )?(?-i:[A-ZÄÖÜ])[\w.'-]+){1,8}"
        ),
    ),
    "kicker": (r"[^.!?]{2,60} :",),
    "comments": (r"(?:\d+ )?(?:Kommentare?|Comments?|Leserkommentare)(?:\s?\(\d+\)|:?\s?\d+| \w{4,12})?",),
    "pager": (
        r"(?-i:PREV|NEXT|PREVIOUS)\b.*",
        r"(?:Vorheriger|Nächster|Voriger) (?:Artikel|Beitrag)\b.*",
        r"Zurück|Weiter|Seite \d+(?: von \d+)?|Nach oben|Zum Seitenanfang",
    ),
    "player": (
        r"(?:Artikel|Beitrag|Text|Audio|Podcast|Nachrichten?) (?:an|vor)?(?:hören|lesen|abspielen)\b.{0,40}",
        r"\W?\d{1,3}:\d\d(?::\d\d)?\s?(?:/\s?\d{1,3}:\d\d(?::\d\d)?|min(?:uten)?\b\.?)\W?",
        r"(?:Video|Audio|Media)-?\s?(?:player|abspielen|starten|laden|wird geladen)\b.{0,40}",
        r"Video|Audio|Livestream|Live|(?:Dauer|Länge|Lesezeit|Lesedauer)\s?:?\s?(?:ca\. )?\d.*",
        r"\d+ Min(?:\.|uten)? (?:Lesezeit|Lesedauer).*",
    ),
    "consent": (
        r".*\b(?:Klick für den Datenschutz|Datenschutzerklärung|Datenschutzhinweis\w*|Cookies?|Cookie-\w+)\b.*",
        r".*\b(?:extern\w+ (?:Inhalt\w*|Dienst\w*|Medien)|Drittanbieter\w*|personenbezogene\w* Daten)\b.*",
        r".*\b(?:Ihre|deine|meine) (?:Zustimmung|Einwilligung)\b.*",
        r".*\b(?:damit|ausdrücklich) einverstanden, dass\b.*",
        r"(?:Empfohlener|An dieser Stelle|Hier) .*\b(?:redaktionelle|externe|eingebettete)\w* .*",
        r".*\b(?:JavaScript|Adblocker|Werbeblocker)\b.*",
        r"(?:Alle )?(?:akzeptieren|zustimmen|ablehnen|Einstellungen)(?: und weiter)?",
    ),
    "promotion": (
        r"(?:Auch interessant|Ebenfalls interessant|Interessant dazu|Passend dazu|Siehe auch|Lesetipps?)\b.*",
        r"(?:Lesen|Sehen|Hören|Schauen) Sie (?:dazu|hier|auch|mehr|außerdem|zum Thema)\b.*",
        rf"(?:Mehr zum Thema|Mehr dazu|Mehr {_REPORTS}|Weitere Artikel|Weitere Themen|Weitere {_REPORTS})\b[^.]*",
        r"(?:Zum Thema|Das könnte (?:Sie|dich) auch|Meistgelesen\w*|Schlagwörter|Tags|Themen)\b[^.]*",
        r"(?:Jetzt|Hier) (?:\w+ ){0,3}(?:abonnieren|anmelden|testen|bestellen|herunterladen|lesen|registrieren)\W*",
        r".*\b(?:Newsletter|Push-Nachricht\w*|WhatsApp-Kanal|kostenlos(?:en)? (?:App|testen))\b[^.]*[.!]?",
        rf"(?:Verfolgen|Lesen|Finden|Erfahren|Folgen|Sehen|Bleiben) Sie\b.*(?:\b{_LIVE}|\bhier\b|\bApp\b).*",
        (
            rf"(?:Die|Alle|Mehr|Aktuelle)\b[^.]*\b{_REPORTS}\b[^.]*\b(?:im|in (?:unser|dies)em|finden Sie|gibt es)\b"
            rf"[^.]*(?:\b{_LIVE}|\bhier|\bÜberblick|\bnachlesen)\b[^.]*[.:!]?"
        ),
        r"\+{2,} ?(?:Alle|Mehr|Hier|Jetzt|Lesen|Die)\b[^+]*\b(?:hier|Infos|lesen|Newsletter|Live\w+)\b[^+]*\+{2,}",
        r"\+{2,}[^+]*\b(?:hier|Newsletter|nachlesen|lesen)\b\W*\+{2,}",
    ),
    "closing": (
        (
            rf"(?:Alle |Die |Weitere )?(?:früher|älter|bisherig|vorherig|vorangegangen|vergangen)e[nr]?\b[^.]*"
            rf"\b(?:{_REPORTS}|{_LIVE})\b.*"
        ),
        rf".*\bEnde (?:des|unseres|der) {_LIVE}\b.*",
        (
            rf"(?:Unser|Der|Dieser|Das|Dieses)\b.*{_LIVE}\b.*"
            r"\b(?:endet|beendet|abgeschlossen|geschlossen|älter als|aktualisiert)\b.*"
        ),
        rf"Das (?:waren|war) (?:die|das|der|unsere?)\b.*\b(?:{_REPORTS}|{_LIVE}|Tag|Überblick)\b.*",
        rf"(?:Hier|Damit|Hiermit|Wir)\b.*\b(?:endet|beenden|schließen|verabschieden)\b.*(?:{_LIVE}|Berichterstattung).*",
    ),
    "social": (
        (
            r"(?:Teilen|Drucken|Merken|Facebook|Twitter|X|WhatsApp|Telegram|E-?Mail|Pocket|LinkedIn|Xing|Flipboard|Instagram)"
            r"(?: (?:auf|per|bei) \w+)?"
        ),
        r"(?:Link )?kopieren|Feedback|Vorlesen|Kommentieren|Speichern|Lesezeichen",
        r"(?:Diesen |Den )?(?:Artikel|Beitrag) (?:teilen|drucken|merken|versenden|kommentieren|(?:auf|per) \S+ \w+)",
    ),
    "more": (
        r"(?:Mehr|Weitere|Ältere|Frühere|Neuere|Alle|Neue)(?: \w+)? (?:laden|anzeigen|einblenden|ansehen)",
        r"Weiterlesen|Mehr|Mehr lesen",
    ),
    "sorting": (
        r"(?:Neueste|Älteste|Neue|Alte)(?: \w+)? (?:zuerst|oben)",
        r"Nur wichtige.*|Automatisch aktualisieren.*|Sortier\w+.*",
    ),
    "legal": (r"Impressum|Datenschutz|AGB|Kontakt|Alle Rechte vorbehalten.*|.*\bAll rights reserved.*",),
    "headlines": (
        r"(?:[^+.]|\.(?! )){4,}\+{2,}(?:[^+.]|\.(?! )){4,}\+{2,}(?:[^+.]|\.(?! ))*",
        r"\+{2,}(?:[^+.]|\.(?! )){4,}\+{2,}(?:[^+.]|\.(?! )){4,}\+{2,}.{4,}",
    ),
}

_SECTIONS = """
    politik wirtschaft ausland inland panorama sport kultur wissen gesellschaft startseite home nachrichten news
    welt europa deutschland ukraine russland krieg regional lokales digital finanzen meinung reise auto gesundheit
    netzwelt feuilleton international österreich schweiz usa vermischtes aktuell aktuelles ticker liveticker
    liveblog newsticker newsblog menü suche eilmeldung update themen schlagzeilen geld leben technik wetter ratgeber
    unterhaltung justiz konflikte kriege krise ukraine-krieg militär mediathek medien geschichte bildung umwelt
    klima
"""


@cache
def _rules() -> re.Pattern[str]:
    """All rules as one pattern with a group for each kind."""
    kinds = (f"(?P<{kind}>{'|'.join(f'(?:{rule})' for rule in rules)})" for kind, rules in _RULES.items())
    return re.compile("|".join(kinds), re.IGNORECASE)


@cache
def _section_names() -> frozenset[str]:
    return frozenset(_SECTIONS.split())


def furniture(text: str) -> str | None:
    """The kind of page furniture that a line is by itself; None where it is none."""
    match = _rules().fullmatch(text) if len(text) <= _LONGEST else None
    return match and match.lastgroup


def is_section_name(text: str) -> bool:
    """Whether a line is what pages call their parts on top: `Politik`, `Startseite > Ausland`."""
    parts = [part for part in re.split(r"\s?[>»/|›·]\s?", text.casefold()) if part]
    return 0 < len(parts) <= 5 and all(part in _section_names() for part in parts)


def captions(lines: Sequence[Line], kinds: Sequence[str | None], stamps: Sequence[object]) -> frozenset[int]:
    """The positions of lines that are the caption right above a line that is only its credit.

    A whole sentence is one only where a report's text follows: pictures stand above the text or inside it.
    """
    found = set()
    for at in range(1, len(lines)):
        if kinds[at] == "credit" and kinds[at - 1] is None and stamps[at - 1] is None and not lines[at].gap:
            text = lines[at - 1].text
            inside = at + 1 < len(lines) and stamps[at + 1] is None
            if _is_short(text) and (is_headline(text) or (inside and not sentence_breaks(text))):
                found.add(at - 1)
    return frozenset(found)


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_CAPTION and not text.startswith("++") and tail_stamp(text) is None
