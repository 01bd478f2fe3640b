"""Captions that only their neighbours tell: the words above a picture's credit or description."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from warticker.expressions import compiled
from warticker.intake.clean import Line
from warticker.intake.lines.prose import ends_sentence, has_no_verb, is_headline, is_more_than_a_kicker, sentence_breaks
from warticker.intake.lines.stamps import tail_stamp

_LONGEST_CAPTION = 160
_LONGEST_DESCRIPTION = 240
"""How long a line is at most that describes the picture whose caption stands below it."""
_SHORTEST_TOLD = 30
_LONGEST_CREDIT = 60
_POINTS_BACK = compiled(
    r"(?:Er|Sie|Es|Man|Wir|Ich|Das|Dies\w{0,2}|Da(?:mit|bei|zu|ran|rüber|gegen|für|her|nach|von)|Deshalb|Deswegen|Doch|Aber|Auch|"
    r"Ob|Zudem|Zuvor|Außerdem|Allerdings|Jedoch|Denn|Nun|So|Sein\w{0,2}|Ihr\w{0,2}|Dann|Hinzu|Demnach)\b"
)
"""How sentences begin that go on with what was said; what stands below a picture begins anew."""
_LABELLED = compiled(r"^(?:Bild|Foto|Grafik): ?")
_NAME = compiled(r"(?<!^)\b[A-ZÄÖÜ][\w-]{3,}")
_TOP = 8
"""Among how many lines on top a picture stands above the title."""
_OFTEN = 2
"""How often a page tells things twice at least, or says something two lines above credits, that are of its pictures."""
_ALIKE = 2
"""More than how many names and blank lines around show that a sentence and a caption are of one picture."""
_FEW = 6
"""Below how many spaces a line is the label of a picture."""
_NEAR = 4
"""Within how many lines a picture's caption and credit end."""
_LEADS_ON = ("weiterlesen", "mehr", "lesen")
"""How what stands behind a teaser begins that is no credit."""
_OF_PICTURES = frozenset({"agency", "caption", "credit", "source"})
"""The furniture that stands below a picture's caption."""
_DESCRIBED = ("Bildbeschreibung ", "Bildunterschrift ")
"""How what opens and closes a picture's description begins."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a line that may be a caption; the sequences are of one length."""

    lines: Sequence[Line]
    kinds: Sequence[str | None]
    stamps: Sequence[object]
    title: int | None
    """The only headline of several words above the text."""
    gaps: int
    """Above how many lines a blank one stands."""
    pictures: int
    """How many lines on top are furniture or stand right above a credit."""


def captions(lines: Sequence[Line], kinds: Sequence[str | None], stamps: Sequence[object]) -> frozenset[int]:
    """The positions of lines that are captions, and of credits that repeat one.

    A sentence that is a caption is one each time.
    """
    gaps = sum(line.gap for line in lines[1:])
    described = Counter(line.text for line, kind in zip(lines, kinds[2:], strict=False) if kind == "credit")
    lone = {at for at, line in enumerate(lines) if described[line.text] >= _OFTEN and not any(stamps)}
    kinds = [kind or ("caption" if at in lone else None) for at, kind in enumerate(kinds)]
    page = _Around(lines, kinds, stamps, _title(lines, kinds), gaps, _pictures_on_top(lines, kinds))
    found = {
        *lone,
        *(at for at in range(len(lines) - 1) if _is_of_the_picture_below(page, at)),
        *(at for at in range(1, len(lines) - 1) if _is_below_a_bar(page, at)),
        *_credited_twice(lines),
        *_told_twice(lines),
    }
    if not any(stamps):
        # Where no time parts reports, the first line may be a lead.
        found.update(at for at in range(1, len(lines)) if not kinds[at] and has_no_verb(lines[at].text))
    told = {lines[at].text for at in found}
    again = (at for at, line in enumerate(lines) if line.text in told and not kinds[at] and ends_sentence(line.text))
    return frozenset(found.union(again))


def _title(lines: Sequence[Line], kinds: Sequence[str | None]) -> int | None:
    top = takewhile(lambda at: kinds[at] or is_headline(lines[at].text), range(len(lines)))
    long = [at for at in top if not kinds[at] and is_more_than_a_kicker(lines[at].text)]
    return long[0] if len(long) == 1 else None


def _pictures_on_top(lines: Sequence[Line], kinds: Sequence[str | None]) -> int:
    below = (*kinds[1:], None)
    return next(
        (
            at
            for at, kind in enumerate(kinds)
            if not kind and (below[at] != "credit" or sentence_breaks(lines[at].text))
        ),
        0,
    )


def _is_of_the_picture_below(page: _Around, at: int) -> bool:
    """Whether a line is the caption of the picture whose credit or own caption stands right below it.

    One without a verb, one that the caption below tells again, and a headline that stands alone are captions across a
    blank line too. A whole sentence is one only where a report's text follows: pictures stand above it or inside it.
    """
    text, below, kind = page.lines[at].text, page.lines[at + 1], page.kinds[at + 1]
    described = below.text.startswith(_DESCRIBED)
    if page.kinds[at] or (kind not in _OF_PICTURES and not described):
        return False
    longest = _LONGEST_DESCRIPTION if kind == "caption" or at < page.pictures else _LONGEST_CAPTION
    if page.stamps[at] or at == page.title or not _is_short(text, longest):
        return False
    no_verb = kind != "agency" and has_no_verb(text, of_a_picture=kind == "credit")
    if below.text.startswith(text) if kind == "caption" else no_verb:
        return True
    alone = at > 0 and page.lines[at].gap and is_headline(text)
    if below.gap and not (alone or (at < page.pictures and page.gaps == len(page.lines) - 1)):
        return False
    if kind == "caption":
        return any(rule(page.lines, at + 1) for rule in (_are_a_pair, _labels))
    credited = kind == "credit" or described
    # `Quelle: dpa` and `Reuters/TASS` stand below reports as well as below pictures.
    if is_headline(text) and (credited or kind == "source" or (kind == "agency" and "/" in below.text)):
        return True
    text_follows = at + 2 < len(page.lines) and page.stamps[at + 2] is None
    goes_on = at >= max(1, page.pictures) and _POINTS_BACK.match(text)
    return credited and text_follows and not goes_on and not sentence_breaks(text)


def _is_below_a_bar(page: _Around, at: int) -> bool:
    """Whether a line stands right below a sign alone, and above a credit or, on top, by itself, as below players."""
    line, below = page.lines[at], page.lines[at + 1]
    barred = page.kinds[at - 1] == "rule" and not line.gap and _is_short(line.text, _LONGEST_DESCRIPTION)
    if page.kinds[at] or page.stamps[at] or not barred:
        return False
    return page.kinds[at + 1] == "credit" or (at < _TOP and below.gap and not sentence_breaks(line.text))


def _credited_twice(lines: Sequence[Line]) -> set[int]:
    """The two lines of which one says again what the other does and whose picture it is; short ones that end so too."""
    doubled = {at: credit for at in range(1, len(lines)) if (credit := _credit_of_two(lines, at))}
    owners = tuple({f" {credit}" for credit in doubled.values() if not credit[0].isalnum()})
    owned = {at for at, line in enumerate(lines) if owners and line.text.endswith(owners) and _is_short(line.text)}
    return owned.union(doubled, (at - 1 for at in doubled))


def _told_twice(lines: Sequence[Line]) -> set[int]:
    """What is printed twice below the page's first line, as description and caption, or behind `Bild: ` too.

    Where it is one thing and no short sentence, it may be a lead.
    """
    twice = {at for at in range(2, len(lines)) if lines[at - 1].text == lines[at].text}
    if len(twice) < _OFTEN:
        long = {at for at in twice if _SHORTEST_TOLD <= len(lines[at].text) <= _LONGEST_CAPTION}
        twice = {at for at in long if lines[at].text.endswith(".")}
    texts = {line.text for line in lines}
    labels = ((at, _LABELLED.match(line.text)) for at, line in enumerate(lines))
    twice.update(at for at, label in labels if label is not None and label.string[label.end() :] in texts)
    return twice


def _credit_of_two(lines: Sequence[Line], at: int) -> str:
    """What says behind the words that a line and the one above it share whose picture it is; empty where none does."""
    above, text = sorted((lines[at - 1].text, lines[at].text), key=len)
    behind = text[len(above) :].strip()
    told = len(above) >= _SHORTEST_TOLD and not lines[at].gap and text.startswith(above)
    leads_on = behind.casefold().startswith(_LEADS_ON)
    return behind if told and len(behind) <= _LONGEST_CREDIT and not (leads_on or ends_sentence(behind)) else ""


def _are_a_pair(lines: Sequence[Line], at: int) -> bool:
    """Whether a line and the one above it name the same, and stand by themselves or name much the same."""
    same = _names(lines[at - 1].text) & _names(lines[at].text)
    gaps = lines[at - 1].gap + (at + 1 == len(lines) or lines[at + 1].gap)
    return bool(same) and len(same) + gaps > _ALIKE


def _labels(lines: Sequence[Line], at: int) -> bool:
    """Whether a word, or a few that name nothing else, stand above a caption, and a blank line stands below the two."""
    text = lines[at - 1].text
    names = _names(text)
    few = at > 1 and text.count(" ") < _FEW and is_headline(text)
    parted = any(line.gap for line in lines[at + 1 : at + _NEAR])
    return few and parted and (" " not in text or (bool(names) and names <= _names(lines[at].text)))


def _names(text: str) -> set[str]:
    return set(_NAME.findall(text))


def _is_short(text: str, limit: int = _LONGEST_CAPTION) -> bool:
    return len(text) <= limit and not text.startswith("++") and tail_stamp(text) is None
