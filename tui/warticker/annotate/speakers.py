"""Quotations -> who said them: found before, behind and around them, across sentences, by pronoun and by office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from warticker.annotate.attribution import attributions
from warticker.annotate.cues import cues
from warticker.annotate.discourse import Discourse, Offices
from warticker.annotate.phrases import (
    Phrase,
    can_speak,
    is_capital,
    is_medium,
    is_opaque,
    opens,
    phrase_at,
)
from warticker.annotate.references import Attribution
from warticker.annotate.tokens import Sentence
from warticker.annotate.words import Kind, kind
from warticker.model import Quotation, Span

PASSIVE = frozenset({"wird", "werden", "wurde", "wurden", "worden"})
# fmt: off
SUBJUNCTIVE = frozenset({
    "sei", "seien", "habe", "hätten", "hätte", "werde", "würden", "würde", "könne", "könnten", "müsse", "müssten",
    "solle", "sollten", "wolle", "wollten", "dürfe", "dürften", "gebe", "gehe", "stehe", "komme", "bleibe", "liege",
    "mache", "lasse", "handle", "handele", "bedeute", "brauche", "finde", "sehe", "halte", "nehme", "führe", "zeige",
    "gelte", "drohe", "wisse", "wäre", "wären", "gäbe", "greife", "setze", "versuche", "plane", "spreche", "trage",
})
# fmt: on


@dataclass(frozen=True, slots=True)
class Reading:
    """A text in sentences, each with its cues, for speakers and claims alike."""

    text: str
    """With quotations made opaque."""
    sentences: Sequence[Sentence]
    cues: Sequence[tuple[Attribution, ...]]


def reading(text: str, sentences: Sequence[Sentence]) -> Reading:
    """Find the cues of every sentence."""
    return Reading(text, sentences, tuple(attributions(sentence) for sentence in sentences))


class Told(NamedTuple):
    """What was understood of who speaks in a sentence."""

    names: tuple[str | None, ...]
    """The source of each of its cues, resolved."""
    carried: str | None
    """Who spoke before it."""


def spoken(read: Reading, spans: Sequence[Span], offices: Offices) -> tuple[tuple[Quotation, ...], tuple[Told, ...]]:
    """Name the speaker of every quotation and the source of every cue, as far as the text tells."""
    everybody = frozenset(person.name for sentence in read.sentences for person in sentence.persons.values())
    discourse = Discourse(offices, everybody)
    quotations: list[Quotation] = []
    told: list[Told] = []
    following = 0
    for number, sentence in enumerate(read.sentences):
        first = following
        while following < len(spans) and spans[following].start < sentence.span.end:
            following += 1
        carried = discourse.last
        if first < following:
            quotations += _of_sentence(read, number, spans[first:following], discourse)
        names = [discourse.named(cue.source, plural=cue.plural) for cue in read.cues[number]]
        told.append(Told(tuple(names), carried))
        _listen(sentence, read.cues[number], discourse, quoting=first < following)
    quotations += [Quotation(left) for left in spans[following:]]
    return tuple(quotations), tuple(told)


def _listen(sentence: Sentence, found: Sequence[Attribution], discourse: Discourse, *, quoting: bool) -> None:
    """Remember who is named and who speaks in a sentence."""
    discourse.mention(sentence.persons[index].name for index in sorted(sentence.persons))
    sources = [cue for cue in found if cue.source is not None and not is_vague(cue.source)]
    if sources and not quoting:
        told = [cue for cue in sources if cue.source and not is_medium(cue.source)]
        cue = (told or sources)[-1]
        discourse.last = discourse.named(cue.source, plural=cue.plural) or discourse.last
    subject = _subject(sentence)
    if subject is not None and subject.person is not None:
        discourse.focus = subject.person
    elif discourse.last in discourse.persons and (sources or quoting):
        discourse.focus = discourse.last
    if subject and subject.person is None and not subject.pronoun and subject.head.endswith(("en", "er", "te", "ten")):
        discourse.several = subject.head


def is_vague(source: Phrase) -> bool:
    """Tell whether a source is only an account by nobody: vorläufigen Angaben."""
    return source.person is None and source.head.split()[-1] in cues().accounts


def _of_sentence(read: Reading, number: int, spans: Sequence[Span], discourse: Discourse) -> Iterator[Quotation]:
    sentence = read.sentences[number]
    persons, focus = discourse.persons, discourse.focus
    for span in spans:
        token = sentence.at(span.start)
        cue = _nearest(sentence, read.cues[number], token)
        at = cue.source.start if cue is not None and cue.source else token
        discourse.mention(sentence.persons[index].name for index in sorted(sentence.persons) if index < at)
        if cue is None:
            name = _without_cue(read, number, token, discourse)
        else:
            subject = _subject(sentence, at) if cue.source and cue.source.pronoun else None
            discourse.focus = subject.person if subject and subject.person else focus
            name = discourse.named(cue.source, plural=cue.plural)
        discourse.persons, discourse.focus = persons, focus
        discourse.last = name or discourse.last
        yield Quotation(span, name)


def _nearest(sentence: Sentence, found: Sequence[Attribution], token: int) -> Attribution | None:
    """Choose the cue that a quotation belongs to: right behind it, before its colon, or the nearest."""
    behind = [cue for cue in found if token < cue.start <= token + 2]
    if behind:
        return behind[0]
    if sentence.word(token - 1) == ":":
        introducing = [cue for cue in found if cue.cue < token]
        return introducing[-1] if introducing else None
    usable = [cue for cue in found if cue.source is None or not (cue.source.start <= token < cue.source.end)]
    return min(usable, key=lambda cue: abs(cue.cue - token), default=None)


def _without_cue(read: Reading, number: int, token: int, discourse: Discourse) -> str | None:
    """Name the speaker where no verb of saying tells: a colon, the sentence's subject, or who spoke before."""
    sentence = read.sentences[number]
    alone = all(is_opaque(word) or not word[:1].isalnum() for word in sentence.words)
    before = phrase_at(sentence, 0) if token and sentence.word(token - 1) == ":" else None
    if before is not None and before.end == token - 1:
        return discourse.named(before)
    if sentence.word(token + 1) == ":" and (phrase := phrase_at(sentence, token + 2)):
        return discourse.named(phrase)
    if not alone and discourse.last is not None and not SUBJUNCTIVE.isdisjoint(sentence.words):
        return discourse.last
    if not alone and (phrase := _subject(sentence, token)) and can_speak(phrase):
        colon = sentence.word(phrase.end) == ":"
        if colon or PASSIVE.isdisjoint(sentence.words):
            return discourse.named(phrase)
        return None
    if alone or not SUBJUNCTIVE.isdisjoint(sentence.words):
        return _neighbour(read, number, discourse)
    return discourse.last if token == 0 else None


def _neighbour(read: Reading, number: int, discourse: Discourse) -> str | None:
    """Name who speaks in the sentence before, whom it is about, or who speaks in the next."""
    if discourse.last is not None:
        return discourse.last
    if number and (phrase := _subject(read.sentences[number - 1])):
        return discourse.named(phrase)
    if number + 1 < len(read.sentences) and (phrase := _subject(read.sentences[number + 1])):
        return discourse.named(phrase)
    return None


def _subject(sentence: Sentence, before: int | None = None) -> Phrase | None:
    """Read the phrase that a sentence begins with, if it can be what the sentence is about."""
    first = sentence.word(0)
    if not first or opens(sentence, 0):
        return _inverted(sentence, before)
    if is_opaque(first) or not (is_capital(first)):
        return None
    phrase = phrase_at(sentence, 0)
    if phrase is None or (before is not None and phrase.end > before) or phrase.head in ("es", "man"):
        return None
    return phrase


def _inverted(sentence: Sentence, before: int | None) -> Phrase | None:
    """Find the person, or the first holder of an office, who follows an opening phrase, before a token."""
    limit = before if before is not None else len(sentence)
    persons = [index for index in sorted(sentence.persons) if index < limit]
    if len(persons) == 1:
        index = persons[0]
        return Phrase(index, sentence.person_end(index), sentence.persons[index].name, sentence.persons[index].name)
    for index in range(limit if not persons else 0):
        phrase = phrase_at(sentence, index) if sentence.words[index] in ("der", "die") else None
        if phrase is not None and kind(phrase.head.split()[-1]) is Kind.OFFICE and opens(sentence, 0):
            return phrase
    return None
