"""Statements that a text attributes to somebody without quotation marks: who says so, and on whose behalf."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from warticker.annotate.attribution import CONTENT
from warticker.annotate.cues import REFERRING, SUBJUNCTIVE, cues
from warticker.annotate.function_words import DETERMINERS, SURE_PRONOUNS
from warticker.annotate.phrases import Phrase, can_speak, is_opaque, phrase_at
from warticker.annotate.references import Attribution
from warticker.annotate.sides import first_nation, only_nation, side
from warticker.annotate.speakers import Told, is_vague
from warticker.annotate.tokens import Sentence, Sentences
from warticker.model import Claim, Side, Span

CONJUNCTIONS = frozenset({"nachdem", "während", "obwohl", "wobei", "weil", "da", "bevor", "als"})
REPORTING = SUBJUNCTIVE - {
    "hätte", "würde", "könnten", "sollten", "wollten", "dürften", "wäre", "wären", "gäbe"
}  # fmt: skip
"""Forms that journalists use for what others say, and hardly for conditions."""
INFINITIVE = re.compile(r"[a-zäöü]{2,6}zu[a-zäöüß]+e?n")
STATE = re.compile(
    r"[Mm]inister|[Pp]räsident|[Pp]remier|[Kk]anzler|[Rr]egierungschef|[Aa]bgeordnete|[Rr]egierung|[Bb]ürgermeister"
    r"|[Gg]ouverneur|[Ss]enator"
)
LOCAL = re.compile(
    r"(?:[Bb]ehörde|[Aa]rmee|[Mm]ilitär|[Ll]uftwaffe|[Rr]egierung|[Vv]erwaltung|[Gg]ouverneur|[Ss]tab"
    r"|[Mm]inisterium|[Bb]ürgermeister|[Gg]renzschutz|[Gg]eheimdienst|[Kk]atastrophenschutz)\w*"
)
"""Authorities, which are of the country that they speak about, where it is not said."""
LONGEST_SOURCE = 80
"""How many code points a source before a colon has at most."""
NOTHING = Told((), (), None)
STOPS = frozenset({",", ".", ":", ";", "!", "?", "…", "-", "–", "(", ")"})


def claims(sentences: Sentences, told: Mapping[int, Told]) -> tuple[Claim, ...]:
    """Find each statement with its source, in order; what follows in the subjunctive has the same source."""
    found: list[Claim] = []
    described: dict[str, Side] = {}
    running: str | None = None
    previous = -1
    headline = sentences.text.partition("\n")[0]
    for number in sorted({*told, *_with_colon(sentences)}):
        sentence = sentences[number]
        found_cues, names, carried = told.get(number, NOTHING)
        _describe(sentence, found_cues, names, described, headline)
        if number != previous + 1:
            running = None
        stated = _stated(sentence, found_cues, names, described)
        if stated is None and not _speaks_itself(sentence, found_cues):
            stated = _carried(sentence, running or carried, described)
        if stated is not None:
            found.append(stated)
            running = stated.source
        else:
            running = next((name for name in reversed(names) if name), None)
        previous = number
    return tuple(claim if claim.side is not Side.OTHER else _placed(sentences, claim) for claim in found)


def _placed(sentences: Sentences, claim: Claim) -> Claim:
    """Take authorities that nothing describes for those of the one nation that their sentence names."""
    if not LOCAL.search(claim.source):
        return claim
    return replace(claim, side=only_nation(sentences.spans[sentences.number(claim.span.start)].of(sentences.text)))


def _with_colon(sentences: Sentences) -> Iterator[int]:
    """Find the sentences that may begin with their source."""
    colon = sentences.text.find(": ")
    while colon >= 0:
        number = sentences.number(colon)
        if colon - sentences.starts[number] < LONGEST_SOURCE:
            yield number
        colon = sentences.text.find(": ", colon + 2)


def _describe(
    sentence: Sentence,
    told: Sequence[Attribution],
    names: Sequence[str | None],
    described: dict[str, Side],
    headline: str,
) -> None:
    """Note the sides of a sentence's sources by their words; a minister of no land is of the headline's first."""
    for cue, name in zip(told, names, strict=True):
        if name is not None and cue.source is not None and described.get(name, Side.OTHER) is Side.OTHER:
            words = " ".join(sentence.words[cue.source.start : cue.source.end])
            described[name] = side(name, words)
            if described[name] is Side.OTHER and STATE.search(words):
                described[name] = first_nation(headline)


def _stated(
    sentence: Sentence, told: Sequence[Attribution], names: Sequence[str | None], described: dict[str, Side]
) -> Claim | None:
    """Find the statement that a sentence attributes itself, by its first cue that has one."""
    pairs = list(zip(told, names, strict=True))
    if len(pairs) > 1:
        pairs.sort(key=lambda pair: pair[0].source is None or is_vague(pair[0].source))
    for cue, name in pairs:
        tokens = _statement(sentence, cue)
        if tokens is None:
            continue
        source = name or "heißt es"
        return _claim(sentence, tokens, source, described)
    if not told and ":" in sentence.words and (introduced := _before_colon(sentence)):
        source = introduced.person or introduced.head
        if side(source) is not Side.OTHER or introduced.person:
            described.setdefault(source, side(source))
            return _claim(sentence, range(introduced.end + 1, len(sentence)), source, described)
    own = None if told else _by_dass(sentence)
    if own is not None and (own.person or side(own.head) is not Side.OTHER):
        source = own.person or own.head
        described.setdefault(source, side(source))
        return _claim(sentence, range(sentence.words.index(",", own.end) + 1, len(sentence)), source, described)
    return None


def _by_dass(sentence: Sentence) -> Phrase | None:
    """Read who thinks or says what stands behind `dass` in the subjunctive, whatever the verb: Er ist der Ansicht."""
    if REPORTING.isdisjoint(sentence.words) or "dass" not in sentence.words[:-5]:
        return None
    at = sentence.words.index("dass")
    phrase = phrase_at(sentence, 0)
    if phrase is None or phrase.pronoun or phrase.end >= at or sentence.words[at - 1] != "," or not can_speak(phrase):
        return None
    inside = sentence.words[:at]
    return phrase if REPORTING.isdisjoint(inside) and inside.count(",") == 1 else None


def _carried(sentence: Sentence, source: str | None, described: dict[str, Side]) -> Claim | None:
    """Take a sentence in the subjunctive, or with `demnach`, for what the source before it says too."""
    if source is None or not (_is_reported(sentence) or not REFERRING.isdisjoint(sentence.words)):
        return None
    everything = range(len(sentence))
    return _claim(sentence, everything, source, described) if _speaks(sentence, everything) else None


def _speaks_itself(sentence: Sentence, told: Sequence[Attribution]) -> bool:
    """Tell whether a sentence names its own source, and in the indicative: Der Rat hatte erklärt, es sei ruhig."""
    sourced = [cue.cue for cue in told if cue.source is not None and not is_vague(cue.source)]
    if not sourced:
        return False
    verb = next((index for index, word in enumerate(sentence.words) if word in REPORTING), len(sentence))
    return min(sourced) < verb


def _is_reported(sentence: Sentence) -> bool:
    """Tell whether a sentence's main clause is in the subjunctive of reported speech: not only one behind `dass`."""
    if REPORTING.isdisjoint(sentence.words):
        return False
    verb = next(index for index, word in enumerate(sentence.words) if word in REPORTING)
    opened = next((index for index, word in enumerate(sentence.words) if word in CONTENT and index), len(sentence))
    return verb < opened or sentence.words[opened - 1] != ","


def _claim(sentence: Sentence, tokens: range, source: str, described: dict[str, Side]) -> Claim:
    start, end = tokens.start, tokens.stop
    while end - 1 > start and sentence.words[end - 1] in STOPS:
        end -= 1
    while start < end - 1 and sentence.words[start] in STOPS:
        start += 1
    span = Span(sentence.starts[start], sentence.ends[end - 1])
    return Claim(span, source, described.get(source) or side(source))


def _statement(sentence: Sentence, cue: Attribution) -> range | None:
    """Tell which tokens are stated: all if the source is named in passing, else those before or behind the verb."""
    word = sentence.words[cue.cue].lower()
    everything = range(_subclause(sentence, cue), len(sentence))
    if _is_reference(sentence) or _is_denied(sentence, cue):
        return None
    if word in ("laut", "zufolge") or word.endswith("angaben") or sentence.word(cue.start).lower() in ("nach", "wie"):
        tokens = everything
    elif cue.start > 1 and sentence.words[cue.start - 1] in (",", "–", "-"):
        if is_opaque(sentence.word(cue.start - 2)) and sentence.word(cue.start - 3) == ":":
            return None
        tokens = range(cue.start - 1)
    elif (behind := _content_behind(sentence, cue)) is not None:
        tokens = behind
    else:
        return None
    return tokens if _speaks(sentence, tokens) else None


def _is_reference(sentence: Sentence) -> bool:
    """Tell whether a sentence only says who said what stands before it, or reports a quotation."""
    first, second = sentence.words[0], sentence.words[1]
    return is_opaque(first) or (first in ("Das", "Dies") and (second in cues().forms or second in cues().apart))


def _is_denied(sentence: Sentence, cue: Attribution) -> bool:
    """Tell whether nothing is said after all: sagte er nicht; äußerte sich nicht dazu."""
    verb = sentence.words[cue.cue]
    if "nicht" in sentence.words[max(0, cue.cue - 3) : cue.cue] and "ob" in sentence.words[cue.cue : cue.cue + 4]:
        return True
    for word in sentence.words[cue.end : cue.end + 3] if verb in cues().forms or verb in cues().apart else ():
        if word in STOPS:
            return False
        if word == "nicht":
            return True
    return False


def _subclause(sentence: Sentence, cue: Attribution) -> int:
    """Tell where the subordinate clause begins that names its own source: ..., nachdem laut Polizei ..."""
    for index in range(cue.start, max(0, cue.start - 8) if sentence.word(cue.start) != "wie" else cue.start, -1):
        if sentence.words[index] in CONJUNCTIONS and sentence.words[index - 1] == ",":
            return index
    return 0


def _content_behind(sentence: Sentence, cue: Attribution) -> range | None:
    """Find the clause that a verb of saying introduces, behind its comma or colon."""
    for index in range(max(cue.cue + 1, cue.end), len(sentence)):
        word = sentence.words[index]
        if is_opaque(word):
            return None
        if word in (",", ":"):
            content = range(index + 1, len(sentence))
            words = sentence.words[index + 1 :]
            reported = word == ":" or sentence.word(index + 1) in CONTENT or _is_subjunctive(words)
            return content if reported else None
    return None


def _is_subjunctive(words: Sequence[str]) -> bool:
    """Tell whether a clause behind a verb of saying has a verb in the subjunctive, or a word in its place like one."""
    if not SUBJUNCTIVE.isdisjoint(words):
        return True
    if any(INFINITIVE.fullmatch(word) or word == "zu" for word in words):
        return False
    return any(
        word.endswith("e") and word.islower() and (before[:1].isupper() or before in SURE_PRONOUNS) and len(word) > 4
        for before, word, behind in zip(words, words[1:], words[2:], strict=False)
        if not behind[:1].isupper() and word not in DETERMINERS
    )


def _speaks(sentence: Sentence, tokens: range) -> bool:
    """Tell whether tokens hold a statement in words of the text's own: three at least outside quotation marks."""
    spoken = 0
    for word in sentence.words[tokens.start : tokens.stop]:
        spoken += word[:1].isalpha()
        if spoken > 2:
            return True
    return False


def _before_colon(sentence: Sentence) -> Phrase | None:
    """Read the source of a headline: Kiew: Alle Drohnen abgefangen."""
    phrase = phrase_at(sentence, 0)
    if phrase is None or sentence.word(phrase.end) != ":" or not can_speak(phrase):
        return None
    return phrase if _speaks(sentence, range(phrase.end + 1, len(sentence))) else None
