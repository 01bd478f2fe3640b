"""Documents without end, invented from a seed: five outlets, four years, 600 places, a million distinct words.

Words are drawn by Zipf's law from German-like ones: function words, stems, and compounds of two or three stems.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from functools import cache
from itertools import accumulate
from math import exp, log
from random import Random

from warticker.intake.keys import keys
from warticker.model import (
    Annotations,
    Claim,
    Document,
    DocumentKind,
    Entry,
    Moment,
    PersonMention,
    PlaceId,
    PlaceKind,
    PlaceMention,
    PlaceRole,
    Quotation,
    Side,
    Span,
    TopicId,
    TopicMatch,
)

OUTLETS = ("ntv", "tagesschau", "ZDF", "WELT", "SPIEGEL")
LAST_DAY = date(2025, 11, 14)
DAYS = 1461
A_PAGE = 240
"""Entries of one document."""
VOCABULARY = 1_000_000
TOPICS = (*(f"thema{number}" for number in range(18)), "luftangriffe", "front", "energie", "nato")


def _listed(text: str) -> list[str]:
    return text.split()


_FUNCTION = _listed("""
der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat
dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis
mehr durch man sein wurde sei hatte kann gegen vom können schon wenn habe seine mark ihre dann unter wir soll
ich eines jahr zwei diese dieser wieder keine uhr seiner worden will zwischen immer millionen was sagte gibt
alle seit muss
""")
_STEMS = _listed("""
drohne angriff rakete kiew stadt region front soldat armee luft abwehr energie strom netz hafen brücke werk öl
lager schiff panzer general stab präsident minister außen verteidigung sprecher behörde gouverneur bürger
meister zivil bevölkerung opfer verletzte tote brand explosion alarm schutz raum hilfe geld sanktion vertrag
gespräch gipfel nato union russland ukraine grenze gebiet dorf straße haus wohnung krankenhaus schule winter
kälte nacht
""")
_ONSETS = _listed("""
b br d dr f fl g gr h k kl kr l m n p pf r s sch schl st str t tr w z
""")
_VOWELS = _listed("""
a e i o u ä ö ü ei au ie
""")
_CODAS = ["", "l", "n", "r", "s", "t", "ch", "ck", "ng", "rt", "nd", "st", "lf", "mm"]
_ENDINGS = ["", "", "", "n", "en", "e", "er", "s", "es", "ung", "ungen", "lich", "isch"]


@cache
def vocabulary() -> tuple[str, ...]:
    """A million distinct words, the most frequent first."""
    dice = Random(4)
    stems = [_syllables(dice, dice.choice([1, 2, 2, 3])) for _ in range(20_000)]
    for known in _STEMS:
        stems[dice.randrange(1_000)] = known

    def stem() -> str:
        return stems[int(len(stems) * dice.random() ** 2)]

    words = dict.fromkeys((*_FUNCTION, *(each.capitalize() for each in stems)))
    while len(words) < VOCABULARY:
        parts = [stem() for _ in range(dice.choice([1, 2, 2, 2, 3]))]
        words[("s" if dice.random() < 0.3 else "").join(parts).capitalize() + dice.choice(_ENDINGS)] = None
    return tuple(words)


def _syllables(dice: Random, how_many: int) -> str:
    return "".join(dice.choice(part) for _ in range(how_many) for part in (_ONSETS, _VOWELS, _CODAS))


def drawn(dice: Random, letters: int) -> str:
    """Words by Zipf's law, with about so many letters."""
    words, scale, found, length = vocabulary(), log(VOCABULARY), [], 0
    while length < letters:
        word = words[int(exp(dice.random() * scale)) - 1]
        found.append(word)
        length += len(word) + 1
    return " ".join(found)


def _names(kind: str, how_many: int) -> tuple[tuple[str, ...], list[float]]:
    """Invented names, and what each weighs up to and with it: the first the most."""
    dice = Random(kind)
    names = dict[str, None]()
    while len(names) < how_many:
        parts = 2 if kind == "person" else 1
        names[" ".join(_syllables(dice, 2).capitalize() for _ in range(parts))] = None
    return tuple(names), list(accumulate(1 / (number + 3) for number in range(how_many)))


_CITIES = _names("city", 600)
_PEOPLE = _names("person", 100_000)


def _some(dice: Random, names: tuple[tuple[str, ...], list[float]], how_many: int) -> list[str]:
    return list(dict.fromkeys(dice.choices(names[0], cum_weights=names[1], k=how_many)))


def annotated(dice: Random) -> Annotations:
    """What might be understood of an entry."""
    kinds = [PlaceKind.CITY, PlaceKind.CITY, PlaceKind.CITY, PlaceKind.REGION]
    roles = [PlaceRole.LOCATION] * 4 + [PlaceRole.GOVERNMENT]
    people = _some(dice, _PEOPLE, dice.choice([0, 1, 1, 2]))
    return Annotations(
        places=tuple(
            PlaceMention(
                Span(at * 20, at * 20 + 6), PlaceId("geonames:703448"), name, dice.choice(kinds), dice.choice(roles)
            )
            for at, name in enumerate(_some(dice, _CITIES, dice.choice([1, 2, 2, 3])))
        ),
        topics=tuple(TopicMatch(TopicId(each), (Span(5, 12),)) for each in dict.fromkeys(dice.choices(TOPICS, k=2))),
        quotations=(Quotation(Span(100, 180), people[0]),) if people and dice.random() < 0.4 else (),
        people=tuple(PersonMention(Span(50, 60), name) for name in people),
        claims=(Claim(Span(80, 140), "ukrainischen Angaben", dice.choice(list(Side))),) if dice.random() < 0.5 else (),
        unverified=dice.random() < 0.1,
    )


def documents(
    entries: int, seed: int = 0, letters: tuple[int, int] = (300, 1_160)
) -> Iterator[tuple[Document, dict[int, Annotations]]]:
    """So many entries in documents of sixty, day by day, outlet by outlet; with what was understood of them."""
    dice, pages = Random(seed), -(-entries // A_PAGE)
    for page in range(pages):
        day = LAST_DAY - timedelta(days=DAYS - 1 - page * DAYS // pages)
        outlet = OUTLETS[page % len(OUTLETS)]
        minutes = sorted(dice.choices(range(1_440), k=min(A_PAGE, entries - page * A_PAGE)), reverse=True)
        told = [
            (
                Moment(day, time(minute // 60, minute % 60)),
                drawn(dice, 50),
                tuple(drawn(dice, letters_each) for letters_each in _lengths(dice, letters)),
            )
            for minute in minutes
        ]
        made = tuple(
            Entry(key, moment, headline, paragraphs, source=outlet)
            for key, (moment, headline, paragraphs) in zip(keys(outlet, told), told, strict=True)
        )
        address = f"https://{outlet.lower()}.example/ticker/{seed}-{page}"
        title = f"Liveticker {outlet} {day} {page}"
        yield (
            Document(title, DocumentKind.TICKER, made, outlet, address, Moment(day)),
            {index: annotated(dice) for index in range(len(made))},
        )


def _lengths(dice: Random, letters: tuple[int, int]) -> Iterator[int]:
    """The lengths of an entry's paragraphs."""
    whole = dice.randint(*letters) - 50
    while whole > 0:
        yield min(whole, 280)
        whole -= 280
