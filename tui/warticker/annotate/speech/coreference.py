"""Coreference: whom a phrase means among those named in its text. `named` is the entry point, and gives the order."""

from __future__ import annotations

from collections.abc import Sequence

from warticker.annotate.language.cues import reporting
from warticker.annotate.language.function_words import PREPOSITIONS
from warticker.annotate.language.heads import core_of
from warticker.annotate.language.known import gender, inhabitants, known
from warticker.annotate.language.noun_groups import Phrase, tells_nation
from warticker.annotate.language.tokens import Sentence
from warticker.annotate.language.words import Kind, bare, kind
from warticker.annotate.people.office_holders import FORMER, holder, may_be_of, may_hold, may_serve, nation_of
from warticker.annotate.speech.discourse import Discourse
from warticker.annotate.speech.possible_sources import speaks_for_sure
from warticker.annotate.speech.sides import side_of
from warticker.annotate.speech.statement_ends import may_be_verb
from warticker.annotate.speech.subjects import subject
from warticker.annotate.speech.verb_subjects import SUBORDINATING, clause_start
from warticker.expressions import compiled

REGIONAL = compiled(r" (?:der Region|des Gebiets|des Gebietes|der Oblast|der Stadt|in der Region|im Gebiet) ")
"""Text between an office and its place."""
PERSONAL = ("ährige", "ähriger", "ährigen", "demokrat", "demokratin")
"""Endings of nouns for a person without an office."""
KIN = (
    "sohn", "tochter", "bruder", "schwester", "vater", "mutter", "witwe", "witwer", "ehefrau", "ehemann", "opfer",
    "angeklagte", "angeklagter", "verdächtige", "verdächtiger", "täter", "täterin",
)  # fmt: skip
"""Endings of nouns for somebody's relative, or for a party before a court."""
RANKS = (
    "minister", "präsident", "kanzler", "bürgermeister", "gouverneur", "botschafter", "kommissar", "sprecher",
    "richter",
)  # fmt: skip
"""Endings of offices of which somebody hardly holds two: the minister is not the mayor."""
GENERAL = frozenset(
    {"organisation", "behörde", "institution", "einrichtung", "unternehmen", "konzern", "agentur", "nachrichtenagentur"}
    | {"zeitung", "magazin", "nachrichtenmagazin", "sender", "portal", "blatt", "verband", "verein", "initiative"}
)
"""Nouns for the kind of an institution, which may not be part of its name."""
POINTING = GENERAL | frozenset(
    {"botschaft", "büro", "ministerium", "institut", "amt", "stiftung", "gewerkschaft", "firma", "bank", "gruppe"}
    | {"kommission"}
)
"""Nouns that refer to an institution even if its name contains them."""
COMPANIES = frozenset({"unternehmen", "konzern", "firma"})
"""Nouns for a company that the previous sentence names."""
NEARBY = 4
"""Within how many sentences somebody without a name is referred to."""
INTRODUCED = compiled(r"\b([\w-]{3,40}) ([A-ZÄÖÜ][\w&'-]{2,30})\b(?! [A-ZÄÖÜ])")
ABBREVIATED = compiled(r"\(([A-ZÄÖÜ]{2,9})\)")
ENDINGS = compiled(r"(?:e[nr]?|in|n|r)$")


def named(discourse: Discourse, phrase: Phrase | None, *, plural: bool = False) -> str | None:
    """Resolve a phrase to a name, an institution's usual name, or the office as written; else to the last speaker.

    `plural` says that several speak.
    """
    if phrase is None:
        return discourse.last
    if phrase.person is not None:
        return phrase.person
    if phrase.pronoun:
        return _by_pronoun(discourse, phrase, plural=plural)
    words = phrase.head.split()
    noun = words[-1] if core_of(phrase.head) == words[-1] else ""
    if somebody := known().offices.get(phrase.head) or known().offices.get(noun):
        return somebody
    if phrase.indefinite or plural:
        return phrase.head
    held = kind(noun) is Kind.OFFICE and not any(word.startswith(FORMER) for word in words)
    if held and (person := holder(discourse.offices, noun, nation_of(words[0]))):
        return person
    unfit = "m" if _means_woman(discourse.sentence, phrase) else "f"
    before = discourse.persons(clause_start(discourse.sentence, phrase.start))
    persons = [name for name in before if gender(name) != unfit]
    if phrase.definite and (
        meant := _without_name(discourse, words)
        or _known_already(discourse, words, persons, unfit)
        or _same_institution(discourse, words)
    ):
        return meant
    return _fellow(words, persons) or _in_role(discourse, words) or phrase.head


def _means_woman(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a noun without a name means a woman: die Ministerin; die 44-Jährige, unlike der 44-Jährige."""
    noun = core_of(phrase.head)
    return noun.endswith(("in", "frau")) or (noun.endswith("e") and sentence.words[phrase.start] in ("die", "Die"))


def _by_pronoun(discourse: Discourse, phrase: Phrase, *, plural: bool) -> str | None:
    """Whom a pronoun means: the sentence's subject, the person whom the text is about, or the latest one named."""
    last, clause = discourse.last, clause_start(discourse.sentence, phrase.start)
    if plural:
        return discourse.group or last
    persons = discourse.persons(clause)
    if phrase.head == "dieser" and (males := [name for name in persons if gender(name) != "f"]):
        return males[-1]
    if phrase.head not in ("er", "sie"):
        return last
    if last is not None and discourse.spoke.get(discourse.number - 1) == last and is_bare_name(last):
        return last
    unfit = "f" if phrase.head == "er" else "m"
    about = (_subject_before(discourse.sentence, clause), discourse.focus, *reversed(persons))
    fitting = next((name for name in about if name is not None and gender(name) != unfit), None)
    return fitting or last or (discourse.group if phrase.head == "sie" else None)


def _subject_before(sentence: Sentence, clause: int) -> str | None:
    """The person whom a sentence is about before a clause of it: Horn kam, als [sie rief].

    Not a possessor, as in `Horns Haus`, nor the subject of reported speech: Horn komme, [sagte sie].
    """
    about = subject(sentence, clause) if clause else None
    if about is None or about.person is None:
        return None
    before, first = sentence.words[about.start - 1], sentence.words[sentence.begins]
    if before.lower() in PREPOSITIONS and before not in SUBORDINATING:
        return None
    told = sentence.words[about.end : clause]
    stated = may_be_verb(sentence.words[clause]) and first not in SUBORDINATING
    if ":" not in told and (stated or not reporting().isdisjoint(told)):
        return None
    return None if about.start in sentence.persons and sentence.owns(about.start) else about.person


def is_bare_name(name: str) -> bool:
    """Whether a source may be a person whom the text names only by the last name."""
    plain = " " not in name and kind(name) is Kind.PLAIN
    return plain and not speaks_for_sure(Phrase(0, 1, name))


def _without_name(discourse: Discourse, words: Sequence[str]) -> str | None:
    """Who is meant by `der Sprecher` after `Ein Sprecher der Bahn kam`: the speaker or subject before, no person."""
    if len(words) > 1:
        return None
    noun, last = words[0].lower(), discourse.last
    if last is not None and last not in discourse.everybody and _is_called(last, noun):
        return last
    for number in range(discourse.number - 1, max(-1, discourse.number - NEARBY), -1):
        about = subject(discourse.sentences[number])
        if about is not None and about.person is not None:
            return None
        if about is not None and about.indefinite and _is_called(about.head, noun):
            return about.head
    return None


def _known_already(discourse: Discourse, words: Sequence[str], persons: Sequence[str], unfit: str) -> str | None:
    """Who is meant by `der Minister` or `die 44-Jährige`: the latest speaker or name, not of the gender `unfit`."""
    word = core_of(" ".join(words))
    if kind(word) is not Kind.OFFICE and not word.endswith(PERSONAL) and word not in inhabitants():
        return None
    in_full = word != words[-1] and not words[0].endswith(PERSONAL)
    nation = side_of(words[0]) if len(words) > 1 else None
    for name in (discourse.last, discourse.focus):
        if name in discourse.everybody and gender(name) != unfit and may_be_of(name, words[0], nation):
            if _is_another(discourse, name, word):
                return None
            # Well-known persons are not introduced again: der Sprecher des Ministeriums is somebody else.
            return None if in_full and not may_hold(name, words, discourse.offices) else name
    if in_full:
        return None
    fitting = {name for name in persons if not _is_another(discourse, name, word)}
    return fitting.pop() if len(fitting) == 1 else None


def _is_another(discourse: Discourse, name: str, noun: str) -> bool:
    """Whether a person is introduced as something else than a noun says: as a relative, a party, or by another rank."""
    told = [office.lower() for (office, _), holds in discourse.offices.items() if holds == name]
    if told and all(office.endswith(KIN) for office in told):
        return True
    rank, ranks = _rank(noun.lower()), {_rank(office) for office in told} - {None}
    return rank is not None and bool(ranks) and rank not in ranks


def _rank(office: str) -> str | None:
    return next((rank for rank in RANKS if office.endswith((rank, rank + "in"))), None)


def _fellow(words: Sequence[str], persons: Sequence[str]) -> str | None:
    """Who is meant by `die deutsche Politikerin`: the only one so far of that nation, gender and office."""
    nation, word = side_of(words[0]) if tells_nation(words[0]) else None, core_of(" ".join(words))
    several = words[0].endswith("e") and not word.endswith(("in", "frau", "e"))
    if nation is None or several:
        return None
    office = word.lower().removesuffix("in")
    fitting = {name for name in persons if may_serve(name, words[0], nation, office)}
    return fitting.pop() if len(fitting) == 1 else None


def _in_role(discourse: Discourse, words: Sequence[str]) -> str | None:
    """The well-known person of the text with an office of a place: Bürgermeister von Kiew."""
    told = " ".join([bare(words[0]), *words[1:]])
    return discourse.roles.get(told) or discourse.roles.get(REGIONAL.sub(" von ", told))


def _same_institution(discourse: Discourse, words: Sequence[str]) -> str | None:
    """Who is meant by `die Behörde`: an institution named before, or the previous source if that is none."""
    if len(words) > 1:
        return None
    noun, last, bodies = words[0].lower(), discourse.last, discourse.bodies
    if noun in POINTING and (name := _pointed_at(noun, bodies) or _named_before(noun, discourse.text_before)):
        return name
    about = subject(discourse.sentences[discourse.number - 1]) if noun in COMPANIES and discourse.number else None
    if about and not about.person and kind(about.head) is Kind.PLAIN:
        return about.head
    return last if noun in GENERAL and bodies and bodies[-1] == last and _is_proper(bodies[-1]) else None


def _pointed_at(noun: str, bodies: Sequence[str]) -> str | None:
    """Which of the previous speakers is called by a word."""
    return next((name for name in reversed(bodies) if _is_proper(name) and _is_called(name, noun)), None)


def _is_proper(name: str) -> bool:
    """Whether a source is an institution with a proper name: not a mere noun, not an office."""
    return name.lower() not in GENERAL and kind(core_of(name)) is not Kind.OFFICE


def _is_called(name: str, noun: str) -> bool:
    """Whether a name's noun is a word, or ends in it, in any case and gender: Bundesbehörde, Behörde."""
    words = name.split()
    owned = next((at for at in range(1, len(words)) if words[at].islower() and words[at - 1][0].isupper()), len(words))
    return any(_stem(word.lower()).endswith(_stem(noun)) for word in words[:owned])


def _named_before(noun: str, before: str) -> str | None:
    """The name that followed a noun for an institution: der Autokonzern Horn, and then der Konzern."""
    found = [name for word, name in INTRODUCED.findall(before) if word.lower().endswith(noun)]
    if found and kind(found[-1]) in (Kind.PLAIN, Kind.LAST):
        return str(found[-1])
    shortened = [match for match in ABBREVIATED.finditer(before) if noun in before[: match.start()].lower()[-100:]]
    return str(shortened[-1][1]) if shortened else None


def _stem(noun: str) -> str:
    """A noun without the endings of case and gender: Beamte, Beamter, Beamtin."""
    return ENDINGS.sub("", noun)
