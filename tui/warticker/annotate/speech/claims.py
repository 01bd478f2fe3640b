"""Statements that a text attributes without quotation marks: their sources and sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress, count
from typing import NamedTuple

from warticker.annotate.language.cues import IMPERSONAL, REFERRING, reporting
from warticker.annotate.language.heads import core_of
from warticker.annotate.language.noun_groups import Phrase
from warticker.annotate.language.tokens import STOPS, Sentence, Sentences
from warticker.annotate.language.word_classes import QUOTED
from warticker.annotate.speech.attribution import is_anonymous
from warticker.annotate.speech.claim_sides import Sources
from warticker.annotate.speech.content_clauses import wanted
from warticker.annotate.speech.possible_sources import is_medium, is_vague, speaks_for_sure
from warticker.annotate.speech.reported_speech import is_open, is_reported, may_be_reported
from warticker.annotate.speech.source_markers import RELYING
from warticker.annotate.speech.sources import Attribution, Told, in_nominative, principal
from warticker.annotate.speech.statement_ends import before_quotation, goes_on_with, trails
from warticker.annotate.speech.statement_objects import mentions
from warticker.annotate.speech.statements import speaks, stated
from warticker.annotate.speech.statements_elsewhere import boaster, later_source, opinion_holder, relayed, reported_by
from warticker.model import Claim, PersonMention, PlaceKind, PlaceMention, PlaceRole, Side, Span

NOBODY = "heißt es"
BEFORE = frozenset({"zuvor", "Zuvor"})
"""Adverbs by which a sentence goes back in time, so that it does not refer to the one before it."""
REFERRING_BACK = REFERRING | {"Darunter", "Davon"}
"""Words that refer to the statement before, whoever spoke before that."""
STUDIES = ("studie", "umfrage")
"""Nouns before a colon that stand for their authors."""


class Statement(NamedTuple):
    """A statement without a side yet."""

    span: Span
    source: str


def claims(
    sentences: Sentences, told: Mapping[int, Told], located: Sequence[PlaceMention], persons: Sequence[PersonMention]
) -> tuple[Claim, ...]:
    """All statements with their sources, in order; a following subjunctive has the same source.

    `persons` are those of the text with their offices, and `located` its places: they decide the sides of sources.
    """
    found: dict[int, Statement] = {}
    further: list[tuple[int, Statement]] = []
    sources = Sources(sentences, located, persons)
    running: str | None = None
    previous = -1
    for number in sorted(told):
        sentence, heard = sentences[number], told[number]
        if heard.cues:
            sources.describe(sentence, heard)
        if number != previous + 1 or sentences.begins_paragraph(number):
            running = None
        before = told.get(number - 1) if number - 1 in found else None
        names_itself = before and (before.introduced or not all(cue.indirect for cue in before.cues))
        if number and not names_itself:
            _look_back(sentences, number, heard, found)
        own, *besides = _stated(sentence, heard, located) or (None,)
        further += [(number, one) for one in besides]
        if own is None and not (_speaks_itself(sentence, heard.cues) and REFERRING.isdisjoint(sentence.words)):
            goes_on = running is not None and before and (_says(before) or is_reported(sentences[number - 1]))
            reported = not heard.cues and is_open(sentence) and bool(goes_on)
            if number - 1 in found and not REFERRING_BACK.isdisjoint(sentence.words):
                running = found[number - 1].source
            own = _carried(sentence, heard, running or _around(sentences, told, number), reported=reported)
        own = own or _relayed(sentence)
        if own is not None:
            found[number] = own
            running = running if running is not None and _is_nobodys(heard, own) else own.source
        elif heard.cues:
            running = principal(heard.cues, heard.names) or next((name for name in reversed(heard.names) if name), None)
        else:
            running = None
        previous = number
    found.update(_between(sentences, told, found))
    ordered = sorted([*found.items(), *further])
    sides: dict[str, Side] = {}
    for number, one in ordered:
        # A headline's police are those of the text below, which names their city.
        if sides.get(one.source, Side.OTHER) is Side.OTHER:
            sides[one.source] = sources.side(one.source, number)
    return tuple(Claim(one.span, in_nominative(one.source), sides[one.source]) for _, one in ordered)


def _says(heard: Told) -> bool:
    """Whether a cue is a verb of saying: sagte Horn; not: laut Horn."""
    return any(not cue.passing for cue in heard.cues)


def _is_nobodys(heard: Told, own: Statement) -> bool:
    """Whether a source is only an anonymous account, after which the previous speaker continues."""
    told = zip(heard.cues, heard.names, strict=True)
    return any(name == own.source and cue.source is not None and is_vague(cue.source) for cue, name in told)


def _look_back(sentences: Sentences, number: int, heard: Told, found: dict[int, Statement]) -> None:
    """The sentence before, with its source in this one, if this one only gives that: Das teilte die Polizei mit."""
    sentence, before = sentences[number], number - 1
    source = later_source(sentence, heard.cues, heard.names)
    everything = range(len(sentences[before]))
    if source is not None and speaks(sentences[before], everything):
        found[before] = _statement(sentences[before], everything, _relied_on(sentence, heard) or source)


def _stated(sentence: Sentence, heard: Told, located: Sequence[PlaceMention]) -> Sequence[Statement]:
    """The statements that a sentence attributes itself, by its first cue with one and the following cues."""
    first = heard.introduced
    if first is not None and not _has_own_source(heard) and _introduces(sentence, first, located):
        return (_statement(sentence, range(first.end + 1, len(sentence)), heard.introduces or first.head),)
    if not heard.cues:
        return _held(sentence)
    pairs = [(cue, name) for cue, name in zip(heard.cues, heard.names, strict=True) if not cue.indirect]
    if len(pairs) > 1:
        pairs = [pair for pair in pairs if not _is_relayed(sentence, pair[0], pairs)]
        pairs.sort(key=lambda pair: _rank(sentence, heard, *pair))
    for cue, name in pairs:
        tokens = None if sentence.quotes and _passes_on(sentence, heard, cue) else stated(sentence, cue)
        if tokens is None:
            continue
        told = None if is_anonymous(sentence, cue) else name
        source = reported_by(sentence, tokens) or _relied_on(sentence, heard) or told or NOBODY
        return _divided(sentence, tokens, source, [pair for pair in pairs if pair[0].cue > cue.cue])
    return ()


def _divided(
    sentence: Sentence, tokens: range, source: str, behind: Sequence[tuple[Attribution, str | None]]
) -> Sequence[Statement]:
    """Divide a sentence among several speakers: Bonn meldete Regen, während Ulm erklärte, es sei warm."""
    end = tokens.stop
    others: list[Statement] = []
    for cue, name in behind:
        trailing = trails(sentence, cue)
        at = trailing if trailing is not None or cue.passing else goes_on_with(sentence, cue)
        if at is None or at <= tokens.start:
            continue
        end = min(end, at)
        own = stated(sentence, cue)
        if own is not None and own.start > cue.cue:
            others.append(_statement(sentence, own, name or NOBODY))
    return (_statement(sentence, range(tokens.start, end), source), *others)


def _relayed(sentence: Sentence) -> Statement | None:
    """The contents of reports without a source: Es gibt Berichte, wonach es regnet."""
    tokens = relayed(sentence)
    return _statement(sentence, tokens, reported_by(sentence, tokens) or NOBODY) if tokens is not None else None


def _is_relayed(sentence: Sentence, cue: Attribution, pairs: Sequence[tuple[Attribution, str | None]]) -> bool:
    """Whether a demand is only a part of what a report says: Laut Bild hat Horn versprochen, zu helfen."""
    start = wanted(sentence, cue)
    if start is None:
        return False
    said = ((sentence.words[one.cue], one) for one, _ in pairs)
    return any(word in IMPERSONAL or (one.passing and word not in RELYING and one.start < start) for word, one in said)


def _rank(sentence: Sentence, heard: Told, cue: Attribution, name: str | None) -> tuple[bool, bool, bool]:
    """Rank cues: a named speaker before nobody, and before one who passes it on."""
    nobody = cue.source is None or (is_vague(cue.source) and cue.source.head == name)
    return (nobody, _passes_on(sentence, heard, cue), mentions(sentence, cue) or wanted(sentence, cue) is not None)


def _passes_on(sentence: Sentence, heard: Told, cue: Attribution) -> bool:
    """Whether a source only gives the place of publication: Horn erklärte laut einem Bericht des Boten."""
    if not cue.passing or cue.source is None or not is_medium(cue.source):
        return False
    said = [one for one in heard.cues if one.source is not None and not one.passing]
    beside = (one for one in said if sentence.words[one.start].lower() == "wie")
    return bool(said) and not any(cue.start < one.start or one.end <= cue.start for one in beside)


def _held(sentence: Sentence) -> Sequence[Statement]:
    """What somebody thinks, or says of himself, without a verb of saying."""
    own, whole = opinion_holder(sentence), boaster(sentence)
    if whole is not None:
        return (_statement(sentence, range(len(sentence)), whole.person or whole.head),)
    if own is None or not speaks_for_sure(own):
        return ()
    tokens = range(sentence.words.index(",", own.end) + 1, len(sentence))
    return (_statement(sentence, tokens, own.person or own.head),)


def _relied_on(sentence: Sentence, heard: Told) -> str | None:
    """The source that a medium relies on: meldet unter Berufung auf die Polizei."""
    told = [(cue, name) for cue, name in zip(heard.cues, heard.names, strict=True) if cue.source is not None]
    if any(cue.source and cue.source.person and not cue.passing for cue, _ in told):
        return None
    return next((name for cue, name in told if sentence.words[cue.cue] in RELYING), None)


def _has_own_source(heard: Told) -> bool:
    """Whether the words after a colon have their own source: Ukraine: Offensive laut Geheimdienst nah."""
    return any(cue.passing and cue.source and not is_vague(cue.source) for cue in heard.cues)


def _introduces(sentence: Sentence, phrase: Phrase, located: Sequence[PlaceMention]) -> bool:
    """Whether the words before a colon are the speaker: no dateline, no topic."""
    if not speaks(sentence, range(phrase.end + 1, len(sentence))) or sentence.words[-5] == "?":
        return False
    start = sentence.starts[phrase.start]
    for place in located:
        if place.span.start <= start < place.span.end and place.kind is PlaceKind.CITY:
            # A headline has no full stop; a dateline is followed by a sentence.
            return place.role is PlaceRole.GOVERNMENT and sentence.words[len(sentence) - 1] != "."
    core = core_of(phrase.head)
    return speaks_for_sure(phrase) or core.lower().endswith(STUDIES)


def _around(sentences: Sentences, told: Mapping[int, Told], number: int) -> str | None:
    """Whose words a sentence in the subjunctive may be: the previous speaker's, or the next one's in its paragraph.

    At the start of a paragraph, the next speaker comes first.
    """
    following = None if sentences.begins_paragraph(number + 1) else told.get(number + 1)
    if following is not None and not BEFORE.isdisjoint(sentences[number + 1].words):
        following = None
    ahead = principal(following.cues, following.names) if following is not None else None
    said = following is not None and any(cue.source and not cue.passing for cue in following.cues)
    return (ahead if said and sentences.begins_paragraph(number) else None) or told[number].carried or ahead


def _carried(sentence: Sentence, heard: Told, source: str | None, *, reported: bool) -> Statement | None:
    """Attribute a sentence in the subjunctive, or with `demnach`, to the source before it.

    `reported` says that it is reported although its own mood is ambiguous.
    """
    if source is None or not (reported or is_reported(sentence) or not REFERRING.isdisjoint(sentence.words)):
        return None
    everything = range(before_quotation(sentence, 0))
    end = min([everything.stop, *filter(None, (trails(sentence, cue) for cue in heard.cues))])
    own_words = any(word[:1].isalpha() for word in sentence.words[:end])
    return _statement(sentence, range(end), source) if own_words and speaks(sentence, everything) else None


def _between(sentences: Sentences, told: Mapping[int, Told], found: Mapping[int, Statement]) -> Mapping[int, Statement]:
    """Treat a sentence with an ambiguous verb as reported too if both neighbours are, by the same source."""
    among: dict[int, Statement] = {}
    for number in {before + 1 for before in found} - found.keys():
        before, behind, after = found[number - 1], found.get(number + 1), told.get(number + 1)
        source = behind.source if behind is not None else after and principal(after.cues, after.names)
        if before.source != source or (number in told and told[number].cues) or sentences.begins_paragraph(number):
            continue
        sentence = sentences[number]
        if may_be_reported(sentence) and not sentences.begins_paragraph(number + 1):
            among[number] = _statement(sentence, range(len(sentence)), before.source)
    return among


def _speaks_itself(sentence: Sentence, told: Sequence[Attribution]) -> bool:
    """Whether a sentence has its own source, in the indicative: Der Rat hatte erklärt, es sei ruhig."""
    sourced = [cue.cue for cue in told if cue.source is not None and not is_vague(cue.source) and not cue.indirect]
    if not sourced:
        return False
    verb = next(compress(count(), map(reporting().__contains__, sentence.words)), len(sentence))
    return min(sourced) < verb


def _statement(sentence: Sentence, tokens: range, source: str) -> Statement:
    start, end = max(tokens.start, sentence.begins), tokens.stop
    while end - 1 > start and sentence.words[end - 1] in STOPS:
        end -= 1
    if sentence.classes[start] & QUOTED and sentence.words[start + 1] == ",":
        start += 1
    while start < end - 1 and sentence.words[start] in STOPS:
        start += 1
    return Statement(Span(sentence.starts[start], sentence.ends[end - 1]), source)
