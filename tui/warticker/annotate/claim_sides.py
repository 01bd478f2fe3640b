"""On whose behalf the sources of a text speak: by their names, by what the text says of them, by where they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from warticker.annotate import gazetteer
from warticker.annotate.function_words import OWNERS, PLACED
from warticker.annotate.headlines import Told
from warticker.annotate.known import known, speakers
from warticker.annotate.noun_groups import Phrase
from warticker.annotate.sides import only_nation, told_side
from warticker.annotate.tokens import Sentence, Sentences
from warticker.model import PersonMention, PlaceId, PlaceKind, PlaceMention, Side

STATE = re.compile(
    r"[Mm]inister|[Pp]räsident|[Pp]remier|[Kk]anzler|[Rr]egierung|[Aa]bgeordnete|[Bb]ürgermeister|[Gg]ouverneur"
    r"|[Ss]enator|[Bb]ehörde|[Aa]rmee|[Mm]ilitär|[Ll]uftwaffe|[Vv]erwaltung|[Ss]tab|[Gg]renzschutz|[Gg]eheimdienst"
    r"|[Kk]atastrophenschutz|[Zz]ivilschutz|[Pp]olizei|[Ss]taatsanwalt|[Ss]tadtrat|[Ff]euerwehr|[Rr]ettung|[Ll]andrat"
    r"|[Oo]ffiziell|[Öö]rtlich|[Ss]taatlich|[Oo]berhaupt|[Rr]epublikchef|[Kk]omitee|[Vv]ertreter|[Ff]ahnder|[Pp]räsidial|[Ww]ahlkommission|[Kk]orps|[Bb]rigade|[Kk]ommand(?:eur|o)|[Ee]rmittler|[Pp]arlament|[Kk]atastrophen|[Bb]otschaft|[Ss]treitkräfte|[Aa]nstalt|[Rr]essort"
)
"""Authorities and who holds an office of state: of the country that they speak about, where nothing else is said."""
MINISTRY = re.compile(r"\b\w*(?:minister|kanzler|regierung)\w*", re.IGNORECASE)
"""What every country has one of, and a text names in full but once."""

FEDERAL = re.compile(r"\bBund(?:es[a-z]+)?\b")
CRITICS = re.compile(r"[Kk]ritiker|[Gg]egner")

REPORTERS = re.compile(r"[Rr]eporter|[Kk]orrespondent|[Jj]ournalist|[Cc]hefredakteur|[Mm]oderator")


class Sources:
    """The sources of a text, and what it says of each."""

    def __init__(self, sentences: Sentences, located: Sequence[PlaceMention], persons: Sequence[PersonMention]) -> None:
        self.sentences = sentences
        self.offices = {person.name: person.office for person in reversed(persons) if person.office is not None}
        """Who of the text holds which office, by the first words that tell."""
        self.located = located
        self.described: dict[str, list[str]] = {}
        """Source -> the words that it is named by."""
        self.beside: dict[str, list[PlaceMention]] = {}
        """Source -> the places within those words: der Gouverneur der Region Belgorod."""
        named = (person.name for person in sentences.persons)
        self.persons = {name: known().names[name].side for name in named if name in known().names}
        """The well-known whom the text names."""
        self.judged: dict[str, Side] = {}

    def describe(self, sentence: Sentence, heard: Told) -> None:
        """Note how a sentence names its sources, where their names alone do not tell whose they are."""
        for cue, name in zip(heard.cues, heard.names, strict=True):
            if name is None or cue.source is None or told_side(name) is not None:
                continue
            start, end = cue.source.start, _end(sentence, cue.source)
            words = " ".join(sentence.words[start:end])
            owner = self._owner(sentence, start)
            if owner is not None and not CRITICS.search(words):
                self.judged.setdefault(name, owner)
            elif sentence.words[start] in OWNERS and not CRITICS.search(words):
                words = " ".join([words, *sentence.words[:start], *sentence.words[end : len(sentence)]])
            self.described.setdefault(name, []).append(words)
            first, last = sentence.starts[start], sentence.ends[end - 1]
            inside = [place for place in self.located if first <= place.span.start < last]
            self.beside.setdefault(name, []).extend(inside)

    def _owner(self, sentence: Sentence, start: int) -> Side | None:
        """Tell the side of the well-known whom a possessive before a source points to: Horn, dessen Sprecher ..."""
        if sentence.words[start] not in OWNERS:
            return None
        named = [sentence.persons[at].name for at in sorted(sentence.persons) if at < start]
        return self.persons.get(named[-1]) if named else None

    def side(self, source: str, number: int) -> Side:
        """Tell the side of a source in a sentence."""
        if source not in self.judged:
            judged = self._by_words(source)
            if judged is None:
                judged = self._by_place(source, number)
            if judged is Side.OTHER and source in self.described:
                return judged
            self.judged[source] = judged
        return self.judged[source]

    def _by_words(self, source: str) -> Side | None:
        """Tell the side by the words that name a source; None where they do not tell."""
        told = next((theirs for name, theirs in self.persons.items() if name in source), None) or told_side(source)
        if told is not None:
            return told
        described = [*self.described.get(source, ()), self.offices.get(source, "")]
        if any(REPORTERS.search(words) for words in described):
            return Side.MEDIA
        told = next((found for words in described if (found := told_side(words)) is not None), None)
        if told is not None:
            return told
        return None if any(STATE.search(words) for words in (source, *described)) else Side.OTHER

    def _by_place(self, source: str, number: int) -> Side:
        """Tell the side of an authority by the places and nations beside it, in its sentence, headline and text."""
        return next((found for found in self._near(source, number) if found is not None), Side.OTHER)

    def _near(self, source: str, number: int) -> Iterator[Side | None]:
        text, span = self.sentences.text, self.sentences.spans[number]
        headline = len(text.partition("\n")[0])
        yield _only(self.beside.get(source, ()))
        if ministry := MINISTRY.search(" ".join([source, *self.described.get(source, ())])):
            yield self._of_its_land(ministry[0])
            yield self._of_headline(text[:headline])
            yield Side.WEST if FEDERAL.search(text) else next(reversed(self.judged.values()), None)
        settled = [place for place in self.located if place.kind is not PlaceKind.COUNTRY]
        yield _only([place for place in settled if span.start <= place.span.start < span.end])
        yield _only([place for place in settled if place.span.start < headline])
        yield _only([place for place in settled if place.span.start < span.start][-1:])
        yield only_nation(span.of(text))
        yield self._of_headline(text[:headline])
        yield _only(self.located)
        yield next(reversed(self.judged.values()), None)

    def _of_headline(self, headline: str) -> Side | None:
        """Tell the side of whom or what a headline names first."""
        persons = [person.name for person in self.sentences.persons if person.span.end <= len(headline)]
        return told_side(headline) or next((self.persons[name] for name in persons if name in self.persons), None)

    def _of_its_land(self, ministry: str) -> Side | None:
        """Tell whose ministry it is by its name in full, where the text gives that too: Bundeswirtschaftsamt."""
        text = self.sentences.text
        noun = ministry.lower().removesuffix("s").removesuffix("in")
        at = text.lower().find("bundes" + noun)
        if at >= 0:
            return Side.WEST
        for found in re.finditer(rf"\b\w+ (?i:{re.escape(noun)})", text):
            if (told := told_side(found[0])) is not None:
                return told
        return None


def _end(sentence: Sentence, source: Phrase) -> int:
    """Tell where the words end that describe a source: before where a person says it."""
    end = min(source.end, len(sentence))
    at = next((at for at in sorted(sentence.persons) if source.start <= at < end), None)
    if at is None or sentence.persons[at].name != source.person:
        return end
    name = sentence.person_end(at)
    return name if sentence.words[name] in PLACED else end


def _only(places: Sequence[PlaceMention]) -> Side | None:
    """Tell the side of the countries of places, where it is one."""
    sides = {found for place in places if (found := _of_place(place)) is not None}
    return sides.pop() if len(sides) == 1 else None


def _of_place(mention: PlaceMention) -> Side | None:
    """Tell on whose side those are who govern a place: occupied regions are governed by who holds them."""
    if mention.kind is PlaceKind.COUNTRY:
        return told_side(mention.name)
    try:
        place = gazetteer.place(mention.place)
        if place.name in speakers()["occupied"] or place.region in speakers()["occupied"]:
            return Side.RUSSIA
        return told_side(gazetteer.place(PlaceId(f"country:{place.country}")).name)
    except KeyError:
        return None
