"""The sides of a text's sources: by their names, by what the text says of them, by their places."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from warticker.annotate.language.function_words import OWNERS, PLACED
from warticker.annotate.language.known import known, speakers
from warticker.annotate.language.noun_groups import Phrase
from warticker.annotate.language.tokens import Sentence, Sentences
from warticker.annotate.places import gazetteer
from warticker.annotate.speech.sides import REPORTERS, own_side, side_of
from warticker.annotate.speech.sources import Told
from warticker.expressions import compiled
from warticker.model import PersonMention, PlaceId, PlaceKind, PlaceMention, PlaceRole, Side

STATE = compiled(
    r"[Mm]inister|[Pp]räsident|[Pp]remier|[Kk]anzler|[Rr]egierung|[Aa]bgeordnete|[Bb]ürgermeister|[Gg]ouverneur"
    r"|[Ss]enator|[Bb]ehörde|[Aa]rmee|[Aa]bwehr|[Mm]ilitär|[Mm]arine\b|[Ll]uftwaffe|[Vv]erwaltung|[Ss]tab|[Gg]renzschutz|[Gg]eheimdienst"
    r"|[Zz]ivilschutz|[Pp]oliz(?:ei|ist)|[Bb]eamt|[Nn]otfalldienst|[Nn]otdienst|Oblast|[Ss]taatsanw[aä]lt|[Ss]tadtrat|[Ff]euerwehr|[Rr]ettung|[Ll]andr[aä]t|\b[Ss]tadt\b|[Kk]reis\b|[Gg]emeinde"
    r"|[Oo]ffiziell|[Öö]rtlich|[Ll]okal|[Rr]egional|[Ss]taatlich|[Oo]berhaupt|[Rr]epublikchef|[Kk]omitee|[Vv]ertreter|[Ff]ahnder|[Pp]räsidial"
    r"|[Ww]ahlkommission|[Kk]orps|[Bb]rigade|[Bb]ataillon|[Rr]egiment|[Ee]inheit\b|[Kk]ommand(?:eur|ant|o)|[Ee]rmittler|[Pp]arlament|[Kk]atastrophen|[Bb]otschaft"
    r"|[Ss]treitkräfte|[Aa]nstalt|[Rr]essort|[Ss]oldat|[Oo]ffizier|[Ff]raktion|[Pp]olitiker|\b[Ff]ront"
)
"""Authorities and state offices: they belong to the country they speak about, unless something else is said."""
COMPANY = compiled(r"[Ff]luggesellschaft|[Kk]onzern|[Uu]nternehmen|[Ff]irma\b|[Hh]ersteller|[Bb]etreiber|[Rr]eederei")
"""Organisations whose representatives are not a state's."""
OFFICIAL = compiled(r"[Oo]ffiziell")
"""Official accounts; the sentence names the government as their subject: für Moskau nach offizieller Darstellung."""
MINISTRY = compiled(r"\b\w*(?:minister|kanzler|regierung)\w*", re.IGNORECASE)
"""Authorities that every country has, and that a text names in full only once."""
LOCAL = compiled(r"[Rr]egional|[Öö]rtlich|[Ll]okal|[Gg]ebiets")
"""Words for a regional government, not a country's."""
ACRONYM = compiled(r"\b[A-ZÄÖÜ]{3,6}\b")
"""Acronyms of bodies that a text names with their country only once: die US-Atombehörde NRC."""

FEDERAL = compiled(r"\bBund(?:es[a-z]+)?\b")
WHERE = compiled(r" (?:im|beim) ")
"""Prepositions before the medium that somebody speaks to."""
CRITICS = compiled(r"[Kk]ritiker|[Gg]egner")

POSSESSIVES = OWNERS | {"sein", "seine", "ihr", "ihre", "dessen", "deren"}
MOST_DESCRIPTIONS = 8
"""How many names of a source within a text are considered."""
MOST_SPELT_OUT = 7
"""The most words before a bracketed acronym that spell it out."""
MOST_BODIES = 30
"""The most bodies whose full names are searched for; a text with more is no report."""
REACH_OF_PLACES = 4000
"""How far before a source a place can decide its side, in code points."""


class Sources:
    """A text's sources, and what it says of each."""

    def __init__(self, sentences: Sentences, located: Sequence[PlaceMention], persons: Sequence[PersonMention]) -> None:
        self.sentences = sentences
        self.headline = sentences.text.partition("\n")[0]
        self.offices = {person.name: person.office for person in reversed(persons) if person.office is not None}
        """The offices of the persons in the text, by the first words that give them."""
        self.located = located
        self.starts = [place.span.start for place in located]
        """Where each place is named, in order."""
        self.described: dict[str, list[str]] = {}
        """Source -> the words that describe it."""
        self.beside: dict[str, list[PlaceMention]] = {}
        """Source -> the places within those words: der Gouverneur der Region Belgorod."""
        self.everybody = {person.name for person in sentences.persons}
        self.persons = {
            person.name: known().names[person.name].side for person in sentences.persons if person.name in known().names
        }
        """The well-known persons in the text."""
        self.judged: dict[str, Side] = {}
        self.bodies: dict[str, Side | None] = {}
        """The sides of ministries and other bodies that the text names in full elsewhere, by their nouns."""

    def describe(self, sentence: Sentence, heard: Told) -> None:
        """Note how a sentence describes its sources whose names alone do not give their sides."""
        for cue, name in zip(heard.cues, heard.names, strict=True):
            if name is None or cue.source is None or side_of(name) is not None:
                continue
            start, end = cue.source.start, _end(sentence, cue.source)
            words = " ".join(sentence.words[start:end])
            owner = self._owner(sentence, start)
            if owner is not None and not CRITICS.search(words):
                self.judged.setdefault(name, owner)
            elif sentence.words[start] in OWNERS and not CRITICS.search(words):
                words = " ".join([words, *sentence.words[:start], *sentence.words[end : len(sentence)]])
            described = self.described.setdefault(name, [])
            if words in described or len(described) == MOST_DESCRIPTIONS:
                continue
            described.append(words)
            first, last = sentence.starts[start], sentence.ends[end - 1]
            self.beside.setdefault(name, []).extend(self._placed(first, last))

    def _placed(self, first: int, last: int) -> Sequence[PlaceMention]:
        """The places named between two positions of the text."""
        return self.located[bisect_left(self.starts, first) : bisect_left(self.starts, last)]

    def _owner(self, sentence: Sentence, start: int) -> Side | None:
        """The side of the well-known owner of a source with a possessive: Horn schwieg. Seine Frau ..."""
        if sentence.words[start].lower() not in POSSESSIVES:
            return None
        at = bisect_left(self.sentences.places, sentence.starts[start])
        # Laut ihrer Partei schwieg sie: only a sentence's beginning refers back beyond it.
        within = sentence.words[start] in OWNERS
        if not at or (within and self.sentences.places[at - 1] < sentence.span.start):
            return None
        return self.persons.get(self.sentences.persons[at - 1].name)

    def side(self, source: str, number: int) -> Side:
        """The side of a source in a sentence."""
        if source not in self.judged:
            judged = self._by_words(source)
            if judged is None:
                judged = self._by_place(source, number)
            if judged is Side.OTHER:
                return judged
            self.judged[source] = judged
        return self.judged[source]

    def _by_words(self, source: str) -> Side | None:
        """The side according to the words for a source; None if they do not show it."""
        found = next((theirs for name, theirs in self.persons.items() if name in source), None) or own_side(source)
        if found is not None:
            return found
        described = [*self.described.get(source, ()), self.offices.get(source, "")]
        if any(map(_are_reporters, described)):
            return Side.MEDIA
        if source in self.everybody:
            described = [WHERE.split(words, maxsplit=1)[0] for words in described]
        found = next((shown for words in described if (shown := side_of(words)) is not None), None)
        if found is None and (acronym := ACRONYM.search(" ".join([source, *described]))):
            found = self._of_its_land(acronym[0])
        if found is not None:
            return found
        if any(map(_are_of_state, (source, *described))):
            return None
        # A last name shared by several well-known persons, of whom the text means one.
        sides = {person.side for person in known().shared.get(source, ())}
        return sides.pop() if len(sides) == 1 else Side.OTHER

    def _by_place(self, source: str, number: int) -> Side:
        """The side of an authority by the places near it, in its sentence, headline and text."""
        return next((found for found in self._near(source, number) if found is not None), Side.OTHER)

    def _near(self, source: str, number: int) -> Iterator[Side | None]:
        span = self.sentences.spans[number]
        yield _only(self.beside.get(source, ()))
        words = " ".join([source, *self.described.get(source, ())])
        if (ministry := MINISTRY.search(words)) and not LOCAL.search(words):
            yield self._of_its_land(ministry[0].lower().removesuffix("s").removesuffix("in"))
            yield None if self._federal else self._before
            yield self._of_governments if self._federal else None
            yield self._of_headline
            yield Side.WEST if self._federal else None
        here = self._placed(span.start, span.end)
        if OFFICIAL.search(source):
            yield _only(place for place in here if place.role is PlaceRole.GOVERNMENT)
        yield _only(_settled(here)) or _only(filter(self._is_scene, here))
        yield _only(_settled(self._placed(0, len(self.headline))))
        before = reversed(self._placed(max(0, span.start - REACH_OF_PLACES), span.start))
        yield _only(tuple(_settled(before))[:1])
        yield self._everywhere
        yield self._of_headline
        yield self._before

    def _is_scene(self, place: PlaceMention) -> bool:
        """Whether a country is a location: in der Ukraine; not Richtung Georgien."""
        return self.sentences.text.endswith(("In ", " in ", "In der ", " in der "), 0, place.span.start)

    @property
    def _before(self) -> Side | None:
        """The side of the previous state speaker; a medium's does not apply to an authority."""
        return next(filter(_is_states, reversed(self.judged.values())), None)

    @cached_property
    def _of_headline(self) -> Side | None:
        """The side of the first country or politician in the headline."""
        named = (person.name for person in self.sentences.persons if person.span.end <= len(self.headline))
        return side_of(self.headline) or next(filter(_is_states, map(self.persons.get, named)), None)

    @cached_property
    def _of_governments(self) -> Side | None:
        """The side of the governments that begin sentences below the headline: Deutschland will, Moskau weist."""
        begun = {span.start for span in self.sentences.spans if span.start > len(self.headline)}
        governments = (place for place in self.located if place.role is PlaceRole.GOVERNMENT)
        return _only(place for place in governments if place.span.start in begun)

    @cached_property
    def _everywhere(self) -> Side | None:
        return _only(_settled(self.located)) or _only(self.located)

    @cached_property
    def _federal(self) -> bool:
        return FEDERAL.search(self.sentences.text) is not None

    def _of_its_land(self, noun: str) -> Side | None:
        """The side of a body by its full name, if the text has that too: Bundeswirtschaftsamt, US-Amt NRC."""
        if noun not in self.bodies and len(self.bodies) < MOST_BODIES:
            text = self.sentences.text
            before = r"(?:[\w-]{1,40} )?" if noun.isupper() else ""
            in_full = filter(_are_of_state, re.findall(rf"{before}\b[\w-]{{1,40}} (?i:{re.escape(noun)})", text))
            federal = "bundes" + noun in text.lower()
            found = next(filter(None, map(side_of, [*in_full, *_spelt_out(text, noun)])), None)
            self.bodies[noun] = Side.WEST if federal else found
        return self.bodies.get(noun)


def _is_states(side: Side | None) -> bool:
    """Whether a side is that of states, to which an authority can belong."""
    return side not in (None, Side.MEDIA, Side.OTHER)


def _spelt_out(text: str, acronym: str) -> Iterator[str]:
    """The words before a bracketed acronym, shortest first: der Deutsche Ruderbund (DRB)."""
    before = text[: max(0, text.find(f" ({acronym})"))].rpartition("\n")[2].split(" ")[-MOST_SPELT_OUT:]
    return (" ".join(before[-count:]) for count in range(1, len(before) + 1))


@lru_cache(maxsize=16384)
def _are_reporters(words: str) -> bool:
    return REPORTERS.search(words) is not None


@lru_cache(maxsize=16384)
def _are_of_state(words: str) -> bool:
    return STATE.search(words) is not None and COMPANY.search(words) is None


def _end(sentence: Sentence, source: Phrase) -> int:
    """Where the description of a source ends: before the place where a person speaks."""
    end = min(source.end, len(sentence))
    at = next((at for at in sorted(sentence.persons) if source.start <= at < end), None)
    if at is None or sentence.persons[at].name != source.person:
        return end
    name = sentence.person_end(at)
    addressed = sentence.words[name : name + 2] == (",", "dem")
    return name if sentence.words[name] in PLACED or addressed else end


def _settled(places: Iterable[PlaceMention]) -> Iterator[PlaceMention]:
    return (place for place in places if place.kind is not PlaceKind.COUNTRY and place.role is PlaceRole.LOCATION)


def _only(places: Iterable[PlaceMention]) -> Side | None:
    """The side of the countries of places, if there is only one."""
    sides = {found for place in places if (found := _of_place(place)) is not None}
    return sides.pop() if len(sides) == 1 else None


def _of_place(mention: PlaceMention) -> Side | None:
    """The side of those who govern a place: in occupied regions, the occupier."""
    try:
        place = gazetteer.place(mention.place)
        if place.name in speakers()["occupied"] or place.region in speakers()["occupied"]:
            return Side.RUSSIA
        return side_of(gazetteer.place(PlaceId(f"country:{place.country}")).name) or Side.OTHER
    except KeyError:
        return None
