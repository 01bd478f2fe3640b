"""Numbers with what they count: "mindestens 24 Menschen", "3 Milliarden Euro", "bis zu 9 Tonnen Sprengstoff".

A span holds the word that bounds the number, the number, and what is counted with the adjectives between: what a
reader would underline. Clock times, dates, years, ages, ordinals, paragraphs and the numbers of names are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from warticker.annotate.numerals import DIGITS, INDEFINITE, SCALES, WORDS, in_digits, in_words
from warticker.model import Bound, Figure, Span

SPACE = "[ \u00a0\u202f]"
NUMBER = re.compile(
    rf"(?<![\w.,:/§$€#+'’-])(?:(?P<digits>{DIGITS})(?![\w/°]|[.,:]\d|['’]\d|-\w)|(?P<words>(?i:{WORDS}))(?![\w-]))"
)
SEVERAL = ("mehrere", "mehreren", "mehrerer", "einige", "einigen")
"""What bounds a scale alone: mehrere tausend."""
BOUNDS = {
    Bound.AT_LEAST: (
        "mindestens",
        "wenigstens",
        "zumindest",
        "mehr als",
        "über",
        "nicht weniger als",
        *SEVERAL,
    ),
    Bound.ABOUT: (
        "etwa",
        "rund",
        "circa",
        "ca.",
        "zirka",
        "ungefähr",
        "knapp",
        "fast",
        "nahezu",
        "beinahe",
        "gut",
        "schätzungsweise",
        "annähernd",
        "an die",
        "um die",
    ),
    Bound.UP_TO: ("bis zu", "höchstens", "maximal", "weniger als", "nicht mehr als"),
}
BOUND_OF = {word: bound for bound, words in BOUNDS.items() for word in words}
BOUND = re.compile(
    rf"(?<!\w)(?P<bound>(?i:{'|'.join(sorted(map(re.escape, BOUND_OF), key=len, reverse=True))})){SPACE}$"
)
REACH = 24
"""Characters before a number where what bounds or labels it begins."""
LEAST_ABOVE = 20
"""From which number on `über` bounds it; before smaller ones it is the preposition."""
SCALE = re.compile(
    rf"{SPACE}(?P<scale>[Hh]undert|[Tt]ausend|Dutzend|Millionen|Million|Milliarden|Milliarde|Billionen|Billion|Mio\.?|Mrd\.?)(?!\w)"
)
JOINED = re.compile(rf"{SPACE}?(?P<word>bis|auf|und|oder|beziehungsweise|–){SPACE}?(?:bis zu{SPACE})?$")
ADJECTIVE = re.compile(rf"{SPACE}(?P<word>[a-zäöüß]{{2,30}}(?:e|en|er|es|em))(?!\w)")
PARTITIVE = re.compile(rf"{SPACE}(?:der|von|dieser|ihrer|seiner)(?!\w)")
COUNTED = re.compile(
    rf"{SPACE}?(?P<sign>[%€$])|{SPACE}(?P<noun>[A-ZÄÖÜ][\w’'-]{{0,60}}|(?:km/h|km²|km|kg|cm|mm|kWh|ha|m²|m|t)(?!\w)"
    r"|(?:verletzt|getötet|verwundet|vermisst|tot|festgenommen)(?!\w))"
)
SUBSTANCE = re.compile(rf"{SPACE}(?P<noun>[A-ZÄÖÜ][a-zäöüß]\w{{0,40}})")
"""What a measure is of: Kilogramm Sprengstoff."""
MEASURES = re.compile(
    r"(?:(?:Kilo|Milli)?[Gg]ramm|Kilo|(?:Kilo|Mega)?[Tt]onnen?|Liter|Barrel|Kubikmetern?|Quadratkilometern?|Fass|Stück|Schuss)$"
)
NO_ADJECTIVE = frozenset(
    [
        *(
            "wurden",
            "werden",
            "waren",
            "wären",
            "haben",
            "hatten",
            "hätten",
            "sollen",
            "sollten",
            "wollen",
            "wollten",
            "seien",
            "würden",
        ),
        *(
            "können",
            "konnten",
            "müssen",
            "mussten",
            "dürfen",
            "kamen",
            "kommen",
            "starben",
            "sterben",
            "gegen",
            "wegen",
            "neben",
            "zwischen",
        ),
        *(
            "unter",
            "über",
            "hinter",
            "oder",
            "aber",
            "aller",
            "ihrer",
            "seiner",
            "deren",
            "einer",
            "jeder",
            "bisher",
            "immer",
            "wieder",
        ),
        *(
            "später",
            "früher",
            "daher",
            "vorher",
            "ohne",
            "heute",
            "während",
            "sowie",
            "seine",
            "ihre",
            "meine",
            "eine",
            "keine",
            "diese",
        ),
        *(
            "einen",
            "einem",
            "eines",
            "diesen",
            "dieser",
            "dieses",
            "jene",
            "jenen",
            "sondern",
            "liegen",
            "stehen",
            "gehen",
            "gingen",
        ),
    ]
)
NOT_COUNTED = re.compile(
    r"(?:Uhr|Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jährige\w*"
    r"|Die|Der|Das|Den|Dem|Ein|Eine|Er|Sie|Es|Wir|Ich|Und|Aber|Auch|In|Im|Am|Nach|Bei|Für|Mit|Laut|Seit|Wie|Zu|Zuvor|Auf)$"
)
LABELS = re.compile(
    r"(?:Artikel|Art\.|Paragra[fp]h?|Absatz|Abs\.|Satz|Nummer|Nr\.|Kapitel|Saal|Block|Reaktor|Stream|Boeing|Airbus|Kanal|Typs?"
    r"|Version|Leopard|Gepard|Marder|Panzerhaubitze|Patriot|Iskander|Apollo|Seite|Platz|Rang|Stra(?:ß|ss)e|Hausnummer"
    r"|Anleger|Linie|Gleis|Zone|Liga|Kategorie|Stufe|Phase|Formel|Agenda|Radio|Studio|Teil|Band|Resolution|Anlage|Route"
    r"|Autobahn|§)[ \u00a0]$"
)
"""What a number belongs to that counts nothing: Artikel 5, Boeing 777."""
YEAR_BEFORE = re.compile(
    r"(?:Jahr\w*|[Ss]eit|[Ii]m|[Vv]on|[Bb]is|[Aa]b|[Aa]nfang|[Ee]nde|[Mm]itte|[Ff]rühjahr|[Ss]ommer|[Hh]erbst|[Ww]inter|\w+ar|März|April|Mai"
    r"|Juni|Juli|August|\w+ber|[Ii]n|[Nn]ach|[Vv]or|schon|bereits|erst)[ \u00a0]$"
)
ALONE_COUNTED = frozenset(
    ["Toter", "Tote", "Toten", "Verletzter", "Verletzte", "Verletzten", "Todesopfer", "Mensch", "Menschen", "Person"]
)
"""What `ein` counts: before other nouns it is the article."""
AGE = re.compile(rf"{SPACE}alt(?:e[nrs]?)?(?!\w)")


class Number(NamedTuple):
    """A number in a text, with its scale and its bound."""

    start: int
    """Where the bounding word or the number starts."""
    first: int
    """Where the number itself starts."""
    end: int
    """After the scale."""
    value: float
    scale: float
    bound: Bound | None
    written: str


def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text in order; a span holds bound, number, adjectives and noun."""
    found: list[Figure] = []
    numbers = list(numbers_in(text))
    for index, number in enumerate(numbers):
        counted = counted_after(text, number)
        if counted is None:
            continue
        end, noun = counted
        other = numbers[index - 1] if index else None
        joined = JOINED.fullmatch(text, other.end, number.start) if other else None
        if not other or not joined or (found and found[-1].span.end > other.first):
            found.append(Figure(Span(number.start, end), number.value, noun, number.bound))
        elif joined["word"] in ("bis", "–"):
            found.append(Figure(Span(other.start, end), number.value, noun, Bound.UP_TO))
        else:
            shared = other.value * (number.scale if other.scale == 1 else 1)
            found.append(Figure(Span(other.start, other.end), shared, noun, other.bound))
            found.append(Figure(Span(number.start, end), number.value, noun, number.bound))
    return tuple(found)


def numbers_in(text: str) -> Iterator[Number]:
    """Every number that could count something."""
    end = 0
    for match in NUMBER.finditer(text):
        written = match.group().lower()
        value = in_digits(written) if match["digits"] else in_words(written)
        if value is None or match.start() < end or LABELS.search(text, *before(match)):
            continue
        bound, start = bound_of(text, match, value)
        if bound is None and is_year(text, match, value):
            continue
        scale = SCALE.match(text, match.end())
        factor = SCALES[scale["scale"].lower()] if scale else 1.0
        end = scale.end() if scale else match.end()
        yield Number(start, match.start(), end, round(value * factor, 6), factor, bound, written)


def before(match: re.Match[str]) -> tuple[int, int]:
    """The stretch in front of a number where what bounds or labels it stands."""
    return max(0, match.start() - REACH), match.start()


def bound_of(text: str, match: re.Match[str], value: float) -> tuple[Bound | None, int]:
    """What the word before a number says about it, and where that word starts; `Hunderte` are at least a hundred."""
    indefinite = match.group().lower() in INDEFINITE
    least = Bound.AT_LEAST if indefinite else None
    found = BOUND.search(text, *before(match))
    if not found:
        return least, match.start()
    word = found["bound"].lower()
    # "über zwei Dörfer" is where, "mehrere 40" nothing.
    if (word == "über" and value < LEAST_ABOVE and not SCALE.match(text, match.end())) or (
        word in SEVERAL and value not in SCALES.values()
    ):
        return least, match.start()
    return BOUND_OF[word], found.start()


def is_year(text: str, match: re.Match[str], value: float) -> bool:
    """Whether a number of four digits is a year: it is no round hundred, or a word before it says so."""
    if not match["digits"] or len(match.group()) != 4 or not 1900 <= value < 2100:
        return False
    return value % 100 != 0 or bool(YEAR_BEFORE.search(text, *before(match)))


def counted_after(text: str, number: Number) -> tuple[int, str] | None:
    """Where a number's figure ends and what it counts; None where it counts nothing."""
    end = number.end
    if partitive := PARTITIVE.match(text, end):
        end = partitive.end()
    for _ in range(3):
        adjective = ADJECTIVE.match(text, end)
        if not adjective or adjective["word"] in NO_ADJECTIVE:
            break
        end = adjective.end()
    counted = COUNTED.match(text, end)
    if not counted:
        return None
    noun = counted["sign"] or counted["noun"].rstrip("-'’")
    end = counted.end() if counted["sign"] else counted.start("noun") + len(noun)
    if NOT_COUNTED.match(noun) or (AGE.match(text, end) and noun.startswith(("Jahr", "Monat", "Woche", "Tag"))):
        return None
    if number.value == 1 and number.bound is not Bound.AT_LEAST and noun not in ALONE_COUNTED and number.written != "1":
        return None
    if MEASURES.match(noun) and (substance := SUBSTANCE.match(text, end)):
        return substance.end(), f"{noun} {substance['noun']}"
    return end, noun
