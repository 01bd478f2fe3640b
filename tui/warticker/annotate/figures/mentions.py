"""Numbers with what they count: "mindestens 24 Menschen", "3 Milliarden Euro", "bis zu 9 Tonnen Sprengstoff".

A span covers the bounding word, the number, and the counted noun with adjectives between: what a reader would
underline. Ages are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from warticker.annotate.figures.quantities import SINGLE, Quantity, quantities
from warticker.annotate.language.function_words import DETERMINERS, PREPOSITIONS, VERBS
from warticker.annotate.language.numerals import INDEFINITE
from warticker.annotate.language.pieces import Pieces, cut
from warticker.expressions import compiled
from warticker.model import Bound, Figure, Span

SPACE = "[ \u00a0\u202f]"
JOINED = compiled(
    rf"(?P<adjective>{SPACE}[a-zäöüß]{{4,30}}e[nr]?(?={SPACE}und))?"
    rf"{SPACE}?(?P<word>bis|auf|und|oder|beziehungsweise|–|-){SPACE}?(?:bis zu{SPACE})?"
    rf"|{SPACE}(?P<part>(?:der|von(?: den)?|ihrer|seiner|dieser)(?: insgesamt)?){SPACE}"
)
"""Text between two numbers that count the same: 4 und 5 Schiffe, 4 große und 5 kleine Schiffe, 4 der 5 Schiffe."""
BETWEEN = compiled(rf"zwischen{SPACE}$", re.IGNORECASE)
BETWEEN_REACH = len("zwischen ")
ADVERB = (
    "(?:[a-zäöüß]{2,20}(?:isch|ig|lich|weise|bar|sam|mals|end|haft|los|weit)|[a-zäöüß]{3,20}al|teils|sehr|stark|hoch|neu|voll"
    "|eigens|besonders|bereits|leicht|schwer|ganz|selbst|gefangen|komplett|meist|äußerst|heute)"
)
"""An adverb before an adjective: zwei strategisch wichtige Orte."""
ADJECTIVE = compiled(
    rf"(?P<and>{SPACE}(?:und|oder))?(?:{SPACE}{ADVERB})?"
    rf"{SPACE}(?P<word>(?:[a-zäöüß]{{2,12}}-)?[a-zäöüß]{{2,30}}(?P<ending>e|en|er|es|em))(?!\w)"
)
NOUN = "[A-ZÄÖÜ][\\w’'-]{0,60}(?:[*:]innen(?!\\w))?"
PREPOSITION = "(?:an|aus|auf|bei|durch|in|mit|nach|seit|über|unter|von|am|beim|im|vom|zum|zur)"
PARTICIPLE = "[a-zäöüß]{2,30}(?:t|en|end)en?"
BY_WHOM = compiled(
    rf"{SPACE}(?:{PREPOSITION}(?:{SPACE}de[rnm])?|{ADVERB}){SPACE}{NOUN}"
    rf"(?={SPACE}(?:(?:{ADVERB}{SPACE})?{PARTICIPLE}{SPACE}(?:[a-zäöüß]{{2,30}}en?{SPACE})?[A-ZÄÖÜ]|[A-ZÄÖÜ]{PARTICIPLE}(?!\w)))"
)
"""The complement of a participle before or instead of the noun: 29 von Kiew gestartete Drohnen, aus Kiew Geflohene."""
PARTITIVE = compiled(rf"(?:{SPACE}weiteren?)?{SPACE}(?:der|von(?: ihren| seinen)?|dieser|ihrer|seiner|solcher)(?!\w)")
COUNTED = compiled(
    rf"{SPACE}?(?P<sign>[%€$]|°C)|[\"“”«»]?{SPACE}(?P<noun>{NOUN}(?:(?<=-) (?:und|oder|sowie) {NOUN})?"
    r"|(?:km/h|km²|km|kg|cm|mm|kWh|ha|m²|m|t)(?!\w)|(?:verletzt|getötet|verwundet|vermisst|tot|festgenommen)(?!\w))"
)
"""The counted noun; it may share its end with another: Staats- und Regierungschefs."""
MEASURES = compiled(
    r"(?:(?:Kilo|Milli)?[Gg]ramm|Kilo|(?:Kilo|Mega)?[Tt]onnen?|Liter|Barrel|Kubikmetern?|Quadratkilometern?|Fass|Stück|Schuss|kg)"
)
TIMES = compiled(r"Sekunde|Minute|Stunde|Tage?|Woche|Monate?|Jahre?|Jahrzehnte?|Jahrhunderte?|(?:Kilom|M)etern?")
SUBSTANCE = compiled(rf"{SPACE}(?P<noun>[A-ZÄÖÜ][a-zäöüß]\w{{0,40}})")
"""The substance after a measure: Kilogramm Sprengstoff."""
_NO_ADJECTIVES = """
kamen kommen starben sterben erlitten oder aber aller jeder bisher immer wieder später früher daher vorher heute sowie
meine keine solche solcher solchen solches jene jenen sondern liegen stehen gehen gingen
"""
NO_ADJECTIVES = VERBS.union(DETERMINERS, PREPOSITIONS, _NO_ADJECTIVES.split())
"""Words with adjective endings between a number and a noun that it does not count."""
_NOT_COUNTED = """
Uhr MEZ MESZ GMT Ortszeit Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember
Die Der Das Den Dem Ein Eine Er Sie Es Wir Ich Und Aber Auch In Im Am Nach Bei Für Mit Laut Seit Wie Zu Zuvor Auf
"""
NOT_COUNTED = frozenset(_NOT_COUNTED.split())
"""Capitalised words after a number that it does not count: times, months, and words that begin a sentence."""
THOUSAND = 1000
"""Numbers from this on do not share the scale of the next: um 137 000 auf 1,15 Millionen."""
AT_ALL = compiled("wenigstens|zumindest", re.IGNORECASE)
AGE = compiled(rf"{SPACE}alt(?:e[nrs]?)?(?!\w)")
MOST_ADJECTIVES = 3
TALLY = compiled(
    rf"\b(?:Anz|Gesamtz|Z)ahl{SPACE}(?:der|von){SPACE}(?:[a-zäöüß]{{2,30}}{SPACE}){{0,5}}"
    rf"(?:{NOUN}{SPACE}[a-zäöüß]{{2,30}}[nt]en{SPACE})?(?P<noun>{NOUN})"
    rf"[^.!?:;\n]*{SPACE}(?:auf|bei){SPACE}(?:(?:bereits|inzwischen|mittlerweile|insgesamt|nun|derzeit|jetzt){SPACE})?$"
)
"""Words before a number for what it counts: die Zahl der Toten ist auf 23 gestiegen."""
TALLY_REACH = 180
LEFT_OUT = compiled(
    rf"{SPACE}weiteren?(?!\w|{SPACE}[A-ZÄÖÜ])|(?:{SPACE}andere)?{SPACE}(?:davon|von ihnen|[a-zäöüß]{{2,20}}ten|sind"
    r"|starben|kamen|gingen|schlugen|trafen|fielen|blieben|zerstört|abgeschossen|abgefangen|abgewehrt|beschädigt|verhaftet"
    rf"|gerettet|evakuiert|befreit|{'|'.join(sorted(VERBS))})(?!\w)"
)
"""Text after a number whose noun was named before: 12 wurden abgefangen, drei weitere starben."""
SHARE = compiled(r"(?:[,:(]| und| sowie| davon| darunter| jeweils) $")
"""Text before a number that may be a share of an earlier one: davon fünf."""
ELSEWHERE = compiled(rf"{SPACE}(?:über|im|in|bei|nahe|aus)(?:{SPACE}de[mnr])?{SPACE}[A-ZÄÖÜ]")
"""Text after a number of things that the sentence already counts: 12 Drohnen über Belgorod, drei über der Krim."""
NAME_BEFORE = compiled(r"(?<!\w)[A-ZÄÖÜ][\w-]*+ $")
"""A name that a number may belong to: Kanal 5 wurde abgeschaltet."""
LONGEST_NAME = 40
OF_PEOPLE = compiled(
    r"[^.!?:;,\n]{0,60}\b"
    r"(?:verletzt|Verletzungen|getötet|verwundet|vermisst|tot|festgenommen|verhaftet|starben|gestorben|ums Leben)\b"
)
"""Verbs that apply to people only."""
SENTENCE_END = compiled(r"[.!?\n]")
RECALLED = 200
"""Code points within which the noun was named before."""
PEOPLE = frozenset(word for word, value in INDEFINITE.items() if 100 <= value < 1e6)
"""Words that count people when they stand alone: Tausende warten."""


def figures(text: str, pieces: Pieces | None = None) -> tuple[Figure, ...]:
    """The figures of a text, in order; a span covers bound, number, adjectives and noun.

    `pieces` are the text's, if known.
    """
    found: list[Figure] = []
    other: Quantity | None = None
    for quantity in quantities(text, pieces or cut(text)):
        taken = found[-1].span.end if found else 0
        counted = counted_after(text, quantity) or tallied(text, quantity) or left_out(text, quantity, found)
        if counted and quantity.start >= taken:
            end, noun = counted
            joined = JOINED.fullmatch(text, other.end, quantity.start) if other else None
            whole = Span(quantity.start, end)
            if not other or not joined or other.start < taken or (joined["adjective"] and noun.islower()):
                found.append(Figure(whole, quantity.value, noun, quantity.bound))
            elif joined["word"] in ("bis", "–", "-"):
                found.append(Figure(Span(other.start, end), quantity.value, noun, Bound.UP_TO))
            elif between := BETWEEN.search(text, max(0, other.start - BETWEEN_REACH), other.start):
                found.append(Figure(Span(between.start(), end), quantity.value, noun, Bound.UP_TO))
            else:
                alike = other.scale == 1 and other.value < THOUSAND and not joined["part"]
                shared = other.value * (quantity.scale if alike else 1)
                first = Span(other.start, max(other.end, joined.end("adjective")))
                found.append(Figure(first, shared, noun, other.bound))
                found.append(Figure(whole, quantity.value, noun, quantity.bound))
        other = quantity
    return tuple(found)


def counted_after(text: str, quantity: Quantity) -> tuple[int, str] | None:
    """Where a quantity's figure ends, and what it counts; None if it counts nothing."""
    end = quantity.end
    if preceding := BY_WHOM.match(text, end) or PARTITIVE.match(text, end):
        end = preceding.end()
    ending = ""
    for _ in range(MOST_ADJECTIVES):
        adjective = ADJECTIVE.match(text, end)
        if not adjective or adjective["word"] in NO_ADJECTIVES or (adjective["and"] and adjective["ending"] != ending):
            break
        end, ending = adjective.end(), adjective["ending"]
    counted = COUNTED.match(text, end)
    if not counted:
        return None
    noun = counted["sign"] or counted["noun"].rstrip("-'’")
    end = counted.end() if counted["sign"] else counted.start("noun") + len(noun)
    if noun in NOT_COUNTED or AGE.match(text, end):
        return None
    if quantity.value == 1 and quantity.written != "1" and noun not in SINGLE and not counts_one(text, quantity, noun):
        return None
    if MEASURES.fullmatch(noun) and (substance := SUBSTANCE.match(text, end)):
        return substance.end(), f"{noun} {substance['noun']}"
    return end, noun


def tallied(text: str, quantity: Quantity) -> tuple[int, str] | None:
    """Where a quantity ends, and what it counts according to the words before it."""
    before = text[max(0, quantity.start - TALLY_REACH) : quantity.start]
    tally = TALLY.search(before)
    return (quantity.end, tally["noun"]) if tally else None


def left_out(text: str, quantity: Quantity, before: Sequence[Figure]) -> tuple[int, str] | None:
    """Where a quantity with omitted noun ends, and what it counts: the same as the figure before it, or people."""
    if quantity.written in PEOPLE and text[quantity.end - len(quantity.written)].isupper():
        return quantity.end, "Menschen"
    numbered = quantity.written.isdigit() and NAME_BEFORE.search(
        text, max(0, quantity.start - LONGEST_NAME), quantity.start
    )
    if numbered or not (LEFT_OUT.match(text, quantity.end) or elsewhere(text, quantity, before)):
        return None
    if OF_PEOPLE.match(text, quantity.end):
        return quantity.end, "Menschen"
    return (quantity.end, before[-1].noun) if before and quantity.start - before[-1].span.end < RECALLED else None


def elsewhere(text: str, quantity: Quantity, before: Sequence[Figure]) -> bool:
    """Whether a quantity is a part, by place, of what its sentence counts: davon fünf über Belgorod."""
    shared = SHARE.search(text, max(0, quantity.start - LONGEST_NAME), quantity.start)
    if not before or not shared or not ELSEWHERE.match(text, quantity.end):
        return False
    return not SENTENCE_END.search(text, before[-1].span.end, quantity.start)


def counts_one(text: str, quantity: Quantity, noun: str) -> bool:
    """Whether `ein` is a number where it could be the article: mindestens eine Rakete, but not wenigstens einen Sieg.

    `Etwa ein Angriff` is an example, `etwa eine Stunde` a duration, `bis zu einer Lösung` a time.
    """
    if quantity.bound in (Bound.ABOUT, Bound.UP_TO):
        return bool(TIMES.fullmatch(noun))
    return quantity.bound is Bound.AT_LEAST and not AT_ALL.match(text, quantity.start)
