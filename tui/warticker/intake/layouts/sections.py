"""Articles, and tickers without times: headlines, each with the paragraphs below it.

A headline is told from a paragraph by how it is written, and from a caption or a link to another article by cohesion:
the paragraphs below a headline of the text take its words up, the ones below a foreign line do not.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from warticker.folding import fold
from warticker.intake.dates import DayMark
from warticker.intake.furniture import is_section_name
from warticker.intake.layouts.cohesion import Spread, cohesion, is_told_again, words_in
from warticker.intake.layouts.parts import behind_colons, spoken_or_listed
from warticker.intake.layouts.preamble import BULLETS, LEAD, NAME, OVERVIEW, SERIES
from warticker.intake.layouts.reading import Draft, Reading, Role, Sheet
from warticker.intake.layouts.tails import within
from warticker.intake.page import Page
from warticker.intake.prose import PERSON, ends_sentence, is_headline, sentence_breaks
from warticker.intake.stamps import Stamp
from warticker.model import DocumentKind

_NUMBER = re.compile(r"(\d{1,3})[.)] (?=\S)")
_OF_ITSELF = re.compile(
    r"\b(?:live|news)[- ]?(?:ticker|blog)|\b(?:hier|in (?:unser|dies)em)\b[^.!?]{0,30}(?:ticker|blog)\b", re.IGNORECASE
)
"""How a text on top says that its page is a ticker."""
_HEAD = 8
"""Among how many lines on top a page says that it is a ticker."""
_TOP = 25
"""Among how many lines on top a page announces its entries."""
_SECTION = 3
"""How many paragraphs below a headline are asked whether they take it up."""
_ASKED = 500
"""How many of an article's first lines are asked how rare a word is."""
_COHESION = 0.45
SCORE = 0.55
"""How well sections explain any page."""
_LEAD = 5
"""How many lines below the headlines on top are asked which of them they take up."""
_LONGEST = 190
"""How long a title of several sentences is at most."""
_LONG = 4
"""How many spaces a headline on top has at least that is more than a kicker."""
_SHORT = 8
"""Below how many spaces a subhead is one whatever its words."""
_LABEL = 2
"""Below how many spaces a line is one only below a text."""
_QUESTION = 8
"""How many spaces a question has at most that is a subhead whatever its words."""


def read(page: Page) -> Reading | None:
    """The page as sections; None where it holds no line of text.

    One that calls itself a ticker is one where its sections are several, else it speaks of one.
    """
    named, ended = _calls_itself_a_ticker(page)
    if named or ended:
        reading = _read(page, entries=True)
        if reading is None or len(reading.drafts) > (1 if ended else 2):
            return reading
    return _read(page, entries=False)


def _calls_itself_a_ticker(page: Page) -> tuple[bool, bool]:
    """Whether a page says on top that it is a ticker, and whether it says that it is one that has ended."""
    top = page.texts[:_HEAD]
    named = any(SERIES.search(text) if is_headline(text) else _OF_ITSELF.search(text) for text in top)
    ended = any(
        kind == "closing" and SERIES.search(text) for kind, text in zip(page.furniture, page.texts, strict=True)
    )
    return named, ended or any(SERIES.search(text) and "zum Nachlesen" in text for text in top)


def _read(page: Page, *, entries: bool) -> Reading | None:
    """The page as sections, which are a ticker's entries or an article's parts."""
    sheet = Sheet(page)
    stamps = _dates(sheet)
    repeated = _repeated(page)
    if not entries and (first := next((at for at in range(len(page.lines)) if _is_text(sheet, at)), None)) is not None:
        # What an article begins with and tells again is its title.
        repeated.update({text: first for text in (page.texts[first],) if text in repeated})
    lines = [at for at, text in enumerate(page.texts) if _is_text(sheet, at) and repeated.get(text, at) == at]
    if not lines:
        return None
    heads = {at for at in lines if is_headline(page.lines[at].text)}
    told = _told_at_once(page, lines)
    if told or _is_unended(page.texts[lines[0]]):
        heads.add(lines[0])
    if told:
        lines = [lines[0], *lines[told:]]
    if _is_cut(page, lines, heads):
        heads.discard(lines[-1])
    if entries:
        # What stands above the name of the page's part is the caption of its picture.
        part = max((at for at in lines if at < _HEAD and is_section_name(page.texts[at])), default=-1)
        lines = [at for at in lines if at > part or (at in heads and at < part)]
    top = next((number for number, at in enumerate(lines) if at not in heads), len(lines))
    title_at = _title(page, lines[:top], lines[top : top + _LEAD], repeated)
    title = "" if title_at is None else sheet.take(title_at, Role.TITLE)
    if entries and top > 1 and lines[top - 1] != title_at:
        top -= 1
    body: Sequence[int] = lines[top:]
    heads -= spoken_or_listed(page.texts, body, heads)
    listed = behind_colons(page.texts, body, heads)
    body = body if entries else within(page, body, heads - listed)
    subheads = _subheads(page, body, heads, listed, everything=entries)
    heads -= listed - subheads
    if entries and len(subheads) > 1:
        body = _without_lead(page, body, subheads)
    drafts = _drafts(
        sheet, body, heads, subheads, "" if entries and " ++ " in title else title, _headings(page) if entries else []
    )
    if not drafts:
        drafts = [Draft(title, sheet.take_all([at for at in lines if at != title_at], Role.PARAGRAPH))]
    if entries:
        drafts = _without_numbers(drafts)
    return Reading(
        layout="sections",
        kind=DocumentKind.TICKER if entries else DocumentKind.ARTICLE,
        drafts=tuple(drafts),
        roles=tuple(sheet.roles),
        score=SCORE,
        why=f"{len(subheads)} headlines with paragraphs below them",
        title=title,
        page_stamps=stamps,
    )


def _without_numbers(drafts: Sequence[Draft]) -> list[Draft]:
    """The entries without what counts them, `1. `, `2. `."""
    numbers = [_NUMBER.match(draft.headline) for draft in drafts]
    counted = [int(match[1]) for match in numbers if match is not None]
    if len(counted) < len(drafts) or {abs(b - a) for a, b in pairwise(counted)} != {1}:
        return list(drafts)
    return [replace(draft, headline=_NUMBER.sub("", draft.headline)) for draft in drafts]


def _without_lead(page: Page, body: Sequence[int], subheads: Collection[int]) -> Sequence[int]:
    """A ticker's lines without what stands on top and says what it is, or above a line that announces its entries.

    What stands there below the page's name is its lead, or what ends by saying what the page is.
    """
    named, *others = sorted(subheads)
    ends = [page.texts[at] for at in body if named < at < others[0]][-1:]
    told = any(LEAD.search(text[max([0, *sentence_breaks(text)]) :]) for text in ends)
    if named < _HEAD and (told or NAME.search(page.texts[named])):
        return _without_lead(page, [at for at in body if at >= others[0]], others) if len(others) > 1 else body
    top = range(min(_TOP, len(page.lines)))
    announced = [at for at in top if page.furniture[at] and _announces(page.texts[at])]
    if leads := [at for at in top if not page.furniture[at] and LEAD.search(page.texts[at])]:
        announced += [at for at, _ in _headings(page) if at > leads[0]][:1]
        announced.sort()
    below = [at for at in body if announced and at > announced[-1]]
    if sum(at in subheads for at in below) > 1:
        return below
    lead = list(takewhile(lambda at: at not in subheads, body))
    if not lead:
        return body
    ended = "closing" in page.furniture[lead[0] : min(subheads)]
    return body[len(lead) :] if ended or any(LEAD.search(page.texts[at]) for at in lead) else body


def _headings(page: Page) -> list[tuple[int, DayMark]]:
    """The lines that are a day and nothing else, with it."""
    return [(at, its.day) for at, its in enumerate(page.stamps) if its is not None and its.is_day_heading and its.day]


def _announces(text: str) -> bool:
    return text.endswith(":") and SERIES.search(text) is not None and LEAD.search(text) is not None


def _is_text(sheet: Sheet, at: int) -> bool:
    stamp = sheet.page.stamps[at]
    return sheet.page.furniture[at] is None and (stamp is None or (bool(stamp.rest) and not stamp.dates_the_page))


def _dates(sheet: Sheet) -> tuple[Stamp, ...]:
    found = []
    for at, stamp in enumerate(sheet.page.stamps):
        if stamp is not None and (stamp.dates_the_page or not stamp.rest):
            found.append(stamp)
            if not stamp.rest:
                sheet.take(at, Role.DATE)
    return tuple(found)


def _repeated(page: Page) -> dict[str, int]:
    """Headlines that the page prints more than once, each with its line: the last above a text, or the first."""
    counts = Counter(text for at, text in enumerate(page.texts) if page.furniture[at] is None)
    found: dict[str, int] = {}
    for at, text in enumerate(page.texts):
        if (
            counts[text] > 1
            and page.furniture[at] is None
            and is_headline(text)
            and (text not in found or _has_text(page, at))
        ):
            found[text] = at
    return found


def _told_at_once(page: Page, lines: Sequence[int]) -> int:
    """Where the text begins if the next line tells the page's first one again, its title: 2 if word by word, else 1.

    0 where that is not so.
    """
    first, second = (page.texts[at] for at in lines[:2]) if len(lines) > 1 else ("", " ")
    if first == second:
        return 0 if sentence_breaks(first) else 2
    return int(first == second.rstrip("."))


def _is_cut(page: Page, lines: Sequence[int], heads: set[int]) -> bool:
    """Whether the last line is a paragraph that was cut off: it tells again what the headline right above it says."""
    if len(lines) < _SECTION or lines[-3] in heads or not heads.issuperset(lines[-2:]):
        return False
    above, last = (page.texts[at] for at in lines[-2:])
    return last.count(" ") >= _LONG and is_told_again(above, [last])


def _is_unended(text: str) -> bool:
    """Whether a page's first line is short and ends as no text does: a title of more than one sentence."""
    return len(text) <= _LONGEST and not ends_sentence(text) and text[-1].isalnum()


def _has_text(page: Page, at: int) -> bool:
    """Whether the next line that says something else is a paragraph."""
    near = range(at + 1, min(at + 6, len(page.lines)))
    return any(not is_headline(page.texts[other]) for other in near if not page.furniture[other])


def _title(page: Page, heads: Sequence[int], lead: Sequence[int], repeated: Mapping[str, int]) -> int | None:
    """The title among the headlines on top: one that names a series, or is repeated, or that the text takes up most."""
    heads = [at for at in heads if not is_section_name(page.texts[at])]
    heads = [at for at in heads if not page.texts[at].startswith(BULLETS)] or heads
    for wanted in (
        [at for at in heads if SERIES.search(page.texts[at])],
        sorted((at for at in heads if page.texts[at] in repeated), key=lambda at: page.texts.index(page.texts[at])),
    ):
        if wanted:
            return wanted[0]
    below = fold(" ".join(page.texts[at] for at in lead))
    told = {at: (_is_long(text), words_in(text, below), text.count(" ")) for at in heads if (text := page.texts[at])}
    # Of two that tell as much the lower is the title, below the page's name.
    return max(reversed(told), key=lambda at: told[at], default=None)


def _is_long(text: str) -> bool:
    """Whether a headline on top is more than a kicker, and no question of an interview."""
    return text.startswith(('"', "„", "«", "»")) or (text.count(" ") >= _LONG and not text.endswith("?"))


def _subheads(
    page: Page, body: Sequence[int], heads: set[int], listed: Collection[int], *, everything: bool
) -> set[int]:
    """The headlines of the text itself among lines that are written like headlines, some of them items of lists."""
    spread = Spread([fold(page.lines[at].text) for at in body[:_ASKED] if at not in heads])
    texts = frozenset(body).difference(heads)
    found = set()
    for number, at in enumerate(body):
        if at not in heads or _is_item(page, at) or OVERVIEW.fullmatch(page.texts[at]):
            continue
        section = list(takewhile(lambda other: other not in heads, body[number + 1 : number + 1 + _SECTION]))
        if section and PERSON.fullmatch(page.texts[at]) and page.texts[section[0]].startswith(page.texts[at]):
            # A box says who somebody is; the text goes on below it.
            continue
        below = [fold(page.lines[other].text) for other in section]
        words = page.texts[at].count(" ")
        # A label stands among its like, a subhead below a text.
        labelled = words < _LABEL and (at - 1) not in texts
        short = (
            not labelled
            and (words < _SHORT or (words < _QUESTION and page.texts[at].endswith("?")))
            and at not in listed
        )
        if below and (
            everything or short or _heads_a_block(page, at) or cohesion(page.texts[at], below, spread) >= _COHESION
        ):
            found.add(at)
    return found


def _is_item(page: Page, at: int) -> bool:
    """Whether a line begins with a bullet as the one above it or below it does."""
    around = page.texts[max(0, at - 1) : at + 2]
    return page.texts[at].startswith(BULLETS) and sum(text.startswith(BULLETS) for text in around) > 1


def _heads_a_block(page: Page, at: int) -> bool:
    """Whether a line stands right on a paragraph, with a blank line above both: links and captions stand alone."""
    below = at + 1
    alone = below == len(page.lines) or page.lines[below].gap or page.furniture[below] is not None
    return page.lines[at].gap and not alone and not is_headline(page.texts[below])


def _drafts(
    sheet: Sheet,
    body: Sequence[int],
    heads: set[int],
    subheads: Collection[int],
    title: str,
    headings: Sequence[tuple[int, DayMark]],
) -> list[Draft]:
    """The sections, each with the day of the nearest of `headings` above it."""
    drafts = []
    headline, paragraphs = title, list[str]()
    day: DayMark | None = None
    positions = [at for at, _ in headings]
    for at in body:
        if at in subheads:
            if paragraphs:
                drafts.append(Draft(headline, tuple(paragraphs), None, day))
            place = bisect(positions, at)
            day = headings[place - 1][1] if place else None
            headline, paragraphs = sheet.take(at, Role.HEADLINE), []
        elif at not in heads:
            paragraphs.append(sheet.take(at, Role.PARAGRAPH))
    if paragraphs:
        drafts.append(Draft(headline, tuple(paragraphs), None, day))
    return drafts
