"""Who speaks in a headline that names an office only: whom the text below introduces by name."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from warticker.annotate.language.heads import core_of
from warticker.annotate.language.known import gender
from warticker.annotate.language.words import Kind, kind
from warticker.annotate.speech.sources import Told
from warticker.model import Quotation

WHOLE = 4
"""How many code points a headline that is a quotation has besides: its marks, a stop."""
SHORTEST = 8
"""How many code points words have at least that tell a quotation by coming again."""


def settled(
    text: str, quotations: Sequence[Quotation], told: Mapping[int, Told], everybody: Collection[str]
) -> tuple[tuple[Quotation, ...], Mapping[int, Told]]:
    """Who a headline's `Experte` or `Botschafter` is, and leave out what nobody said.

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
    """Whether marks set a single word apart that nobody is said to have used."""
    return quotation.speaker is None and is_word(quotation.span.of(text))


def is_word(words: str) -> bool:
    """Whether marks hold a single word, which is a term sooner than what somebody says."""
    return " " not in words and words[-1].isalnum()


def _again(text: str, quotation: Quotation, below: Sequence[Quotation], everybody: Collection[str]) -> str | None:
    """Whose words in the text below a headline repeats, where it does not name him itself."""
    words = quotation.span.of(text).strip(" .,!?").casefold()
    if len(words) < SHORTEST or quotation.speaker in everybody or not _is_office(quotation.speaker):
        return None
    speakers = (one.speaker for one in below if words in one.span.of(text).casefold())
    return next((speaker for speaker in speakers if speaker in everybody), None)


def _who(speaker: str | None, first: str | None) -> str | None:
    """Take the first who speaks below for whom a headline names by an office, where the gender fits."""
    if speaker is None or first is None or not _is_office(speaker) or speaker.count(" ") > 1:
        return speaker
    unfit = "m" if core_of(speaker).endswith(("in", "frau")) else "f"
    return speaker if gender(first) == unfit else first


def _is_office(speaker: str | None) -> bool:
    return speaker is None or kind(core_of(speaker)) is Kind.OFFICE


def _first_below(told: Mapping[int, Told], everybody: Collection[str]) -> str | None:
    """The person who speaks first below the headline; nobody where an institution comes first."""
    names = (name for number in sorted(told) if number for name in told[number].names if name is not None)
    first = next(names, None)
    return first if first in everybody else None
