"""Reports in our own words, of which the tests make pages: on one subject here, on others in `subjects`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

FRIDAY = date(2025, 11, 14)
THURSDAY = date(2025, 11, 13)
MONTHS = {
    1: "Januar",
    2: "Februar",
    3: "März",
    4: "April",
    5: "Mai",
    6: "Juni",
    7: "Juli",
    8: "August",
    9: "September",
    10: "Oktober",
    11: "November",
    12: "Dezember",
}
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")


@dataclass(frozen=True)
class Report:
    day: date | None
    clock: time | None
    headline: str
    paragraphs: tuple[str, ...]

    @property
    def colon(self) -> str:
        return f"{self.clock:%H:%M}"

    @property
    def dot(self) -> str:
        return f"{self.clock:%H.%M}"

    @property
    def body(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def short_day(self) -> str:
        assert self.day
        return f"{self.day:%d.%m.%Y}"

    @property
    def long_day(self) -> str:
        assert self.day
        return f"{WEEKDAYS[self.day.weekday()]}, {self.day.day}. {MONTHS[self.day.month]}"


REPORTS = (
    Report(
        FRIDAY,
        time(16, 20),
        "Fährverkehr an der Donau ruht bis zum Abend",
        (
            "Wegen des hohen Wasserstands fahren auf der Donau bis zum Abend keine Fähren. Lastwagen stauen sich.",
            "Um 06:15 Uhr hatte noch ein letztes Schiff abgelegt, danach wurde der Betrieb ganz eingestellt.",
        ),
    ),
    Report(
        FRIDAY,
        time(15, 2),
        'Minister nennt Bericht "reine Erfindung"',
        (
            'Der Minister hat Berichte über neue Zölle bestritten. "Das ist eine reine Erfindung", sagte er in Ruse.',
            "Man halte sich an die Verträge vom 7. November 2024.",
        ),
    ),
    Report(
        FRIDAY,
        time(12, 47),
        "Stromausfall: Halb Mykolajiw ohne Licht",
        ("In Mykolajiw ist am Mittag der Strom ausgefallen. Techniker suchen noch nach der Ursache.",),
    ),
    Report(
        FRIDAY,
        time(9, 30),
        "Kommt nun doch ein Treffen zustande?",
        ("Unterhändler prüfen nach Angaben aus Ankara, ob sie noch in diesem Monat zusammenkommen.",),
    ),
    Report(
        FRIDAY,
        time(0, 5),
        "Brand in Lagerhalle gelöscht",
        ("Die Feuerwehr hat das Feuer in einer Lagerhalle bei Ternopil gelöscht. Verletzt wurde niemand.",),
    ),
    Report(
        THURSDAY,
        time(23, 41),
        "Parlament vertagt die Abstimmung über den Haushalt",
        ("Die Abgeordneten haben ihre Entscheidung über den Haushalt verschoben. Ein Termin steht noch nicht fest.",),
    ),
    Report(
        THURSDAY,
        time(21, 8),
        "Tausende demonstrieren in Tiflis",
        ("In der georgischen Hauptstadt sind wieder Tausende auf die Straße gegangen. Es blieb friedlich.",),
    ),
)
