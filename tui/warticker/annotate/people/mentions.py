"""Finds the persons that texts name, by how German news introduces them.

A person is found by a given name, by an office before the name ("Gouverneur Oleh Kiper"), by what follows it (an age,
an office in apposition, a verb of saying), or because data/speakers.yaml knows the name. A bare last name means whoever
the document has introduced; else the well-known person of that name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from warticker.annotate.language.known import endings, known, sources
from warticker.annotate.language.pieces import Pieces, cut
from warticker.annotate.language.words import (
    GIVEN,
    LAST,
    OFFICE,
    PLAIN,
    WORD,
    Kind,
    bare,
    bearer,
    is_title,
    kind,
    last_name,
    matters,
)
from warticker.annotate.people.full_names import (
    INITIAL,
    NAMESAKE,
    adjacent,
    after_given_name,
    joined,
    same_person,
    without_genitive,
)
from warticker.annotate.people.last_names import Found, Word, bearers, follows_article, particles_start, resolved
from warticker.expressions import compiled
from warticker.model import PersonMention, Span

CAPITALISED = compiled(r"(?<![\w'’-])((?:(?:al|el|as|asch|at|ad|an|ar)-)?[^\W\d_a-zß-öø-ÿ][\w'’´]*+(?:-\w[\w'’´]*+)*+)")
FULL = compiled(r"\)|[ -](?:[\"„“»«'‚‘]|(?:von|van|de|del|da|di|bin|ibn|al|el) )?[A-ZÄÖÜ]")
"""What may follow a given name that does not stand alone."""
SAINTS = ("San ", "Santa ", "São ", "Saint ", "Sankt ")
"""Words before a given name in a town's name: San Francisco."""
MARKS = frozenset('„“”»«"')
CALLED_FOR = ("typ", "typs", "flughafen", "flughafens")
"""Endings of words before the names of models and airports."""
EVIDENCE_AFTER = compiled(
    r" ?\(\d\d\)|, \d\d,"
    r"|,? (?:sagt|erklärt|beton|schreibt|schrieb|berichtet|teilt|warnt|fordert)e? "
)
APPOSITION = compiled(r", (?:(?:der|die|ein|eine|einer|früherer?|ehemaliger?) )?(?:[a-zäöü-]+ ){0,2}([A-ZÄÖÜ][\w-]+)")


def people(texts: Sequence[str], cuts: Sequence[Pieces] | None = None) -> tuple[tuple[PersonMention, ...], ...]:
    """The persons that each of a document's texts names; a bare last name is resolved within the document.

    `cuts` are the texts' pieces, if known.
    """
    cuts = cuts or list(map(cut, texts))
    read = [(text, words := _words(own), list(_introduced(text, words))) for text, own in zip(texts, cuts, strict=True)]
    document = bearers(found for _, _, founds in read for found in founds)
    return tuple(resolved(text, words, founds, document) for text, words, founds in read)


def _words(pieces: Pieces) -> list[Word]:
    """The words of a text that can be part of a name."""
    starts = pieces.starts
    return [
        Word(word, starts[piece] + offset, starts[piece] + end, what)
        for piece, words in pieces.found(_telling)
        for word, offset, end, what in words
    ]


def _telling(piece: str) -> tuple[tuple[str, int, int, Kind], ...]:
    """The words of a piece of text that can be part of a name: the position of each, and what it may be."""
    if piece.islower():
        return ()
    words = [match for match in CAPITALISED.finditer(piece) if matters(match[0])]
    return tuple((word[0], *word.span(), kind(word[0])) for word in words)


def _introduced(text: str, words: Sequence[Word]) -> Iterator[Found]:
    """Find persons from left to right, each stretch once."""
    end = 0
    full = known().full
    for index, word in enumerate(words):
        if word.start < end:
            continue
        found = _known_whole(text, word) if word.text in full else None
        found = found or _by_kind(text, words, index, word.kind)
        if found is None or text.endswith(SAINTS, 0, word.start) or _is_a_ship(text, word, found):
            continue
        end = found.span.end
        if not NAMESAKE.match(text, end) and found.name not in sources():
            yield found


def _is_a_ship(text: str, word: Word, found: Found) -> bool:
    """Whether a name is a ship's: der Zerstörer Admiral Horn; quoted with its office: die "Admiral Horn"."""
    if text[max(0, word.start - 20) : word.start].lower().rstrip(' "„“»«').endswith((*endings("vessels"), *CALLED_FOR)):
        return True
    around = text[max(0, word.start - 1) : word.start] + text[found.span.end : found.span.end + 1]
    return word.kind is OFFICE and len(around) == 2 and MARKS.issuperset(around)


def _known_whole(text: str, word: Word) -> Found | None:
    for spelling, person in known().full[word.text]:
        end = word.start + len(spelling)
        if text.startswith(spelling, word.start) and not text[end : end + 2].removeprefix("s")[:1].isalnum():
            return Found(Span(word.start, end), person.name, True)
    return None


def _by_kind(text: str, words: Sequence[Word], index: int, word_kind: Kind) -> Found | None:
    word = words[index]
    if word_kind is GIVEN or (word_kind is LAST and INITIAL.match(text, word.end)):
        return after_given_name(text, words, index)
    if word_kind is LAST:
        name = last_name(word.text)
        return Found(Span(particles_start(text, word, name), word.start + len(_surface(word.text))), name, False)
    if word_kind is OFFICE:
        return _after_office(text, words, index) or _in_compound(word)
    if word_kind is PLAIN and index + 1 < len(words) and words[index + 1].start == word.end + 1:
        return _by_evidence(text, words, index) if text[word.end] == " " else None
    if "-" in word.text:
        return _in_compound(word)
    return None


def _surface(word: str) -> str:
    """A word without its genitive ending."""
    return word if word in known().last else bare(word)


def _in_compound(word: Word) -> Found | None:
    """The well-known name that begins a compound: Putin-Vertrauter, Trump-Putin-Treffen."""
    part = word.text.partition("-")[0]
    if part in known().last:
        return Found(Span(word.start, word.start + len(part)), last_name(part), False)
    return None


def _after_office(text: str, words: Sequence[Word], index: int) -> Found | None:
    """The name that an office introduces: one or two unknown words, or words that may also be given names."""
    start = index + 1
    if start >= len(words) or words[start].start != words[index].end + 1 or text[words[index].end] != " ":
        return None
    first = words[start]
    if first.kind not in (PLAIN, GIVEN):
        return None
    if first.kind is GIVEN and FULL.match(text, first.end):
        return None
    if start + 1 < len(words) and adjacent(text, first, words[start + 1]):
        second = words[start + 1]
        owns = first.text.endswith("s") and (second.kind is WORD or first.text[-2] not in "aeiou")
        if not owns:
            return joined(text, first, second)
    surname = without_genitive(text, first)
    name = bearer(surname, words[index].text)
    if name == surname and not is_title(words[index].text):
        return None
    return Found(Span(first.start, first.start + len(surname)), name, False)


def _by_evidence(text: str, words: Sequence[Word], index: int) -> Found | None:
    """Two unknown words as a name if an age, an office or a verb of saying follows them."""
    first, second = words[index], words[index + 1]
    if second.kind not in (PLAIN, LAST) or follows_article(text, first):
        return None
    if text.startswith(", ", first.start - 2) and text[second.end : second.end + 1] in (",", ".", ":"):
        heads = words[max(0, index - 6) : index]
        if any(head.kind is OFFICE and first.start - head.end < 80 for head in heads):
            return joined(text, first, second)
    apposed = APPOSITION.match(text, second.end)
    if EVIDENCE_AFTER.match(text, second.end) or (apposed and kind(apposed[1]) is OFFICE):
        return joined(text, first, second)
    if second.kind is LAST and same_person(first.text, last_name(second.text)):
        return joined(text, first, second)
    return None
