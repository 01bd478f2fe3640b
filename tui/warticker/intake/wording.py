"""Words and names that pages use of themselves, as parts of patterns: their makers, agencies, pictures, networks."""

from __future__ import annotations

LIVE = r"(?:(?:Live|News|Kriegs|Ukraine|Nachrichten)[- ]?){0,3}(?:Ticker|Blog|Stream)s?"
"""What a ticker is called."""
AGENCY = (
    r"(?:dpa(?:-\w+)?|AFP|Reuters|rtr|rts|AP|EPA|APA|imago(?: images)?|picture[ -]alliance|Getty(?: Images)?|KEYSTONE|"
    r"SDA|ANP|TASS|Ukrinform|Sputnik|Xinhua|ddp|dts|epd|KNA|SID|ZUMA(?: \w+){0,2}|NurPhoto|Anadolu|PA|Unsplash|Pixabay|"
    r"Shutterstock|Adobe Stock|via REUTERS|AP Photo|Agenturen|"
    r"ZDF|ARD|WDR|NDR|SWR|BR|MDR|RBB|HR|ntv|RTL|WELT|ORF(?:\.at)?|SRF|DW|RND)"
)
"""Agencies, and broadcasters that have pictures of their own."""
CREDIT = (
    r"(?:Foto|Fotos|Bildquelle|Bildrechte|Bildnachweis|Fotoquelle|Symbolbild|Symbolfoto|Archivbild|Archivfoto|Copyright|"
    r"Credit|Photo|Quelle|dpa-Bildfunk)"
)
"""What stands before the name of who took a picture."""
MADE = r"(?:Bild|Bilder|Grafik|Karte|Archiv|Screenshot|Rechte|Video|Illustration|Montage)"
"""What stands there too, and for other things."""
CAPITAL = r"(?-i:[A-ZÄÖÜ])[\w.'’-]+"
FULL_NAME = rf"{CAPITAL}(?: {CAPITAL})+"
OWNER = (
    rf"(?:{CAPITAL}|dpa|rtr|rts|imago|images|picture-?|-?alliance|ddp|dts|epd|ntv|privat|von|via|und|für|by|"
    r"[\w-]{2,40}\.(?:de|at|ch|com|net|org))"
)
"""A name, of which few are written small."""
PART = (
    r"\w*(?:seite|übersicht|anfang|liste|verzeichnis|navigation|suche|menü|inhalt|artikel|beitrag|meldung|ressort|rubrik|"
    r"ticker|blog|home)"
)
"""How names of the parts of a page, and of a site's pages, end."""
REPORTS = r"(?:Entwicklungen|Meldungen|Nachrichten|News|Ereignisse|Informationen|Infos|Einträge|Beiträge)"
NETWORK = r"(?:Facebook|Twitter|X|WhatsApp|Telegram|E-?Mail|Pocket|LinkedIn|Xing|Flipboard|Instagram|Mastodon|Bluesky)"
OWNERS = rf"{OWNER}(?:[\s,/|+&©]{{1,3}}{OWNER}){{0,9}}"
