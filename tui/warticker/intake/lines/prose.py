"""The kind of a line by how it is written: sentences, or a headline (short, no full stop)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from warticker.expressions import compiled

_CLOSERS = "\"“”’‘»«›‹)]'"
BULLETS = ("•", "·", "▪", "-", "*")
OPENERS = "\"„“»«‚‘›‹('["
_LONGEST_HEADLINE = 190
_MOST_WORDS = 26
_MOST_CALLED = 9
"""The most words of a headline that ends with an exclamation mark, or has more than one question."""
_MOST_ASKED = 18
"""The most words of a question that is a headline."""
_MOST_COMMAS = 4
"""The most commas after a headline's colon: a list of names has more."""
_KICKER = 4
"""A headline at the top with at least so many spaces is more than a kicker."""
_TINY = 4
"""The length of a line without content: `Ja`."""
_ABBREVIATIONS = compiled(
    r"(?:\b(?:Dr|Prof|St|Nr|Mio|Mrd|Mr|Mrs|Ms|Hl|bzw|ca|etc|usw|vgl|evtl|inkl|Abs|Art|Str|Tel|Gen|Lt|Co|Inc|Jan|Feb|Aug|Sept?|"
    r"Okt|Nov|Dez|z\. ?B|u\. ?a|d\. ?h|o\. ?ä|v\. ?Chr|i\. ?V|[A-HJ-NPRSTVW])|(?<!\d)\d{1,2})\.$"
)
_SMALL_NAME = compiled(
    r"(?:[a-zäöü]{1,6}-[A-ZÄÖÜ]|[a-z][A-Z]|[a-z]-[a-z]{3}|[a-z0-9-]{2,20}\.(?i:de|at|ch|com|net|org|tv)\b|"
    r"(?:ntv|n-tv|dpa|taz|rbb|funk|tagesschau|dm)\b)"
)
_GOES_ON = compiled(
    r"(?:Zuvor|Zudem|Auß?s?erdem|Allerdings|Jedoch|Demnach|Dabei|Hinzu|Deshalb|Deswegen|Dadurch|Danach|Daraufhin) "
)
"""Beginnings of sentences that continue what was said, and hardly of headlines."""
_FIGURE = compiled(r" ?[+–−-]?\d[\d.,'’]*(?: ?%{1,2})?(?:,? |$|, )?")
YEAR = compiled(r"(?:1\d|20)\d\d")
_LONGEST_CELL = 40
"""The longest part of a row."""
_ROW_PARTS = 3
_ROW_WORDS = 2
"""The most spaces in the words before a row's figure."""
_SENTENCE_BREAK = compiled(
    rf"[.!?…][{re.escape(_CLOSERS)}]?\ (?=[{re.escape(OPENERS)}]?(?:[A-ZÄÖÜ0-9]|[a-z]{{2,6}}-[A-Z]))"
)
PERSON = compiled(
    r"[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?(?: (?:von|van|de|der|[A-ZÄÖÜ]\.))?(?: [A-ZÄÖÜ][a-zäöüß-]+){1,2}"
)
"""A first and a last name."""
_BEFORE_NOUNS = """
    an am angesichts anlässlich auf aufgrund aus außerhalb bei beim bis dank durch entlang für gegen gegenüber gemäß
    hinter im in infolge ins mit mithilfe nach nahe neben oberhalb ohne samt seit trotz über um unter unterhalb unweit
    vom von vor während wegen zu zum zur zwischen und oder sowie wie als
    das dem den der des die ein eine einem einen einer eines ihr ihre ihrem ihren ihrer sein seine seinem seinen seiner
"""
"""Words before and between nouns."""
_CUT_OFF = compiled(r" (?:als|beim|d(?:as|ass|e[mnrs]|ie)|eine[nrs]?|für|im|ins?|oder|und|vo[mn]|wie|zu[mr])$")
"""An end that no headline has; prepositions that verbs end with as well, `greift an`, are none."""
_OPENING = frozenset(
    {"Es", "Er", "Sie", "Wir", "Man", "Laut", "Wenn", "Weil", "Obwohl", "Da", "Doch", "Aber", "Auch", "So"}
)
"""Other beginnings of sentences."""
_VERB_FIRST = compiled(r"[A-ZÄÖÜ][a-zäöüß]+(?:t (?:der|die|das|ein|eine)|en Sie)\b")
"""Sentences that begin with a verb: `Bleibt die Frage`, `Meiden Sie`."""
_ADJECTIVE = compiled(r"\w+(?:isch|lich|ig)e[mnrs]?|\w{3,}e[mrs]")
"""Adjectives, by endings that verb forms do not have."""
_MARKS = ",;()–—-\"„“”»«›‹'’"
_FEWEST_WORDS = 5
_QUOTATION = r"[„“»«\"][^„“”»«\"]{3,150}[“”»«\"]"
_SAID = compiled(rf"^{_QUOTATION}(?=: | [–-] )|(?<=: ){_QUOTATION}$")
"""A quotation at the beginning or end of a headline."""
_LONGEST_SMILE = 8
_SMILE = compiled(r" [\U0001f300-\U0001faff\u263a][\U0001f300-\U0001faff\ufe0f\u200d]*$")
_LONGEST_SIGNATURE = 40
_SIGNATURE = compiled(r"(?<=[.!?…\"“”»«])(?: \([^()]{2,36}\)| ?/{1,2}[\w/ -]{2,20}| [a-z]{2,5}(?:/[a-z]{2,5}){1,3})$")


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a full stop or a smiley; then closing marks or `(dpa)`, `/bgf` may follow."""
    return _without_closers(text)[-1:] in {".", "!", "?", "…"} or _SMILE.search(text[-_LONGEST_SMILE:]) is not None


def has_no_verb(text: str, *, of_a_picture: bool = False) -> bool:
    """Whether a sentence consists of nouns and the words before them only, as below pictures.

    All lowercase words, verbs among them, are articles, prepositions and the like. A colon may follow anything but an
    article: `Das Ergebnis: zwölf Tote` is a statement. A text known to belong to a picture may have more adjectives:
    `Die wichtigsten Antworten im Überblick` is written the same way.
    """
    sentence = text.endswith(".") and text[0].isalnum() and not text[0].islower()
    if not sentence or text.count(" ") + 1 < _FEWEST_WORDS or sentence_breaks(text):
        return False
    if ":" in text and not of_a_picture and begins_with_a_small_word(text):
        return False
    if _VERB_FIRST.match(text):
        return False
    words = ["", *(word.strip(_MARKS) for word in text.rstrip(".").replace(":", "").split()), ""]
    small = [around for around in zip(words, words[1:], words[2:], strict=False) if around[1][:1].islower()]
    return bool(small) and all(
        word in _before_nouns()
        or (_is_adjective(word, after) and not _may_be_a_verb(before, word))
        or (of_a_picture and _is_declined(before, word, after))
        for before, word, after in small
    )


def _is_adjective(word: str, after: str) -> bool:
    """Whether a word is an adjective before a noun, another adjective or `und`, not a verb: `verwies auf`."""
    before = after[:1].isupper() or after[:1].isdigit() or after in {"und", "oder"} or _ADJECTIVE.fullmatch(after)
    return bool(before) and _ADJECTIVE.fullmatch(word) is not None


def _may_be_a_verb(before: str, word: str) -> bool:
    """Whether a word with an adjective's ending may be a verb: no function word precedes it, `Ämter bestätigen`."""
    return word.endswith("en") and not (before.casefold() in _before_nouns() or _ADJECTIVE.fullmatch(before))


def _is_declined(before: str, word: str, after: str) -> bool:
    """Whether a word between an article and a noun is an adjective, whatever its ending: `der neue Damm`."""
    article = before.casefold() in _before_nouns() and before not in {"und", "oder", "sowie", "wie", "als"}
    return article and word.endswith(("e", "en")) and (after[:1].isupper() or _is_adjective(after, "N"))


def begins_with_a_small_word(text: str) -> bool:
    """Whether a text begins with an article, a preposition, a pronoun or the like, as few headlines do."""
    first = text.partition(" ")[0]
    return first.istitle() and (first.casefold() in _before_nouns() or first in _OPENING)


@cache
def _before_nouns() -> frozenset[str]:
    return frozenset(_BEFORE_NOUNS.split())


def _without_closers(text: str) -> str:
    if (signed := _SIGNATURE.search(text[-_LONGEST_SIGNATURE:])) is not None:
        text = text[: len(text) - len(signed[0])]
    return text.rstrip(_CLOSERS + "„ ")


def sentence_breaks(text: str, limit: int = 5000) -> list[int]:
    """The boundaries of sentences in a text's first `limit` characters.

    A full stop after a number or an abbreviation does not count.
    """
    text = text[:limit]
    found = []
    for match in _SENTENCE_BREAK.finditer(text):
        before = text[max(0, match.start() - 12) : match.start() + 1]
        if not (text[match.start()] == "." and _ABBREVIATIONS.search(before)):
            found.append(match.end())
    return found


def is_headline(text: str) -> bool:
    """Whether a line could be a headline: short, one statement, without a final full stop; or a single year."""
    return 3 <= len(text) <= _LONGEST_HEADLINE and _is_headline(text)


@lru_cache(maxsize=50_000)
def _is_headline(text: str) -> bool:
    """As `is_headline`, of a short line, cached: layouts test the same lines again and again."""
    if not any(char.isalpha() for char in text[:20]):
        return YEAR.fullmatch(text) is not None
    words = text.count(" ") + 1
    if words > _MOST_WORDS or not begins(text) or is_row(text) or (text[0] == "(" and text[-1] == ")"):
        return False
    if text.partition(":")[2].count(",") > _MOST_COMMAS:
        return False
    if "://" in text:
        return False
    if words > _KICKER and _CUT_OFF.search(text) is not None:
        return False
    bare = _without_closers(text)
    last = bare[-1:]
    if last in {".", "…"}:
        return bool(bare.endswith(("...", "…")) and words <= 14 and not _runs_on(text))
    if last in {":", ",", ";"}:
        return False
    if words > _MOST_ASKED and last == "?":
        return False
    if words > _MOST_CALLED and (_GOES_ON.match(text) or _SMILE.search(text[-_LONGEST_SMILE:])):
        return False
    if words > (_MOST_ASKED if ": " in text else _MOST_CALLED) and (last == "!" or (last == "?" and "? " in bare)):
        return False
    return not _runs_on(text)


def is_row(text: str) -> bool:
    """Whether a line is a table's row: few words and a figure, `Offene Stellen: 312`, or several such pairs.

    Comma-separated parts must all have a figure: `12 Boote, 3 Brücken, 40 Helfer`.
    """
    parts = text.split(", ")
    if len(parts) >= _ROW_PARTS and all(map(_is_cell, parts)):
        return True
    name, *cells = text.split(":")
    if not cells or name.count(" ") > _ROW_WORDS or not name[-1:].isalpha():
        return False
    figures = [_FIGURE.match(cell) for cell in cells]
    ends = [cell[figure.end() :] for figure, cell in zip(figures, cells, strict=True) if figure is not None]
    return len(ends) == len(cells) and not ends[-1] and all(end[-1:].isalpha() for end in ends[:-1])


def _is_cell(text: str) -> bool:
    """Whether words and a figure are a table's cell; `6:4` is a score."""
    return len(text) <= _LONGEST_CELL and any(map(str.isdigit, text)) and any(map(str.isalpha, text))


def _runs_on(text: str) -> bool:
    """Whether full sentences precede the end; `Kein Strom? Was jetzt hilft` and `Aus! Kein Gas` are headlines.

    A quotation may have several: `Muster: „Es reicht. Wir gehen“`.
    """
    text = _SAID.sub("", text)
    return any(text[:at].rstrip(_CLOSERS + " ").endswith((".", "…")) for at in sentence_breaks(text))


def is_more_than_a_kicker(text: str) -> bool:
    """Whether a headline at the top of a page has more words than kickers, sections and names of series."""
    return text.count(" ") >= _KICKER


def begins(text: str) -> bool:
    """Whether a text begins something new, rather than continuing in lower case.

    Lowercase names begin headlines too: `ntv-Reporterin`, `taz`, `iPhone`, `example.org`.
    """
    return not text[:1].islower() or _SMALL_NAME.match(text) is not None


def is_paragraph(text: str) -> bool:
    """Whether a line is running text: it has a full stop, or several sentences, or is long."""
    return len(text) > _LONGEST_HEADLINE or ((len(text) > _TINY or text[2:].endswith(":")) and not is_headline(text))


def first_sentence(text: str) -> tuple[str, str]:
    """A text's first sentence, and the rest."""
    breaks = sentence_breaks(text)
    return (text, "") if not breaks else (text[: breaks[0]].strip(), text[breaks[0] :].strip())
