"""Who has been named and who has spoken so far: what pronouns and offices of a text point to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from warticker.annotate.language.heads import core_of, lands
from warticker.annotate.language.known import gender, inhabitants, known
from warticker.annotate.language.noun_groups import Phrase, tells_nation
from warticker.annotate.language.tokens import Sentences
from warticker.annotate.language.words import Kind, bare, kind
from warticker.annotate.people.office_holders import FORMER, Offices, holder, may_be_of, may_hold, may_serve, nation_of
from warticker.annotate.speech.institutions import GENERAL, is_called, is_proper, pointed_at
from warticker.annotate.speech.sides import told_side
from warticker.annotate.speech.speaking import can_speak, speaks_for_sure
from warticker.annotate.speech.subjects import subject
from warticker.expressions import compiled

REMEMBERED = 40
"""How many mentions a text is read with."""
REGIONAL = compiled(r" (?:der Region|des Gebiets|des Gebietes|der Oblast|der Stadt|in der Region|im Gebiet) ")
PERSONAL = ("ährige", "ähriger", "ährigen", "demokrat", "demokratin")
COMPANIES = frozenset({"unternehmen", "konzern", "firma"})
"""Words for a company that the sentence before is about, by its name."""
REACH = 600
"""How far back a name is looked for, in code points."""
KIN = (
    "sohn", "tochter", "bruder", "schwester", "vater", "mutter", "witwe", "witwer", "ehefrau", "ehemann", "opfer",
    "angeklagte", "angeklagter", "verdächtige", "verdächtiger", "täter", "täterin",
)  # fmt: skip
"""Ends of words for who is in a text as somebody's kin, or before a court."""
SEVERAL = ("en", "er", "te")


@dataclass(slots=True)
class Discourse:
    """Who has been named and who has spoken so far, while a text is read from start to end."""

    sentences: Sentences
    offices: Offices
    roles: Mapping[str, str] = field(init=False)
    """The well-known whom the text names anywhere, by their roles."""
    everybody: frozenset[str] = field(init=False)
    """Whom the text names anywhere."""
    number: int = 0
    """The sentence that is read."""
    position: int = 0
    """How far the text has been read: only who is named before it can be meant."""
    last: str | None = None
    """Who spoke last."""
    subject: str | None = None
    """Whom a clause is about where it begins with a person before its speaker."""
    heard: list[str] = field(default_factory=list)
    """Who has spoken that is no person, in the order of the text."""
    spoke: dict[int, str | None] = field(default_factory=dict)
    """Who had spoken last after each sentence that says who speaks."""

    def __post_init__(self) -> None:
        self.everybody = frozenset(person.name for person in self.sentences.persons)
        named = [person for name in sorted(self.everybody) if (person := known().names.get(name))]
        self.roles = {person.role: person.name for person in named}

    def hear(self, name: str) -> None:
        """Remember who speaks in the sentence that is read."""
        self.last = self.spoke[self.number] = name

    @property
    def persons(self) -> Sequence[str]:
        """Who has been named, in the order of the mentions; only the latest can be pointed at."""
        end = bisect_left(self.sentences.places, self.position)
        return [person.name for person in self.sentences.persons[max(0, end - REMEMBERED) : end]]

    @property
    def focus(self) -> str | None:
        """Which person the text is about: the last sentence's subject, or else who spoke in it."""
        if self.subject is not None:
            return self.subject
        for number in range(self.number - 1, max(-1, self.number - REMEMBERED), -1):
            about = subject(self.sentences[number]) if self.sentences.named(number) else None
            if about is not None and about.person is not None:
                return about.person
            if (speaker := self.spoke.get(number)) in self.everybody:
                return speaker
        return None

    @property
    def several(self) -> str | None:
        """What named several speakers last."""
        for number in range(self.number - 1, max(-1, self.number - REMEMBERED), -1):
            about = subject(self.sentences[number])
            if about and not about.pronoun and about.head.endswith(SEVERAL) and not about.person and can_speak(about):
                return about.head
        return None

    def named(self, phrase: Phrase | None, *, plural: bool = False) -> str | None:
        """Resolve a phrase to a name, an institution's usual name, or the office as written."""
        if phrase is None:
            return self.last
        if phrase.person is not None:
            return phrase.person
        if phrase.pronoun:
            return self._pointed_at(phrase.head, plural)
        words = phrase.head.split()
        noun = words[-1] if core_of(phrase.head) == words[-1] else ""
        if named := known().offices.get(phrase.head) or known().offices.get(noun):
            return named
        if phrase.indefinite or plural:
            return phrase.head
        held = kind(noun) is Kind.OFFICE and not any(word.startswith(FORMER) for word in words)
        if held and (person := holder(self.offices, noun, nation_of(words[0]))):
            return person
        if phrase.definite and (known_already := self._known_already(words) or self._same_institution(words)):
            return known_already
        return self._fellow(words) or self._in_role(words) or phrase.head

    def _fellow(self, words: Sequence[str]) -> str | None:
        """Name whom `die deutsche Politikerin` means: the only one named so far whom nation, gender and office fit."""
        nation, word = told_side(words[0]) if tells_nation(words[0]) else None, core_of(" ".join(words))
        several = words[0].endswith("e") and not word.endswith(("in", "frau", "e"))
        if nation is None or several:
            return None
        office = word.lower().removesuffix("in")
        unfit = "m" if word.endswith(("in", "frau")) else "f"
        fitting = {name for name in self.persons if gender(name) != unfit and may_serve(name, nation, office)}
        return fitting.pop() if len(fitting) == 1 else None

    def _known_already(self, words: Sequence[str]) -> str | None:
        """Name whom `der Minister` or `die 44-Jährige` means: who spoke or was named last, where the gender fits."""
        word = core_of(" ".join(words))
        if kind(word) is not Kind.OFFICE and not word.endswith(PERSONAL) and word not in inhabitants():
            return None
        unfit = "m" if word.endswith(("in", "frau")) else "f"
        in_full = word != words[-1] and not words[0].endswith(PERSONAL)
        nation = told_side(words[0]) if len(words) > 1 else None
        for name in (self.last, self.focus):
            if name in self.everybody and gender(name) != unfit and may_be_of(name, nation):
                if self._is_kin(name, word):
                    return None
                # Whom everybody knows is not introduced anew: der Sprecher des Ministeriums is somebody else.
                return None if in_full and not may_hold(name, words, self.offices) else name
        if in_full:
            return None
        fitting = {name for name in self.persons if gender(name) != unfit and not self._is_kin(name, word)}
        return fitting.pop() if len(fitting) == 1 else None

    def _is_kin(self, name: str, noun: str) -> bool:
        """Tell whether a person is introduced as whose kin or as a court's, and a noun is somebody's office."""
        if kind(noun) is not Kind.OFFICE or noun.endswith(PERSONAL) or noun.lower().endswith(KIN):
            return False
        told = [office.lower() for (office, _), holds in self.offices.items() if holds == name]
        return bool(told) and all(office.endswith(KIN) for office in told)

    def _same_institution(self, words: Sequence[str]) -> str | None:
        """Name who `die Behörde` or `der Beamte` is: the source before, where it is called so or no person."""
        if len(words) > 1:
            return None
        noun = words[0].lower()
        if self.last is not None and self.last not in self.everybody and is_called(self.last, noun):
            return self.last
        before = self.sentences.text[max(0, self.position - REACH) : self.position]
        if (institution := pointed_at(noun, self.heard, before)) is not None:
            return institution
        about = subject(self.sentences[self.number - 1]) if noun in COMPANIES and self.number else None
        if about and not about.person and about.head not in lands() and kind(about.head) is Kind.PLAIN:
            return about.head
        latest = self.heard[-1] if self.heard and noun in GENERAL else None
        return latest if latest is not None and latest == self.last and is_proper(latest) else None

    def _in_role(self, words: Sequence[str]) -> str | None:
        """Name the well-known person of the text who holds an office of a place: Bürgermeister von Kiew."""
        if len(words) < 3:
            return None
        told = " ".join([bare(words[0]), *words[1:]])
        return self.roles.get(told) or self.roles.get(REGIONAL.sub(" von ", told))

    def _pointed_at(self, pronoun: str, plural: bool) -> str | None:
        if plural:
            return self.several or self.last
        if pronoun == "dieser" and (males := [name for name in self.persons if gender(name) != "f"]):
            return males[-1]
        if pronoun not in ("er", "sie"):
            return self.last
        unfit = "f" if pronoun == "er" else "m"
        if self.last is not None and self.spoke.get(self.number - 1) == self.last and self._is_bare_name(self.last):
            return self.last
        focus = self.focus
        if focus is not None and gender(focus) != unfit:
            return focus
        for person in reversed(self.persons):
            if gender(person) != unfit:
                return person
        return self.last or (self.several if pronoun == "sie" else None)

    def _is_bare_name(self, name: str) -> bool:
        """Tell whether who spoke may be a person whom the text names by the last name alone."""
        plain = name not in self.everybody and " " not in name and kind(name) is Kind.PLAIN
        return plain and not speaks_for_sure(Phrase(0, 1, name))
