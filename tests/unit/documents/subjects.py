"""Reports on other subjects than the first ones: what is set in layouts must not matter to how it is read."""

from __future__ import annotations

from datetime import date, time

from tests.unit.documents.reports import Report

SATURDAY = date(2025, 11, 8)
SUNDAY = date(2025, 2, 23)
MONDAY = date(2025, 2, 24)


def report(day: date, clock: str, headline: str, *paragraphs: str) -> Report:
    hour, minute = clock.split(":")
    return Report(day, time(int(hour), int(minute)), headline, paragraphs)


QUAKE = (
    report(
        date(2023, 2, 7),
        "11:17",
        "Zahl der Verletzten nach Beben steigt weiter",
        "Nach dem Erdbeben im Südosten der Türkei melden die Kliniken immer mehr Verletzte. Viele Betten sind belegt.",
    ),
    report(
        date(2023, 2, 7),
        "10:02",
        "Erstes Flugzeug mit Hundestaffel gelandet",
        "In Gaziantep ist ein erstes Flugzeug mit Suchhunden aus Köln gelandet. An Bord sind auch zwölf Ärztinnen.",
        "Ein zweites Team soll um 14.30 Uhr folgen.",
    ),
    report(
        date(2023, 2, 7),
        "07:49",
        "Katastrophenschutz: 5700 Gebäude eingestürzt",
        "Der türkische Katastrophenschutz zählt inzwischen 5700 eingestürzte Gebäude. Die Zahl gilt als vorläufig.",
    ),
    report(
        date(2023, 2, 7),
        "03:20",
        "Nachbeben erschüttert Provinz Hatay",
        "Ein Nachbeben der Stärke 5,4 hat die Provinz Hatay erschüttert. Menschen liefen auf die Straßen.",
    ),
    report(
        date(2023, 2, 6),
        "22:55",
        "Was Helfer jetzt am dringendsten brauchen",
        "Decken, Zelte und Generatoren fehlen nach Angaben des Roten Halbmonds überall. Nachts friert es.",
    ),
    report(
        date(2023, 2, 6),
        "18:31",
        '"Wir hören Stimmen unter den Trümmern"',
        "Ein Feuerwehrmann berichtet von Klopfzeichen unter einem Wohnblock. „Wir hören Stimmen“, sagt er dem Sender.",
    ),
)

FOOTBALL = (
    report(
        SATURDAY,
        "17:22",
        "Abpfiff in der Arena, Gäste jubeln",
        "Schluss! Die Gäste gewinnen 2:1 und klettern auf Platz drei. Der Trainer umarmt jeden einzelnen Spieler.",
    ),
    report(
        SATURDAY,
        "17:05",
        "Doppelwechsel nach einer Stunde",
        "Der Trainer bringt zwei frische Kräfte. In der 62. Minute kommt der junge Stürmer für den Kapitän ins Spiel.",
    ),
    report(
        SATURDAY,
        "16:38",
        "Weiter geht es mit der zweiten Hälfte",
        "Der Ball rollt wieder. Beide Mannschaften kommen unverändert aus der Kabine zurück.",
    ),
    report(
        SATURDAY,
        "16:01",
        "Tor für die Gastgeber!",
        "Ein Freistoß aus 20 Metern fliegt über die Mauer ins Netz. Es steht 1:1, und das Stadion bebt.",
    ),
    report(
        SATURDAY,
        "15:34",
        "Anstoß mit vier Minuten Verspätung",
        "Wegen Rauchs aus der Kurve beginnt das Spiel später. Der Schiedsrichter wartete bis 15.34 Uhr mit dem Pfiff.",
    ),
    report(
        SATURDAY,
        "14:30",
        "Die Aufstellungen sind da",
        "Der Gastgeber beginnt mit drei Verteidigern. Bei den Gästen fehlt der Torwart mit einer Zerrung im Knie.",
    ),
)

ELECTION = (
    report(
        MONDAY,
        "06:10",
        "Auszählung beendet, Mehrheit bleibt knapp",
        "Nach Auszählung aller Wahlkreise fehlt jeder Partei die eigene Mehrheit. Fest steht es am Freitag.",
    ),
    report(
        MONDAY,
        "00:45",
        "Spitzenkandidatin räumt Niederlage ein",
        "Die Spitzenkandidatin hat ihre Niederlage eingeräumt. Sie gratulierte dem Sieger am Telefon.",
        "„Das Ergebnis tut weh“, sagte sie vor Anhängern in Hamburg.",
    ),
    report(
        SUNDAY,
        "22:17",
        "Kleine Partei zittert um den Einzug",
        "Mit 4,97 Prozent liegt die kleine Partei knapp unter der Hürde. Es geht um einige Tausend Stimmen.",
    ),
    report(
        SUNDAY,
        "20:03",
        "Runde der Vorsitzenden im Fernsehen",
        "Die Vorsitzenden aller Parteien treffen sich im Studio. Über Bündnisse will dort noch niemand reden.",
    ),
    report(
        SUNDAY,
        "18:00",
        "Prognose: Opposition liegt klar vorn",
        "Die erste Prognose sieht die Opposition mit großem Abstand vorn. Die Regierung verliert in allen Ländern.",
    ),
    report(
        SUNDAY,
        "14:26",
        "Beteiligung bis zum Mittag deutlich höher",
        "Bis zum Mittag haben mehr Menschen gewählt als vor vier Jahren. Vor manchen Lokalen bilden sich Schlangen.",
    ),
)

CORONA = (
    report(
        date(2021, 3, 19),
        "19:48",
        "Länder impfen wieder mit gestopptem Wirkstoff",
        "Nach kurzer Pause verwenden die Länder den Impfstoff wieder. Erste Termine sind schon vergeben.",
    ),
    report(
        date(2021, 3, 19),
        "15:15",
        "Inzidenz in Thüringen über 200",
        "In Thüringen haben sich binnen einer Woche 207 von 100.000 Menschen angesteckt. Kein Land meldet mehr.",
    ),
    report(
        date(2021, 3, 19),
        "11:40",
        "Frankreich schließt Geschäfte in Paris",
        "Für den Großraum Paris gilt ab Mitternacht ein neuer Lockdown. Schulen bleiben aber geöffnet.",
    ),
    report(
        date(2021, 3, 19),
        "05:12",
        "RKI meldet 17.482 neue Fälle",
        "Die Gesundheitsämter haben dem RKI 17.482 neue Fälle gemeldet. Vor einer Woche waren es 12.834.",
    ),
    report(
        date(2021, 3, 18),
        "23:09",
        "Ausgangssperre auf Mallorca verlängert?",
        "Die Regierung der Balearen prüft, ob die Sperre am Abend länger gilt. Entschieden wird in der nächsten Woche.",
    ),
)

STORM = (
    report(
        date(2025, 1, 1),
        "01:25",
        "Feuerwerk an der Küste fällt aus",
        "Wegen der Böen haben die Inseln ihr Feuerwerk abgesagt. Auf Sylt wurden 118 Kilometer in der Stunde gemessen.",
    ),
    report(
        date(2025, 1, 1),
        "00:10",
        "Sturm deckt Dach einer Turnhalle ab",
        "In Husum hat der Sturm das Dach einer Turnhalle abgedeckt. Niemand war im Gebäude.",
    ),
    report(
        date(2024, 12, 31),
        "23:30",
        "Fähren bleiben bis zum Morgen im Hafen",
        "Die Reederei stellt den Verkehr zu den Halligen ein. Ab acht Uhr will sie neu entscheiden.",
    ),
    report(
        date(2024, 12, 31),
        "19:02",
        "Wetterdienst warnt vor schweren Böen",
        "Der Wetterdienst hat seine Warnung für die Nordsee verschärft. Bäume können umstürzen, Äste brechen.",
    ),
    report(
        date(2024, 12, 31),
        "16:44",
        "Bahn stellt Strecke nach Westerland ein",
        "Zwischen Niebüll und Westerland fahren keine Züge mehr. Ein Ersatzverkehr ist nicht möglich.",
    ),
)
