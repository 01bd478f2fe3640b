"""Who has been named and who has spoken so far: what pronouns and offices of a text point to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from warticker.annotate.heads import lands
from warticker.annotate.known import gender, inhabitants, known
from warticker.annotate.noun_groups import Phrase, tells_nation
from warticker.annotate.sides import told_side
from warticker.annotate.speaking import can_speak, core_of
from warticker.annotate.subjects import subject
from warticker.annotate.tokens import Sentences
from warticker.annotate.words import Kind, bare, kind
from warticker.expressions import compiled
from warticker.model import PersonMention, Side

REMEMBERED = 40
"""How many mentions, and how many offices, a text is read with."""
INSTITUTIONS = frozenset(
    {"organisation", "behörde", "institution", "einrichtung", "unternehmen", "konzern", "agentur", "nachrichtenagentur"}
    | {"zeitung", "magazin", "nachrichtenmagazin", "sender", "portal", "blatt", "verband", "verein", "initiative"}
)
NAMED_IN_PART = INSTITUTIONS | frozenset(
    {"botschaft", "büro", "ministerium", "institut", "amt", "stiftung", "gewerkschaft", "firma", "bank", "gruppe"}
    | {"kommission"}
)
"""Words that point to an institution whose name holds them."""
REGIONAL = compiled(r" (?:der Region|des Gebiets|des Gebietes|der Oblast|der Stadt|in der Region|im Gebiet) ")
BODIES = ("stab", "waffe", "armee", "marine", "polizei", "regierung", "ministerium", "verwaltung", "behörde", "dienst")
PERSONAL = ("ährige", "ähriger", "ährigen", "demokrat", "demokratin")
ANEW = ("politike", "chef", "vorsitzende", "oberhaupt", "regierende")
"""Ends of words that say anew what somebody is, whatever office he was introduced by."""
SYNONYMS = ("oberhaupt", "politiker", "politikerin")
"""Ends of words that stand for whatever office a well-known person holds."""
FORMER = ("früher", "ehemalig", "einstig")
"""How the words begin before an office that is another's by now."""
ARTICLES = {"er": "der", "sie": "die"}
"""What an institution begins with that a pronoun means."""
BOSS = compiled(r"\b([A-ZÄÖÜ][\w&]{1,30})-(?:Chef(?:in)?|Sprecher(?:in)?|Vorstand\w{0,9}|Konzern)\b")
ABBREVIATED = compiled(r"\(([A-ZÄÖÜ]{2,9})\)")
INTRODUCED = compiled(r"\b([\w-]{3,40}) ([A-ZÄÖÜ][\w&'-]{2,30})\b(?! [A-ZÄÖÜ])")
REACH = 600
"""How far back a name is looked for, in code points."""
SEVERAL = ("en", "er", "te")
ENDINGS = compiled(r"(?:e[nr]?|in|n|r)$")
STEMS = compiled(r"[\w-]+isch")

Offices = Mapping[tuple[str, str], str]
"""Who holds an office: the word for it, and the adjective of the nation beside it if any."""


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
        if name not in self.everybody:
            self.heard.append(name)

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
            if (
                about
                and about.person is None
                and not about.pronoun
                and about.head.endswith(SEVERAL)
                and can_speak(about)
            ):
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
        offices = known().offices
        for name in (phrase.head, words[-1]):
            if name in offices:
                return offices[name]
        if phrase.indefinite or (plural and kind(words[-1]) is Kind.OFFICE):
            return phrase.head
        held = kind(words[-1]) is Kind.OFFICE and not words[0].startswith(FORMER)
        if held and (person := self._holder(words[-1], _nation(words[0]))):
            return person
        if len(words) == 1 and words[0].lower().endswith(BODIES) and (alike := self._same_institution(words)):
            return alike
        if phrase.definite and (known_already := self._known_already(words) or self._same_institution(words)):
            return known_already
        fellow = self._fellow(words) if len(words) > 1 and tells_nation(words[0]) else None
        return fellow or self._in_role(words) or phrase.head

    def _fellow(self, words: Sequence[str]) -> str | None:
        """Name whom `die deutsche Politikerin` means: the only one named so far whom nation, gender and office fit."""
        nation, word = told_side(words[0]), core_of(" ".join(words))
        several = words[0].endswith("e") and not word.endswith(("in", "frau", "e"))
        if nation is None or several:
            return None
        office = word.lower().removesuffix("in")
        unfit = "m" if word.endswith(("in", "frau")) else "f"
        anew = office.removesuffix("r").endswith(ANEW) or word in inhabitants()
        fitting = {
            name for name in self.persons if gender(name) != unfit and _serves(name, nation, "" if anew else office)
        }
        return fitting.pop() if len(fitting) == 1 else None

    def _known_already(self, words: Sequence[str]) -> str | None:
        """Name whom `der Minister` or `die 44-Jährige` means: who spoke or was named last, where the gender fits."""
        word = core_of(" ".join(words))
        if kind(word) is not Kind.OFFICE and not word.endswith(PERSONAL) and word not in inhabitants():
            return None
        unfit = "m" if word.endswith(("in", "frau")) else "f"
        in_full = word != words[-1] and not words[0].endswith(PERSONAL)
        for person in (self.last, self.focus):
            if person is not None and person in self.everybody and gender(person) != unfit:
                # Whom everybody knows is not introduced anew: der Sprecher des Ministeriums is somebody else.
                return None if in_full and not (self._may_hold(person, words) and _may_be(person, words)) else person
        fitting = {person for person in self.persons if gender(person) != unfit and not in_full}
        return fitting.pop() if len(fitting) == 1 else None

    def _may_hold(self, person: str, words: Sequence[str]) -> bool:
        """Tell whether an office of a place may be a person's, as far as the text tells which he holds."""
        office = words[0].lower() if words[1:2] == ["von"] else ""
        told = [held.lower() for (held, _), name in self.offices.items() if name == person]
        return not told or any(held.endswith(office) or office.endswith(held) for held in told)

    def _same_institution(self, words: Sequence[str]) -> str | None:
        """Name who `die Behörde` or `der Beamte` is: the source before, where it is called so or no person."""
        if len(words) > 1:
            return None
        noun = words[0].lower()
        stem = _stem(noun)
        if self.last is not None and self.last not in self.everybody and _is_called(self.last, stem):
            return self.last
        if noun not in NAMED_IN_PART:
            return None
        heard = [name for name in self.heard if name.lower() not in INSTITUTIONS and not _holds_office(name)]
        alike = next((name for name in reversed(heard) if _is_called(name, stem)), None)
        if alike is not None:
            return alike
        called = self._called(noun)
        return called or (heard[-1] if noun in INSTITUTIONS and heard and heard[-1] == self.last else None)

    def _called(self, noun: str) -> str | None:
        """Find the name that stood behind a word for an institution: der Autokonzern Horn, and then der Konzern."""
        before = self.sentences.text[max(0, self.position - REACH) : self.position]
        found = [name for word, name in INTRODUCED.findall(before) if word.lower().endswith(noun)]
        if found and kind(found[-1]) in (Kind.PLAIN, Kind.LAST):
            return str(found[-1])
        if noun in ("konzern", "unternehmen", "firma") and (bosses := BOSS.findall(before)):
            return str(bosses[-1])
        shortened = [match for match in ABBREVIATED.finditer(before) if noun in before[: match.start()].lower()[-100:]]
        return str(shortened[-1][1]) if shortened else None

    def _in_role(self, words: Sequence[str]) -> str | None:
        """Name the well-known person of the text who holds an office of a place: Bürgermeister von Kiew."""
        if len(words) < 3:
            return None
        told = " ".join([bare(words[0]), *words[1:]])
        return self.roles.get(told) or self.roles.get(REGIONAL.sub(" von ", told))

    def _holder(self, office: str, nation: str) -> str | None:
        """Name who has been introduced by an office, or by a longer word for it: Sprecherin, Ministeriumssprecherin."""
        short = bare(office).lower().removeprefix("amts")
        holders = {
            name
            for (told, of), name in self.offices.items()
            if told.lower().endswith(short) and (not nation or not of or nation == of)
        }
        return holders.pop() if len(holders) == 1 else None

    def _pointed_at(self, pronoun: str, plural: bool) -> str | None:
        if pronoun == "sie" and plural:
            return self.several or self.last
        if pronoun == "dieser" and (males := [name for name in self.persons if gender(name) != "f"]):
            return males[-1]
        if pronoun not in ("er", "sie"):
            return self.last
        unfit = "f" if pronoun == "er" else "m"
        if (institution := self._institution(pronoun, unfit)) is not None:
            return institution
        if self.last is not None and self.spoke.get(self.number - 1) == self.last and self._is_bare_name(self.last):
            return self.last
        focus = self.focus
        if focus is not None and gender(focus) != unfit:
            return focus
        for person in reversed(self.persons):
            if gender(person) != unfit:
                return person
        return self.last

    def _is_bare_name(self, name: str) -> bool:
        """Tell whether who spoke may be a person whom the text names by the last name alone."""
        return name not in self.everybody and " " not in name and kind(name) is Kind.PLAIN

    def _institution(self, pronoun: str, unfit: str) -> str | None:
        """Name the institution that the sentence before is about, where nobody whom a pronoun fits is named in it."""
        if self.subject is not None or self.sentences.begins_paragraph(self.number):
            return None
        sentence = self.sentences[self.number - 1]
        about = subject(sentence)
        if about is None or sentence.words[about.start].lower() != ARTICLES[pronoun] or about.person is not None:
            return None
        if not core_of(about.head).lower().endswith((*BODIES, *NAMED_IN_PART)):
            return None
        fitting = (person for person in self.sentences.named(self.number - 1) if gender(person.name) != unfit)
        return self.named(about) if next(fitting, None) is None else None


def offices(persons: Iterable[PersonMention]) -> Offices:
    """Tell who holds which office, by what the words beside the names say."""
    holders: dict[tuple[str, str], str] = {}
    for person in persons:
        if person.office is not None and len(holders) < REMEMBERED:
            nation = _nation(person.office.partition(" ")[0])
            holders.setdefault((core_of(person.office), nation), person.name)
    return holders


def _is_called(name: str, stem: str) -> bool:
    """Tell whether a name's noun is a word, or ends in it: Bundesbehörde, Behörde."""
    words = name.split()
    owned = next((at for at in range(1, len(words)) if words[at].islower() and words[at - 1][0].isupper()), len(words))
    return any(_stem(word.lower()).endswith(stem) for word in words[:owned])


def _stem(noun: str) -> str:
    """Take the endings off a noun that its cases and genders differ in: Beamte, Beamter, Beamtin."""
    return ENDINGS.sub("", noun)


def _may_be(person: str, words: Sequence[str]) -> bool:
    """Tell whether an office told in full may be a person's: nobody knows his, or it names the same."""
    if person not in known().names or words[0].endswith(SYNONYMS):
        return True
    role = known().names[person].role
    capital = not lands().isdisjoint(role.split())
    role = f"{role} hauptstadt".lower() if capital else role.lower()
    return any(len(word) > 7 and word[:8].lower() in role for word in words[1:])


def _serves(person: str, nation: Side, office: str) -> bool:
    """Tell whether a person may be of a side and hold an office, as far as he is well-known."""
    known_person = known().names.get(person)
    if known_person is None:
        return not office
    return known_person.side is nation and office in known_person.role.lower()


def _holds_office(name: str) -> bool:
    return kind(core_of(name)) is Kind.OFFICE


def _nation(adjective: str) -> str:
    """Give the stem of an adjective of a nation: ukrainische, ukrainisch; nothing for any other word."""
    stem = STEMS.match(adjective.lower())
    return stem[0] if stem else ""
