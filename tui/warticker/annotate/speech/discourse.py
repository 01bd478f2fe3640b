"""What a text has told so far: who has been named in it, and who has spoken."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from warticker.annotate.language.known import known
from warticker.annotate.language.tokens import Sentence, Sentences
from warticker.annotate.people.office_holders import Offices
from warticker.annotate.speech.possible_sources import can_speak
from warticker.annotate.speech.subjects import subject

REMEMBERED = 40
"""How many mentions a text is read with, and how many sentences back."""
REACH = 600
"""How far back a name is looked for, in code points."""
SEVERAL = ("en", "er", "te")
"""Ends of nouns for more than one."""


@dataclass(slots=True)
class Discourse:
    """A text that is read sentence by sentence; `speakers` says which, and who speaks in it."""

    sentences: Sentences
    offices: Offices
    """Who holds which office, by all that the text says."""
    everybody: frozenset[str] = field(init=False)
    """Whom the text names anywhere."""
    roles: Mapping[str, str] = field(init=False)
    """The well-known of them, by their roles."""
    number: int = 0
    """The sentence that is read."""
    last: str | None = None
    """Who spoke last."""
    bodies: list[str] = field(default_factory=list)
    """Who has spoken that is no person, in the order of the text."""
    spoke: dict[int, str | None] = field(default_factory=dict)
    """Who had spoken last after each sentence that says who speaks."""

    def __post_init__(self) -> None:
        self.everybody = frozenset(person.name for person in self.sentences.persons)
        named = [person for name in sorted(self.everybody) if (person := known().names.get(name))]
        self.roles = {person.role: person.name for person in named}

    @property
    def sentence(self) -> Sentence:
        """The sentence that is read."""
        return self.sentences[self.number]

    @property
    def text_before(self) -> str:
        """What stands before it, as far back as a name is looked for."""
        end = self.sentence.span.start
        return self.sentences.text[max(0, end - REACH) : end]

    def hear(self, name: str | None) -> None:
        """Remember who speaks in the sentence that is read."""
        self.last = self.spoke[self.number] = name

    def persons(self, token: int = 0) -> Sequence[str]:
        """Who has been named before a token of the sentence, in order; only the latest can be pointed at."""
        sentence = self.sentence
        position = sentence.starts[token] if token < len(sentence) else sentence.span.end
        end = bisect_left(self.sentences.places, position)
        return [person.name for person in self.sentences.persons[max(0, end - REMEMBERED) : end]]

    @property
    def focus(self) -> str | None:
        """Which person the text is about: the last sentence's subject, or else who spoke in it."""
        for number in self._before():
            about = subject(self.sentences[number]) if self.sentences.named(number) else None
            if about is not None and about.person is not None:
                return about.person
            if (speaker := self.spoke.get(number)) in self.everybody:
                return speaker
        return None

    @property
    def group(self) -> str | None:
        """What named several who can speak last."""
        subjects = (subject(self.sentences[number]) for number in self._before())
        plural = (one for one in subjects if one and not one.pronoun and not one.person and one.head.endswith(SEVERAL))
        return next((one.head for one in plural if can_speak(one)), None)

    def _before(self) -> range:
        return range(self.number - 1, max(-1, self.number - REMEMBERED), -1)
