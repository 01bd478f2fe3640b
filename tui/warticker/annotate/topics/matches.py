"""What an entry is about: the topics of data/topics.yaml, each with the words that made it one.

Headline and lead weigh most, background least; what is named in passing is no topic.
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
BACKGROUND_DAMPING = 0.5
REPEATED = 0.25
"""What each further sentence with the same term adds, in shares of its weight."""
ENOUGH = 2.4
"""The score from which an entry is on a topic."""
BESIDE_BEST, UNSURE_BESIDE_BEST = 0.33, 0.45
"""What share of the weightiest topic's score another must have beside it, and one that no strong term speaks for."""
SEVERAL = 3
"""In how many sentences strong terms make a topic whatever the weightiest topic's score is."""
ALONE = 0.6
"""The share of `ENOUGH` that the weightiest topic needs where none has enough: most reports are on something."""
NEARLY = 0.8
"""The share of that topic's score that another needs then."""
UNSURE = 1.2
"""How much more is asked of a topic that no strong term speaks for."""
PLENTY = 12.0
"""The score above which a topic's weight says nothing more about the others."""
LONG = 1200
"""From how many characters on more is asked of a topic: the longer a text, the more it names in passing."""
SHORT = 300
"""Below how many characters less is asked: a bare headline names nothing in passing."""
LEAST = 0.6
"""The share of `ENOUGH` that is asked of the shortest text."""


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
    enough = ENOUGH * asked(len(text))
    if ALONE * max(ENOUGH, enough) <= best < enough:
        enough = NEARLY * best
    weightiest = min(PLENTY, best)
    chosen = sorted(
        (
            topic
            for topic, score in scores.items()
            if score >= enough and stands_beside(score / weightiest, known, hits, topic)
        ),
        key=lambda topic: -scores[topic],
    )
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


def stands_beside(share: float, known: Vocabulary, hits: list[Hit], topic: TopicId) -> bool:
    """Whether a topic with some share of the weightiest's score is one beside it: the less strong terms, the more."""
    if share >= UNSURE_BESIDE_BEST:
        return True
    sentences = sentences_with(known, hits, topic)
    return sentences >= SEVERAL or (sentences > 0 and share >= BESIDE_BEST)


def sentences_with(known: Vocabulary, hits: list[Hit], topic: TopicId) -> int:
    """How many sentences, the headline among them, have a strong term of a topic."""
    terms = known.terms
    return len({sentence for _, _, number, sentence in hits if terms[number][:2] == (topic, STRONG)})


def asked(length: int) -> float:
    """What share of `ENOUGH` a topic must reach in a text of some characters."""
    if length < SHORT:
        return max(LEAST, length / SHORT)
    return max(1.0, 0.5 + length / (2 * LONG))


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
    reminders = {sentence for _, _, number, sentence in hits if number in known.background}
    best: dict[int, float] = {}
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
        if sentence > 0 and sentence in reminders:
            place *= BACKGROUND_DAMPING
        here = weight * place
        if number in best:
            before = best[number]
            here = max(before, here)
            gain = here - before + REPEATED * weight
        else:
            gain = here
        best[number] = here
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
