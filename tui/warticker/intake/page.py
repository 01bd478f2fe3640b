"""A page as layouts see it: its lines, unfolded, each with what it is by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from warticker.intake.clean import Line
from warticker.intake.furniture import captions, furniture
from warticker.intake.prose import PERSON, ends_sentence, is_headline, sentence_breaks
from warticker.intake.stamps import Stamp, stamp

_CRAWLER = re.compile(r'^"? ?(date (?:19|20)\d\d-[01]\d) ?"? ?(?=\S)')
_MARKDOWN = re.compile(r"^#{1,6} \S|\*\*[^*\s][^*]*\*\*|^\*{1,3} ?[^*]{2,}\*{1,3}$")
_HEADING = re.compile(r"^#{1,6} ")
_STRONG = re.compile(r"(?<![\w*])\*{1,3} ?([^*\s]|[^*\s][^*]{0,300}[^*\s]) ?\*{1,3}(?![\w*])")
_LINK = re.compile(r"\[([^\]\[]{1,300})\]\(https?://[^\s()]{1,1000}\)")
_FRAME = re.compile(r"^\|(?: (.*?))? ?\|$")
_SIGN_UP = re.compile(r"(?:Jetzt |Hier |Kostenlos )?(?:anmelden|abonnieren|bestellen|registrieren)\W*", re.IGNORECASE)
_TOP = 6
"""Among how many lines on top a kicker stands."""
_BOX = 6
"""How many lines a box has."""
_LOOK_BACK = 250
"""How far before a stamp inside a line its headline can begin."""
_MARGIN = 110
"""At most how long lines are that were broken at a margin."""
_FLATTENED = 400
"""How long a line is that can hold several entries."""
_MARKED_STAMP = re.compile(r"\+{2,3} ?(?=[012]?\d[:.][0-5]\d(?!\d))")
_KICKER = re.compile(r"(?:[^.:!?+]{2,60} )?:(?=[A-ZÄÖÜ„\"»«0-9])")
_INSIDE = re.compile(r"(?<![\w.,:])[012]?\d[.:][0-5]\d(?: ?Uhr)? ?[:–|](?= )")
_IN_A_SENTENCE = re.compile(r"\b(?:um|gegen|bis|seit|von|zwischen|und|kurz|etwa|circa|rund)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """A document's lines with what each is by itself; the tuples are of one length."""

    lines: tuple[Line, ...]
    stamps: tuple[Stamp | None, ...]
    furniture: tuple[str | None, ...]
    """The kind of page furniture, or None."""
    texts: tuple[str, ...]
    wrapping: tuple[str, ...] = ()
    """What a crawler put around the text."""


def page(lines: Sequence[Line]) -> Page:
    """The page that lines make: frames taken off, a crawler's prefix set apart, glued and flattened stamps set free."""
    wrapping: list[str] = []
    lines = _unframed(lines)
    if lines and (match := _CRAWLER.match(lines[0].text)):
        wrapping.append(match[1])
        lines = [replace(lines[0], text=lines[0].text[match.end() :]), *lines[1:]]
    unfolded = tuple(_unfolded(_unwrapped(_unmarked(lines))))
    texts = [line.text for line in unfolded]
    stamps = [stamp(text) for text in texts]
    kinds = [
        None if kind != "player" and found is not None and found.clock is not None else kind
        for found, kind in zip(stamps, map(furniture, texts), strict=True)
    ]
    stamps = [None if kind else found for found, kind in zip(stamps, kinds, strict=True)]
    stamps = _behind_authors(texts, kinds, stamps)
    for at in (*_kickers(texts, stamps), *_boxes(kinds, texts)):
        if stamps[at] is None:
            kinds[at] = kinds[at] or "kicker"
    for at in _authors(texts, kinds, stamps):
        kinds[at] = "byline"
    for at in captions(unfolded, kinds, stamps):
        if stamps[at] is None:
            kinds[at] = "caption"
    return Page(unfolded, tuple(stamps), tuple(kinds), tuple(texts), tuple(wrapping))


def _authors(texts: Sequence[str], kinds: Sequence[str | None], stamps: Sequence[Stamp | None]) -> list[int]:
    """The lines that are a name and come again: who wrote the entries."""
    names = [at for at, text in enumerate(texts) if not kinds[at] and not stamps[at] and PERSON.fullmatch(text)]
    counts = Counter(texts[at] for at in names)
    return [at for at in names if counts[texts[at]] > 1]


def _behind_authors(
    texts: Sequence[str], kinds: Sequence[str | None], stamps: Sequence[Stamp | None]
) -> list[Stamp | None]:
    """The stamps, with those that stand alone behind a name: `Max Muster 23:04`, where more than one line does so."""
    found = {}
    for at, text in enumerate(texts):
        name = PERSON.match(text) if stamps[at] is None and not kinds[at] and len(text) < _MARGIN else None
        behind = stamp(text[name.end() :].lstrip(" ,|·")) if name and not text[name.end() :][:1].isalpha() else None
        if behind is not None and behind.clock is not None and not behind.rest:
            found[at] = behind
    return [found.get(at, stamp) if len(found) > 1 else stamp for at, stamp in enumerate(stamps)]


def _kickers(texts: Sequence[str], stamps: Sequence[Stamp | None]) -> list[int]:
    """The lines on top that end in a colon above a headline: `Nahverkehr in Hessen:`."""
    found = []
    for at, (text, below) in enumerate(pairwise(texts[:_TOP])):
        if sentence_breaks(text) or stamps[at]:
            break
        if text.endswith(":") and len(text) < _MARGIN and is_headline(below) and below[0].isalnum():
            found.append(at)
    return found


def _boxes(kinds: Sequence[str | None], texts: Sequence[str]) -> list[int]:
    """The few lines between what opens an invitation to a newsletter and what closes it."""
    found: list[int] = []
    for at, text in enumerate(texts):
        if kinds[at] == "promotion" and text.casefold().endswith("newsletter"):
            near = range(at + 1, min(at + _BOX, len(texts)))
            end = next((other for other in near if _SIGN_UP.fullmatch(texts[other])), at)
            found += range(at + 1, end + 1)
    return found


def _unframed(lines: Sequence[Line]) -> list[Line]:
    """Lines without the bars that a text browser drew around all of them."""
    framed = [_FRAME.match(line.text) for line in lines]
    if not lines or sum(match is not None for match in framed) < 0.6 * len(lines):
        return list(lines)
    found = []
    gap = False
    for line, match in zip(lines, framed, strict=True):
        text = line.text if match is None else (match[1] or "").strip()
        if text:
            found.append(replace(line, text=text, gap=line.gap or gap))
        gap = not text
    return found


def _unmarked(lines: Sequence[Line]) -> list[Line]:
    """Lines without the marks of Markdown, where a page uses them: headings, strong words, links."""
    if not any(_MARKDOWN.search(line.text) for line in lines):
        return list(lines)
    plain = (replace(line, text=_LINK.sub(r"\1", _STRONG.sub(r"\1", _HEADING.sub("", line.text)))) for line in lines)
    return [line for line in plain if line.text]


def _unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Lines with the paragraphs put together that were broken at a margin: many lines go on in small letters."""
    breaks = [(above.text, below.text) for above, below in pairwise(lines) if not below.gap]
    broken = sum(below[0].islower() and not ends_sentence(above) for above, below in breaks)
    margin = max((len(line.text) for line in lines), default=0)
    if broken < 2 or broken < 0.3 * len(breaks) or margin > _MARGIN:
        return list(lines)
    found: list[list[Line]] = []
    for line in lines:
        if found and not line.gap and (len(found[-1][-1].text) >= 0.75 * margin or line.text[0].islower()):
            found[-1].append(line)
        else:
            found.append([line])
    return [replace(block[0], text=" ".join(line.text for line in block)) for block in found]


def _unfolded(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines, broken before each stamp that stands inside one: glued to a series' name, or in flattened text."""
    for line in lines:
        cuts = sorted({*_marked_cuts(line.text), *_flattened_cuts(line.text), *_kicker_cuts(line.text)})
        start = 0
        for cut in (*cuts, len(line.text)):
            text = line.text[start:cut].strip()
            if text:
                yield replace(line, text=text, gap=line.gap and start == 0)
            start = cut


def _marked_cuts(text: str) -> list[int]:
    if "++" not in text:
        return []
    return [match.start() for match in _MARKED_STAMP.finditer(text) if match.start() > 0]


def _kicker_cuts(text: str) -> list[int]:
    """Where a short line's headline begins that a kicker is glued to: `Ausland :Treffen verschoben`."""
    match = _KICKER.match(text) if len(text) < _FLATTENED else None
    return [match.end()] if match else []


def _flattened_cuts(text: str) -> list[int]:
    """Where in a long line that holds several stamps each begins, and the headline before it."""
    if len(text) < _FLATTENED:
        return []
    cuts: list[int] = []
    stamps = 0
    for match in _INSIDE.finditer(text):
        start = max(cuts[-1] if cuts else 0, match.start() - _LOOK_BACK)
        before = text[start : match.start()]
        if _IN_A_SENTENCE.search(before.rstrip()[-12:]):
            continue
        breaks = sentence_breaks(before)
        head = breaks[-1] if breaks else 0 if start == 0 else None
        if head is not None and is_headline(before[head:].strip()):
            cuts.append(start + head)
        elif not ends_sentence(before.strip()) and match.start() > 0:
            continue
        cuts.append(match.start())
        stamps += 1
    return [cut for cut in cuts if cut > 0] if stamps > 1 else []
