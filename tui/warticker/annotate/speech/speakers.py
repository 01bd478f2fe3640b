"""The speakers of quotations: found before, after and around them, across sentences, by pronoun and by office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from warticker.annotate.language.cues import IMPERSONAL, PASSIVE, REFERRING, positions, subjunctive
from warticker.annotate.language.function_words import JOINING
from warticker.annotate.language.noun_groups import Phrase
from warticker.annotate.language.phrases import phrase_at
from warticker.annotate.language.pieces import Pieces
from warticker.annotate.language.tokens import Sentence, Sentences
from warticker.annotate.language.word_classes import CLAUSE_ENDS, is_opaque
from warticker.annotate.people.office_holders import Offices
from warticker.annotate.speech.attribution import attributions
from warticker.annotate.speech.coreference import is_bare_name, named
from warticker.annotate.speech.discourse import Discourse
from warticker.annotate.speech.headlines import is_word, settled
from warticker.annotate.speech.possible_sources import can_speak, is_medium, is_vague, speaks_for_sure
from warticker.annotate.speech.source_markers import RELYING
from warticker.annotate.speech.sources import Attribution, Told, in_nominative, principal
from warticker.annotate.speech.statement_ends import may_be_verb
from warticker.annotate.speech.statements_elsewhere import later_source
from warticker.annotate.speech.subjects import introduced, subject
from warticker.expressions import compiled
from warticker.model import Quotation, Span

COLON = compiled(": ")
POINTING = frozenset(
    {"Angaben", "Angabe", "Mitteilung", "Erklärung", "Aussage", "Aussagen", "Darstellung", "Auskunft", "Stellungnahme"}
    | {"Informationen", "Statement", "Pressemitteilung", "Bekunden", "Worten", "Schreiben", "Papier", "Bekanntmachung"}
)
"""Nouns for statements without their owner."""
INSCRIBED = frozenset({"steht", "stand", "lesen"})
"""Verbs before words that are written somewhere: Auf dem Schild steht: ..."""
OWNED = {"sein": "er", "seine": "er", "ihr": "sie", "ihre": "sie"}
"""Possessives of the words before a colon: Ihr Fazit: ..."""


def spoken(
    text: str, pieces: Pieces, sentences: Sentences, spans: Sequence[Span], offices: Offices
) -> tuple[tuple[Quotation, ...], Mapping[int, Told]]:
    """The speaker of every quotation, and the source of every cue, as far as the text gives them.

    `pieces` are the text's; so are `sentences`, with its quotations masked.
    The sources are given by the numbers of their sentences, including those in the subjunctive.
    """
    discourse = Discourse(sentences, offices)
    within: dict[int, list[Span]] = {}
    for span in spans:
        within.setdefault(sentences.number(span.start), []).append(span)
    telling = {sentences.number(position) for position in positions(sentences.text, pieces)}
    begun = {sentences.number(colon.start()) for colon in COLON.finditer(sentences.text)}
    quotations: list[Quotation] = []
    told: dict[int, Told] = {}
    for number in sorted({*telling, *within, *begun}):
        sentence = sentences[number]
        found = attributions(sentence) if number in telling else ()
        discourse.number = number
        if not found and (number in within or _reports(sentence)):
            discourse.last = _about(discourse, told) or discourse.last
        carried = discourse.last
        if number in within:
            quotations += _of_sentence(text, discourse, found, within[number])
        names = [_source(discourse, cue) for cue in found]
        first = introduced(sentence) if number in begun else None
        unsaid = number - 1 in within and not told[number - 1].cues
        if unsaid and not _passes_on(found) and (name := later_source(sentence, found, names)):
            quotations = list(_said_before(quotations, sentences.spans[number - 1], name))
        introduces = named(discourse, first) if first else None
        told[number] = Told(found, names, carried, first, introduces)
        _listen(found, names, discourse, quoting=number in within)
        if first and introduces and speaks_for_sure(first) and not found and number not in within:
            discourse.hear(introduces)
    return settled(text, quotations, told, discourse.everybody)


def _passes_on(found: Sequence[Attribution]) -> bool:
    return any(cue.source is not None and is_medium(cue.source) for cue in found)


def _said_before(quotations: Sequence[Quotation], before: Span, name: str) -> Iterator[Quotation]:
    """The speaker of a sentence of quotations, in the next one: "Es regnet." Das sagte Anna Horn."""
    for one in quotations:
        yield replace(one, speaker=name) if before.start <= one.span.start < before.end else one


def _about(discourse: Discourse, told: Mapping[int, Told]) -> str | None:
    """Whom the previous sentence of the paragraph is about, if it has no source itself.

    A person, or the institution to which `demnach` refers: Die Polizei zählt zehn Verletzte. Demnach ...
    """
    sentences, before = discourse.sentences, discourse.number - 1
    heard = told.get(before)
    if sentences.begins_paragraph(before + 1) or (heard is not None and (heard.cues or heard.introduced)):
        return None
    if _reports(sentences[before]):
        return None
    about = subject(sentences[before]) if sentences.named(before) else None
    if about is None and sentences.begins_paragraph(before) and not REFERRING.isdisjoint(discourse.sentence.words):
        return _institution_before(discourse)
    return about.person if about is not None else None


def _source(discourse: Discourse, cue: Attribution) -> str | None:
    """The source of a cue; an anonymous account belongs to the previous speaker: den Angaben zufolge.

    Without one, `heißt es` or `sagte er` refers to the institution that the previous sentence is about.
    """
    name = named(discourse, cue.source, plural=cue.plural)
    pointing = cue.source is not None and cue.source.pronoun
    if name is None and (pointing or discourse.sentence.words[cue.cue] in IMPERSONAL):
        return _institution_before(discourse)
    return discourse.last or name if name in POINTING else name


def _institution_before(discourse: Discourse) -> str | None:
    """The institution that the previous sentence of the paragraph is about."""
    before = discourse.at(discourse.number - 1)
    about = None if discourse.sentences.begins_paragraph(discourse.number) else subject(before.sentence)
    return named(before, about) if about and not about.person and speaks_for_sure(about) else None


def _listen(found: Sequence[Attribution], names: Sequence[str | None], discourse: Discourse, *, quoting: bool) -> None:
    """Record the speakers of a sentence."""
    sources = [name for cue, name in zip(found, names, strict=True) if cue.source and not is_vague(cue.source)]
    if sources and not quoting:
        discourse.last = principal(found, names) or discourse.last
    discourse.bodies += [name for name in sources if name is not None and name not in discourse.everybody]
    if sources or quoting:
        discourse.hear(discourse.last)


def _of_sentence(
    text: str, discourse: Discourse, found: Sequence[Attribution], spans: Sequence[Span]
) -> Iterator[Quotation]:
    sentence = discourse.sentence
    for span in spans:
        token = sentence.at(span.start)
        cue = _relied_on(sentence, found, _nearest(sentence, found, token))
        if cue is None:
            term = is_word(span.of(text)) and ":" not in sentence.words and not _reports(sentence)
            name = None if term else _without_cue(discourse, token)
        else:
            name = _source(discourse, cue)
        discourse.last = name or discourse.last
        yield Quotation(span, in_nominative(name) if name else None)


def _nearest(sentence: Sentence, found: Sequence[Attribution], token: int) -> Attribution | None:
    """The cue of a quotation: directly after it, before its colon, or the nearest."""
    behind = [cue for cue in found if token < cue.start <= token + 2]
    governing = [cue for cue in found if cue.end <= token and cue.source is not None and not cue.indirect]
    if governing and behind and CLAUSE_ENDS.isdisjoint(sentence.words[governing[-1].cue : token]):
        return governing[-1]  # Horn tadelte den "Unfug", sagte der Minister.
    if behind:
        return behind[0]
    usable = [cue for cue in found if cue.source is None or not (cue.source.start <= token < cue.source.end)]
    own = [cue for cue in usable if cue.source is not None and not is_medium(cue.source)]
    if own and len(own) < len(usable) and not any(cue.start <= token + 2 and token < cue.start for cue in usable):
        usable = own
    return min(usable, key=lambda cue: abs(cue.cue - token), default=None)


def _relied_on(sentence: Sentence, found: Sequence[Attribution], cue: Attribution | None) -> Attribution | None:
    """The source of a medium that only passes words on: "Es regnet", meldet Tass unter Berufung auf Horn."""
    if cue is None or cue.source is None or not is_medium(cue.source):
        return cue
    return next((other for other in found if sentence.words[other.cue] in RELYING), cue)


def _without_cue(discourse: Discourse, token: int) -> str | None:
    """The speaker without a verb of saying: by a colon, the sentence's subject, or the previous speaker."""
    sentence = discourse.sentence
    if (behind := _behind(sentence, token)) is not None:
        return named(discourse, behind)
    if token and sentence.word(token - 1) == ":":
        return _announced(discourse, token)
    if sentence.word(token + 1) == ":" and (phrase := phrase_at(sentence, token + 2)) and speaks_for_sure(phrase):
        return named(discourse, phrase)
    if all(is_opaque(word) or not word[:1].isalnum() or word in JOINING for word in sentence.words):
        return _neighbour(discourse)
    if discourse.last is not None and _reports(sentence):
        return discourse.last
    if (phrase := subject(sentence, token)) and can_speak(phrase):
        sure = speaks_for_sure(phrase) and PASSIVE.isdisjoint(sentence.words)
        return named(discourse, phrase) if sure else None
    return discourse.last if token == 0 else None


def _announced(discourse: Discourse, token: int) -> str | None:
    """The speaker after a colon: named right before it, the subject, the sentence's only person, or who goes on."""
    sentence = discourse.sentence
    if name := _before_colon(discourse, token - 1):
        return name
    for at in range(1, token):
        if sentence.words[at] == "er" and may_be_verb(sentence.words[at - 1]):
            return named(discourse, Phrase(at, at + 1, "er"))  # Max Kern, der gern reist, lud er ein: "..."
    if discourse.last is not None and _reports(sentence):
        return discourse.last
    if (about := subject(sentence, token)) and _acts(sentence, about):
        return named(discourse, about)
    persons = {person.name for at, person in sentence.persons.items() if at < token}
    if len(persons) == 1:
        return persons.pop()
    spoke = discourse.number - 1 in discourse.spoke or any(map(is_opaque, sentence.words[:token]))
    return discourse.last if spoke and INSCRIBED.isdisjoint(sentence.words) else _institution_before(discourse)


def _acts(sentence: Sentence, about: Phrase) -> bool:
    """Whether the subject of a sentence has a name or can speak, and nothing is done to it."""
    if about.end == about.start + 1 and is_bare_name(about.head):
        return True
    return speaks_for_sure(about) and PASSIVE.isdisjoint((sentence.words[about.start - 1], sentence.words[about.end]))


def _behind(sentence: Sentence, token: int) -> Phrase | None:
    """The subject of any verb directly after the comma of a quotation: "Los", winkt der Pilot."""
    if sentence.word(token + 1) != "," or not may_be_verb(sentence.word(token + 2)):
        return None
    phrase = phrase_at(sentence, token + 3 + (sentence.word(token + 3) == "sich"))
    return phrase if phrase is not None and speaks_for_sure(phrase) else None


def _reports(sentence: Sentence) -> bool:
    """Whether a sentence's words say that it is reported."""
    return not REFERRING.isdisjoint(sentence.words) or not subjunctive().isdisjoint(sentence.words)


def _before_colon(discourse: Discourse, colon: int) -> str | None:
    """The speaker in the words before a colon: Horn: "..."; Ihr Fazit: "..."; Lob kam auch von Horn: "..."."""
    sentence = discourse.sentence
    before = introduced(sentence)
    owner = OWNED.get(sentence.word(sentence.begins).lower())
    if owner is not None and not (before is not None and speaks_for_sure(before)):
        return named(discourse, Phrase(sentence.begins, sentence.begins + 1, owner))
    if before is not None and before.end == colon:
        return discourse.last if before.definite and is_vague(before) else named(discourse, before)
    return next((sentence.persons[at].name for at in sentence.persons if sentence.person_end(at) == colon), None)


def _neighbour(discourse: Discourse) -> str | None:
    """The previous speaker, or else whom the sentence before or after is about."""
    if discourse.last is not None:
        return discourse.last
    sentences, number = discourse.sentences, discourse.number
    for beside in (number - 1, number + 1):
        about = subject(sentences[beside]) if 0 <= beside < len(sentences) else None
        if about is not None and speaks_for_sure(about):
            return named(discourse.at(beside), about)
    return None
