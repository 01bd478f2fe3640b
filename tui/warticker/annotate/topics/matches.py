"""What an entry is about: the topics of data/topics.yaml, each with the words that made it one.

Headline and lead weigh most; what is named in passing is no topic.
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
"""What a place in the entry makes of a term's weight: headline, first sentence, the next two, the rest."""
NUMBER = itemgetter(2)
PERSON = "person"
STRONG, WEAK, COMPANY = Kind.STRONG, Kind.WEAK, Kind.COMPANY
NEVER = (0, 0.0)
"""Where a topic was said last, and how weightily, before it is said."""
REPEATED = 0.25
"""What each further sentence with the same term adds, in shares of its weight."""
ENOUGH = 2.4
"""The score from which an entry is on a topic."""
BESIDE_BEST = 0.45
"""What share of the weightiest topic's score another must have beside it: the rest is named in passing."""
ALONE = 0.6
"""The share of `ENOUGH` that the weightiest topic needs where none has enough: most reports are on something."""
PLENTY = 8.8
"""The score above which a topic's weight says nothing more about the others.

What a headline says in a strong term it never says in passing."""
UNSURE = 1.2
"""How much more is asked of a topic that no strong term speaks for."""
LONG = 1200
"""From how many characters on more is asked of a topic: the longer a text, the more it names in passing."""


def topics(
    text: str,
    headline_length: int,
    vocabulary: Vocabulary | None = None,
    pieces: Pieces | None = None,
    places: Sequence[PlaceMention] = (),
    people: Sequence[PersonMention] = (),
) -> tuple[TopicMatch, ...]:
    """The topics of an entry's text, the weightiest first; its first `headline_length` code points are the headline.

    `pieces` are the text's where they are known, `places` and `people` those that it names, none in another.
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
    """The hits, which are in order, that no shielding word or phrase of their own topic holds."""
    if known.shields.isdisjoint(map(NUMBER, hits)):
        return hits
    shields: dict[TopicId, tuple[list[int], list[int]]] = {}
    terms = known.terms
    for start, end, number, _ in hits:
        if number in known.shields:
            starts, ends = shields.setdefault(terms[number].topic, ([], [0]))
            starts.append(start)
            # The furthest end of those so far, as they may lie in one another.
            ends.append(max(end, ends[-1]))

    def shielded(hit: Hit) -> bool:
        starts, ends = shields[terms[hit[2]].topic]
        return hit[1] <= ends[bisect_right(starts, hit[0])]

    return [hit for hit in hits if terms[hit[2]].topic not in shields or not shielded(hit)]


def scored(known: Vocabulary, hits: list[Hit], first: float) -> dict[TopicId, float]:
    """What the hits add up to for each topic: each term where it weighs most, and a little for each time again.

    `first` is what the first sentence makes of a weight. Company counts for no more than what it stands beside.
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
        # A word counts once for a topic, unless it says more than the phrase that it is in.
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
