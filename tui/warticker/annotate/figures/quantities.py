"""The numbers in a text that could count something, with their scales and bounding words.

Clock times, dates, years, ages, ordinals, paragraphs and numbers in names are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from warticker.annotate.language.known import listed
from warticker.annotate.language.numerals import DIGITS, INDEFINITE, LONGEST_NUMBER, SCALES, in_digits, in_words
from warticker.annotate.language.pieces import Pieces
from warticker.expressions import compiled
from warticker.model import Bound

NUMBER = compiled(
    r"(?<![\w.,:/§$€#+'’])(?<!(?<!\d)-)"
    rf"(?:(?P<digits>(?!0\d)(?:{DIGITS}))(?![\w/°]|[.,:]\d|['’]\d|-[^\W\d])|(?P<word>[^\W\d_]{{3,{LONGEST_NUMBER}}})(?![\w-]))"
)
"""A number in digits, or a word that may be one."""
SCALE = compiled(
    "[ \u00a0\u202f](?P<scale>[Hh]undert|[Tt]ausend|[Dd]utzend|(?:Mill|Bill|Trill)ion(?:en)?|(?:Mill|Bill)iarden?"
    r"|Mio\.?|Mrd\.?)(?!\w)"
)
SEVERAL = ("mehrere", "mehreren", "mehrerer", "einige", "einigen", "etliche", "etlichen", "viele", "vielen")
"""Words that bound a scale on their own: mehrere tausend."""
FAR = ("weit", "deutlich", "etwas", "wesentlich", "erheblich")
"""Words for how much more or less."""
AT_LEAST = (
    *("mindestens", "wenigstens", "zumindest", "mehr als", "über", "nicht weniger als", *SEVERAL),
    *(f"{word} {bound}" for word in FAR for bound in ("mehr als", "über")),
)
ABOUT = (
    *("etwa", "rund", "circa", "ca.", "zirka", "ungefähr", "knapp", "fast", "nahezu", "beinahe", "gut", "annähernd"),
    *("schätzungsweise", "an die", "um die"),
)
UP_TO = ("unter", "bis zu", "höchstens", "maximal", "weniger als", "nicht mehr als")
BOUND_OF = {
    **dict.fromkeys(AT_LEAST, Bound.AT_LEAST),
    **dict.fromkeys(ABOUT, Bound.ABOUT),
    **dict.fromkeys(UP_TO, Bound.UP_TO),
}
MEASURED = compiled(
    "[ \u00a0\u202f](?:Prozent|Euro|US-Dollar|Dollar|Rubel|Grad|Cent|Millionen|Milliarden|Sekunden|Minuten|Stunden"
    r"|Tagen?|Wochen|Monaten?|Jahren?|(?:Kilom|M)etern?|Tonnen)(?!\w)|[ \u00a0\u202f]?[%€$]"
)
"""Nouns after which `unter`, and `über` with a small number, are bounds; elsewhere they are prepositions."""
HALF = compiled("[ \u00a0\u202f]halbe[nmrs]?(?!\\w)")
_SINGLE = """
Toter Tote Toten Verletzter Verletzte Verletzten Todesopfer Mensch Menschen Person Drittel Fünftel Sechstel Achtel
Zehntel
"""
SINGLE = frozenset(_SINGLE.split())
"""Nouns before which `ein` is a number; before others it is the article."""
BESIDE_ONE = compiled(
    "[ \u00a0\u202f]?(?:halbe|[Hh]undert|[Tt]ausend|Dutzend|[MB]illi|Trilli|Mio|Mrd|bis|auf|und|oder|beziehungsweise|–)"
    rf"|(?:[ \u00a0\u202f][a-zäöüß-]+){{0,10}}[ \u00a0\u202f](?:{'|'.join(sorted(SINGLE))})"
)
"""Text after `ein` as a number: a scale, another number, or adjectives and a noun."""
CLOSING_BOUNDS = frozenset(words.rpartition(" ")[2] for words in BOUND_OF)
"""The last words of bounding phrases: without one of them, a number is not bounded."""
OPENING = "(„“\"»«'‚"
LEAST_ABOVE = 20
"""The least number that `über` bounds; before smaller ones it is a preposition."""
GOVERNING = frozenset({"seit", "nach", "von", "mit", "auf", "vor", "für", "in", "um", "binnen"})
"""Prepositions after which `über` is not one."""
YEAR_DIGITS = 4
YEARS_OF_TIME = range(1900, 2051)
"""Bare numbers that are years, unless they are round hundreds."""
AGED = compiled(
    r"(?:Kinder|Kindern|Jugendliche|Jugendlichen|Männer|Männern|Frauen|Menschen|Personen|Schüler|Schülern|Mädchen|Jungen)"
    r" (?:zwischen|von|ab|unter|über|bis)(?: \d{1,3} (?:und|bis))? $"
)
"""Words that make a number of years an age: Männer zwischen 18 und 60 Jahren."""
YEARS = compiled(r"(?: (?:und|bis) \d{1,3})? Jahren?(?!\w)")
AGE_REACH = 4
"""Words after `Alter` within which a number is an age: im Alter von 3 bis 17 Jahren."""
AGED_REACH = 40
REACH = 30
"""Code points before a number in which its bound or label stands."""


class Quantity(NamedTuple):
    """A number in a text, with its scale and its bound."""

    start: int
    """Where the bounding word or the number starts."""
    end: int
    """The end of the scale."""
    value: float
    scale: float
    """The factor of the scale: 1e6 for Millionen."""
    bound: Bound | None
    written: str
    """The number alone, in lower case."""


class Number(NamedTuple):
    """A number at its place in a text."""

    start: int
    end: int
    written: str
    """In lower case."""
    value: float
    digits: bool
    """Whether it is written in digits."""


def tells_number(piece: str) -> bool:
    """Whether a piece of text may hold a number."""
    if piece.isalpha():
        return in_words(piece) is not None
    return any(match["digits"] or in_words(match["word"]) for match in NUMBER.finditer(piece))


def closes_bound(piece: str) -> bool:
    """Whether a piece of text may end a bounding phrase."""
    return piece.lower().lstrip(OPENING) in CLOSING_BOUNDS


def quantities(text: str, pieces: Pieces) -> Iterator[Quantity]:
    """Every number that could count something, in order."""
    past = 0
    for start, end, written, value, digits in numbers(text, pieces):
        if start < past:
            continue
        window = text[max(0, start - REACH) : start]
        before = window.split()
        if not listed("numbered").isdisjoint(before[-1:]) or "Alter" in before[-AGE_REACH:]:
            continue
        if YEARS.match(text, end) and AGED.search(text, max(0, start - AGED_REACH), start):
            continue
        past = end
        if value == 1 and (half := HALF.match(text, end)):
            value, past = 0.5, half.end()
        scale = SCALE.match(text, past)
        factor = SCALES[scale["scale"].lower()] if scale else 1.0
        bound, back = bounded(text, window, written, end, value, factor)
        if bound is None and len(written) == YEAR_DIGITS and value in YEARS_OF_TIME and value % 100:
            continue
        if bound is None and value == 1 and not digits and not BESIDE_ONE.match(text, end):
            continue
        past = scale.end() if scale else past
        yield Quantity(start - back, past, round(value * factor, 6), factor, bound, written)


def numbers(text: str, pieces: Pieces) -> Iterator[Number]:
    """All numbers of a text, without `ein` where it can only be the article, as mostly."""
    bounds = pieces.lexicon.looks(closes_bound)
    reached = 0
    for piece, _ in pieces.found(tells_number):
        bounded = bounds[pieces.numbers[piece - 1]]
        stop = pieces.starts[piece + 1] - 1
        for match in NUMBER.finditer(text, max(reached, pieces.starts[piece]), stop + LONGEST_NUMBER):
            if match.start() >= stop:
                break
            reached = match.end()
            written = match.group().lower()
            if digits := match["digits"] is not None:
                yield Number(*match.span(), written, in_digits(written), digits)
            elif (known := in_words(written)) and (known != 1 or bounded or BESIDE_ONE.match(text, reached)):
                yield Number(*match.span(), written, known, digits)


def bounded(text: str, window: str, written: str, end: int, value: float, factor: float) -> tuple[Bound | None, int]:
    """What the words before a number say about it, and how far before it they start; `Hunderte` are at least a hundred.

    The window is the text up to the number, which ends at `end`.
    """
    low = window.lower()
    before = low.split()
    for count in (3, 2, 1) if before and before[-1].lstrip(OPENING) in CLOSING_BOUNDS else ():
        words = " ".join(before[-count:]).lstrip(OPENING) if len(before) >= count else ""
        if words not in BOUND_OF:
            continue
        # "über zwei Dörfer" is a place, "seit über zwei Jahren" a duration.
        where = words == "über" and value < LEAST_ABOVE and factor == 1 and not MEASURED.match(text, end)
        if where and GOVERNING.isdisjoint(before[-2:-1]):
            break
        if words == "unter" and not MEASURED.match(text, end):
            break
        found = low.rfind(words)
        if found >= 0 and len(low) == len(window):
            return BOUND_OF[words], len(window) - found
    return (Bound.AT_LEAST if written in INDEFINITE else None), 0
