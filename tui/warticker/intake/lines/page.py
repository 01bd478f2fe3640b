"""A page as layouts see it: its lines, unfolded, with the kind of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from warticker.expressions import compiled
from warticker.intake.clean import Line
from warticker.intake.lines.backwards import told_backwards
from warticker.intake.lines.boxes import boxes
from warticker.intake.lines.captions import captions
from warticker.intake.lines.clocks import consistency
from warticker.intake.lines.dated_lists import dated_list
from warticker.intake.lines.foreign import foreign_lines
from warticker.intake.lines.furniture import furniture
from warticker.intake.lines.kinds import Kind
from warticker.intake.lines.links import without_link_list
from warticker.intake.lines.page_breaks import page_breaks
from warticker.intake.lines.play import play
from warticker.intake.lines.prose import PERSON, YEAR, ends_sentence, is_headline, is_paragraph, sentence_breaks
from warticker.intake.lines.rows import rows
from warticker.intake.lines.rubrics import is_step, ways
from warticker.intake.lines.stamps import CHANGES, Place, Stamp, stamp
from warticker.intake.lines.unfolding import unfolded

_CRAWLER = compiled(r'^"? ?(date ((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-[0-3]\d)?) ?"? ?(?=\S)')
_AUTHOR = compiled(rf"(?:Von:? |Autor(?:in)?: )?({PERSON.pattern})[\s,|·•–-]*")
_BEFORE_A_STAMP = compiled(
    rf"(?P<name>{_AUTHOR.pattern}|(?:Quelle: )?[^\W\d][^\d.:!?|·•»]{{2,60}}?(?: ?[,|·•»–-] ?| (?=am |\()))(?:um |am )?"
    r"(?=[\[(]?(?:(?:Mo|Di|Mi|Do|Fr|Sa|So|Heute|Gestern)\w{0,8}[.,]{0,2} (?:um )?)?\d|vor )"
)
"""An author, or a few words separated from a stamp: who reported, where, the section, the source."""
_ONE_NAME = compiled(rf"{_AUTHOR.pattern}|(?:Quelle: \w+(?:/\w+)*|[A-ZÄÖÜ][\w-]{{2,30}})")
_BY = "von"
"""The label of a stamp with the page's time of writing, after the author."""
_WRITTEN_BY = compiled(r"(?:(?i:Geschrieben|Verfasst|Gepostet|Veröffentlicht|Erstellt) )?von ")
"""Other beginnings of a line with a page's author."""
_NAME = compiled(r"(?:[a-zäöüß]{2,4}/){0,2}[a-zäöüß]{2,4}|[A-ZÄÖÜ][\w-]*[\w.]?(?: [A-ZÄÖÜ][\w-]*[\w.]?){0,3}(?<!\.)")
_START = "00:00"
"""The time shown by players that have not started: midnight above anything else."""
_PARTS = compiled(r" [|–-] ")
_READING_TIME = compiled(r"[(·]? ?(?i:(?:Lesezeit|Lesedauer):? ?(?:ca\. ?)?)?\d{1,3} ?(?i:min\w*)\.?(?: Lese\w+)?\)?")
_MOST = 0.7
_LONGEST_NAME = 50
_FEW = 3
"""A section's name has fewer spaces than this."""
_TOP = 6
"""Within how many lines at the top a kicker stands."""
_SHORT = 110
"""The longest line that is a name, a kicker or a stamp with a name."""
_REPEATS = 3
"""From how many occurrences on a page's date line dates entries."""


class Page(NamedTuple):
    """A document's lines with the kind of each; the tuples are of one length."""

    lines: tuple[Line, ...]
    stamps: tuple[Stamp | None, ...]
    furniture: tuple[Kind | None, ...]
    """The kind of page furniture, or None."""
    texts: tuple[str, ...]
    wrapping: tuple[str, ...] = ()
    """What a crawler added around the text."""
    rows: frozenset[int] = frozenset()
    """The lines of lists and tables inside a text, which are neither headlines nor stamps."""
    crawled: date | None = None
    """The middle of the month in which a crawler found the page, if it says so."""


def page_of(lines: Sequence[Line]) -> Page:
    """The page of some lines: without a crawler's prefix, frames and marks, with stamps separated from names."""
    wrapping: list[str] = []
    crawled = None
    if lines and (match := _CRAWLER.match(lines[0].text)):
        wrapping.append(match[1])
        crawled = date(int(match[2]), int(match[3]), 15)
        lines = [lines[0]._replace(text=lines[0].text[match.end() :]), *lines[1:]]
    printed = page_breaks(lines)
    wrapping += [lines[at].text for at in sorted(printed)]
    lines = [line for at, line in enumerate(lines) if at not in printed]
    lines, listed = without_link_list(lines)
    lines, addresses = unfolded(lines)
    wrapping += [*listed, *addresses]
    lines, stamps, names = _without_names(lines)
    # Which stamps are of entries is known before any kind, as a line with a stamp is hardly furniture.
    stamps = _of_entries(stamps)
    texts = [line.text for line in lines]
    timed = sum(found is not None and found.clock is not None and not found.dates_the_page for found in stamps)
    played = {at: found for at, found in play(texts).items() if found.rest or not timed}
    for told in (played, dated_list(texts), told_backwards(texts)):
        if len(told) > timed:
            stamps = [told.get(at, found) for at, found in enumerate(stamps)]
    # What a line is by itself, then the rows, as neither furniture nor rows have stamps.
    below = [*texts[1:], ""][: len(texts)]
    kinds = [_kind(*each) for each in zip(texts, stamps, names, below, strict=True)]
    stamps = [None if kind else found for found, kind in zip(stamps, kinds, strict=True)]
    in_rows = rows(lines, stamps, kinds)
    stamps = [None if at in in_rows else found for at, found in enumerate(stamps)]
    # What a line is among its neighbours: where it is nothing by itself, or surely something else.
    for at in (*_kickers(texts, stamps), *boxes(kinds, texts)):
        kinds[at] = kinds[at] or "kicker"
    for at in ways(texts):
        kinds[at] = kinds[at] or (None if stamps[at] else "pager")
    for at in foreign_lines(texts, kinds):
        kinds[at] = "foreign"
    for at in _authors(texts, kinds, stamps):
        kinds[at] = "byline"
    for at in captions(lines, kinds, stamps):
        if stamps[at] is None and not texts[at].startswith("++"):
            kinds[at] = "caption"
    return Page(tuple(lines), tuple(stamps), tuple(kinds), tuple(texts), tuple(wrapping), in_rows, crawled)


def _kind(text: str, found: Stamp | None, name: bool, below: str) -> Kind | None:
    """The kind of furniture that a line is; one with a time can only be a player, one of figures a table's row."""
    if name:
        return "byline"
    if text == _START and furniture(below) == "player":
        return "player"
    if found is not None and (found.clock is not None or not (found.day or found.ago is not None or found.label)):
        return "player" if found.clock and furniture(text) == "player" else None
    if found is None and not any(map(str.isalpha, text)):
        return None if YEAR.fullmatch(text) else "rule"
    return "pager" if is_step(text) else furniture(text)


def _without_names(lines: Sequence[Line]) -> tuple[list[Line], list[Stamp | None], list[bool]]:
    """Lines, their stamps, and which are authors' names, separated from the stamps beside them."""
    stamps = [stamp(line.text) for line in lines]
    signed = {at: found for at, line in enumerate(lines) if not stamps[at] and (found := _behind_name(line.text))}
    after = _after_names(signed)
    beside = {at: its.rest for at, its in enumerate(stamps) if its and its.rest and not its.closed}
    names = _names([*beside.values()])
    rubrics = _rubrics(lines, beside)
    named = {at for at, rest in beside.items() if rest in names or at in rubrics or _is_furniture(rest)}
    apart: list[tuple[Line, Stamp | None, bool]] = []
    for at, (line, its) in enumerate(zip(lines, stamps, strict=True)):
        if at in after:
            author, text, behind = after[at]
            apart += [(line._replace(text=author), None, True), (line._replace(text=text, gap=False), behind, False)]
        elif at in named and its is not None:
            bare = line.text[: len(line.text) - len(its.rest)].rstrip(" ,|·•–-:")
            alone = its._replace(rest="", place=Place.DATED if its.day and its.day.day else Place.ALONE)
            apart += [(line._replace(text=bare), alone, False), (line._replace(text=its.rest, gap=False), None, True)]
        else:
            apart.append((line, its, False))
    return [line for line, _, _ in apart], [its for _, its, _ in apart], [name for _, _, name in apart]


def _is_furniture(rest: str) -> bool:
    named = {"agency", "byline", "source"}
    short = len(rest) < _LONGEST_NAME and not rest.startswith(("/", "+"))
    told = all(furniture(part) in named for part in _PARTS.split(rest))
    return short and (told or _READING_TIME.fullmatch(rest) is not None)


def _behind_name(text: str) -> tuple[str, str, Stamp] | None:
    """A name, the text after it and the stamp there: `Max Muster 23:04`, `Riga, 16.05 Uhr: Das Eis taut.`."""
    match = _BEFORE_A_STAMP.match(text)
    behind = stamp(text[match.end() :]) if match else None
    if match is None or behind is None or behind.label:
        return None
    name = match["name"].rstrip(" ,|·•»–-")
    signed = furniture(name) == "byline" or _WRITTEN_BY.match(name)
    if signed and not behind.rest and behind.day is not None and behind.day.full:
        behind = behind._replace(label=_BY)
    return name, text[match.end() :], behind


def _after_names(behind: Mapping[int, tuple[str, str, Stamp]]) -> dict[int, tuple[str, str, Stamp]]:
    """The lines whose stamps follow names: those of texts in the order of their times, or several alone.

    Alone they are below one name, or a repeated one, such as a channel's. A single one is enough if it gives author and
    time of the page. Consecutive ones are a list: results, dates.
    """
    counts = Counter(name for name, _, _ in behind.values())
    told = {at: its.clock for at, (_, _, its) in behind.items() if " " in its.rest and its.clock}
    signed = [at for at, (_, _, its) in behind.items() if its.label]
    timed = {
        at
        for at, (name, _, its) in behind.items()
        if not its.rest and (its.clock or its.ago is not None)
        if _ONE_NAME.fullmatch(name) or counts[name] >= _REPEATS
    }
    timed -= {at + step for at in timed for step in (-1, 1)}
    several = len(told) >= _REPEATS and consistency([*told.values()]) > _MOST
    return {at: behind[at] for at in (told if several else timed if len(timed) > 1 else signed)}


def _names(rests: Sequence[str]) -> frozenset[str]:
    """The words beside most stamps if these are few names or sections, as blog software prints them."""
    counts = Counter(rests)
    people = [rest for rest in rests if len(rest) < _LONGEST_NAME and _AUTHOR.fullmatch(rest)]
    if len(people) > _MOST * len(rests) and len(set(people)) < len(people):
        return frozenset(people)
    short = [rest for rest in rests if len(rest) < _LONGEST_NAME and _NAME.fullmatch(rest)]
    if len(short) < _REPEATS or len(short) <= _MOST * len(rests) or len(set(short)) > len(short) / 2:
        return frozenset()
    return frozenset(rest for rest in short if counts[rest] > 1)


def _rubrics(lines: Sequence[Line], beside: Mapping[int, str]) -> frozenset[int]:
    """Which stamps have few words beside them, or all the same, above a headline: `16:05 | Riga` and `Eis auf dem See`.

    Most must be so, with a text below each headline.
    """
    texts = [line.text for line in lines]
    counts, most = Counter(beside.values()), _MOST * len(beside)
    above = frozenset(
        at
        for at, rest in beside.items()
        if at + 2 < len(texts) and is_headline(texts[at + 1]) and is_paragraph(texts[at + 2])
        if rest.count(" ") < min(_FEW, texts[at + 1].count(" ")) or counts[rest] > most
    )
    return above if len(above) > max(1, most) else frozenset()


def _of_entries(stamps: Sequence[Stamp | None]) -> list[Stamp | None]:
    """The stamps, with those that are ambiguous decided by repetition.

    A line such as `Stand 14:05 Uhr` dates the page, many such lines the entries; `16.05` is a time among others.
    """
    known = [found for found in stamps if found is not None and (found.clock or found.ago is not None)]
    labelled = Counter(found.label for found in known if found.dates_the_page)
    updates = {found.clock for found in known if found.dates_the_page and found.label.startswith("update")}
    plain = sum(not found.dates_the_page and not found.weak for found in known)
    weak = [found.clock for found in known if found.weak]
    in_order = len(weak) >= _REPEATS and len(weak) > plain and consistency(weak) > _MOST
    # A page has a single time of update: two times are of entries.
    least = _REPEATS - 1 if len(updates) > 1 else _REPEATS
    often = [label for label, count in labelled.items() if count >= least and count >= 2 * plain]
    # The time of a change stands beside that of the entry.
    often = often and [next((label for label in often if not label.startswith(CHANGES)), often[0])]
    found: list[Stamp | None] = []
    for its in stamps:
        if its is not None and its.weak and not in_order:
            its = None
        elif its is not None and its.label in often:
            its = its._replace(label="")
        found.append(its)
    return found


def _authors(texts: Sequence[str], kinds: Sequence[str | None], stamps: Sequence[Stamp | None]) -> list[int]:
    """The repeated lines: names, even if only once; other short ones with half of the entries."""
    short = [
        at
        for at, text in enumerate(texts)
        if len(text) < _LONGEST_NAME and not kinds[at] and not stamps[at] and is_headline(text) and ":" not in text
        if at == 0 or texts[at - 1] != text
    ]
    counts = Counter(texts[at] for at in short)
    stamped = sum(found is not None and found.clock is not None for found in stamps)
    half = max(_REPEATS, stamped / 2) if stamped else len(texts)
    return [
        at
        for at in short
        if counts[texts[at]] >= half or (counts[texts[at]] > 1 and _AUTHOR.fullmatch(texts[at]) is not None)
    ]


def _kickers(texts: Sequence[str], stamps: Sequence[Stamp | None]) -> list[int]:
    """The lines at the top that end in a colon above a headline: `Nahverkehr in Hessen:`."""
    found = []
    for at, (text, below) in enumerate(pairwise(texts[:_TOP])):
        if sentence_breaks(text) or ends_sentence(text) or stamps[at]:
            break
        if text.endswith(":") and len(text) < _SHORT and is_headline(below) and below[0].isalnum():
            found.append(at)
    return found
