"""Texts -> the persons that they name, by how German news introduces them.

A person is found by a given name, by an office before the name ("Gouverneur Oleh Kiper"), by what follows it (an age,
an office in apposition, a verb of saying), or because data/speakers.yaml knows the name. A last name alone is whom the
document has introduced; else the well-known person of that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress

from warticker.annotate.known import known, known_otherwise, skeleton
from warticker.annotate.last_names import ARTICLE_BEFORE, Found, Word, by_last_name, resolved
from warticker.annotate.pieces import Pieces, cut
from warticker.annotate.words import (
    GIVEN,
    LAST,
    OFFICE,
    PLAIN,
    WORD,
    Kind,
    bare,
    is_title,
    kind,
    last_name,
    matters,
    may_be_last_name,
    particles,
)
from warticker.model import PersonMention, Span

CAPITALISED = re.compile(
    r"(?<![\w'’-])((?:(?:al|el|as|asch|at|ad|an|ar)-)?[^\W\d_a-zß-öø-ÿ][\w'’´]*+(?:-\w[\w'’´]*+)*+)"
)
NICKNAME = re.compile(r" [\"„“”»«'‚‘][\w .-]{2,25}[\"“”„»«'‘’] ")
BETWEEN = re.compile(
    r" | (?:[A-Z]\. ?){1,2}"
    r"| ?(?:(?:von|van|de|der|den|del|della|di|da|du|dos|la|le|zu|bin|ibn|al|el|ben|ten|ter|af|vom|Graf|Al) ){1,3}"
)
SHORTENED = re.compile(r" [A-ZÄÖÜ]\.(?=,| [a-zäöü(])")
"""A last name that the press shortens: Anna B. wurde."""
VESSELS = (
    "zeugträger",
    "schrauberträger",
    "schiff",
    "fregatte",
    "kreuzer",
    "boot",
    "korvette",
    "zerstörer",
    "tanker",
    "frachter",
    "eisbrecher",
)
PATRONYMICS = ("owitsch", "ewitsch", "owytsch", "ewytsch", "jowytsch", "owna", "ewna", "iwna", "jiwna", "itschna")
ARABIC = ("al-", "el-", "as-", "asch-", "at-", "ad-", "an-", "ar-")
NAMESAKE = re.compile(r"[ -](?:Award|Preis|Stiftung|Verlag|Konzern|Universität|Institut|Platz|Straße|Airport|Stadion)")
"""What is called for somebody, and is not him."""
CAPITAL_PARTICLES = frozenset(["Le", "La", "De", "Del", "Van", "Von", "Al", "El", "Bin", "Da", "Di", "Mc", "O"])
EVIDENCE_AFTER = re.compile(
    r" ?\(\d\d\)|, \d\d,"
    r"|,? (?:sagt|erklärt|beton|schreibt|schrieb|berichtet|teilt|warnt|fordert)e? "
)
APPOSITION = re.compile(
    r" ?\((?:CDU|CSU|SPD|FDP|AfD|BSW|Grüne|Linke)\)"
    r"|, (?:(?:der|die|ein|eine|einer|früherer?|ehemaliger?) )?(?:[a-zäöü-]+ ){0,2}([A-ZÄÖÜ][\w-]+)"
)


def people(texts: Sequence[str], cuts: Sequence[Pieces] | None = None) -> tuple[tuple[PersonMention, ...], ...]:
    """Find the persons that each of a document's texts names; a last name alone is resolved within the document.

    `cuts` are the texts' pieces where they are known.
    """
    cuts = cuts or list(map(cut, texts))
    read = [(text, words := _words(own), list(_introduced(text, words))) for text, own in zip(texts, cuts, strict=True)]
    document = by_last_name(found for _, _, founds in read for found in founds)
    return tuple(resolved(text, words, founds, document) for text, words, founds in read)


def _words(pieces: Pieces) -> list[Word]:
    """Give the words of a text that can be part of a name."""
    found = pieces.looks(_telling)
    return [
        Word(word, start + offset, start + end, what, begins)
        for start, words in zip(compress(pieces.starts, found), filter(None, found), strict=True)
        for word, offset, end, what, begins in words
    ]


def _telling(piece: str) -> tuple[tuple[str, int, int, Kind, bool], ...]:
    """Give the words of a piece of text that can be part of a name: where each stands, and what it may be."""
    if piece.islower():
        return ()
    words = [match for match in CAPITALISED.finditer(piece) if matters(match[0])]
    return tuple((word[0], *word.span(), kind(word[0]), _begins(word[0])) for word in words)


def _begins(word: str) -> bool:
    """Tell whether a name may begin with a word, or an office stand before it."""
    return kind(word) is not WORD or "-" in word or word in known().full


def _introduced(text: str, words: Sequence[Word]) -> Iterator[Found]:
    """Find persons, each stretch once, from left to right."""
    end = 0
    full = known().full
    for index, word in enumerate(words):
        if not word.begins or word.start < end:
            continue
        found = _known_whole(text, word) if word.text in full else None
        found = found or _by_kind(text, words, index, word.kind)
        if found is None or text[max(0, word.start - 20) : word.start].rstrip(' "„“»«').endswith(VESSELS):
            continue
        end = found.span.end
        if not NAMESAKE.match(text, end):
            yield found


def _known_whole(text: str, word: Word) -> Found | None:
    for spelling, person in known().full[word.text]:
        end = word.start + len(spelling)
        if text.startswith(spelling, word.start) and not text[end : end + 1].isalnum():
            return Found(Span(word.start, end), person.name, True)
        if text.startswith(spelling + "s", word.start) and not text[end + 1 : end + 2].isalnum():
            return Found(Span(word.start, end), person.name, True)
    return None


def _by_kind(text: str, words: Sequence[Word], index: int, word_kind: Kind) -> Found | None:
    word = words[index]
    if word_kind is GIVEN:
        return _after_given_name(text, words, index)
    if word_kind is LAST:
        name = last_name(word.text)
        return Found(Span(_particles_start(text, word, name), word.start + len(_surface(word.text))), name, False)
    if word_kind is OFFICE:
        return _after_office(text, words, index)
    if word_kind is PLAIN and index + 1 < len(words) and words[index + 1].start == word.end + 1:
        return _by_evidence(text, words, index) if text[word.end] == " " else None
    if "-" in word.text:
        return _in_compound(word)
    return None


def _particles_start(text: str, word: Word, name: str) -> int:
    """Tell where a last name begins: with its particles (von der Leyen), if they stand before it."""
    parts = name.split()
    if parts[0].endswith("."):
        forms = (parts[0] + " ", parts[0].replace(".", ". "), parts[0].replace(".", "") + " ")
        return word.start - next((len(form) for form in forms if text.endswith(form, 0, word.start)), 0)
    if len(parts) < 3 or parts[-2] not in particles():
        return word.start
    tail = " ".join(part for part in parts[1:-1] if part in particles()) + " "
    start = word.start - len(tail)
    return start if start >= 0 and text[start : word.start].lower() == tail else word.start


def _surface(word: str) -> str:
    """Give the word without the ending of its genitive."""
    return word if word in known().last else bare(word)


def _in_compound(word: Word) -> Found | None:
    """Find the well-known name that a compound begins with: Putin-Vertrauter, Trump-Putin-Treffen."""
    part = word.text.partition("-")[0]
    if part in known().last:
        return Found(Span(word.start, word.start + len(part)), last_name(part), False)
    return None


def _adjacent(text: str, left: Word, right: Word) -> bool:
    """Tell whether only a space, initials, a nickname in marks or particles part two words."""
    gap = right.start - left.end
    if gap == 1:
        return text[left.end] == " "
    return gap <= 30 and bool(BETWEEN.fullmatch(text, left.end, right.start))


def _after_given_name(text: str, words: Sequence[Word], index: int) -> Found | None:
    """Join a given name, further ones, and the last name behind them; a nickname in marks may part them."""
    last = index
    while last - index < 6:
        following = _next(text, words, last)
        if following is None:
            break
        word_kind = words[following].kind
        if words[following].text in CAPITAL_PARTICLES:
            last = following
            continue
        if word_kind in (WORD, OFFICE) and not _is_odd_last_name(text, words[following], word_kind):
            break
        last = following
        if word_kind is not GIVEN and not _goes_on(text, words, last):
            break
    if last > index and len(words[last].text) > 1:
        return _found(text, words[index], words[last])
    shortened = SHORTENED.match(text, words[index].end)
    return (
        Found(Span(words[index].start, shortened.end()), words[index].text + shortened[0], True) if shortened else None
    )


def _goes_on(text: str, words: Sequence[Word], index: int) -> bool:
    """Tell whether a name goes on behind what could be its last: Moussa Faki Mahamat, a father's name, al-Thani."""
    following = _next(text, words, index)
    if following is None:
        return False
    father = words[index].text.endswith(PATRONYMICS) and words[following].kind in (PLAIN, LAST)
    return father or words[following].kind is GIVEN or words[following].text.startswith(ARABIC)


def _next(text: str, words: Sequence[Word], index: int) -> int | None:
    """Give the capitalised word that may go on a name, if there is one."""
    if nickname := NICKNAME.match(text, words[index].end):
        for following in range(index + 1, min(index + 5, len(words))):
            if words[following].start == nickname.end():
                return following
    if index + 1 < len(words) and _adjacent(text, words[index], words[index + 1]):
        return index + 1
    return None


def _is_odd_last_name(text: str, word: Word, word_kind: Kind) -> bool:
    """Tell whether an office or a noun is a last name here (Claudia Major, Merrick Garland): no name follows."""
    if word_kind is WORD:
        return may_be_last_name(word.text) and not text[word.end : word.end + 2].strip().isupper()
    return word_kind is OFFICE and not word.text.lower().endswith("in") and text[word.end : word.end + 1] != " "


def _found(text: str, first: Word, last: Word) -> Found:
    """Name what stands from one word to another, without nickname and without the genitive's ending."""
    stretch = text[first.start : last.end]
    surname = last.text
    ending = len(surname) - len(bare(surname)) if _is_genitive(text, last) else 0
    end = last.end - ending
    name = NICKNAME.sub(" ", stretch[: len(stretch) - ending])
    person = known().names.get(name) or known_otherwise(name)
    if person:
        return Found(Span(first.start, end), person.name, True)
    whole = kind(surname) is LAST and _same_person(name, last_name(surname))
    return Found(Span(first.start, end), last_name(surname) if whole else name, True)


def _same_person(name: str, known_name: str) -> bool:
    """Tell whether a first and last name are a well-known person's in another spelling."""
    first, other = name.split()[0], known_name.split()[0]
    return first[:3] == other[:3] or _consonants(first) == _consonants(other)


@lru_cache(maxsize=4096)
def _consonants(name: str) -> str:
    """Bring a given name to the consonants that its forms share: Wladimir and Wolodymyr, Alexander and Oleksandr."""
    return VOWELS.sub("", skeleton(name[:40]))


VOWELS = re.compile("[aeiouäöüyj]")


def _is_genitive(text: str, word: Word) -> bool:
    """Tell whether a name's final s is the genitive's: a noun follows, or an apostrophe ends it."""
    surname = word.text
    if surname[-1] in "'’´":
        return True
    if surname[-1] != "s" or len(surname) < 4 or surname in known().last:
        return False
    if surname[:-1] in known().last:
        return True
    return surname[-2] not in "aeiousßxzn" and bool(re.match(r" [A-ZÄÖÜ]", text[word.end : word.end + 2]))


def _after_office(text: str, words: Sequence[Word], index: int) -> Found | None:
    """Find the name that an office introduces: one or two words that nobody knows."""
    start = index + 1
    if start >= len(words) or words[start].start != words[index].end + 1 or text[words[index].end] != " ":
        return None
    first = words[start]
    if index and words[index - 1].end == words[index].start - 1 and words[index - 1].text.endswith(VESSELS):
        return None
    if first.kind is not PLAIN or (first.text in known().full and _known_whole(text, first)):
        return None
    if start + 1 < len(words) and _adjacent(text, first, words[start + 1]):
        second = words[start + 1]
        following = second.kind
        if (following in (PLAIN, LAST, GIVEN) or _is_odd_last_name(text, second, following)) and not text.startswith(
            "s ", first.end - 1
        ):
            return _found(text, first, second)
    surname = bare(first.text) if _is_genitive(text, first) else first.text
    if not is_title(words[index].text) or len(surname) < 3 or surname.endswith(("ischer", "ische")):
        return None
    return Found(Span(first.start, first.start + len(surname)), surname, False)


def _by_evidence(text: str, words: Sequence[Word], index: int) -> Found | None:
    """Find two unknown words as a name where an age, an office or a verb of saying follows them."""
    first, second = words[index], words[index + 1]
    if second.kind not in (PLAIN, LAST) or first.text.lower() == second.text.lower():
        return None
    if ARTICLE_BEFORE.search(text, max(0, first.start - 8), first.start):
        return None
    if text.startswith(", ", first.start - 2) and text[second.end : second.end + 1] in (",", ".", ":"):
        heads = words[max(0, index - 6) : index]
        if any(head.kind is OFFICE and first.start - head.end < 80 for head in heads):
            return _found(text, first, second)
    apposed = APPOSITION.match(text, second.end)
    if EVIDENCE_AFTER.match(text, second.end) or (apposed and (not apposed[1] or kind(apposed[1]) is OFFICE)):
        return _found(text, first, second)
    if second.kind is LAST and _same_person(first.text, last_name(second.text)):
        return _found(text, first, second)
    return None
