"""The state of a text so far: who has been named in it, and who has spoken."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field

from warticker.annotate.language.known import known
from warticker.annotate.language.tokens import Sentence, Sentences
from warticker.annotate.people.office_holders import Offices
from warticker.annotate.speech.possible_sources import can_speak
from warticker.annotate.speech.subjects import subject

REMEMBERED = 40
"""How many mentions and past sentences are kept."""
REACH = 600
"""How far back names are searched for, in code points."""
SEVERAL = ("en", "er", "te")
"""Endings of plural nouns."""


@dataclass(slots=True)
class Discourse:
    """A text read sentence by sentence, with its state; `speakers` moves it and records the speakers."""

    sentences: Sentences
    offices: Offices
    """The holders of offices, by the whole text."""
    everybody: frozenset[str] = field(init=False)
    """All persons in the text."""
    roles: Mapping[str, str] = field(init=False)
    """The well-known ones among them, by their roles."""
    number: int = 0
    """The index of the current sentence."""
    last: str | None = None
    """The latest speaker."""
    bodies: list[str] = field(default_factory=list)
    """The speakers that are no persons, in order."""
    spoke: dict[int, str | None] = field(default_factory=dict)
    """The latest speaker after each sentence with one."""

    def __post_init__(self) -> None:
        self.everybody = frozenset(person.name for person in self.sentences.persons)
        named = [person for name in sorted(self.everybody) if (person := known().names.get(name))]
        self.roles = {person.role: person.name for person in named}

    @property
    def sentence(self) -> Sentence:
        """The current sentence."""
        return self.sentences[self.number]

    @property
    def text_before(self) -> str:
        """The text before it, as far back as names are searched for."""
        end = self.sentence.span.start
        return self.sentences.text[max(0, end - REACH) : end]

    def at(self, number: int) -> Discourse:
        """The same state at another sentence, whose phrases can then be resolved."""
        elsewhere = copy(self)
        elsewhere.number = number
        return elsewhere

    def hear(self, name: str | None) -> None:
        """Record a speaker of the current sentence."""
        self.last = self.spoke[self.number] = name

    def persons(self, token: int = 0) -> Sequence[str]:
        """The persons named before a token of the sentence, in order; only the latest can be referred to."""
        sentence = self.sentence
        position = sentence.starts[token] if token < len(sentence) else sentence.span.end
        end = bisect_left(self.sentences.places, position)
        return [person.name for person in self.sentences.persons[max(0, end - REMEMBERED) : end]]

    @property
    def focus(self) -> str | None:
        """The person whom the text is about: the last sentence's subject, or else its speaker."""
        for number in self._before():
            about = subject(self.sentences[number]) if self.sentences.named(number) else None
            if about is not None and about.person is not None:
                return about.person
            if (speaker := self.spoke.get(number)) in self.everybody:
                return speaker
        return None

    @property
    def group(self) -> str | None:
        """The latest name of a group that can speak."""
        subjects = (subject(self.sentences[number]) for number in self._before())
        plural = (one for one in subjects if one and not one.pronoun and not one.person and one.head.endswith(SEVERAL))
        return next((one.head for one in plural if can_speak(one)), None)

    def _before(self) -> range:
        return range(self.number - 1, max(-1, self.number - REMEMBERED), -1)
