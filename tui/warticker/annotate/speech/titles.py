"""Distinguishes names and titles in quotation marks from speech."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from warticker.annotate.language.heads import PAPERS, lands
from warticker.annotate.language.known import endings, load
from warticker.annotate.language.masking import mark_before
from warticker.expressions import compiled
from warticker.model import Span

SPEECH_SIGNS = compiled(r"[.!?…,;]")
ADDRESS = compiled(r"(?:[\w-]+\.)+[a-z]{2,6}")
ACRONYM = compiled(r"[A-ZÄÖÜ]{2,}")
SIGN = compiled(r"[A-Z]\w*-?\d+\w*")
GIVEN = compiled(r"\b[A-ZÄÖÜ][\w-]* $")
ARTICLED_NOUN = compiled(r"\b(?:[Dd](?:er|ie|as|es|em|en)|[Ee]ine?[rsmn]?) ([A-ZÄÖÜ][\w-]{3,30}) $")
EXPLAINED = compiled(r", (?:de[rmn]|die|das|eine?[rmn]?) (?:[a-zäöüß-]{2,30} ){0,2}([A-ZÄÖÜ][\w-]{3,30})")
"""An explanation after a name: die "Möwe", ein altes Boot."""
LONGEST_NOUN = 40
LONGEST_CLAUSE = 120
"""How many code points before the marks are looked at."""
WORDS = ("bezeichnung", "begriff", "begriffs", "wort", "wortes", "ausdruck", "parole", "ruf", "vorwurf")
"""Endings of nouns for expressions."""
GIVING = compiled(r"nenn|nann|bezeichn|schimpf|sprach|sprich|sprech|wirft|warf|werf|als ")
"""Verbs by which somebody uses the quoted word."""
SHOUTING = compiled(
    r"(?:rief(?:en)?|ruf[et]n?|skandier\w+|schrieb(?:en)?|Parolen?|Sprüchen?|Rufen?|Slogans?)(?: wie)?:? $"
)
"""Verbs before words that are shouted or written, however short."""
EXAMPLE = compiled(r" wie(?: etwa| beispielsweise| zum Beispiel)?$")
"""Text between a noun for things and the name of one: Schiffe wie "Möwe"."""
LISTED = compiled(r"[\"„“”‟»«]?(?:,| und| oder| sowie) [\"„“”‟»«]")
"""Text between quoted list items."""
LINKING = frozenset({"der", "des", "für", "und", "von", "zu", "zum", "zur"})
"""Lowercase words within a long name."""
DECLINED = ("e", "en", "es")
"""Endings of adjectives before their noun, except for the ending of cities' adjectives."""


@cache
def _told() -> Mapping[str, tuple[str, ...]]:
    """Words that mark names and titles, by their position."""
    told = {where: tuple(words) for where, words in load("german.yaml")["in_marks"].items()}
    return told | {"nouns": (*told["nouns"], *endings("vessels"))}


def is_name(text: str, span: Span) -> bool:
    """Whether a quoted text is a name (a paper, ship, work, nickname) and not speech."""
    words = span.of(text).split()
    if len(words) == 1 and (ADDRESS.fullmatch(words[0]) or SIGN.fullmatch(words[0]) or ACRONYM.fullmatch(words[0])):
        return True
    if SPEECH_SIGNS.search(words[-1]):
        return False
    lowered, told = [word.lower() for word in words], _told()
    small = [word for word in words if word[0].islower() and word not in told["foreign"]]
    if len(words) > 4 and len(small) <= 1 and LINKING.issuperset(small):
        return True
    if len(words) > 8:
        return False
    if len(words) <= 4 and (
        (lowered[-1] in told["media"] and words[-1][0].isupper() and (len(words) == 1 or words[0][0].isupper()))
        or (lowered[0] in told["media"] and "am" in lowered)
    ):
        return True
    if lowered[-1].endswith((*PAPERS, "nachrichten")):
        return True
    opened = mark_before(text, span.start)
    before = text[max(0, opened - 40) : opened]
    if _is_nickname(text, span, before) or _is_set_apart(text, span, words, opened):
        return True
    capitals = sum(not word[0].islower() for word in words)
    # UN and LA are no words of another language.
    foreign = any(word.lower() in told["foreign"] for word in words if not word.isupper())
    if foreign and capitals * 2 >= len(words):
        return True
    # The first word of a sentence is capitalised anyway: "Weitere Schritte" seien geplant.
    begins = before.rstrip(" ")[-1:] in ("", "\n", ".", ":", "!", "?")
    headline = span.start == 1 and text[span.end + 1 : span.end + 2] == "\n"
    said = headline or (begins and words[0].endswith(DECLINED)) or SHOUTING.search(before)
    if capitals == len(words) > 1 and not any(word in told["small"] for word in lowered) and not said:
        return True
    if len(words) > 2 and words[-1][0].isupper() and any(word.endswith(told["heads"]) for word in lowered[:2]):
        return True
    # A short name may be in lower case: der Sender "rbb", die sogenannte "kleine Lösung".
    return (len(words) < 3 or not words[0][0].islower()) and _introduces_name(before)


def _is_set_apart(text: str, span: Span, words: list[str], opened: int) -> bool:
    """Whether marks emphasise a term: alone in brackets, beside a hyphen, before `genannt`."""
    before, behind = text[max(0, opened - 6) : opened], text[span.end + 1 : span.end + 15]
    if (before.endswith("(") and behind.startswith(")")) or before.endswith("-"):
        return True
    if behind[:1] == "-" and behind[1:2].isupper():
        return True
    if words[0][0].isupper() and behind.startswith((" genannt", " getauft")):
        return True
    if len(words) != 1 or not words[0][0].isupper():
        return False
    if before.lower().endswith((" laut ", "\nlaut ", " bei ")):
        return True
    explained = EXPLAINED.match(text, span.end + 1)
    if explained and explained[1].lower().endswith(_told()["nouns"]):
        return True
    return _is_apposed(text[max(0, opened - LONGEST_CLAUSE) : opened])


def _is_apposed(before: str) -> bool:
    """Whether a single quoted noun is the name of the noun before it, with its article: das Boot "Möwe".

    Not if that noun is one for expressions, nor if a verb gives the name: nannte die Lage "Unfug".
    """
    noun = ARTICLED_NOUN.search(before[-LONGEST_NOUN:])
    if noun is None or noun[1] in lands() or noun[1].lower().endswith(WORDS):
        return False
    return not GIVING.search(before.rpartition(". ")[2])


def _introduces_name(before: str) -> bool:
    """Whether the word before the marks announces a name: ship, paper, so-called."""
    clause = EXAMPLE.sub("", before.rsplit("\n", 1)[-1].rstrip(" :"))
    last, told = clause.rsplit(" ", 1)[-1].lstrip("(").lower(), _told()
    return last in told["before"] or (last.endswith(told["nouns"]) and not before.endswith(": "))


def _is_nickname(text: str, span: Span, before: str) -> bool:
    """Whether the marks are between a first and a last name: Robert "Madyar" Brovdi."""
    after = text[span.end + 1 : span.end + 3]
    return (
        len(span.of(text).split()) <= 2
        and len(after) == 2
        and after[0] == " "
        and after[1].isupper()
        and span.of(text)[0].isupper()
        and GIVEN.search(before) is not None
    )
