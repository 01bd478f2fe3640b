"""Where entries begin in a long line that a page was flattened into."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from warticker.expressions import compiled
from warticker.intake.lines.clocks import consistency
from warticker.intake.lines.dates import DATE, are_a_chronicle, printed_days
from warticker.intake.lines.prose import ends_sentence, is_headline, sentence_breaks
from warticker.intake.lines.stamps import stamp

LOOK_BACK = 250
"""How far before a stamp inside a line its headline can begin."""
FLATTENED = 400
"""The least length of a line that can hold several entries."""
_INSIDE = compiled(
    r"(?<![\w.,:])\[?[012]?\d(?:[.:][0-5]\d(?: ?Uhr)?| Uhr) ?[]:–|](?= )|"
    r"[●•▪■▶►] ?[012]?\d[.:][0-5]\d(?: ?Uhr)?[:–|]?(?= )"
)
"""A time that something separates from the text behind it, or behind a bullet."""
_GLUED = compiled(r"(?<=[^\W\d_]|[.\"“”»«?!)])(?<!\+\+)(?<!\d\.)[012]?\d(?:[.:][0-5]\d)? Uhr:(?= ?[^\W\d_„\"»«])")
"""A time joined to the last word of its headline."""
_GLUED_TEXTS = (
    compiled(r"(?<=[\w\"“”»«)]{2})[.!?…:][\"“”»«)]?(?=[\"„»«]?[A-ZÄÖÜ][\w-])"),
    compiled(r"(?<=[a-zäöüß]{4})(?=[A-ZÄÖÜ][a-zäöüß]{4})"),
)
"""The boundaries between texts with nothing between the two: behind a sentence, inside a word."""
_DATED = compiled(r"(?<![\w.,:/(-])\d{1,4}[./-]\d\d?[./-]\d{2,4},? (?:um |[•|–-] )?[012]?\d[:.][0-5]\d\b(?: [AP]M\b)?")
"""A date and a time."""
_DAY = compiled(r" [0-3]?\d\. ?(?:[^\W\d_]{3,9}|[01]?\d\.)(?: ?(?:19|20)\d\d)?: (?=[A-ZÄÖÜ„\"»«])")
"""A space and a day before an event."""
_DAY_ABOVE = compiled(rf"{DATE}\ ?(?=\S)", re.VERBOSE | re.IGNORECASE)
"""A day that was a heading above a headline."""
LONGEST_TAIL = 60
"""How many letters beside stamps are searched for what all of them have in common."""
_ROWS = 3
"""The fewest stamps of a flattened page."""


def cuts(text: str) -> set[int]:
    """Where entries begin in a long line: at their times, their dates and times, or the days of a chronicle."""
    if len(text) < FLATTENED:
        return set()
    return {*_before_times(text), *_before_dates(text), *_before_days(text)}


def _before_times(text: str) -> list[int]:
    """Where each of several stamps begins, and the headline before it.

    Two times without headlines are quoted: `Der Kanal meldete: 00.43 Uhr: ...`.
    """
    cuts, stamps = _headed_times(text, _INSIDE)
    return [cut for cut in cuts if cut > 0] if stamps >= _ROWS or len(cuts) > stamps > 1 else []


def before_glued_times(text: str) -> list[int]:
    """Where times begin that are joined to the text before them, and where their headlines begin."""
    return _headed_times(text, _GLUED)[0] if "Uhr:" in text else []


def _headed_times(text: str, times: re.Pattern[str]) -> tuple[list[int], int]:
    """Where times that follow a headline or a sentence begin, and the headlines; and how many times there are."""
    cuts: list[int] = []
    found = 0
    for match in times.finditer(text):
        start = max(cuts[-1] if cuts else 0, match.start() - LOOK_BACK)
        before = text[start : match.start()]
        glued = (each.end() for joint in _GLUED_TEXTS for each in joint.finditer(before))
        breaks = sorted({0, *sentence_breaks(before), *glued}, reverse=True)
        head = next((at for at in breaks if is_headline(before[at:].strip())), None)
        if head is not None:
            cuts += (start + at for at in _headline_cuts(before, head))
        elif before and not before[-1].isalnum() and not ends_sentence(before.strip()):
            continue
        cuts.append(match.start())
        found += 1
    return cuts, found


def _headline_cuts(text: str, head: int) -> list[int]:
    """Where a headline begins, and where it goes on behind a day that was a heading above it."""
    day = _DAY_ABOVE.match(text, head)
    return [head] if day is None or not day["weekday"] else [head, day.end()]


def _before_dates(text: str) -> set[int]:
    """Where stamps of a date and a time begin, in order, and the text before each of them."""
    stamps = {match.start(): its for match in _DATED.finditer(text) if (its := stamp(match[0])) is not None}
    if len(stamps) < _ROWS or consistency([its.clock for its in stamps.values()]) < 1:
        return set()
    before = " ".join(_same([text[max(0, at - LONGEST_TAIL) : at].split()[::-1] for at in stamps])[::-1])
    named = [cut for match in re.finditer(re.escape(before), text) for cut in match.span()] if before else []
    return {*stamps, *named} - {0}


def _before_days(text: str) -> list[int]:
    """Where the days that divide a chronicle begin, in order: `... 21. Mai: Das Wasser ...`."""
    starts = {match.start(): match[0] for match in _DAY.finditer(f" {text}")}
    behind = {at: text[max(0, at - LONGEST_TAIL) : at].rstrip() or "." for at in starts}
    found = {at: printed_days(day) for at, day in starts.items() if ends_sentence(behind[at])}
    told = are_a_chronicle([mark for marks in found.values() for mark in marks])
    return [at for at in found if at and told]


def _same(words: Sequence[Sequence[str]]) -> list[str]:
    """The first words that several texts have in common."""
    return [each[0] for each in takewhile(lambda each: len(set(each)) == 1, zip(*words, strict=False))]
