"""Captions recognised only by their neighbours: the words above a picture's credit or description."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from warticker.expressions import compiled
from warticker.intake.clean import Line
from warticker.intake.lines.furniture import furniture
from warticker.intake.lines.kinds import Kind
from warticker.intake.lines.prose import (
    PERSON,
    begins_with_a_small_word,
    ends_sentence,
    first_sentence,
    has_no_verb,
    is_headline,
    is_more_than_a_kicker,
    sentence_breaks,
)
from warticker.intake.lines.stamps import Stamp, tail_stamp

_LONGEST_CAPTION = 160
_LONGEST_DESCRIPTION = 240
"""The longest description of the picture whose caption is below it."""
_SHORTEST_TOLD = 30
_LONGEST_CREDIT = 60
_PORTRAIT = compiled(
    r"(?:(?:Der|Die) (?:[a-zäöüß-]+ ){0,3})?"
    rf"[A-ZÄÖÜ][\w-]{{3,}}(?:ant|ar|är|at|chef|ent|(?<!sch)er|eur|frau|in|ist|mann|or) {PERSON.pattern}"
    r"(?: \([\w/ ]+\))?"
)
"""An office and a name, as below pictures; names alone also are section headings."""
_NAME = compiled(r"(?<!^)\b[A-ZÄÖÜ][\w-]{3,}")
_WEEKDAY = compiled(r"\b(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|\bMittwoch")
"""Words in reports that descriptions of pictures do not use."""
_UNKNOWN = ("Ein ", "Eine ")
_TOP = 8
"""Within how many lines at the top a picture precedes the title."""
_OFTEN = 2
"""The fewest repetitions on a page that has its pictures' texts twice."""
_TOO_OFTEN = 3
_CATCHWORDS = 4
"""After a sentence without a verb, a text with fewer spaces is another one: `Ein Überblick.`"""
_SAYING = 15
"""The longest sentence that a text may repeat."""
_LEADS_ON = ("weiterlesen", "mehr", "lesen")
"""Beginnings of texts after a teaser that are no credit."""
_BELOW_CAPTIONS: frozenset[Kind | None] = frozenset({"agency", "credit", "source"})
"""The furniture that says whose a picture is."""
_OWNER = r"(?:[A-ZÄÖÜ\d][\w.'’-]*|of|for|von|via|und|dpa|epd|imago)"
_OWNED = compiled(rf"[^\W_][^\"„“”«»]{{25,}}[.!)] ?(?=.*[A-ZÄÖÜ]){_OWNER}(?:[ /,|]{{1,3}}{_OWNER}){{0,6}}(?<![.!?])")
"""A sentence followed by capitalised words without a full stop."""


class _Around(NamedTuple):
    """The context of a line that may be a caption; the sequences are of one length."""

    lines: Sequence[Line]
    kinds: Sequence[Kind | None]
    stamps: Sequence[Stamp | None]
    title: int | None
    """The only headline of several words above the text."""
    timed: bool
    """Whether times divide the page into reports."""
    spread: bool
    """Whether a blank line precedes each line."""


def captions(lines: Sequence[Line], kinds: Sequence[Kind | None], stamps: Sequence[Stamp | None]) -> frozenset[int]:
    """The positions of lines that are captions, and of credits that repeat one.

    A sentence that is a caption once is one everywhere.
    """
    page = _Around(lines, kinds, stamps, _title(lines, kinds), _are_timed(stamps), all(line.gap for line in lines[1:]))
    found = {
        *(at for at in range(len(lines) - 1) if _is_above_its_credit(page, at) or _is_owned(page, at)),
        *(at for at in range(1, len(lines) - 1) if _is_below_a_bar(page, at)),
        *_credited_twice(lines),
        *_told_twice(lines),
    }
    if not page.timed:
        found.update(at for at, line in enumerate(lines) if not kinds[at] and _begins_without_a_verb(line.text))
        found.update(at for at in range(1, len(lines)) if not kinds[at] and _PORTRAIT.fullmatch(lines[at].text))
        found.update(_said_again_and_again(lines))
    told = {lines[at].text for at in found}
    again = (at for at, line in enumerate(lines) if line.text in told and ends_sentence(line.text))
    return frozenset(found.union(again))


def _are_timed(stamps: Sequence[Stamp | None]) -> bool:
    """Whether more than one line has a time: a single one dates the page."""
    told = (found for found in stamps if found is not None and not found.dates_the_page)
    return sum(bool(found.clock or found.day) or found.ago is not None for found in told) > 1


def _title(lines: Sequence[Line], kinds: Sequence[Kind | None]) -> int | None:
    top = takewhile(lambda at: kinds[at] or is_headline(lines[at].text), range(len(lines)))
    long = [at for at in top if not kinds[at] and is_more_than_a_kicker(lines[at].text)]
    return long[0] if len(long) == 1 else None


def _is_above_its_credit(page: _Around, at: int) -> bool:
    """Whether a line is the caption of the picture whose credit or caption is directly below it.

    A sentence without a verb is one, words that are no sentence mostly are, and a whole sentence is if a text follows:
    pictures are above it or inside it. Reports have the same signatures as pictures, so an agency below a sentence is
    no credit if times separate reports, or if it is in brackets.
    """
    text, below, kind = page.lines[at].text, page.lines[at + 1], page.kinds[at + 1]
    if at == page.title:
        return False
    if kind == "caption":
        return below.text.startswith(text) or _is_description(page.lines, at)
    if kind not in _BELOW_CAPTIONS or not _is_short(text):
        return False
    if kind != "agency" and has_no_verb(text, of_a_picture=kind == "credit"):
        return True
    sure = kind == "credit" or (kind == "agency" and not page.timed and not below.text.startswith("("))
    near = page.spread or not below.gap
    if is_headline(text):
        signed = sure or (near and (kind == "source" or "/" in below.text))
        return signed and (page.lines[at].gap or not below.gap)
    text_follows = at + 2 < len(page.lines) and page.stamps[at + 2] is None
    return sure and near and text_follows and not sentence_breaks(text)


def _begins_without_a_verb(text: str) -> bool:
    """Whether a short line's first sentence has no verb, and is followed by neither text nor keywords."""
    sentence, rest = first_sentence(text)
    goes_on = ":" in sentence or rest.count(" ") < _CATCHWORDS
    return not (rest and goes_on) and _is_short(text, _LONGEST_DESCRIPTION) and has_no_verb(sentence)


def _is_description(lines: Sequence[Line], at: int) -> bool:
    """Whether a line describes the picture whose caption is directly below it, with no blank.

    It shares a name with the caption, or its subject is unknown: `Ein Helfer trägt Sand.`
    """
    text, below = lines[at].text, lines[at + 1]
    if _WEEKDAY.search(text) or below.gap or not _is_short(text, _LONGEST_DESCRIPTION):
        return False
    if text.startswith(_UNKNOWN) and not sentence_breaks(text):
        return True
    return not {*_NAME.findall(text)}.isdisjoint(_NAME.findall(below.text))


def _is_owned(page: _Around, at: int) -> bool:
    """Whether a line is one sentence followed by names: `Helfer tragen Sand. Hafenblatt`."""
    text = page.lines[at].text
    if page.timed or page.kinds[at] or len(text) > _LONGEST_DESCRIPTION or not _OWNED.fullmatch(text):
        return False
    breaks = sentence_breaks(text)
    return len(breaks) == 1 and not begins_with_a_small_word(text[breaks[0] :])


def _is_below_a_bar(page: _Around, at: int) -> bool:
    """Whether a line is directly below a single sign, and above a credit or, at the top, alone, as below players."""
    line, below = page.lines[at], page.lines[at + 1]
    barred = page.kinds[at - 1] == "rule" and not line.gap and _is_short(line.text, _LONGEST_DESCRIPTION)
    credited = page.kinds[at + 1] == "credit"
    return barred and (credited or (at < _TOP and below.gap and not sentence_breaks(line.text)))


def _credited_twice(lines: Sequence[Line]) -> set[int]:
    """The two lines of which one repeats the other with a credit; also short ones with the same ending."""
    doubled = {at: credit for at in range(1, len(lines)) if (credit := _credit_of_two(lines, at))}
    owners = tuple({f" {credit}" for credit in doubled.values() if not credit[0].isalnum()})
    owned = {at for at, line in enumerate(lines) if owners and line.text.endswith(owners) and _is_short(line.text)}
    return owned.union(doubled, (at - 1 for at in doubled))


def _told_twice(lines: Sequence[Line]) -> set[int]:
    """Lines printed twice below the page's first line, as description and caption.

    A single one that is no short sentence may be a lead.
    """
    twice = {at for at in range(2, len(lines)) if lines[at - 1].text == lines[at].text}
    if len(twice) < _OFTEN:
        long = {at for at in twice if _SHORTEST_TOLD <= len(lines[at].text) <= _LONGEST_DESCRIPTION}
        twice = {at for at in long if lines[at].text.endswith(".")}
    return twice


def _said_again_and_again(lines: Sequence[Line]) -> set[int]:
    """The sentences that occur three times on a page, and are less than half of it: the page's own, not a text's."""
    counts = Counter(line.text for line in lines if len(line.text) > _SAYING and ends_sentence(line.text))
    found = {at for at, line in enumerate(lines) if counts[line.text] >= _TOO_OFTEN}
    letters = sum(len(line.text) for line in lines)
    return found if 2 * sum(len(lines[at].text) for at in found) < letters else set()


def _credit_of_two(lines: Sequence[Line], at: int) -> str:
    """The credit after the words that a line shares with the one above it; empty if there is none."""
    above, text = sorted((lines[at - 1].text, lines[at].text), key=len)
    behind = text[len(above) :].strip()
    beside = not lines[at].gap or furniture(behind) == "credit"
    told = len(above) >= _SHORTEST_TOLD and beside and text.startswith(above)
    leads_on = behind.casefold().startswith(_LEADS_ON)
    return behind if told and len(behind) <= _LONGEST_CREDIT and not (leads_on or ends_sentence(behind)) else ""


def _is_short(text: str, limit: int = _LONGEST_CAPTION) -> bool:
    return len(text) <= limit and ((tail := tail_stamp(text)) is None or tail.weak)
