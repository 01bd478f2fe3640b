"""Stamps: a line's leading date and time, distinguished from times inside sentences by form and position."""

from __future__ import annotations

import re
from datetime import time, timedelta
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from warticker.expressions import compiled
from warticker.intake.lines.dates import CLOCK, DATE, DayMark, clock_of, day_of, in_berlin
from warticker.intake.lines.prose import begins

_MARK = r"(?P<mark>(?:\+{1,4}|[^\w\s\"'„“”«»‚‘’‹›()\[\].,;:!?%€$§&/\\+]{1,4})?\ ?)"
"""Plus signs, or bullets, arrows, bars, icons."""
_LABEL = r"""(?:(?:Neu|Jetzt|Live|Eil|Eilmeldung|Breaking)[:,]?\ )?(?P<label>(?:
    Stand|Update(?:\ \#?\d\d?(?![\w.:]))?|Datum|Veröffentlicht|Publiziert|Erstellt|Erschienen|Eingestellt
  | Gepostet|Gesendet|Online\ seit
  | (?:Artikel|Beitrag|Text|Bericht|Pressemitteilung|Medienmitteilung|Mitteilung)(?=\ vo[mn]\ )
  | dpa|AFP|APA|SDA|epd|KNA|Reuters|red
  | Nachtrag|Ergänzung
  | Last\ update|Published|Posted|Updated|Uhrzeit|Zeit|Meldung|Nachricht
  | (?:Zuletzt\ |Letzte\ )?(?:Aktualisiert|Aktualisierung|Geändert)|Letztes\ Update
  | (?:Erst|Ursprungs|Ausgangs|Original)meldung
  )[:,]?\ ?\(?(?:vom\ |von\ |am:?\ |um\ |:\ )?)?
  (?P<when>(?:vom|am|um|seit|gegen|etwa|ca\.?|kurz\ (?:vor|nach))\ )?"""
_OF_ENTRIES = (
    *("update", "uhrzeit", "zeit", "meldung", "nachricht", "gepostet", "posted"),
    *("nachtrag", "ergänzung", "erstmeldung", "ursprungsmeldung", "ausgangsmeldung", "originalmeldung"),
)
"""Labels that do not date a page if text follows."""
CHANGES = ("stand", "zuletzt", "letzte", "aktualisier", "update", "last", "geändert")
"""Beginnings of labels for the time of the last change."""
_SINCE = r"(?:(?P<since>[0-3]?\d)\.?\ ?(?:bis|und|[/–-])\ ?)?"
"""The first of several days: `19. bis 22. Januar`."""
_NUMBER = r"(?:\d{1,3}(?:[.)]|\ ?[|·]|(?<=\#\d)|(?<=\#\d\d)|(?<=\#\d{3}))\ )?"
"""The number of an entry in a list: `3. `, `#48 | `, `#48 `."""
_JOIN = r"(?:\)?\ ?[,;:]?\ ?(?:(?:[•·|/–—-]\ ?)?\(?(?:Update|Stand):?\ |[•·|/–—-]\ ?|um\ |at\ |\(|T)?)"
_REMARK = r"""(?:\ \((?:Update|Aktualisiert|Ergänzt|Stand)\b[^()]{0,30}\)
  | ,?\ (?:zuletzt\ )?aktualisiert:?(?:\ um)?\ [012]?\d[:.][0-5]\d(?:\ Uhr)?)?"""
"""A remark after a time: `16:05 Uhr (Update 16:20 Uhr): `, `16:05 Uhr, aktualisiert um 16:20 Uhr`."""
_SEPARATOR = r"(?P<sep>\ ?(?:\++|//?(?!\d)|[=-]?>|[»›](?=\ )|\*{2,3}|\|\||::|[:|–—,•·→.~=-])?)"
_END = rf"(?P<close>[\])/]?){_REMARK}{_SEPARATOR}\ ?(?P<rest>.*)$"
_NUMBERS = {"ein": 1, "eine": 1, "einem": 1, "einer": 1, "zwanzig": 20, "dreißig": 30} | {
    word: number
    for number, word in enumerate("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(), 2)  # noqa: SIM905
}
_UNITS = {"s": timedelta(hours=1), "h": timedelta(hours=1), "m": timedelta(minutes=1), "t": timedelta(days=1)}
_FIRST_REPORT = compiled(r"(?P<label>(?:Erst|Ursprungs|Ausgangs|Original)meldung): (?P<rest>.+)", re.DOTALL)
_LONGEST = 100
"""The most characters of a stamp."""
_LONGEST_CLOCK = 20
"""Within how many characters of a line's end a time is."""
_AFTER_DOT = frozenset({":", "|", "–", "—", "//", "->", "=>", "→"})
"""Signs that make `16.05` before text a time."""
_NUMBER_TOO = compiled(r"[012]\d[^.,\w]*[^\d.,]?")
"""An hour that may be another number, its separator, and the text after it, which begins without a figure."""
_IN_A_SENTENCE = compiled(r"\b(?:um|stand|gegen|bis|seit|von|ab|vor|nach|zwischen|und|etwa|rund)$", re.IGNORECASE)
"""The end of a sentence that a time continues: `Die Fähre sank um` 16.05 Uhr."""
_UNTIL = compiled(r"[012]?\d(?:[:.][0-5]\d(?!\d)| Uhr\b|(?!\w|\.? \w|[.,]\d))")
"""The end of a range of times: `16:05-17 Uhr`."""
_DASHES = frozenset({"–", "—", "-"})
_PARTING = frozenset({":", "|", "–", "—"})
"""Signs between a bare day, or a time in words, and text: without one a sentence continues."""
_PICTURES = compiled(r"(?:[\u2600-\u27bf\U0001f000-\U0001faff][\ufe0f\u200d]* ?)+(?=\S)")
_SIGNED = compiled(r"von [A-ZÄÖÜ][^.!?:]{2,40}")
"""The author after a time: the only words there that do not start anew."""
_NOW = compiled(r"(?:gerade eben|soeben|eben gerade|jetzt)", re.IGNORECASE)


class Place(StrEnum):
    """The positions and forms of stamps on their lines."""

    MARKED = "between plus signs"
    INLINE = "before text"
    ALONE = "alone on their lines"
    DATED = "with their days, alone on their lines"
    TAIL = "after text"


class Stamp(NamedTuple):
    """A date, a time or both at the head or end of a line, and the line's other words."""

    place: Place
    rest: str = ""
    """The line's text beside the stamp."""
    day: DayMark | None = None
    clock: time | None = None
    ago: timedelta | None = None
    """The time before the page was fetched, for `Vor 2 Stunden`."""
    label: str = ""
    """A word for what the stamp dates, in lower case, such as `stand`."""
    separator: str = ""
    closed: bool = False
    """Whether the marks close directly after the stamp, so that no headline follows."""
    weak: bool = False
    """Whether it may be another number, such as `16.05`: a stamp only if there are others like it on the page."""

    @property
    def dates_the_page(self) -> bool:
        """Whether the line gives the time of the page or its change: `Update vom 2. März: ...` begins an entry."""
        return bool(self.label) and (not self.rest or not self.label.startswith(_OF_ENTRIES))

    @property
    def is_date(self) -> bool:
        """Whether the line has only a time, or dates the page: if it begins no entry, it is not part of a text."""
        return self.dates_the_page or not self.rest

    @property
    def is_day_heading(self) -> bool:
        """Whether the line is a day and nothing else."""
        return self.clock is None and self.ago is None and self.day is not None and not self.rest and not self.label


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    flags = re.VERBOSE | re.IGNORECASE
    return (
        compiled(rf"^{_MARK}[\[(/]?{_LABEL}{_SINCE}{DATE}(?:{_JOIN}{CLOCK})?{_END}", flags | re.DOTALL),
        compiled(rf"^{_MARK}{_NUMBER}[\[(/]?{_LABEL}{CLOCK}(?:{_JOIN}(?:am\ )?{DATE})?{_END}", flags | re.DOTALL),
    )


@cache
def _ago() -> re.Pattern[str]:
    return compiled(
        rf"^[^\w\s(]{{0,3}}\ ?vor\ (?P<n>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\ ?"
        r"(?P<unit>Minuten?|Min\b\.?|Stunden?|Std\b\.?|h\b|m\b|Tage?n?)(?:(?:\ und)?\ (?P<more>\d\d?)\ ?Min\w*\.?)?"
        r"(?:\ ?[:|–—-])?(?:\ |$)(?P<rest>.*)$",
        re.VERBOSE | re.IGNORECASE | re.DOTALL,
    )


@cache
def _clock() -> re.Pattern[str]:
    return compiled(CLOCK, re.VERBOSE | re.IGNORECASE)


@cache
def _tails() -> tuple[re.Pattern[str], ...]:
    bracket = r"[(\[](?:Update:?\ |[^()\[\]\d]{2,20},\ )?"
    before = rf"^(?P<before>.{{8,200}}?)(?P<mark>\ ?(?:{bracket}|[|–—•·:,/>-]{{1,2}}))?\ ?"
    end = r"(?:(?:,\ [^()\[\]\d]{2,20})?[\])]{1,2})?$"
    flags = re.VERBOSE | re.IGNORECASE
    return (
        compiled(rf"{before}(?:{DATE}{_JOIN})?{CLOCK}{end}", flags),
        compiled(rf"{before}{CLOCK}{_JOIN}(?:am\ )?{DATE}{end}", flags),
    )


def stamp(line: str) -> Stamp | None:
    """The stamp at the head of a line, or None; a sentence that begins with a time has none."""
    head, tail = line[:_LONGEST], line[_LONGEST:]
    for pattern in _patterns():
        if match := pattern.match(head):
            found = _stamp(match, tail)
            if found is not None:
                return found
    if match := _ago().match(head):
        return _relative(match, tail)
    if _NOW.fullmatch(line):
        return Stamp(Place.ALONE, ago=timedelta())
    if match := _FIRST_REPORT.match(line):
        return Stamp(Place.INLINE, match["rest"], label=match["label"].casefold())
    return None


def tail_stamp(line: str) -> Stamp | None:
    """The stamp at the end of a line as long as a headline, or None; also None for a line that is only a stamp."""
    # The patterns try a date at each letter; hardly any line that ends in figures has a time.
    possible = any(map(str.isdigit, line[-_LONGEST_CLOCK:])) and _clock().search(line)
    matches = (pattern.match(line) for pattern in _tails()) if possible else ()
    match = next((match for match in matches if match), None)
    if match is None or (match["min2"] and not match["uhr2"]):
        return None
    day, clock = day_of(match), clock_of(match)
    sure = match["mark"] or match["uhr1"] or match["uhr2"]
    if not match["mark"] and (_IN_A_SENTENCE.search(match["before"]) or (day and not sure)):
        return None
    if (whole := stamp(line)) is not None and not whole.rest:
        return None
    return Stamp(Place.TAIL, match["before"], day, clock, weak=not sure)


def _stamp(match: re.Match[str], tail: str) -> Stamp | None:
    mark, separator = match["mark"].strip(), match["sep"].strip()
    rest = match["rest"] + tail
    if picture := _PICTURES.match(rest):
        rest = rest[picture.end() :]
    if not any(map(str.isalnum, rest)):
        rest = ""
    plus = mark.startswith("+")
    day, clock = day_of(match), clock_of(match)
    label = (match["label"] or "").rstrip("# (0123456789").casefold()
    if clock is None and day is None:
        return None
    bare = match["min2"] is not None and match["uhr2"] is None
    whole = day is not None and day.day is not None
    sure = not bare or plus or whole or separator in _AFTER_DOT
    if not sure and not _NUMBER_TOO.fullmatch(f"{match['h1']}{separator}{rest[:1]}"):
        return None
    if match["when"] and rest and not label and separator not in _PARTING | _DASHES:
        return None
    if clock is None and rest and not (label or (whole and (plus or separator in _PARTING))):
        return None
    begins = not rest or _begins(rest) or _SIGNED.fullmatch(rest) is not None
    if not begins and separator in {"", ","} and not plus and not match["close"]:
        return None
    if separator in _DASHES and _UNTIL.match(rest):
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
    return Stamp(place, rest, day, clock, None, label, separator, plus and separator.startswith("+"), not sure)


def _relative(match: re.Match[str], tail: str) -> Stamp | None:
    rest = match["rest"] + tail
    # A relative time may be followed by an absolute one.
    exact = stamp(rest.lstrip(" |·•–-(")) if rest and not tail else None
    if exact is not None and exact.clock is not None:
        return exact
    if rest and not _begins(rest):
        return None
    number = match["n"].lower()
    ago = (_NUMBERS.get(number) or int(number)) * _UNITS[match["unit"][0].lower()]
    ago += timedelta(minutes=int(match["more"] or 0))
    return Stamp(Place.INLINE if rest else Place.ALONE, rest, ago=ago)


def _begins(rest: str) -> bool:
    """Whether words after a time begin something new: a continued sentence is in lower case."""
    return begins(rest) and rest[0] not in ",;.)"
