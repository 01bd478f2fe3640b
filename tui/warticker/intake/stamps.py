"""Stamps: a line's date and time where they are its head, told from times inside sentences by shape and position."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum
from functools import cache

from warticker.intake.dates import CLOCK, DATE, DayMark, clock_of, day_of, in_berlin
from warticker.intake.prose import begins

_MARK = r"(?P<mark>(?:\++|[•·▪►▶‣◦○●*|>#–—-])?\ ?)"
_LABEL = r"""(?P<label>(?:
    Stand|Update|Datum|Veröffentlicht|Publiziert|Erstellt|Erschienen|Eingestellt|Online\ seit
  | Last\ update|Published|Updated
  | (?:Zuletzt\ |Letzte\ )?(?:Aktualisiert|Aktualisierung|Geändert)|Letztes\ Update
  | (?:Erst|Ursprungs|Ausgangs|Original)meldung
  )[:,]?\ ?(?:vom\ |am\ |um\ |seit\ |:\ )?(?:\d\d?\.\ Update[:,]?\ )?)?"""
_OF_ENTRIES = ("update", "erstmeldung", "ursprungsmeldung", "ausgangsmeldung", "originalmeldung")
_JOIN = r"(?:,?\ ?(?:[•·|/–—-]\ ?|um\ |at\ |T(?=\d\d:)|\ )?)"
_END = r"(?P<close>[\])]?)(?P<sep>\ ?(?:\++|[:|–—,•·-])?)\ ?(?P<rest>.*)$"
_NUMBERS = {"einer": 1, "einem": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8}
_READING_TIME = re.compile(r"\s?[|•·–-]?\s?(?:Lesezeit|Lesedauer)\s?:?\s?(?:ca\. ?)?\d{1,3} ?Min\w*\.?$", re.IGNORECASE)
_FIRST_REPORT = re.compile(r"(?P<label>(?:Erst|Ursprungs|Ausgangs|Original)meldung): (?P<rest>.+)", re.DOTALL)
_LONGEST = 100
"""How many characters of a line are looked at for a stamp; none is longer."""


class Place(StrEnum):
    """Where on its line a stamp stands, and with what."""

    MARKED = "between plus signs"
    INLINE = "before text"
    ALONE = "alone on its line"
    DATED = "alone on its line, with the date"
    TAIL = "after text"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date, a time or both at the head or end of a line, and the line's other words."""

    place: Place
    rest: str = ""
    """What the line says beside the stamp."""
    day: DayMark | None = None
    clock: time | None = None
    ago: timedelta | None = None
    """How long before the page was fetched, for `Vor 2 Stunden`."""
    label: str = ""
    """A word that says what the stamp dates, such as `Stand`."""
    separator: str = ""
    closed: bool = False
    """Whether the marks close right after the stamp, so that what follows is no headline."""

    @property
    def dates_the_page(self) -> bool:
        """Whether the line says when the page was made or changed: `Update vom 2. März: ...` begins an entry."""
        return bool(self.label) and (not self.rest or not self.label.casefold().startswith(_OF_ENTRIES))

    @property
    def is_day_heading(self) -> bool:
        """Whether the line is a day and nothing else."""
        return self.clock is None and self.ago is None and self.day is not None and not self.rest and not self.label


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    flags = re.VERBOSE | re.IGNORECASE
    return (
        re.compile(rf"^{_MARK}[\[(]?{_LABEL}{DATE}(?:{_JOIN}{CLOCK})?{_END}", flags | re.DOTALL),
        re.compile(rf"^{_MARK}[\[(]?{_LABEL}{CLOCK}(?:{_JOIN}(?:am\ )?{DATE})?{_END}", flags | re.DOTALL),
    )


@cache
def _ago() -> re.Pattern[str]:
    return re.compile(
        rf"^[•·▪*-]?\ ?vor\ (?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})\ (?P<unit>Minuten?|Min\.?|Stunden?|Std\.?|Tage?n?)"
        r"(?P<sep>\ ?[:|–—-])?(?:\ |$)(?P<rest>.*)$",
        re.VERBOSE | re.IGNORECASE | re.DOTALL,
    )


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(
        rf"^(?P<before>.{{8,200}}?)\ ?[|–—•(\[-]\ ?(?:{DATE}{_JOIN})?{CLOCK}[\])]?$",
        re.VERBOSE | re.IGNORECASE,
    )


def stamp(line: str) -> Stamp | None:
    """The stamp at the head of a line, or None; a sentence that begins with a time is none."""
    if len(line) <= _LONGEST:
        line = _READING_TIME.sub("", line)
    head, tail = line[:_LONGEST], line[_LONGEST:]
    for pattern in _patterns():
        if match := pattern.match(head):
            found = _stamp(match, tail)
            if found is not None:
                return found
    if match := _ago().match(head):
        return _relative(match, tail)
    if match := _FIRST_REPORT.match(line):
        return Stamp(Place.INLINE, match["rest"], label=match["label"])
    return None


def tail_stamp(line: str) -> Stamp | None:
    """The stamp at the end of a line of one headline's length, or None."""
    match = _tail().match(line) if len(line) <= 2 * _LONGEST + 30 else None
    if match is None or (match["min2"] and not match["uhr2"]):
        return None
    return Stamp(Place.TAIL, match["before"], day_of(match), clock_of(match))


def _stamp(match: re.Match[str], tail: str) -> Stamp | None:
    mark, separator = match["mark"].strip(), match["sep"].strip()
    rest = match["rest"] + tail
    plus = mark.startswith("+")
    day, clock = day_of(match), clock_of(match)
    label = match["label"] or ""
    if clock is None and day is None:
        return None
    bare = match["min2"] is not None and match["uhr2"] is None
    if bare and not (plus or (separator in {":", "|", "–", "—"} and rest) or match["close"]):
        return None
    if clock is None and rest and not (label or (separator in {":", "|"} and day is not None and day.day)):
        return None
    if rest and not separator and not plus and not match["close"] and not _begins(rest):
        return None
    if separator == "-" and rest[:1].isdigit():
        return None
    if plus:
        place = Place.MARKED
    elif rest:
        place = Place.INLINE
    else:
        place = Place.DATED if day is not None and day.day and clock is not None else Place.ALONE
    if clock is not None and day is not None and day.full is not None:
        on, clock = in_berlin(day.full, clock, match)
        day = DayMark(on.year, on.month, on.day, on.weekday())
    return Stamp(place, rest, day, clock, None, label, separator, separator.startswith("+"))


def _relative(match: re.Match[str], tail: str) -> Stamp | None:
    rest = match["rest"] + tail
    if rest and not match["sep"] and not _begins(rest):
        return None
    number = match["n"].lower()
    count = _NUMBERS.get(number) or int(number)
    unit = match["unit"][0].lower()
    ago = timedelta(
        minutes=count if unit == "m" else 0, hours=count if unit == "s" else 0, days=count if unit == "t" else 0
    )
    return Stamp(Place.INLINE if rest else Place.ALONE, rest, ago=ago)


def _begins(rest: str) -> bool:
    """Whether words after a time begin something new: a sentence that goes on does so in small letters."""
    return begins(rest) and rest[0] not in ",;.)"
