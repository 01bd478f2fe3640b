"""The speaker of a headline that only names an office: a person introduced in the text below."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from warticker.annotate.language.heads import core_of
from warticker.annotate.language.known import gender
from warticker.annotate.language.words import Kind, kind
from warticker.annotate.speech.sources import Told
from warticker.model import Quotation

WHOLE = 4
"""The most other code points of a headline that is a quotation: its marks, a stop."""
SHORTEST = 8
"""The fewest code points of words that identify a quotation when repeated."""


def settled(
    text: str, quotations: Sequence[Quotation], told: Mapping[int, Told], everybody: Collection[str]
) -> tuple[tuple[Quotation, ...], Mapping[int, Told]]:
    """Resolve a headline's `Experte` or `Botschafter`, and drop quotations that nobody said.

    `everybody` are the persons of the text.
    """
    headline = text.find("\n")
    above = [quotation for quotation in quotations if quotation.span.end <= headline]
    below = quotations[len(above) :]
    first = _first_below(told, everybody)
    named = [replace(one, speaker=_again(text, one, below, everybody) or _who(one.speaker, first)) for one in above]
    if len(named) == 1 and named[0].speaker is None and len(named[0].span.of(text)) > headline - WHOLE:
        named = [replace(named[0], speaker=first)]
    begun = min(told, default=0)
    if begun == 0 and begun in told and (introduces := told[0].introduces) not in everybody:
        told = {**told, 0: told[0]._replace(introduces=_who(introduces, first))}
    return tuple(one for one in (*named, *below) if not _is_term(text, one)), told


def _is_term(text: str, quotation: Quotation) -> bool:
    """Whether marks emphasise a single word that nobody is said to have used."""
    return quotation.speaker is None and is_word(quotation.span.of(text))


def is_word(words: str) -> bool:
    """Whether marks contain a single word, more likely a term than a statement."""
    return " " not in words and words[-1].isalnum()


def _again(text: str, quotation: Quotation, below: Sequence[Quotation], everybody: Collection[str]) -> str | None:
    """The speaker of words that a headline repeats from the text below, if it does not name him itself."""
    words = quotation.span.of(text).strip(" .,!?").casefold()
    if len(words) < SHORTEST or quotation.speaker in everybody or not _is_office(quotation.speaker):
        return None
    speakers = (one.speaker for one in below if words in one.span.of(text).casefold())
    return next((speaker for speaker in speakers if speaker in everybody), None)


def _who(speaker: str | None, first: str | None) -> str | None:
    """The first speaker below for a headline's office, if the gender fits."""
    if speaker is None or first is None or not _is_office(speaker) or speaker.count(" ") > 1:
        return speaker
    unfit = "m" if core_of(speaker).endswith(("in", "frau")) else "f"
    return speaker if gender(first) == unfit else first


def _is_office(speaker: str | None) -> bool:
    return speaker is None or kind(core_of(speaker)) is Kind.OFFICE


def _first_below(told: Mapping[int, Told], everybody: Collection[str]) -> str | None:
    """The first speaker below the headline; None if an institution comes first."""
    names = (name for number in sorted(told) if number for name in told[number].names if name is not None)
    first = next(names, None)
    return first if first in everybody else None
