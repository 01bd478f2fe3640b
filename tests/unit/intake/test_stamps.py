"""Dates and times are stamps by shape and position, never inside sentences."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from tests.unit.growth import grows_by_size

from warticker.intake.lines.stamps import Place, stamp, tail_stamp


@pytest.mark.parametrize(
    ("line", "place", "day", "clock", "rest"),
    [
        ("+++ 16:05 Fähre sinkt +++", Place.MARKED, None, time(16, 5), "Fähre sinkt +++"),
        ("+++ 16.05 Fähre sinkt +++", Place.MARKED, None, time(16, 5), "Fähre sinkt +++"),
        ("+++ 16:05 eFähre sinkt +++", Place.MARKED, None, time(16, 5), "eFähre sinkt +++"),
        ("+++9.05Uhr+++ Fähre sinkt.", Place.MARKED, None, time(9, 5), "Fähre sinkt."),
        ("14.11.2025, 00:10 Uhr", Place.DATED, date(2025, 11, 14), time(0, 10), ""),
        ("14.11.25 • 16:05 Uhr", Place.DATED, date(2025, 11, 14), time(16, 5), ""),
        ("Fr 14.11.25 | 16:05 Uhr", Place.DATED, date(2025, 11, 14), time(16, 5), ""),
        ("vor 2 Stunden 16:05", Place.ALONE, None, time(16, 5), ""),
        ("vor 2 Minuten · 14.11.2025, 16:05 Uhr", Place.DATED, date(2025, 11, 14), time(16, 5), ""),
        ("16:05 Uhr, 14. November 2025", Place.DATED, date(2025, 11, 14), time(16, 5), ""),
        ("2025-11-14T16:05:00+01:00", Place.DATED, date(2025, 11, 14), time(16, 5), ""),
        ("2025-07-14T14:05:00Z", Place.DATED, date(2025, 7, 14), time(16, 5), ""),
        ("Stand: 14.11.2025 16:20 Uhr", Place.DATED, date(2025, 11, 14), time(16, 20), ""),
        ("16.05 Uhr: Fähre sinkt.", Place.INLINE, None, time(16, 5), "Fähre sinkt."),
        ("01.57 UhrFähre sinkt.", Place.INLINE, None, time(1, 57), "Fähre sinkt."),
        ("9:05: Fähre sinkt.", Place.INLINE, None, time(9, 5), "Fähre sinkt."),
        ("16:05 Uhr – Fähre sinkt", Place.INLINE, None, time(16, 5), "Fähre sinkt"),
        ("[16:05] Fähre sinkt", Place.INLINE, None, time(16, 5), "Fähre sinkt"),
        ("• 11/14/2025 4:05:33 PM Erika Muster", Place.INLINE, date(2025, 11, 14), time(16, 5), "Erika Muster"),
        ("16 Uhr: Fähre sinkt.", Place.INLINE, None, time(16), "Fähre sinkt."),
        ("14.11.202516:05 Uhr", Place.DATED, date(2025, 11, 14), time(16, 5), ""),
        ("11/14/20254:05:33 PM", Place.DATED, date(2025, 11, 14), time(16, 5), ""),
        ("16:05 Uhr - 17. Fähre sinkt", Place.INLINE, None, time(16, 5), "17. Fähre sinkt"),
        ("16 Uhr, 1. Mai-Fest", Place.INLINE, None, time(16), "1. Mai-Fest"),
        ("16:05", Place.ALONE, None, time(16, 5), ""),
        ("14h05", Place.ALONE, None, time(14, 5), ""),
        ("🔴 16:05 Fähre sinkt", Place.INLINE, None, time(16, 5), "Fähre sinkt"),
        ("→ 16.05 Uhr // Fähre sinkt", Place.INLINE, None, time(16, 5), "Fähre sinkt"),
        ("/16:05/ Fähre sinkt", Place.INLINE, None, time(16, 5), "Fähre sinkt"),
        ("16,05 Uhr: Fähre sinkt.", Place.INLINE, None, time(16, 5), "Fähre sinkt."),
        ("16.05 Uhr. Fähre sinkt.", Place.INLINE, None, time(16, 5), "Fähre sinkt."),
        ("16:05 Uhr #", Place.ALONE, None, time(16, 5), ""),
        ("vom 14. November 2025, 16.05 Uhr", Place.DATED, date(2025, 11, 14), time(16, 5), ""),
        ("16.05 Uhr » Fähre sinkt", Place.INLINE, None, time(16, 5), "Fähre sinkt"),
        ("16.05 Uhr 📣 Die Fähre sinkt.", Place.INLINE, None, time(16, 5), "Die Fähre sinkt."),
        ("Gegen 16.05 Uhr - Die Fähre sinkt.", Place.INLINE, None, time(16, 5), "Die Fähre sinkt."),
        ("11/14/25 4:05 PM Die Fähre sinkt.", Place.INLINE, date(2025, 11, 14), time(16, 5), "Die Fähre sinkt."),
        ("2025-11-14 16:05:00 +0100", Place.DATED, date(2025, 11, 14), time(16, 5), ""),
        ("16:05 Uhr - 2.000 Fähren sinken", Place.INLINE, None, time(16, 5), "2.000 Fähren sinken"),
        ("16:05 Uhr - 3,5 Fähren sinken", Place.INLINE, None, time(16, 5), "3,5 Fähren sinken"),
        ("14.11.2025, 16.05", Place.DATED, date(2025, 11, 14), time(16, 5), ""),
        ("16.05, 14. November 2025", Place.DATED, date(2025, 11, 14), time(16, 5), ""),
        ("Update 3 (16:05 Uhr):", Place.ALONE, None, time(16, 5), ""),
        ("Update #12, 16:05 Uhr: Fähre sinkt", Place.INLINE, None, time(16, 5), "Fähre sinkt"),
        ("Update 14. November 2025, 16:05 Uhr", Place.DATED, date(2025, 11, 14), time(16, 5), ""),
        ("16.05 Uhr (Update 17.20 Uhr): Fähre sinkt", Place.INLINE, None, time(16, 5), "Fähre sinkt"),
        ("Jetzt 16:05", Place.ALONE, None, time(16, 5), ""),
        ("16:05 Uhr, aktualisiert um 17:20 Uhr", Place.ALONE, None, time(16, 5), ""),
        ("#12 16:05: Fähre sinkt", Place.INLINE, None, time(16, 5), "Fähre sinkt"),
        ("16:05 Uhr / Fähre sinkt", Place.INLINE, None, time(16, 5), "Fähre sinkt"),
        ("16:05 *** Fähre sinkt", Place.INLINE, None, time(16, 5), "Fähre sinkt"),
        ("16:05 :: Fähre sinkt", Place.INLINE, None, time(16, 5), "Fähre sinkt"),
        ("16:05 || Fähre sinkt", Place.INLINE, None, time(16, 5), "Fähre sinkt"),
        ("16:05 ~ Fähre sinkt", Place.INLINE, None, time(16, 5), "Fähre sinkt"),
        ("Di 14. Okt 2025, 16:05", Place.DATED, date(2025, 10, 14), time(16, 5), ""),
    ],
)
def test_stamps(line: str, place: Place, day: date | None, clock: time, rest: str) -> None:
    found = stamp(line)
    assert found is not None
    assert (found.place, found.clock, found.rest.strip()) == (place, clock, rest)
    assert (found.day.full if found.day else None) == day


@pytest.mark.parametrize(
    "line",
    [
        "16:05 Uhr war es, als die Fähre sank.",
        "Um 06:15 Uhr lief das Schiff ein.",
        "14. November 2025 war ein kalter Tag.",
        "3.50 Euro kostet das Brot",
        "1:2 verloren die Gäste",
        "90 Der Ausgleich fällt",
        "16:05 Uhr - 17 Uhr: Probe der Kapelle",
        "16:05-17 Uhr Probe der Kapelle",
        "45:10 Uhr",
        "99.99.2025",
        "3:34:09h",
        "+1:28m",
        "14.11, 3 Liter",
        "Vor zwei Stunden begann der Regen.",
        "Vor 20 Jahren sank eine Fähre.",
        "Freitag war ein kalter Tag",
        "Vom 14. November 2025 an fährt sie wieder",
        "Gegen 16:05 Uhr sank die Fähre.",
        "Seit 6 Uhr Streik auf der Fähre",
        "Um 16:05 Uhr, so heißt es, sank sie",
        "16:05 Uhr, vielleicht später. Da sank die Fähre.",
    ],
)
def test_sentences_and_numbers_are_no_stamps(line: str) -> None:
    assert stamp(line) is None


def test_days_without_a_year_and_relative_times_are_kept_as_printed() -> None:
    heading = stamp("Samstag, 25. November")
    assert heading is not None
    assert heading.is_day_heading
    assert heading.day is not None
    assert (heading.day.month, heading.day.day, heading.day.weekday, heading.day.full) == (11, 25, 5, None)
    for line in ("Di, 16:05 Fähre sinkt", "Di. 16.05 Uhr: Fähre sinkt", "Di 16:05 Fähre sinkt"):
        short = stamp(line)
        assert short is not None
        assert short.day is not None
        assert (short.day.weekday, short.clock, short.rest) == (1, time(16, 5), "Fähre sinkt")
    ago = stamp("Vor 2 Stunden Die Fähre sinkt.")
    assert ago is not None
    assert (ago.ago, ago.rest) == (timedelta(hours=2), "Die Fähre sinkt.")


@pytest.mark.parametrize("line", ["16.05", "Freitag 16.05", "16.05 Fähre sinkt", "16.05 - Fähre sinkt"])
def test_a_number_like_a_time_is_a_weak_stamp(line: str) -> None:
    found = stamp(line)
    assert found is not None
    assert found.weak
    assert stamp(line.replace("16", "45")) is None


@pytest.mark.parametrize(
    ("line", "ago"),
    [
        ("vor 5 Min.", timedelta(minutes=5)),
        ("Vor einer Stunde", timedelta(hours=1)),
        ("vor 3 h", timedelta(hours=3)),
        ("vor zwölf Stunden", timedelta(hours=12)),
        ("Vor 2 Tagen", timedelta(days=2)),
        ("vor 1 Std. 22 Min.", timedelta(hours=1, minutes=22)),
        ("vor 2 Stunden und 5 Minuten", timedelta(hours=2, minutes=5)),
        ("gerade eben", timedelta()),
    ],
)
def test_relative_times(line: str, ago: timedelta) -> None:
    found = stamp(line)
    assert found is not None
    assert (found.place, found.ago, found.clock) == (Place.ALONE, ago, None)


@pytest.mark.parametrize(
    "end",
    [
        *(
            "(16.05 Uhr)",
            "| 14.11.2025, 16:05 Uhr",
            "(14.11., 16:05 Uhr)",
            "| 16:05 Uhr (14. November)",
            "– 16:05, Freitag",
        ),
        *("(Update 16:05 Uhr)", "[Update: 16:05]", "(dpa, 16:05 Uhr)", "(16:05 Uhr, dpa)", "> 16:05 Uhr"),
    ],
)
def test_a_time_at_a_headlines_end_is_found(end: str) -> None:
    found = tail_stamp(f"Fähre sinkt im Hafen {end}")
    assert found is not None
    assert (found.clock, found.rest) == (time(16, 5), "Fähre sinkt im Hafen")


def test_a_time_that_a_sentence_ends_in_is_no_stamp() -> None:
    assert tail_stamp("Die Fähre sank im Hafen um 16.05 Uhr.") is None
    assert tail_stamp("Drei Fähren sind gesunken (Stand 16.05 Uhr)") is None
    assert tail_stamp("Fähren im Hafen (Fahrplan 16.05)") is None


@pytest.mark.parametrize(
    "unit", ["1", "1.", "16:05 ", "(", "Freitag, ", "+", "14.11.", "Stand: ", "vor 1 ", "vor 1 h "]
)
def test_hostile_lines_take_no_time(unit: str) -> None:
    grows_by_size(lambda size: stamp(unit * (size // len(unit))), 2**20)
    grows_by_size(lambda size: tail_stamp(unit * (size // len(unit))), 2**20)
