"""Statements that a text attributes to somebody without quotation marks: who says so, and on whose behalf."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from warticker.annotate.attribution import CONTENT
from warticker.annotate.cues import REFERRING, SUBJUNCTIVE
from warticker.annotate.phrases import Phrase, can_speak, is_opaque, phrase_at
from warticker.annotate.references import Attribution
from warticker.annotate.sides import side
from warticker.annotate.speakers import Told, is_vague
from warticker.annotate.tokens import Sentence, Sentences
from warticker.model import Claim, Side, Span

NOTHING = Told((), (), None)
STOPS = frozenset({",", ".", ":", ";", "!", "?", "…", "-", "–", "(", ")"})


def claims(sentences: Sentences, told: Mapping[int, Told]) -> tuple[Claim, ...]:
    """Find each statement with its source, in order; what follows in the subjunctive has the same source."""
    found: list[Claim] = []
    described: dict[str, Side] = {}
    running: str | None = None
    previous = -1
    for number in sorted({*told, *_with_colon(sentences)}):
        sentence = sentences[number]
        cues, names, carried = told.get(number, NOTHING)
        if number != previous + 1:
            running = None
        stated = _stated(sentence, cues, names, described) or _carried(sentence, running or carried, described)
        if stated is not None:
            found.append(stated)
            running = stated.source
        else:
            running = next((name for name in reversed(names) if name), None)
        previous = number
    return tuple(found)


def _with_colon(sentences: Sentences) -> Iterator[int]:
    """Find the sentences that may begin with their source."""
    colon = sentences.text.find(": ")
    while colon >= 0:
        yield sentences.number(colon)
        colon = sentences.text.find(": ", colon + 2)


def _stated(
    sentence: Sentence, cues: Sequence[Attribution], names: Sequence[str | None], described: dict[str, Side]
) -> Claim | None:
    """Find the statement that a sentence attributes itself, by its first cue that has one."""
    pairs = list(zip(cues, names, strict=True))
    if len(pairs) > 1:
        pairs.sort(key=lambda pair: pair[0].source is not None and is_vague(pair[0].source))
    for cue, name in pairs:
        tokens = _statement(sentence, cue)
        if tokens is None:
            continue
        source = name or "heißt es"
        if cue.source is not None:
            words = " ".join(sentence.words[cue.source.start : cue.source.end])
            described.setdefault(source, side(source, words))
        return _claim(sentence, tokens, source, described)
    if not cues and ":" in sentence.words and (introduced := _before_colon(sentence)):
        source = introduced.person or introduced.head
        if side(source) is not Side.OTHER or introduced.person:
            described.setdefault(source, side(source))
            return _claim(sentence, range(introduced.end + 1, len(sentence)), source, described)
    return None


def _carried(sentence: Sentence, source: str | None, described: dict[str, Side]) -> Claim | None:
    """Take a sentence in the subjunctive, or with `demnach`, for what the source before it says too."""
    if source is None or (SUBJUNCTIVE.isdisjoint(sentence.words) and REFERRING.isdisjoint(sentence.words)):
        return None
    everything = range(len(sentence))
    return _claim(sentence, everything, source, described) if _speaks(sentence, everything) else None


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
    everything = range(len(sentence))
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


def _content_behind(sentence: Sentence, cue: Attribution) -> range | None:
    """Find the clause that a verb of saying introduces, behind its comma or colon."""
    for index in range(max(cue.cue + 1, cue.end), len(sentence)):
        word = sentence.words[index]
        if is_opaque(word):
            return None
        if word in (",", ":"):
            content = range(index + 1, len(sentence))
            words = sentence.words[index + 1 :]
            reported = word == ":" or sentence.word(index + 1) in CONTENT or not SUBJUNCTIVE.isdisjoint(words)
            return content if reported else None
    return None


def _speaks(sentence: Sentence, tokens: range) -> bool:
    """Tell whether tokens hold a statement in words of the text's own: more than a few outside quotation marks."""
    spoken = 0
    for word in sentence.words[tokens.start : tokens.stop]:
        spoken += word[:1].isalpha()
        if spoken > 3:
            return True
    return False


def _before_colon(sentence: Sentence) -> Phrase | None:
    """Read the source of a headline: Kiew: Alle Drohnen abgefangen."""
    phrase = phrase_at(sentence, 0)
    if phrase is None or sentence.word(phrase.end) != ":" or not can_speak(phrase):
        return None
    return phrase if _speaks(sentence, range(phrase.end + 1, len(sentence))) else None
