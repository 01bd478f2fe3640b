"""The subject of a verb of saying: before the verb, after it, in a list, before a relative clause, after `wie`."""

from __future__ import annotations

from warticker.annotate.language.cues import AUXILIARIES
from warticker.annotate.language.function_words import JOINING, OBLIQUE_ARTICLES
from warticker.annotate.language.noun_groups import Phrase
from warticker.annotate.language.phrases import opens, phrase_at, skip_adverbs
from warticker.annotate.language.tokens import STOPS, Sentence
from warticker.annotate.language.word_classes import ENDING, QUOTED, is_opaque
from warticker.annotate.speech.possible_sources import can_speak, is_medium, speaker_before, speaks_for_sure

WIE = frozenset({"wie", "Wie"})
APPOSED = 3
"""The most clauses of a source with its apposition."""
BEFORE_FIRST = JOINING | {"und", "aber", "doch", "auch", "Auch", "während", "wohingegen"}
"""Words before the first part of a clause that do not count."""
SUBORDINATING = frozenset({"Während", "Nachdem", "Obwohl", "Obgleich", "Weil", "Wenn", "Als"})
"""Openings of a clause before the main one, with its verb last: Während Bonn erklärte, ..."""
MORE = frozenset({"zwei", "drei", "vier", "fünf", "mehrere", "einige", "viele", "weitere", "zahlreiche"})
"""Openings of plural phrases, which are not the subject of a singular verb."""
CONTENT = frozenset({"dass", "wonach", "ob", "wie", "warum"})


def as_told(sentence: Sentence, start: int, verb: int) -> tuple[int, Phrase] | None:
    """Read `wie die Ministerin sagt`, and where it begins; a clause at `start` may be a part of it.

    An apposition may come between: wie die Ministerin, Eva Horn, gestern sagte.
    """
    at = start
    for _ in range(APPOSED):
        if sentence.words[at] in WIE:
            phrase = phrase_after(sentence, at + 1)
            if phrase is None or phrase.head == "man" or not can_speak(phrase):
                return None
            return (at, phrase) if at == start or start - 1 <= phrase.end < verb else None
        if not at or sentence.words[at - 1] != ",":
            return None
        at = clause_start(sentence, at - 1)
    return None


def antecedent(sentence: Sentence, start: int, verb: int) -> Phrase | None:
    """The antecedent of a relative clause: ein Mann, der "Halt" rief; die Ministerin, die gestern betonte."""
    if sentence.words[verb].startswith("äußer"):
        return None
    comma = verb - 3 if is_opaque(sentence.words[verb - 1]) else start - 1
    if comma < 1 or sentence.words[comma] != "," or sentence.words[comma + 1] not in ("der", "die", "das"):
        return None
    following = sentence.words[verb + 1]
    if comma + 1 == start and (phrase_at(sentence, start) or following not in STOPS):
        return None
    return speaker_before(sentence, comma)


def clause_start(sentence: Sentence, index: int) -> int:
    """The first token of a verb's clause."""
    start, words, classes = index, sentence.words, sentence.classes
    last = words[index + 1] in STOPS and words[index - 1] != "und"
    while True:
        while start and (not classes[start - 1] & ENDING or (last and _is_within(sentence, start - 1))):
            start -= 1
        if not start or words[start - 1] != ")" or "(" not in words[:start]:
            break
        start = len(words) - 1 - words[::-1].index("(", len(words) - start)
    if not start and words[0] in SUBORDINATING and (words[index + 1] == "," or words[index + 1] in AUXILIARIES):
        start += 1
    while words[start] in BEFORE_FIRST and start < index:
        start += 1
    return start


def _is_within(sentence: Sentence, index: int) -> bool:
    """Whether a quotation belongs to the clause around it, with its verb last: dass Horn von einem "Unfug" sprach."""
    quoted = bool(sentence.classes[index] & QUOTED)
    return quoted and index > 0 and not sentence.classes[index - 1] & ENDING and sentence.words[index + 1][:1].isalpha()


def subject_before(sentence: Sentence, start: int, verb: int) -> Phrase | None:
    """The subject that begins a clause, if it does."""
    first = sentence.words[start]
    if opens(sentence, start) or first.lower() in CONTENT:
        return None
    phrase = phrase_at(sentence, start)
    if phrase is None or phrase.end > verb:
        return None
    if sentence.words[verb + 1] in ("er", "man", "ich", "wir"):
        return None
    if first.lower() in OBLIQUE_ARTICLES:
        return None
    if is_medium(phrase) or _is_object(sentence, phrase, verb):
        later = phrase_after(sentence, verb + 1)
        fronted = later is not None and speaks_for_sure(later) and _is_object(sentence, phrase, verb)
        return None if later and (later.person or later.pronoun or fronted) else phrase
    return _first_of(sentence, start, phrase) or phrase


def _is_object(sentence: Sentence, phrase: Phrase, verb: int) -> bool:
    """Whether the text before a verb is its object: Details nannte der Rat; zwei Risse meldet er."""
    if speaks_for_sure(phrase):
        return False
    several = sentence.words[phrase.start].lower() in MORE and not sentence.words[verb].endswith("en")
    bare = phrase.start + 1 == phrase.end or several
    return bare and sentence.words[verb + 1] in ("der", "die", "das", "ein", "eine", "sich")


def _first_of(sentence: Sentence, start: int, phrase: Phrase) -> Phrase | None:
    """The first of a list whose last two items begin with `start`: Länder wie Polen, Malta und Zypern."""
    first, last = None, phrase.end
    while start > 1 and sentence.words[start - 1] == "," and sentence.words[phrase.end] == "und":
        end, start = start - 1, clause_start(sentence, start - 1)
        one = phrase_at(sentence, start, apposition=False)
        if one is None or not can_speak(one):
            break
        if sentence.words[one.end] == "wie":
            return one._replace(end=last)
        if one.end != end:
            break
        first = one._replace(end=last)
    return first


def subject_in_front(sentence: Sentence, verb: int) -> Phrase | None:
    """The subject separated from its verb by an apposition: Die Ministerin, Eva Horn, sagt."""
    if sentence.words[verb - 1] != ",":
        return None
    first: Phrase | None = None
    for start in (int(sentence.words[0] in BEFORE_FIRST), clause_start(sentence, verb - 1)):
        if opens(sentence, start) or (start and is_opaque(sentence.words[start - 1])):
            continue
        phrase = phrase_at(sentence, start)
        if phrase is None:
            continue
        if phrase.end == verb - 1:
            if _is_theme(sentence, phrase, verb):
                return None
            if first is None or first.end != start - 1:
                return phrase
            # Olga, eine Nachbarin, sagt; der Minister, Anton Horn, sagt.
            return (first if phrase.indefinite else phrase)._replace(start=first.start)
        first = phrase
        parted = sentence.words[phrase.end] == "," and not any(map(is_opaque, sentence.words[phrase.end : verb]))
        sure = phrase.person or (speaks_for_sure(phrase) and sentence.words[phrase.end + 1] in ("der", "die", "das"))
        if parted and sure and verb - phrase.end < 25:
            return phrase._replace(end=verb - 1)
    return None


def _is_theme(sentence: Sentence, phrase: Phrase, verb: int) -> bool:
    """Whether a phrase belongs to what is said around its verb: Der Damm, sagt Horn, sei dicht."""
    later = phrase_after(sentence, verb + 1)
    return later is not None and later.person is not None and sentence.words[later.end] == ","


def phrase_after(sentence: Sentence, index: int) -> Phrase | None:
    """The subject after a verb; the addressee may come before it."""
    phrase: Phrase | None = None
    for start in (index, skip_adverbs(sentence, index)):
        phrase = phrase_at(sentence, start)
        if phrase is not None:
            break
    if phrase is None or phrase.person or phrase.pronoun:
        return phrase
    following = phrase_at(sentence, skip_adverbs(sentence, phrase.end))
    if (
        following is not None
        and following.start == phrase.end
        and (following.person or following.pronoun or (is_medium(phrase) and can_speak(following)))
    ):
        return following
    return phrase
