"""Quotations -> who said them: found before, behind and around them, across sentences, by pronoun and by office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from warticker.annotate.attribution import Attribution, attributions
from warticker.annotate.known import gender, known
from warticker.annotate.phrases import (
    Phrase,
    can_speak,
    is_capital,
    is_opaque,
    opens,
    phrase_at,
)
from warticker.annotate.tokens import Sentence
from warticker.annotate.words import Kind, bare, kind
from warticker.model import PersonMention, Quotation, Span

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


@dataclass(slots=True)
class Discourse:
    """Who has been named and who has spoken so far, while a text is read from start to end."""

    offices: Mapping[str, str]
    everybody: Sequence[str]
    """Whom the text names anywhere."""
    persons: list[str] = field(default_factory=list)
    """In the order of their mentions."""
    last: str | None = None
    """Who spoke last."""
    several: str | None = None
    """What named several speakers last."""

    def named(self, phrase: Phrase | None, *, plural: bool = False) -> str | None:
        """Resolve a phrase to a name, an institution's usual name, or the office as written."""
        if phrase is None:
            return self.last
        if phrase.person is not None:
            return phrase.person
        if phrase.pronoun:
            return self._pointed_at(phrase.head, plural)
        words = phrase.head.split()
        offices = known().offices
        for name in (phrase.head, words[-1]):
            if name in offices:
                return self.offices.get(words[-1], offices[name])
        if kind(words[-1]) is Kind.OFFICE and (person := self._holder(words[-1])):
            return person
        return self._in_role(words) or phrase.head

    def _in_role(self, words: Sequence[str]) -> str | None:
        """Name the well-known person of the text who holds an office of a place: Bürgermeister von Kiew."""
        if len(words) < 3:
            return None
        role = " ".join([bare(words[0]), *words[1:]])
        named = (known().names.get(name) for name in self.everybody)
        return next((person.name for person in named if person and person.role == role), None)

    def _holder(self, office: str) -> str | None:
        """Name who has been introduced by an office, or by a longer word for it: Sprecherin, Ministeriumssprecherin."""
        if office in self.offices:
            return self.offices[office]
        short = bare(office).lower().removeprefix("amts")
        holders = {name for word, name in self.offices.items() if word.lower().endswith(short)}
        return holders.pop() if len(holders) == 1 else None

    def _pointed_at(self, pronoun: str, plural: bool) -> str | None:
        if pronoun == "sie" and plural:
            return self.several or self.last
        if pronoun not in ("er", "sie"):
            return self.last
        unfit = "f" if pronoun == "er" else "m"
        if (
            self.last is not None
            and " " in self.last
            and gender(self.last) not in ("", unfit)
            and self.last in self.persons
        ):
            return self.last
        for person in reversed(self.persons):
            if gender(person) != unfit:
                return person
        return self.last


def spoken(read: Reading, spans: Sequence[Span], offices: Mapping[str, str]) -> tuple[Quotation, ...]:
    """Name the speaker of every quotation, as far as the text tells."""
    everybody = [sentence.persons[at].name for sentence in read.sentences for at in sorted(sentence.persons)]
    discourse = Discourse(offices, everybody)
    quotations: list[Quotation] = []
    pending = iter(spans)
    span = next(pending, None)
    for number, sentence in enumerate(read.sentences):
        cues = read.cues[number]
        inside: list[Span] = []
        while span is not None and span.start < sentence.span.end:
            inside.append(span)
            span = next(pending, None)
        if inside:
            quotations += _of_sentence(read, number, inside, discourse)
        _listen(sentence, cues, discourse)
    quotations += [Quotation(left) for left in ([span] if span else []) + list(pending)]
    return tuple(quotations)


def _listen(sentence: Sentence, cues: Sequence[Attribution], discourse: Discourse) -> None:
    """Remember who is named and who speaks in a sentence."""
    discourse.persons += [sentence.persons[index].name for index in sorted(sentence.persons)]
    for cue in cues:
        if cue.source is not None:
            discourse.last = discourse.named(cue.source, plural=cue.plural) or discourse.last
    subject = _subject(sentence)
    if subject and subject.person is None and not subject.pronoun and subject.head.endswith(("en", "er", "te", "ten")):
        discourse.several = subject.head


def _of_sentence(read: Reading, number: int, spans: Sequence[Span], discourse: Discourse) -> Iterator[Quotation]:
    sentence, cues = read.sentences[number], read.cues[number]
    early = [sentence.persons[index].name for index in sorted(sentence.persons)]
    for span in spans:
        token = sentence.at(span.start)
        before = [name for index, name in zip(sorted(sentence.persons), early, strict=True) if index < token]
        cue = _nearest(sentence, cues, token)
        mark = len(discourse.persons)
        if cue is not None:
            at = cue.source.start if cue.source else token
            discourse.persons += [sentence.persons[i].name for i in sorted(sentence.persons) if i < at]
            name = discourse.named(cue.source, plural=cue.plural)
        else:
            discourse.persons += before
            name = _without_cue(read, number, token, discourse)
        del discourse.persons[mark:]
        discourse.last = name or discourse.last
        yield Quotation(span, name)


def _nearest(sentence: Sentence, cues: Sequence[Attribution], token: int) -> Attribution | None:
    """Choose the cue that a quotation belongs to: right behind it, before its colon, or the nearest."""
    behind = [cue for cue in cues if token < cue.start <= token + 2]
    if behind:
        return behind[0]
    if sentence.word(token - 1) == ":":
        introducing = [cue for cue in cues if cue.cue < token]
        return introducing[-1] if introducing else None
    usable = [cue for cue in cues if cue.source is None or not (cue.source.start <= token < cue.source.end)]
    return min(usable, key=lambda cue: abs(cue.cue - token), default=None)


def _without_cue(read: Reading, number: int, token: int, discourse: Discourse) -> str | None:
    """Name the speaker where no verb of saying tells: a colon, the sentence's subject, or who spoke before."""
    sentence = read.sentences[number]
    alone = all(is_opaque(word) or not word[:1].isalnum() for word in sentence.words)
    if sentence.word(token + 1) == ":" and (phrase := phrase_at(sentence, token + 2)):
        return discourse.named(phrase)
    if not alone and discourse.last is not None and SUBJUNCTIVE.intersection(sentence.words):
        return discourse.last
    if not alone and (phrase := _subject(sentence, token)) and can_speak(phrase):
        colon = sentence.word(phrase.end) == ":"
        if colon or not PASSIVE.intersection(sentence.words):
            return discourse.named(phrase)
        return None
    if alone or SUBJUNCTIVE.intersection(sentence.words):
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
    """Find the person who follows an opening phrase, as the only one before a token."""
    limit = before if before is not None else len(sentence)
    persons = [index for index in sorted(sentence.persons) if index < limit]
    if len(persons) != 1:
        return None
    index = persons[0]
    return Phrase(index, sentence.person_end(index), sentence.persons[index].name, sentence.persons[index].name)


def offices(text: str, persons: Iterable[PersonMention]) -> Mapping[str, str]:
    """Tell who holds which office, by the word before a name and the one in apposition behind it."""
    holders: dict[str, str] = {}
    for person in persons:
        before = text[max(0, person.span.start - 60) : person.span.start].rsplit("\n", 1)[-1]
        words = before.replace(",", " ,").split()
        for word in reversed(words):
            if kind(word.strip('"„“”')) is Kind.OFFICE and is_capital(word):
                holders.setdefault(word, person.name)
                break
            if word[:1].isupper() and before.rstrip().endswith(tuple("abcdefghijklmnopqrstuvwxyzäöüß")):
                break
        behind = text[person.span.end : person.span.end + 60]
        if behind.startswith(", "):
            for word in behind[2:].split()[:3]:
                if word[:1].isupper():
                    if kind(word.strip(",.")) is Kind.OFFICE:
                        holders.setdefault(word.strip(",."), person.name)
                    break
    return holders
