"""All annotations of a document: every annotator on every entry."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from warticker.annotate.figures.mentions import figures
from warticker.annotate.language.known import known
from warticker.annotate.language.masking import masked
from warticker.annotate.language.pieces import Pieces, cut
from warticker.annotate.language.tokens import Sentences
from warticker.annotate.people.mentions import people
from warticker.annotate.people.office_holders import offices
from warticker.annotate.people.offices import with_offices
from warticker.annotate.places.mentions import places
from warticker.annotate.speech.claims import claims
from warticker.annotate.speech.quotations import quoted
from warticker.annotate.speech.speakers import spoken
from warticker.annotate.speech.verification import unverified
from warticker.annotate.topics.matches import topics
from warticker.annotate.topics.vocabulary import Vocabulary
from warticker.model import Annotations, Document, PersonMention, PlaceMention, Span

RULES = 15
"""The version of all that annotates, rules and data; the first change after a release to what they find raises it."""


def annotate(
    document: Document, vocabulary: Vocabulary | None = None, wanted: Collection[int] | None = None
) -> tuple[Annotations, ...]:
    """The annotations of the document's entries, in order; deterministic.

    `vocabulary` holds the topics, by default those that the program ships with. `wanted` are the indices of the
    entries to annotate, by default all: the others only provide the context for last names.
    """
    texts = [entry.text for entry in document.entries]
    cuts = [cut(text) for text in texts]
    named = people(texts, cuts)
    return tuple(
        _annotations(texts[at], cuts[at], len(document.entries[at].headline), named[at], vocabulary)
        for at in (range(len(texts)) if wanted is None else sorted(wanted))
    )


def _annotations(
    text: str, pieces: Pieces, headline_length: int, named: Sequence[PersonMention], vocabulary: Vocabulary | None
) -> Annotations:
    located = places(text, pieces)
    persons = tuple(person for person in named if not _is_place(person, located))
    starts, ends = [person.span.start for person in persons], [person.span.end for person in persons]
    speech = tuple(span for span, name in quoted(text) if not name)
    opaque = masked(text, speech)
    sentences = Sentences(opaque, persons)
    titled = with_offices(sentences, persons)
    quotations, told = spoken(text, pieces, sentences, speech, offices(titled))
    settled = tuple(mention for mention in located if not _overlaps(mention.span, starts, ends))
    return Annotations(
        places=settled,
        topics=topics(text, headline_length, vocabulary, pieces, settled, persons),
        quotations=quotations,
        people=titled,
        claims=claims(sentences, told, located, titled),
        figures=figures(text, pieces),
        unverified=unverified(text),
    )


def _is_place(person: PersonMention, located: Sequence[PlaceMention]) -> bool:
    """Whether an apparent name is a place's: Sierra Leone, or a last name that nobody introduces."""
    span = person.span
    if person.name in known().names:
        return False
    at = bisect_right(located, span.start, key=lambda mention: mention.span.start) - 1
    if at < 0 or located[at].span.end < span.end:
        return False
    return " " not in person.name or (" " in located[at].name and span.end - span.start > len(person.name) - 2)


def _overlaps(span: Span, starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether a span overlaps one of others that are in order and do not overlap each other."""
    before = bisect_left(starts, span.end)
    return before > 0 and ends[before - 1] > span.start
