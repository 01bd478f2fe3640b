"""Statements that a text attributes to somebody without quotation marks: who says so, and on whose behalf."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from warticker.annotate.claim_sides import Sources
from warticker.annotate.cues import CONDITIONAL, REFERRING, reporting
from warticker.annotate.headlines import Told
from warticker.annotate.references import Attribution
from warticker.annotate.sides import side, told_side
from warticker.annotate.speakers import is_vague
from warticker.annotate.speaking import core_of, speaks_for_sure
from warticker.annotate.statements import STOPS, held, is_reported, speaks, stated, told_by
from warticker.annotate.tokens import Sentence, Sentences
from warticker.model import Claim, PlaceKind, PlaceMention, PlaceRole, Side, Span

NOBODY = "heißt es"
ESTIMATES = frozenset({"Schätzungen", "Schätzung", "Erkenntnissen", "Berechnungen", "Einschätzung", "Zählung"})
"""What somebody makes whom the same sentence names, if it names anybody: Die Polizei sprach nach ersten Schätzungen."""
REPORTS = ("bericht", "berichte", "studie", "umfrage", "medien")


class Statement(NamedTuple):
    """A statement before its side is told."""

    span: Span
    source: str
    goes_on: bool
    """Whether the sentence says nothing of its source: the subjunctive alone tells that it goes on."""


def claims(sentences: Sentences, told: Mapping[int, Told], located: Sequence[PlaceMention]) -> tuple[Claim, ...]:
    """Find each statement with its source, in order; what follows in the subjunctive has the same source.

    `located` are the places of the text: they tell on whose side authorities are that nothing else describes.
    """
    found: dict[int, Statement] = {}
    sources = Sources(sentences, located)
    running: str | None = None
    previous = -1
    for number in sorted(told):
        sentence, heard = sentences[number], told[number]
        sources.describe(sentence, heard)
        if number != previous + 1:
            running = None
        own = _stated(sentence, heard, located)
        if own is None and not _speaks_itself(sentence, heard.cues):
            own = _carried(sentence, running or heard.carried) or _own_report(sentence, heard)
        if own is not None:
            found[number] = own
            running = own.source
        else:
            running = next((name for name in reversed(heard.names) if name), None)
        previous = number
    found.update(_between(sentences, told, found))
    return tuple(
        Claim(found[number].span, found[number].source, sources.side(found[number].source, number))
        for number in sorted(found)
    )


def _stated(sentence: Sentence, heard: Told, located: Sequence[PlaceMention]) -> Statement | None:
    """Find the statement that a sentence attributes itself, by its first cue that has one."""
    pairs = [(cue, name) for cue, name in zip(heard.cues, heard.names, strict=True) if not cue.indirect]
    if len(pairs) > 1:
        pairs.sort(key=lambda pair: pair[0].source is None or is_vague(pair[0].source))
    if heard.introduced is not None and _introduces(sentence, heard, located):
        said = range(heard.introduced.end + 1, len(sentence))
        return _statement(sentence, said, heard.introduces or heard.introduced.head)
    for cue, name in pairs:
        tokens = stated(sentence, cue)
        if tokens is None:
            continue
        if cue.source is not None and cue.source.head.split()[-1] in ESTIMATES and told_side(cue.source.head) is None:
            name = pairs[0][1]
        return _statement(sentence, tokens, told_by(sentence, tokens) or name or NOBODY)
    own = None if heard.cues else held(sentence)
    if own is not None and (own.person or side(own.head) is not Side.OTHER):
        tokens = range(sentence.words.index(",", own.end) + 1, len(sentence))
        return _statement(sentence, tokens, own.person or own.head)
    return None


def _introduces(sentence: Sentence, heard: Told, located: Sequence[PlaceMention]) -> bool:
    """Tell whether what stands before a colon says what stands behind it: no dateline, no topic."""
    phrase = heard.introduced
    if phrase is None or not speaks(sentence, range(phrase.end + 1, len(sentence))) or sentence.words[-5] == "?":
        return False
    start = sentence.starts[phrase.start]
    for place in located:
        if place.span.start <= start < place.span.end and place.kind is PlaceKind.CITY:
            return place.role is PlaceRole.GOVERNMENT
    core = core_of(phrase.head)
    return speaks_for_sure(phrase) or core.lower().endswith(REPORTS)


def _own_report(sentence: Sentence, heard: Told) -> Statement | None:
    """Take what somebody is said to have said, where nobody else is named: Er habe betont, dass ..."""
    for cue, name in zip(heard.cues, heard.names, strict=True):
        tokens = stated(sentence, cue) if cue.indirect else None
        if tokens is not None:
            return _statement(sentence, tokens, name or NOBODY)
    return None


def _carried(sentence: Sentence, source: str | None) -> Statement | None:
    """Take a sentence in the subjunctive, or with `demnach`, for what the source before it says too."""
    if source is None or not (is_reported(sentence) or not REFERRING.isdisjoint(sentence.words)):
        return None
    everything = range(len(sentence))
    return _statement(sentence, everything, source, goes_on=True) if speaks(sentence, everything) else None


def _between(sentences: Sentences, told: Mapping[int, Told], found: Mapping[int, Statement]) -> Mapping[int, Statement]:
    """Take a condition for reported too where the sentences on both sides of it are, from one source."""
    among: dict[int, Statement] = {}
    for number in told.keys() - found.keys():
        before, behind = found.get(number - 1), found.get(number + 1)
        if before is None or behind is None or before.source != behind.source or not behind.goes_on:
            continue
        sentence = sentences[number]
        if not told[number].cues and not CONDITIONAL.isdisjoint(sentence.words):
            among[number] = _statement(sentence, range(len(sentence)), before.source, goes_on=True)
    return among


def _speaks_itself(sentence: Sentence, told: Sequence[Attribution]) -> bool:
    """Tell whether a sentence names its own source, and in the indicative: Der Rat hatte erklärt, es sei ruhig."""
    sourced = [cue.cue for cue in told if cue.source is not None and not is_vague(cue.source) and not cue.indirect]
    if not sourced:
        return False
    verb = next((index for index, word in enumerate(sentence.words) if word in reporting()), len(sentence))
    return min(sourced) < verb


def _statement(sentence: Sentence, tokens: range, source: str, *, goes_on: bool = False) -> Statement:
    start, end = tokens.start, tokens.stop
    while end - 1 > start and sentence.words[end - 1] in STOPS:
        end -= 1
    while start < end - 1 and sentence.words[start] in STOPS:
        start += 1
    return Statement(Span(sentence.starts[start], sentence.ends[end - 1]), source, goes_on)
