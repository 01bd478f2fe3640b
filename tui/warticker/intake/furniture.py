"""Page furniture: lines that belong to the page and not to a report, each rule a kind of thing that news pages hold.

The rules are of the language and the genre. A rule looks at one whole line of at most 300 characters, notes on
consent aside; what needs a line's neighbours (a caption above its credit) is `captions`.
"""

from __future__ import annotations

import re
from functools import cache

from warticker.expressions import compiled
from warticker.intake.notes import has_one, long_note, note
from warticker.intake.wording import AGENCY, CAPITAL, CREDIT, FULL_NAME, LIVE, MADE, NETWORK, OWNERS, PART, REPORTS

_LONGEST = 300
_LONGEST_NOTE = 800
"""How long a note about consent is at most."""

_RULES: dict[str, tuple[str, ...]] = {
    "rule": (r"[\W_]+|\W{0,3}\d{1,20}\W{0,3}",),
    "advertisement": (r"\W*(?:Anzeige|Werbung|Advertisement|Advertorial|Sponsored|Publicité)(?:[_ ]\d+)?\W*",),
    "address": (
        r"(?:(?:Quelle|Link|Original|Source|URL)\s?:?\s?)?https?://\S+",
        r"(?:www\.)?(?:[\w-]{2,60}\.){1,3}(?-i:[a-z]{2,10})(?:/\S*)?",
        r"(?:<[^<>]{1,60}>)?\s?data:\w{1,20}/.*",
    ),
    "source": (
        r"(?:Quellen?(?:\s?/\s?\w{4,20})?|Original-Content von)\s?:\s?\S.{0,160}",
        r"Verwendete Quellen?|aus Wikipedia, der freien Enzyklopädie",
    ),
    "credit": (
        rf"\W?(?:{CREDIT}|©|\(c\))\s?[:/|©]\s?\S.{{0,160}}",
        rf"\W?{MADE}\s?[:/|©]\s?{OWNERS}\W?",
        r"©.+",
        r"[^.!?:]{2,60}(?: ?/ ?[\w. @-]{2,40}){0,3} ?/ ?(?-i:[a-z][a-z\d-]+\.(?:com|de|at|ch))",
        rf"\(?{AGENCY}\s?[/|]\s?(?-i:[A-ZÄÖÜ])[\w.-]+ (?-i:[A-ZÄÖÜ])[\w. /-]{{1,60}}\)?",
    ),
    "caption": (
        rf"{FULL_NAME}\s?/\s?{AGENCY} (?-i:[A-ZÄÖÜ]).{{10,200}}",
        r"(?:Bildschirmfoto|Screenshot|Bildschirmaufnahme) (?:[^.!?]|\.(?! )){3,120}",
        r"(?:Legende|Bildunterschrift|Bildbeschreibung)(?:\s?:.*| \w+en)",
    ),
    "gallery": (
        r"(?-i:(?=[\d_-]*[a-z])[a-z\d]{1,30}(?:[-_][a-z\d]{1,30}){2,15})",
        r"[\w.%-]+\.(?:jpe?g|png|gif|webp|svg|mp4)\b.{0,60}",
        r"(?-i:Logo|Icon|Avatar)(?: [\w.,&:() –—-]{1,60})?",
        r"Bild vergrößern|Bild \d+ von \d+|(?:Bilder|Foto)strecke|Bildergalerie|\d{1,3} ?/ ?\d{1,3}|\d{1,3} Bilder",
    ),
    "agency": (
        rf"\(?(?:[\w.-]{{2,20}}\s?[/,]\s?)?{AGENCY}(?:\s?[/,|+]\s?[\w.-]{{1,20}}){{0,4}}\)?",
        rf"(?:via|Quelle:?) {AGENCY}",
        rf"(?:Mit (?:Material|Informationen|Agenturmaterial)|Quellen?:?|Text:?|mit)\s(?:von |der |den )?{AGENCY}\b.*",
    ),
    "byline": (
        (
            rf"(?:- )?(?:Von|Autor|Autorin|Text|Redaktion|By):? {CAPITAL}"
            rf"(?:(?: ?/ ?|,? (?:und |and |von |aus )?){CAPITAL}){{1,40}}"
        ),
        r"Von (?-i:[A-ZÄÖÜ]|[a-z]-)[\w-]+|(?:\w+-)?Redaktion",
        rf"(?:(?:Von )?(?:Moderat|Protokoll|Ticker|Redak|Report|Bericht)\w{{0,10}}:|mit) {FULL_NAME}",
        rf"(?:Ein|Eine) (?:Interview|Kommentar|Analyse|Gastbeitrag|Essay|Reportage|Bericht|Kolumne) von {FULL_NAME}",
        (
            r"(?:(?:Stellvertretende|Leitende|Freie|Politische)[rn]? )?(?-i:[A-ZÄÖÜ])?[\w-]{0,20}"
            r"(?:redakteur|reporter|korrespondent|journalist|redaktionsleiter|ressortleiter|kolumnist)(?:in)?"
            r"(?-i:,? (?:[A-ZÄÖÜ][\w.-]*|bei|beim|der|des|für|im|in|und|von)){0,6}"
        ),
        (
            r"(?:Übersetz(?:er|erin|ung)|Bearbeitung|Lektorat|Recherche|Mitarbeit|Illustration(?:en)?|Grafik(?:en)?|Redigatur|"
            r"Kamera|Schnitt|Produktion)\s?:[^.!?]{2,80}"
        ),
        rf"(?:Übersetzt|Übersetzung|Aus dem (?-i:[A-ZÄÖÜ]\w+en)(?: übersetzt)?),? (?:von|durch) {FULL_NAME}",
        rf"Aus {CAPITAL} berichte(?:t|n) {FULL_NAME}|{FULL_NAME}, {AGENCY}(?:[- ]{CAPITAL}){{0,2}}",
    ),
    "label": (
        r"\W{1,5}html|(?-i:(?:[A-ZÄÖÜ][^,.!?:]{1,40}, ){4,20}[A-ZÄÖÜ][^,.!?:]{1,40})",
        r"\W{0,3}(?:true|false|null|undefined):?|\W{0,3}(?-i:[a-z]+[A-Z]\w*):",
        r"(?:Datum|Autor(?:/?-?in)?|Von|Stand|Erstellt|Aktualisiert|Quelle|Ort|Beitragslänge|Länge|Dauer|Thema)(?:\s?:)?",
        r"(?:(?:Letzte[sr]?|Zuletzt) )?(?:Update|Aktualisierung|aktualisiert)(?: am| um)?:|Veröffentlicht am:",
    ),
    "contact": (
        r"(?:(?:(?:Presse|Medien)-?)?Kontakt|Ansprechpartner(?:in)?|Rückfragen)(?:\s?:)?",
        r"Rückfragen\b[^.!?]{0,60}(?::|\ban\b[^.!?]{0,60})",
        r"So erreichen Sie (?:uns|(?:unser\w*|das|den|die) (?:Team|Autor|Redaktion|Kunden|Leser))[^.!?]{0,60}",
        r"(?:Tel|Telefon|Fax|Telefax|Mobil)\s?[.:]{0,2}\s?[+(\d][\d\s()/.–-]{5,40}",
        r"(?:(?:E-?)?Mail\s?:?\s?)?[\w.+-]{1,64}(?:@|\s?\(at\)\s?)[\w.-]{1,80}\.\w{2,10}",
    ),
    "kicker": (
        r"(?:Wichtig|Top|Neu|Eilmeldung|Exklusiv|Zusammenfassung|Überblick|Analyse|Hintergrund|Faktencheck|Grafik|Podcast)",
        r"(?:Reportage|Interview|Kommentar|Meinung|Angepinnt|Im Video|Im Fokus|Breaking News|Pinned|Highlight)",
    ),
    "comments": (
        r"(?:\d+ )?(?:Kommentare?|Comments?|Leserkommentare)(?:\s?\(\d+\)|:?\s?\d+| \w{4,12})?",
        r"Diskutieren Sie mit\W*|Melden Sie sich an, um\b.*",
        r"(?:Ersten |Einen )?Kommentar (?:schreiben|verfassen)|Antworten",
        r"Um (?:\w+ ){0,3}(?:Kommentar|kommentieren)\b.*\b(?:registrier|anmeld|angemeld|einlogg|eingelogg).*",
    ),
    "pager": (
        r"\[?\s?Bearbeiten(?:\s?\|\s?Quelltext bearbeiten)?\s?\]?|\(Weitergeleitet von [^()]{2,80}\)",
        r"(?-i:PREV|NEXT|PREVIOUS)\b.*",
        r"(?:Vorheriger|Nächster|Voriger) (?:Artikel|Beitrag)(?:\W.*)?",
        rf"Zurück(?: zu[mr]? (?:[\w-]+ ){{0,2}}{PART})?",
        rf"Zu[mr] (?:[\w-]+ )?{PART}",
        r"Weiter|Seite \d+(?: von \d+)?|Nach oben|Zum Seitenanfang|Zur Startseite",
        r"(?:Direkt )?zum (?:Haupt)?inhalt(?: \w+){0,2}|(?:Zur (?:Navigation|Suche) springen ?){1,2}",
    ),
    "player": (
        r"(?:Artikel|Beitrag|Text|Audio|Podcast|Nachricht) (?:(?:an|vor)?(?:hören|lesen)|\w*laden|abspielen)\b.{0,40}",
        r"\W?\d{1,3}:\d\d(?::\d\d)?\s?(?:/\s?\d{1,3}:\d\d(?::\d\d)?|min(?:uten)?\b\.?)\W?",
        r"(?:Video|Audio|Media)-?\s?(?:player|abspielen|starten|laden|wird geladen)\b.{0,40}",
        r"Embedded Code|Einbettung",
        r"Video|Audio|Livestream|Live|Video:? \d+:\d\d(?: Min\.?)?|Transkript anzeigen",
        r"(?:Dauer|Länge|Lesezeit|Lesedauer)\s?:?\s?(?:ca\. |< ?)?\d+(?:[:.]\d+)? ?(?:Min|Sek|h\b).*",
        r"\d+(?:\s?[–-]\s?\d+)? Min(?:\.|uten)?(?: (?:Lesezeit|Lesedauer).*)?",
    ),
    "consent": (
        r"Ein Klick für den Datenschutz\b.*|(?:Ihr|Dein) Browser (?:ist|wird|unterstützt)\b.*",
        r"(?:Cookie\S*|Datenschutz(?:erklärung|hinweise?|einstellungen))(?: \w+){0,2}",
        r"(?:Empfohlener |Empfohlene |Eingebetteter )?(?:externer? |redaktioneller? )Inhalte?",
        r"(?:Für die Darstellung von|Zum Anzeigen aktivieren)\b.*",
        r"(?:Empfohlener|An dieser Stelle|Hier) .*\b(?:redaktionelle|externe|eingebettete)\w* (?:Inhalt|Video|Beitr).*",
        r"Bitte (?:warten|haben Sie (?:\w+ ){0,3}Geduld)\b.*",
        r"(?:Alle )?(?:akzeptieren|zustimmen|ablehnen|Einstellungen)(?: und weiter)?",
    ),
    "closing": (
        (
            rf"(?:Alle |Die |Weitere )?(?:früher|älter|bisherig|vorherig|vorangegangen|vergangen)e[nr]?\b[^.]*"
            rf"\b(?:{REPORTS}|{LIVE})\b"
            r"(?:.*\b(?:finden|lesen|sehen|nachlesen|hier|gibt es|anzeigen)\b.*|[^.]{0,40})"
        ),
        (
            rf"(?:Unser|Der|Dieser|Das|Dieses)(?: \w+){{0,2}} {LIVE}(?: \S+){{0,6}} "
            r"(?:endet|beendet|abgeschlossen|geschlossen|älter als|aktualisiert|fortgesetzt)\b.*"
        ),
        (
            rf"Das (?:waren|war)\b[^.]*\b(?:{REPORTS}|{LIVE}|Überblick)\b"
            r"(?:[^.]*\b(?:am|vom|von|zum|des|heute|heutigen|aus|im)\b.*|\W*)"
        ),
        (
            r"(?:Hier|Damit|Hiermit|Wir|An dieser Stelle|Für heute)\b.*\b(?:endet|beenden|schließen|verabschieden)\b"
            rf".*(?:{LIVE}|Berichterstattung).*"
        ),
        r"(?:Vielen Dank|Danke) (?:für Ihr Interesse|für Ihre Aufmerksamkeit|(?:fürs|für das) (?:Mit)?lesen)\b.*",
        (
            r"Diese[rs]? (?:Nachricht|Meldung|Sendung|Beitrag|Thema|Text|Artikel|Seite) (?:wurde|im Programm|ist)\b"
            r"(?:.*\b(?:gesendet|ausgestrahlt|aktualisiert|veröffentlicht|übersetzt|erschienen)|\s?:|(?<=Programm)).*"
        ),
        r"Über dieses Thema berichte\w+\b.*|Redaktionsschluss\s?:.*",
    ),
    "promotion": (
        r"(?:(?:Auch|Ebenfalls) interessant|Interessant dazu|Passend dazu|Siehe auch|Lesetipps?)(?:\s?[:|–-].*|\W*)",
        r"(?:(?:Lesen|Sehen|Hören|Schauen) Sie|Lies|Lest|Hört?|Schaut?) (?:dazu|hier|auch|mehr|außerdem|zum Thema)\b.*",
        rf"(?:Mehr zum Thema|Mehr {REPORTS}|Weitere {REPORTS})\b(?:[^.]*|.* mehr)",
        r"(?:Weitere|Verwandte|Ähnliche) (?:Artikel|Themen)\b(?:[^.]*|.* mehr)",
        r"Mehr dazu(?: (?:in|im|hier|lesen|finden|unter|bei|erfahren)\b.{0,80}|\W*)",
        r"(?:Hat|Gefällt) (?:Ihnen|dir|euch) (?:der|dieser|unser|das|dieses) (?:Beitrag|Artikel|Text|Video|Thema)\b.*",
        r"(?:Bitte )?(?:unterstütz\w*|spende\w*) (?:Sie )?(?:uns|unsere[nr]?|mich|meine|für unsere)\b.*",
        r"Hier geht(?: es|['’]?s) zu[mr]?\b.*|Sie haben noch kein(?:en)? (?:Zugang|Abo|Konto)\b.*",
        r"(?:Zum Thema|Das könnte (?:Sie|Ihnen|dich|dir|euch) auch|Meistgelesen\w*)\b[^.]*",
        r"(?:Schlagwörter|Tags|Themen)(?:\s?:.*)?",
        r"(?:Jetzt|Hier) (?:[\w-]+ ){0,3}(?:abonnieren|anmelden|testen|bestellen|herunterladen|lesen|registrieren)\W*",
        r"(?:Jetzt|Hier) (?:abonnieren|anmelden|registrieren) und .{3,100}",
        r"(?:Jetzt )?(?:[Aa]b|[Ff]ür|[Nn]ur) [^!?]{0,20}\d[^!?]{0,60}\b(?:abonnieren|testen|bestellen|lesen)\W*",
        r"(?:\w+[- ]){0,2}Newsletter\W*|Folgen Sie (?:uns|unsere[mrn]?)\b.*",
        rf"(?:Verfolgen|Lesen|Finden|Erfahren|Sehen|Bleiben) Sie\b.*(?:\b{LIVE}|\bhier\b|\bApp\b).*",
        (
            rf"(?:Die|Alle|Mehr|Weitere|Aktuelle)\b[^.]*\b{REPORTS}\b[^.]*\b(?:"
            rf"(?:im|in (?:unser|dies)em)\b[^.]*\b(?:{LIVE}|Überblick)\b[^.]*[.:!]?|"
            r"(?:finden|lesen|sehen|erfahren) Sie\b.*|gibt es\b[^.]* hier\W*)"
        ),
        r"\+{2,} ?(?:Alle|Mehr|Hier|Jetzt|Lesen|Die)\b[^+]*\b(?:hier|Infos|lesen|Newsletter|Live\w+)\b[^+]*\+{2,}",
        r"\+{2,}[^+]*\b(?:hier|Newsletter|nachlesen|lesen)\b\W*\+{2,}",
        rf"\+{{2,}}[^+]*\b(?:{LIVE})\b[^+]*\b(?:finden|aktualisieren|verpassen|gibt|geht)\b[^+]*\+{{2,}}",
        r"[^.!?]{5,120}\b(?:geh(?:t|en)|find(?:en|et|est)|gibt|les(?:en|t)|erf(?:ahren|ährst))\b[^.!?]{0,60}\bhier\W*",
    ),
    "social": (
        rf"(?:Teilen|Drucken|Merken|Merkliste|{NETWORK})(?: (?:auf|per|bei) \w+)?:?",
        rf"(?:Auf|Bei|Per|Via) {NETWORK} (?:teilen|versenden|senden|merken)",
        r"(?:Link )?kopier(?:en|t)|In die Zwischenablage kopiert|Feedback|Vorlesen|Kommentieren|Speichern|Lesezeichen",
        rf"In {NETWORK} speichern|(?:vorlesen ?|Druckansicht ?|Drucken ?|Kommentare lesen ?|\d+ Beiträge){{2,4}}",
        r"(?:Diesen |Den )?(?:Artikel|Beitrag) (?:teilen|drucken|merken|versenden|kommentieren|(?:auf|per) \S+ \w+)",
        r"(?:Tippf|F)ehler (?:(?:im|in diesem) (?:Artikel|Beitrag|Text) )?(?:gefunden|entdeckt|melden)\b.{0,60}",
        r"Korrektur(?:hinweis)?e? (?:senden|melden)\W*",
        r"Diese Seite [^.!?]{0,40}\b(?:hinzufügen|empfehlen|teilen|drucken|merken)",
        r"Teilen(?: Kommentare| \w+ Button){1,2}|Zuerst veröffentlicht(?: am)?(?: Zuletzt aktualisiert(?: am)?)?",
        r"Teilen Sie diesen (?:Artikel|Beitrag)\W*|Artikelinhalt|Inhaltsverzeichnis",
    ),
    "foreign": (
        r"(?:Share|Read (?:more|next|also)|Related|Sign (?:up|in|out)|Subscribe|Follow us|Published by)\b[^.]*",
        r"(?:Hide|Toggle|Close) (?-i:[a-z]{2,12}(?: [a-z]{2,12}){0,3})",
        r"\d{1,3} min (?:de lecture|read)|in (?:partnership|cooperation) with",
        r"Skip to [^.]*|Menu|Search|Log in|Print|Email|Copy link|Top stories|Most read|Live updates?|Watch live",
        r"(?:Lire (?:aussi|la suite)|À lire aussi|Voir (?:plus|aussi)|Partager|S['’]abonner)\b[^.]*",
    ),
    "more": (
        r"(?:Mehr|Weitere|Ältere|Frühere|Neuere|Alle|Neue)(?: \w+)? (?:laden|anzeigen|einblenden|ansehen)",
        r"Alle (?:Kapitel|Beiträge|Artikel|Autoren|Themen|Videos|Bilder|Einträge)",
        r"Weiterlesen(?:\W.{0,40})?|Mehr|Mehr lesen|(?:Direkt)?Links? (?:zu[mr]?|auf) [^.!?]{2,60}",
        r"\d{1,4} (?:neue|weitere|ältere)[rs]? (?:Updates?|Eintr[aä]ge?|Meldung(?:en)?|Beitr[aä]ge?)",
    ),
    "sorting": (
        r"(?:Neueste|Älteste|Neue|Alte)(?: \w+)? (?:zuerst|oben)",
        r"Nur wichtige(?: \w+)?|Automatisch aktualisieren.*|Sortier(?:en|ung)\b[^.]*",
    ),
    "legal": (r"Impressum|Datenschutz|AGB|Kontakt|Alle Rechte vorbehalten.*",),
}
"""The kinds, each with its rules: what a whole line matches, whatever its capitals."""

_INSIDE: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "caption",
        ("(",),
        (
            r".{3,250}\((?:Archiv|Symbol)(?:bild|foto)\)\W*(?: - .{1,80})?",
            # `Quelle` behind several sentences is a report's.
            rf".{{3,}}\((?!Quelle)(?:(?:{CREDIT}|{MADE})\s?:|©).{{0,120}}",
            r"(?:[^.!?]|[.!?](?! )){3,}(?:[.!?] )?\(Quelle\s?:[^()]{0,120}\)?",
            rf".{{3,140}}[^.!?\"“”»« ]\s?\({AGENCY}\)",
            rf".{{3,250}}[^.!?\"“”»« ]\s?\({AGENCY}\s?[/|,].{{0,60}}\)",
            rf".{{3,250}}\({AGENCY}(?:\s?[/|,]\s?[^()/|,]{{2,30}}){{0,2}}\s?[/|,]\s?{FULL_NAME}\)",
        ),
    ),
    (
        "caption",
        ("bildrechte", "bildquelle", "bildnachweis", "fotoquelle", "©", "|", "/"),
        (
            r".{3,}(?:\b(?:Bildrechte|Bildquelle|Bildnachweis|Fotoquelle)\s?:|©|[|/]\s?(?:Bild|Foto|Quelle)\s?:).{0,120}",
            rf"[^|]{{3,}}\|\s?{AGENCY}(?:\s?[/,|]\s?.{{1,60}})?",
        ),
    ),
    (
        "caption",
        ("foto", "bild"),
        (
            rf".{{20,250}} (?:Fotos?|Bild): ?{AGENCY}(?:[/ ].{{0,40}})?",
            r".{3,250}[.!)] (?:Fotos?|Bild|(?:Symbol|Archiv)(?:bild|foto))(?:\s?: [^!?:]{2,90}|: Bild: [^!?:]{2,60})?",
        ),
    ),
    ("promotion", ("kündbar",), (r".*\b(?:jederzeit|monatlich)\s(?:\w+\s)?kündbar\b.*",)),
    ("contact", ("@",), (r"[^|.!?]{2,80}\|[^|]{0,80}[\w.-]@[\w.-]+\.\w{2,10}(?:\s?\|.{0,100})?",)),
    ("caption", (" via ", " min"), (rf".{{3,250}} via {AGENCY}", r".{3,} [\d.]{8,10} \| \d{1,3}:\d\d min")),
    ("consent", ("erst wenn sie",), (r".*\bErst wenn Sie hier klicken\b.*",)),
    ("kicker", (" :", " -", "¦"), (r"[^.!?]{2,60} :", r"[^.!?]{2,80} -", r"[^.!?]{2,60}¦[^.!?]{0,60}")),
    ("closing", ("nachlesen",), (rf".*\b{REPORTS}\b[^.]*\bzum Nachlesen\b\W*",)),
    ("closing", ("ende ",), (rf".*\bEnde (?:des|unseres|der) {LIVE}\b.*",)),
    ("legal", ("rights reserved",), (r".*\bAll rights reserved.*",)),
    (
        "headlines",
        ("++",),
        (
            r"(?:(?:[^+.]|\.(?! )){4,}\+{2,}){2}(?:[^+.]|\.(?! )){4,}(?:\+{2,}(?:[^+.]|\.(?! ))*)?",
            r"\+{2,}(?:[^+.]|\.(?! )){4,}\+{2,}(?:[^+.]|\.(?! )){4,}\+{2,}.{4,}",
        ),
    ),
)
"""Kinds that something inside a line tells: the kind, words (in small letters) of which a line has one, the rules."""

_POINTS = compiled(
    r"[^!?]{3,300}?(?:\((?:\d\. )?(?:l|r|m|li|re|links|rechts|Mitte|vorne|hinten)\.?[,)]|"
    r"\(?(?:\d\. ?)?\bv\. ?[lr]\.|\(l\.? ?- ?r\.?\))",
    re.IGNORECASE,
)
"""How what is written below pictures says who stands where on one; no report does."""


@cache
def _rules() -> re.Pattern[str]:
    """All rules as one pattern with a group for each kind."""
    kinds = (f"(?P<{kind}>{'|'.join(f'(?:{rule})' for rule in rules)})" for kind, rules in _RULES.items())
    return compiled("|".join(kinds), re.IGNORECASE)


@cache
def _one_of(rules: tuple[str, ...]) -> re.Pattern[str]:
    """Some rules as one pattern, made when a line is first asked about them: few pages need them all."""
    return compiled("|".join(f"(?:{rule})" for rule in rules), re.IGNORECASE)


def furniture(text: str) -> str | None:
    """The kind of page furniture that a line is by itself; None where it is none."""
    if (("(" in text or "v." in text) and _POINTS.match(text) is not None) or (len(text) > _LONGEST and text[0] == "©"):
        return "caption"
    if len(text) > _LONGEST:
        return long_note(text) if len(text) <= _LONGEST_NOTE else None
    if (match := _rules().fullmatch(text)) is not None:
        return match.lastgroup
    small = text.lower()
    for kind, cues, rules in _INSIDE:
        if has_one(small, cues) and _one_of(rules).fullmatch(text):
            return kind
    return note(text, small)


def is_player(text: str) -> bool:
    """Whether a line is what a player of sounds or pictures prints, a time maybe: `00:00 / 03:15`."""
    return len(text) <= _LONGEST and _one_of(_RULES["player"]).fullmatch(text) is not None
