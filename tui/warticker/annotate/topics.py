"""What an entry is about: the topics of data/topics.yaml, each with the words that made it one.

Headline and lead weigh most, background least; what is named in passing is no topic.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import starmap

from warticker.annotate.terms import Hit
from warticker.annotate.vocabulary import Kind, Topic, Vocabulary, all_topics, load, shipped
from warticker.model import Span, TopicId, TopicMatch

__all__ = ["Topic", "Vocabulary", "all_topics", "load", "matches"]

HEADLINE, LEAD, SECOND, LATER = 2.0, 1.3, 0.9, 0.6
"""What a place in the entry makes of a term's weight: headline, first sentence, the next two, the rest."""
BACKGROUND_DAMPING = 0.5
REPEATED = 0.15
"""What each further sentence with the same term adds, in shares of its weight."""
ENOUGH = 2.4
"""The score from which an entry is on a topic."""
BESIDE_BEST = 0.25
"""What share of the weightiest topic's score another must have beside it."""
UNSURE = 1.3
"""How much more is asked of a topic that no strong term speaks for."""
PLENTY = 12.0
"""The score above which a topic's weight says nothing more about the others."""
LONG = 1200
"""From how many characters on more is asked of a topic: the longer a text, the more it names in passing."""

STOP = re.compile(r"[.!?][\"“”»«]?\s|\n")
"""Where a sentence may end; not after a digit (14. November) or a single letter (z. B.)."""


def matches(text: str, headline_length: int, vocabulary: Vocabulary | None = None) -> tuple[TopicMatch, ...]:
    """The topics of an entry's text, the weightiest first; its first `headline_length` code points are the headline."""
    known = vocabulary or shipped()
    hits = unshielded(known, known.index.hits(text))
    if not hits:
        return ()
    scores = scored(known, hits, weights_at(text, headline_length, known, hits))
    enough = ENOUGH * max(1.0, 0.5 + len(text) / (2 * LONG))
    enough = max(enough, BESIDE_BEST * min(PLENTY, max(scores.values(), default=0.0)))
    chosen = sorted((topic for topic, score in scores.items() if score >= enough), key=lambda topic: -scores[topic])
    places: dict[TopicId, set[tuple[int, int]]] = {topic: set() for topic in chosen}
    for start, end, number in hits:
        if (topic := known.terms[number].topic) in places:
            places[topic].add((start, end))
    return tuple(TopicMatch(topic, tuple(starmap(Span, sorted(places[topic])))) for topic in chosen)


def unshielded(known: Vocabulary, hits: list[Hit]) -> list[Hit]:
    """The hits that no shielding phrase holds, and no shield of their own topic covers."""
    shields = sorted(hit for hit in hits if hit.term in known.shields)
    if not shields:
        return hits
    starts = [shield.start for shield in shields]

    def shielded(hit: Hit) -> bool:
        before = bisect_right(starts, hit.start) - 1
        if before < 0 or shields[before].end < hit.end:
            return False
        shield = shields[before]
        same = shield.start == hit.start and shield.end == hit.end
        return not same or known.terms[shield.term].topic == known.terms[hit.term].topic

    return [hit for hit in hits if not shielded(hit)]


def scored(known: Vocabulary, hits: list[Hit], weights: list[float]) -> dict[TopicId, float]:
    """What the hits add up to for each topic: each term where it weighs most, and a little for each time again."""
    best: dict[int, float] = {}
    scores: dict[TopicId, float] = {}
    strong, weak = set(), set()
    counted: dict[tuple[int, TopicId], float] = {}
    for (start, _, number), place in zip(hits, weights, strict=True):
        topic, kind, weight = known.terms[number]
        # One word counts once for a topic, but a phrase that begins with it and says more.
        if weight <= counted.get((start, topic), 0.0):
            continue
        counted[start, topic] = weight
        before = best.get(number, 0.0)
        here = max(before, weight * place)
        best[number] = here
        scores[topic] = scores.get(topic, 0.0) + here - before + (REPEATED * weight if before else 0.0)
        if kind is Kind.STRONG:
            strong.add(topic)
        elif kind is Kind.WEAK:
            weak.add(topic)
    return {
        topic: score if topic in strong else score / UNSURE
        for topic, score in scores.items()
        if topic in strong or topic in weak
    }


def weights_at(text: str, headline_length: int, known: Vocabulary, hits: list[Hit]) -> list[float]:
    """What the place of each hit makes of its weight."""
    stops = (stop for stop in STOP.finditer(text, headline_length + 1) if ends(text, stop.start()))
    starts = [headline_length, *(stop.end() for stop in stops)]
    sentences = [bisect_right(starts, hit.start) - 1 for hit in hits]
    background = {sentence for sentence, hit in zip(sentences, hits, strict=True) if hit.term in known.background}
    first = LEAD if headline_length else HEADLINE
    weights = (HEADLINE, first, SECOND, SECOND, LATER)
    return [
        weights[min(sentence + 1, 4)] * (BACKGROUND_DAMPING if sentence > 0 and sentence in background else 1.0)
        for sentence in sentences
    ]


def ends(text: str, stop: int) -> bool:
    """Whether a stop ends a sentence, and neither an ordinal nor an abbreviation."""
    if text[stop] != "." or stop < 2:
        return True
    return not text[stop - 1].isdigit() and text[stop - 2].isalnum()
