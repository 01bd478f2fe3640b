"""The topics of an entry, from data/topics.yaml, each with the words behind it.

Headline and lead weigh most; what is only mentioned in passing is no topic.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import starmap
from operator import itemgetter

from warticker.annotate.language.pieces import Pieces
from warticker.annotate.topics.term_surroundings import Hit, Name
from warticker.annotate.topics.vocabulary import Kind, Vocabulary, shipped
from warticker.model import PersonMention, PlaceMention, Span, TopicId, TopicMatch

HEADLINE, LEAD, SECOND, LATER = 2.0, 1.3, 1.0, 0.6
"""The factor of a term's weight by its place: headline, first sentence, the next two, the rest."""
NUMBER = itemgetter(2)
PERSON = "person"
STRONG, WEAK, COMPANY = Kind.STRONG, Kind.WEAK, Kind.COMPANY
NEVER = (0, 0.0)
"""The last sentence and weight of a topic that was not found yet."""
REPEATED = 0.25
"""What each further sentence with the same term adds, as a share of its weight."""
ENOUGH = 2.4
"""The score from which a topic counts."""
BESIDE_BEST = 0.45
"""The minimum share of the best topic's score: others are mentioned in passing."""
ALONE = 0.6
"""The share of `ENOUGH` that the best topic needs if none has enough: most reports have a topic."""
PLENTY = 8.8
"""The score above which a topic no longer raises the bar for others.

A strong term in the headline is never in passing."""
UNSURE = 1.2
"""The factor of the required score for topics without a strong term."""
LONG = 1200
"""Code points from which the required score rises: longer texts mention more in passing."""


def topics(
    text: str,
    headline_length: int,
    vocabulary: Vocabulary | None = None,
    pieces: Pieces | None = None,
    places: Sequence[PlaceMention] = (),
    people: Sequence[PersonMention] = (),
) -> tuple[TopicMatch, ...]:
    """The topics of an entry's text, best first; its first `headline_length` code points are the headline.

    `pieces` are the text's, if known; `places` and `people` are those that it names, not nested.
    """
    known = vocabulary or shipped()
    hits = unshielded(known, known.index.hits(text, headline_length, pieces, names(places, people)))
    if not hits:
        return ()
    scores = scored(known, hits, LEAD if headline_length else HEADLINE)
    best = max(scores.values(), default=0.0)
    enough = ENOUGH * max(1.0, 0.5 + len(text) / (2 * LONG))
    least = max(BESIDE_BEST * min(PLENTY, best), enough if best >= enough else max(best, ALONE * enough))
    chosen = sorted((topic for topic, score in scores.items() if score >= least), key=lambda topic: -scores[topic])
    evidence: dict[TopicId, set[tuple[int, int]]] = {topic: set() for topic in chosen}
    for start, end, number, _ in hits:
        if (topic := known.terms[number].topic) in evidence:
            evidence[topic].add((start, end))
    return tuple(TopicMatch(topic, tuple(starmap(Span, sorted(evidence[topic])))) for topic in chosen)


def names(places: Sequence[PlaceMention], people: Sequence[PersonMention] = ()) -> list[Name]:
    """The names of a text as terms stand for them, in order."""
    found: list[Name] = [(place.span.start, place.span.end, place.kind) for place in places]
    found += [(person.span.start, person.span.end, PERSON) for person in people]
    found.sort()
    return found


def unshielded(known: Vocabulary, hits: list[Hit]) -> list[Hit]:
    """The hits, in order, that are not within a shielding word or phrase of their own topic."""
    if known.shields.isdisjoint(map(NUMBER, hits)):
        return hits
    shields: dict[TopicId, tuple[list[int], list[int]]] = {}
    terms = known.terms
    for start, end, number, _ in hits:
        if number in known.shields:
            starts, ends = shields.setdefault(terms[number].topic, ([], [0]))
            starts.append(start)
            # The furthest end so far, as they may be nested.
            ends.append(max(end, ends[-1]))

    def shielded(hit: Hit) -> bool:
        starts, ends = shields[terms[hit[2]].topic]
        return hit[1] <= ends[bisect_right(starts, hit[0])]

    return [hit for hit in hits if terms[hit[2]].topic not in shields or not shielded(hit)]


def scored(known: Vocabulary, hits: list[Hit], first: float) -> dict[TopicId, float]:
    """The score of each topic: each term at its best place, plus a little for every repetition.

    `first` is the factor of the first sentence. Company counts for no more than the terms beside it.
    """
    weights = (HEADLINE, first, SECOND, SECOND, LATER)
    counted: set[int] = set()
    own: dict[TopicId, float] = {}
    company: dict[TopicId, float] = {}
    strong, weak = set(), set()
    said: dict[TopicId, tuple[int, float]] = {}
    terms = known.terms
    for start, end, number, sentence in hits:
        topic, kind, weight = terms[number]
        if not weight:
            continue
        # A word counts once for a topic, unless it weighs more than the phrase around it.
        past, most = said.get(topic, NEVER)
        if start < past and weight <= most:
            continue
        said[topic] = max(past, end), weight
        place = weights[sentence + 1 if sentence < 3 else 4]
        gain = weight * (REPEATED if number in counted else place)
        counted.add(number)
        beside = company if kind is COMPANY else own
        beside[topic] = beside.get(topic, 0.0) + gain
        if kind is STRONG:
            strong.add(topic)
        elif kind is WEAK and place > LATER:
            weak.add(topic)
    return {
        topic: (score + min(score, company.get(topic, 0.0))) / (1.0 if topic in strong else UNSURE)
        for topic, score in own.items()
        if topic in strong or topic in weak
    }
